"""Ambient occlusion: how much of the sky each pixel's neighbours hide, from depth and normals."""

from __future__ import annotations

import math

import numba
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.float32]

DIRECTIONS = 12
STEPS = 6
NOWHERE = -1e9
"""Depth below which there is nothing."""
BIAS = 0.12
"""Sine of the horizon angle below which a neighbour hides nothing, so that flat ground stays clean."""


def openness(depth: Grey, normals: Grey, scale: float, radius: float) -> Grey:
    """Return 0…1 per pixel: 1 where nothing within ``radius`` (metres) stands higher.

    ``depth`` is metres towards the viewer (−inf: nothing), ``scale`` pixels per metre.
    """
    offsets = _offsets(radius * scale)
    return np.asarray(_openness(depth, normals, offsets, 1 / scale, radius))


def _offsets(reach: float) -> NDArray[np.int32]:
    """Return row and column steps, by direction, near ones first."""
    offsets = np.zeros((DIRECTIONS, STEPS, 2), np.int32)
    for direction in range(DIRECTIONS):
        angle = 2 * math.pi * (direction + 0.25) / DIRECTIONS
        for step in range(STEPS):
            far = max(1.0 + step, reach * ((step + 1) / STEPS) ** 1.6)
            offsets[direction, step] = round(far * math.sin(angle)), round(far * math.cos(angle))
    return offsets


@numba.njit(nogil=True, cache=True)
def _openness(depth: Grey, normals: Grey, offsets: NDArray[np.int32], pixel: float, radius: float) -> Grey:
    height, width = depth.shape
    result = np.ones((height, width), np.float32)
    for row in range(height):
        for column in range(width):
            if depth[row, column] < NOWHERE:
                continue
            hidden = 0.0
            for direction in range(offsets.shape[0]):
                hidden += _horizon(row, column, depth, normals, offsets[direction], pixel, radius)
            result[row, column] = 1 - hidden / offsets.shape[0]
    return result


@numba.njit(nogil=True, cache=True)
def _horizon(
    row: int, column: int, depth: Grey, normals: Grey, steps: NDArray[np.int32], pixel: float, radius: float
) -> float:
    """Return the sine of the highest neighbour along ``steps``, counting near ones more."""
    height, width = depth.shape
    highest = 0.0
    for step in range(steps.shape[0]):
        r, c = row + steps[step, 0], column + steps[step, 1]
        if r < 0 or c < 0 or r >= height or c >= width or depth[r, c] < NOWHERE:
            continue
        x, y = steps[step, 1] * pixel, -steps[step, 0] * pixel
        z = depth[r, c] - depth[row, column]
        square = x * x + y * y + z * z
        rise = normals[row, column, 0] * x + normals[row, column, 1] * y + normals[row, column, 2] * z
        if square < radius * radius and rise > 0:
            up = rise / np.sqrt(square) - BIAS
            highest = max(highest, up * (1 - square / (radius * radius)))
    return highest
