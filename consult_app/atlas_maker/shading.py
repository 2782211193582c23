"""The relief: light, occlusion and edges as grey values between 0 and 1 (1: brightest)."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker.occlusion import openness

Grey = NDArray[np.float32]
Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]

KEY = (-0.42, 0.55, 0.74)
"""Where the key light stands: right, up, towards the viewer; it is the same for every azimuth."""
FILL = (0.75, -0.05, 0.60)
HALFWAY = (-0.42, 0.55, 1.69)
"""Between the key light and the viewer: surfaces turned this way have a sheen."""
SHOULDER = 0.86
"""Brightness above which light is held back, so that nothing glares."""
NEAR, WIDE = 0.007, 0.045
"""Radii of the two occlusions in metres: grooves between muscles; hollows of the body."""
SHADOW_SIGMA, SHADOW_FROM, SHADOW_SPAN = 0.010, 0.006, 0.050
"""Softness of the shadow of parts that stand in front, and the step in depth where it starts and is full."""
STEP = 0.004
"""Step in depth (metres) from which a line between two surfaces is as dark as can be."""


def light(normals: Grey, opened: Grey) -> Grey:
    """Return the brightness of surfaces by their normals (right, up, towards the viewer)."""
    key, fill = _unit(KEY), _unit(FILL)
    lit = np.clip((normals @ key + 0.35) / 1.35, 0, 1)
    soft = np.clip(normals @ fill, 0, 1)
    sky = 0.5 + 0.5 * normals[..., 1]
    ambient = (0.37 + 0.13 * sky) * opened
    bright = ambient + (0.50 * lit + 0.14 * soft) * (0.5 + 0.5 * opened) + 0.07 * _sheen(normals)
    over = np.maximum(bright - SHOULDER, 0)
    return np.asarray(bright - over + (1 - SHOULDER) * np.tanh(over / (1 - SHOULDER)), np.float32)


def _sheen(normals: Grey) -> Grey:
    """Return the 24th power of how far surfaces turn halfway between the key light and the viewer."""
    eighth = np.clip(normals @ _unit(HALFWAY), 0, 1)
    for _ in range(3):
        eighth = eighth * eighth
    return np.asarray(eighth * eighth * eighth)


def ambient_openness(depth: Grey, normals: Grey, scale: float) -> Grey:
    """Return the product of the near and the wide occlusion (1: open); both sides are even numbers.

    The wide one is soft, so every second pixel is enough for it.
    """
    near = openness(depth, normals, scale, NEAR)
    wide = openness(depth[::2, ::2], normals[::2, ::2], scale / 2, WIDE)
    return np.asarray(_curve(near, 1.5) * _doubled(_curve(wide, 1.3)), np.float32)


def _curve(opened: Grey, strength: float) -> Grey:
    return np.asarray(np.clip(1 - strength * (1 - opened), 0.12, 1), np.float32)


def _doubled(small: Grey) -> Grey:
    return small.repeat(2, axis=0).repeat(2, axis=1)


def cast_shadow(depth: Grey, scale: float) -> Grey:
    """Return 0…1: the soft shadow of what stands well in front, falling away from the key light."""
    there = np.isfinite(depth)
    flat = np.where(there, depth, 0.0).astype(np.float32)
    sigma = SHADOW_SIGMA * scale / 4
    small, weight = _quartered(flat, there)
    soft = [ndimage.gaussian_filter(part, sigma, truncate=3) for part in (small, weight)]
    shift = (0.35 * sigma, 0.30 * sigma)
    soft = [ndimage.shift(part, shift, order=1, mode="nearest") for part in soft]
    mean = _enlarged(soft[0] / np.maximum(soft[1], 1e-3), flat.shape)
    full = np.clip((mean - flat - SHADOW_FROM) / SHADOW_SPAN, 0, 1)
    return np.where(there, full * (2 - full), 0).astype(np.float32)


def _quartered(flat: Grey, there: Mask) -> tuple[Grey, Grey]:
    """Return values and their weights at a quarter of the size."""
    rows, columns = (-size % 4 for size in flat.shape)
    padded = [np.pad(part.astype(np.float32), ((0, rows), (0, columns))) for part in (flat * there, there)]
    height, width = padded[0].shape
    small = [part.reshape(height // 4, 4, width // 4, 4).mean(axis=(1, 3)) for part in padded]
    return small[0], small[1]


def _enlarged(small: Grey, shape: tuple[int, ...]) -> Grey:
    """Return a quarter-size picture at its full size, interpolated."""
    rows = (np.arange(shape[0]) + 0.5) / 4 - 0.5
    columns = (np.arange(shape[1]) + 0.5) / 4 - 0.5
    tall = _stretched(small, rows)
    return np.asarray(_stretched(tall.T, columns).T, np.float32)


def _stretched(values: Grey, places: NDArray[np.float64]) -> Grey:
    places = np.clip(places, 0, len(values) - 1)
    low = np.minimum(places.astype(np.int64), len(values) - 2)
    part = (places - low).astype(np.float32)[:, None]
    return np.asarray(values[low] * (1 - part) + values[low + 1] * part)


def edges(owner: Ints, paints: Ints, depth: Grey) -> Grey:
    """Return 0…1: thin lines between surfaces; stronger between regions and where depth steps."""
    lines = np.zeros(owner.shape, np.float32)
    _draw_lines(owner, paints, depth, lines)
    return np.asarray(ndimage.gaussian_filter(lines, 0.9, truncate=3))


@numba.njit(nogil=True, cache=True)
def _draw_lines(owner: Ints, paints: Ints, depth: Grey, lines: Grey) -> None:
    height, width = owner.shape
    for row in range(height):
        for column in range(width):
            for down, across in ((1, 0), (0, 1)):
                r, c = row + down, column + across
                if r >= height or c >= width or owner[row, column] == owner[r, c]:
                    continue
                if owner[row, column] < 0 or owner[r, c] < 0:
                    continue
                step = min(abs(depth[row, column] - depth[r, c]) / STEP, 1.0)
                apart = paints[row, column] != paints[r, c]
                strength = 0.62 + 0.38 * step if apart else 0.22 + 0.5 * step
                lines[row, column] = max(lines[row, column], strength)
                lines[r, c] = max(lines[r, c], strength)


def _unit(way: tuple[float, ...]) -> Grey:
    return np.asarray(np.array(way) / np.linalg.norm(way), np.float32)


def veil(normals: Grey) -> Grey:
    """Return the brightness of skin of which only a breath is seen: bright, softer towards its rim."""
    return np.asarray(0.80 + 0.20 * normals[..., 2], np.float32)
