"""Which way the fibres of a muscle run, and the fine streaks they give its picture.

The meshes of the limbs are smooth; those of the trunk carry a fibre relief of their own and get none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

if TYPE_CHECKING:
    from consult_app.atlas_maker.meshes import Mesh, Points

Grey = NDArray[np.float32]
Ints = NDArray[np.int32]

SLICES = 24
"""Slices along a muscle whose middles give its line."""
LONGEST, SLENDER = 1.1, 1.7
"""Length over width from which streaks appear, and from which they have their full strength."""
BROAD, SLENDER_ENDS = 1.7, 3.0
"""Length over width up to which fibres stay parallel, and from which they gather fully at the ends."""
SEED = 20
OCTAVES = ((1.1, 0.55), (2.6, 0.75))
"""Blur (drawn pixels) and weight of the noises that are drawn out along the fibres."""
REACH, STRIDE = 22, 2
"""Steps walked along the fibre, each way, and drawn pixels per step."""


def strands(mesh: Mesh, held: tuple[float, float, float] | None = None) -> Points:
    """Return the way of the fibres at each vertex; its length (0…1) says how strongly they show.

    A muscle's fibres follow the line through the middles of its slices; those of a slender one draw
    together where it grows thin. ``held`` is a direction that is known better, for a broad muscle.
    """
    if held is not None:
        return np.broadcast_to(np.array(held) / np.linalg.norm(held), mesh.vertices.shape).copy()
    axis, slender = _long_axis(mesh)
    along = mesh.vertices @ axis
    edges = np.linspace(along.min(), along.max() + 1e-9, SLICES + 1)
    number = np.clip(np.searchsorted(edges, along, side="right") - 1, 0, SLICES - 1)
    line, width = _line(mesh.vertices, number)
    place = (along - edges[0]) / (edges[-1] - edges[0]) * SLICES - 0.5
    here, slope = _between(line, place), _between(np.gradient(line, axis=0), place)
    narrowing = _between(np.gradient(np.log(width))[:, None], place)
    gathered = np.clip((slender - BROAD) / (SLENDER_ENDS - BROAD), 0, 1)
    way = slope + (mesh.vertices - here) * narrowing * gathered
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-12)
    return np.asarray(way * np.clip((slender - LONGEST) / (SLENDER - LONGEST), 0, 1))


def _long_axis(mesh: Mesh) -> tuple[NDArray[np.float64], float]:
    """Return the direction in which the surface extends most, and its length over its width."""
    corners = mesh.vertices[mesh.faces]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    middles = corners.mean(axis=1)
    middles = middles - np.average(middles, axis=0, weights=area)
    _, spread, axes = np.linalg.svd(middles * np.sqrt(area)[:, None], full_matrices=False)
    return axes[0], float(spread[0] / max(float(spread[1]), 1e-12))


def _line(points: Points, number: NDArray[np.int64]) -> tuple[Points, NDArray[np.float64]]:
    """Return the middle and the mean width of each slice, smoothed; empty slices are bridged."""
    count = np.bincount(number, minlength=SLICES)
    sums = [np.bincount(number, weights=points[:, axis], minlength=SLICES) for axis in range(3)]
    line = np.stack(sums, axis=1) / np.maximum(count, 1)[:, None]
    apart = np.linalg.norm(points - line[number], axis=1)
    width = np.bincount(number, weights=apart, minlength=SLICES) / np.maximum(count, 1)
    full, every = np.nonzero(count)[0], np.arange(SLICES)
    line = np.stack([np.interp(every, full, line[full, axis]) for axis in range(3)], axis=1)
    width = np.interp(every, full, width[full])
    smooth = ndimage.gaussian_filter1d(line, 1.5, axis=0, mode="nearest")
    return np.asarray(smooth), np.maximum(ndimage.gaussian_filter1d(width, 1.5, mode="nearest"), 1e-4)


def _between(values: Points, place: NDArray[np.float64]) -> Points:
    every = np.arange(SLICES)
    return np.stack([np.interp(place, every, values[:, axis]) for axis in range(values.shape[1])], axis=1)


def streaks(ways: Grey, owner: Ints) -> Grey:
    """Return about −1…1 per pixel: noise drawn out along ``ways`` (right, up, towards the viewer)."""
    random = np.random.default_rng(SEED)
    noise = np.zeros(owner.shape, np.float32)
    for blur, weight in OCTAVES:
        layer = ndimage.gaussian_filter(random.standard_normal(owner.shape, np.float32), blur)
        noise += np.float32(weight) * layer / layer.std()
    drawn = _drawn_out(noise, ways, owner)
    spread = float(drawn[drawn != 0].std()) if drawn.any() else 1.0
    return np.asarray(np.clip(drawn / (2 * spread), -1, 1) * np.linalg.norm(ways, axis=2))


@numba.njit(parallel=True, cache=True)
def _drawn_out(noise: Grey, ways: Grey, owner: Ints) -> Grey:
    height, width = owner.shape
    result = np.zeros((height, width), np.float32)
    for row in numba.prange(height):
        for column in range(width):
            flat = np.hypot(ways[row, column, 0], ways[row, column, 1])
            if owner[row, column] < 0 or flat < 0.02:
                continue
            total, count = noise[row, column], 1
            for sign in (-1.0, 1.0):
                part, steps = _walk(row, column, sign, noise, ways, owner)
                total += part
                count += steps
            result[row, column] = total / count
    return result


@numba.njit(cache=True)
def _walk(row: int, column: int, sign: float, noise: Grey, ways: Grey, owner: Ints) -> tuple[float, int]:
    """Return the sum of ``noise`` along the fibre and how many steps were made within the muscle."""
    height, width = owner.shape
    x, y, total, count = column + 0.5, row + 0.5, 0.0, 0
    r, c = np.int64(row), np.int64(column)
    for _ in range(REACH):
        right, down = ways[r, c, 0], -ways[r, c, 1]
        flat = np.hypot(right, down)
        if flat < 0.02:
            break
        x += sign * STRIDE * right / flat
        y += sign * STRIDE * down / flat
        r, c = np.int64(np.floor(y)), np.int64(np.floor(x))
        if r < 0 or c < 0 or r >= height or c >= width or owner[r, c] != owner[row, column]:
            break
        total += noise[r, c]
        count += 1
    return total, count
