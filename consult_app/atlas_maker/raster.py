"""The z-buffer: triangles in view frame to depth, triangle number and normal per pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Grey = NDArray[np.float32]

BANDS = 16
"""Strips of rows drawn side by side; each pixel has one writer, so the result does not vary."""
NOTHING = -1


@dataclass(frozen=True)
class Buffer:
    """What is nearest at each pixel: triangle number (−1: nothing) and depth (metres, −inf: nothing)."""

    face: Ints
    depth: NDArray[np.float32]


def rasterise(projected: Floats, kept: Floats, faces: Ints, height: int, width: int) -> Buffer:
    """Draw triangles given by ``projected`` vertices (x, y in pixels, depth in metres).

    ``kept`` is a value per vertex; pixels where its interpolation is negative are left out.
    """
    face = np.full((height, width), NOTHING, np.int32)
    depth = np.full((height, width), -np.inf, np.float32)
    _draw(projected, kept, faces, face, depth)
    return Buffer(face, depth)


def interpolate(
    buffer: Buffer, projected: Floats, normals: Floats, faces: Ints, *, unit: bool = True
) -> NDArray[np.float32]:
    """Return directions at vertices (right, up, towards the viewer) per pixel; zero where nothing is.

    With ``unit`` they are normals: of unit length, and turned to the viewer on the inner sides of surfaces.
    """
    height, width = buffer.face.shape
    result = np.zeros((height, width, 3), np.float32)
    _interpolate(buffer.face, projected, normals, faces, result, int(unit))
    return result


@numba.njit(parallel=True, cache=True)
def _draw(points: Floats, kept: Floats, faces: Ints, face: Ints, depth: Grey) -> None:
    height, width = face.shape
    for band in numba.prange(BANDS):
        top, bottom = band * height // BANDS, (band + 1) * height // BANDS
        for number in range(faces.shape[0]):
            _draw_face(number, points, kept, faces, face, depth, top, bottom, width)


@numba.njit(cache=True)
def _draw_face(
    number: int, points: Floats, kept: Floats, faces: Ints, face: Ints, depth: Grey,
    top: int, bottom: int, width: int,
) -> None:  # fmt: skip
    a, b, c = faces[number, 0], faces[number, 1], faces[number, 2]
    if kept[a] < 0 and kept[b] < 0 and kept[c] < 0:
        return
    ax, ay, bx, by = points[a, 0], points[a, 1], points[b, 0], points[b, 1]
    cx, cy = points[c, 0], points[c, 1]
    first = max(top, int(np.floor(min(ay, by, cy) - 0.5)))
    last = min(bottom - 1, int(np.ceil(max(ay, by, cy) - 0.5)))
    if first > last:
        return
    left = max(0, int(np.floor(min(ax, bx, cx) - 0.5)))
    right = min(width - 1, int(np.ceil(max(ax, bx, cx) - 0.5)))
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if area == 0.0:
        return
    for row in range(first, last + 1):
        y = row + 0.5
        for column in range(left, right + 1):
            x = column + 0.5
            u = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / area
            v = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / area
            w = 1.0 - u - v
            if u < 0.0 or v < 0.0 or w < 0.0:
                continue
            near = np.float32(u * points[a, 2] + v * points[b, 2] + w * points[c, 2])
            if near > depth[row, column] and u * kept[a] + v * kept[b] + w * kept[c] >= 0.0:
                depth[row, column] = near
                face[row, column] = number


@numba.njit(parallel=True, cache=True)
def _interpolate(face: Ints, points: Floats, normals: Floats, faces: Ints, result: Grey, unit: int) -> None:
    height, width = face.shape
    for row in numba.prange(height):
        for column in range(width):
            number = face[row, column]
            if number < 0:
                continue
            a, b, c = faces[number, 0], faces[number, 1], faces[number, 2]
            x, y = column + 0.5, row + 0.5
            ax, ay, bx, by = points[a, 0], points[a, 1], points[b, 0], points[b, 1]
            cx, cy = points[c, 0], points[c, 1]
            area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
            u = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / area
            v = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / area
            w = 1.0 - u - v
            nx = u * normals[a, 0] + v * normals[b, 0] + w * normals[c, 0]
            ny = u * normals[a, 1] + v * normals[b, 1] + w * normals[c, 1]
            nz = u * normals[a, 2] + v * normals[b, 2] + w * normals[c, 2]
            if unit and nz < 0.0 and area > 0.0:
                # A triangle seen from behind (winding) shows its inner side.
                nx, ny, nz = -nx, -ny, -nz
            size = np.sqrt(nx * nx + ny * ny + nz * nz) if unit else 1.0
            if size > 0.0:
                result[row, column, 0] = nx / size
                result[row, column, 1] = ny / size
                result[row, column, 2] = nz / size
