"""Which way the fibres of a muscle run, and the fine streaks they give its picture.

The meshes of the limbs are smooth; those of the trunk carry a fibre relief of their own and get none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numba
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

if TYPE_CHECKING:
    from consult_app.atlas_maker.meshes import Mesh, Points

Grey = NDArray[np.float32]

SLICES = 24
"""Slices along a muscle whose middles give its line."""
LONGEST, SLENDER = 1.1, 1.7
"""Length over width from which streaks appear, and from which they have their full strength."""
BROAD, SLENDER_ENDS = 1.7, 3.0
"""Length over width up to which fibres stay parallel, and from which they gather fully at the ends."""
SEED = 20
CELL, BLOCK = 0.00045, 160
"""Size of a cell of the noise (metres), and cells after which it repeats."""
OCTAVES = ((0.9, 0.55), (2.1, 0.75))
"""Blur (cells) and weight of the noises that are drawn out along the fibres."""
REACH, STRIDE = 14, 2.5
"""Steps walked along the fibre, each way, and cells per step."""
MEAN_SPREAD = 26.0
"""Sum along a fibre that counts as full light: twice its usual size."""
FAINTEST = 0.02
"""Length of a way below which there are no fibres."""


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


def streaks(places: Points, ways: Grey) -> Grey:
    """Return about −1…1 per place (n × 3, metres): noise in space, drawn out along ``ways``.

    The noise belongs to the mesh frame, so that streaks stay on the muscle while the figure turns.
    """
    return _drawn_out(_noise(), places.astype(np.float32), ways)


@cache
def _noise() -> Grey:
    """Return a block of noise that repeats in all three directions."""
    random = np.random.default_rng(SEED)
    noise = np.zeros((BLOCK, BLOCK, BLOCK), np.float32)
    for blur, weight in OCTAVES:
        layer = ndimage.gaussian_filter(random.standard_normal(noise.shape, np.float32), blur, mode="wrap")
        noise += np.float32(weight) * layer / layer.std()
    return np.asarray(noise / noise.std(), np.float32)


@numba.njit(nogil=True, cache=True)
def _drawn_out(noise: Grey, places: Grey, ways: Grey) -> Grey:
    block = noise.shape[0]
    result = np.zeros(places.shape[0], np.float32)
    for number in range(places.shape[0]):
        x, y, z = places[number, 0] / CELL, places[number, 1] / CELL, places[number, 2] / CELL
        right, up, front = ways[number, 0], ways[number, 1], ways[number, 2]
        strength = np.sqrt(right * right + up * up + front * front)
        if strength < FAINTEST:
            continue
        total = 0.0
        for step in range(-REACH, REACH + 1):
            far = STRIDE * step / strength
            i = np.int64(np.floor(x + far * right)) % block
            j = np.int64(np.floor(y + far * up)) % block
            k = np.int64(np.floor(z + far * front)) % block
            total += noise[i, j, k]
        result[number] = min(max(total / MEAN_SPREAD, -1.0), 1.0) * strength
    return result
