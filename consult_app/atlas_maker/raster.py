"""The z-buffer: triangles in view frame to depth, triangle number and interpolated directions per pixel.

Everything here runs without Python's lock, so that plates are drawn side by side in threads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Grey = NDArray[np.float32]

NOTHING = -1


@dataclass(frozen=True)
class Buffer:
    """What is nearest at each pixel: triangle number (−1: nothing) and depth (metres, −inf: nothing)."""

    face: Ints
    depth: NDArray[np.float32]


def rasterise(
    projected: Floats, kept: Floats, faces: Ints, height: int, width: int, far: float = -np.inf
) -> Buffer:
    """Draw triangles given by ``projected`` vertices (x, y in pixels, depth in metres).

    ``kept`` is a value per vertex; pixels where its interpolation is negative are left out, and so is
    what lies farther away than the depth ``far``.
    """
    face = np.full((height, width), NOTHING, np.int32)
    depth = np.full((height, width), far, np.float32)
    _draw(projected, kept, faces, face, depth)
    depth[face == NOTHING] = -np.inf
    return Buffer(face, depth)


def interpolate(buffer: Buffer, projected: Floats, values: Floats, faces: Ints) -> Grey:
    """Return directions (or places) at vertices per pixel, as they are; zero where nothing is."""
    result = np.zeros((*buffer.face.shape, 3), np.float32)
    _interpolate(buffer.face, projected, values, faces, result)
    return result


def view_normals(buffer: Buffer, projected: Floats, normals: Floats, faces: Ints, turning: Floats) -> Grey:
    """Return unit normals as right, up, towards the viewer; zero where nothing is.

    ``turning`` holds these three directions of the camera as rows. Inner sides of surfaces are turned
    to the viewer.
    """
    result = np.zeros((*buffer.face.shape, 3), np.float32)
    _interpolate(buffer.face, projected, normals, faces, result)
    _turn(buffer.face, projected, faces, turning, result)
    return result


@numba.njit(nogil=True, cache=True)
def _draw(points: Floats, kept: Floats, faces: Ints, face: Ints, depth: Grey) -> None:
    height, width = face.shape
    for number in range(faces.shape[0]):
        a, b, c = faces[number, 0], faces[number, 1], faces[number, 2]
        if kept[a] < 0 and kept[b] < 0 and kept[c] < 0:
            continue
        ay, by, cy = points[a, 1], points[b, 1], points[c, 1]
        first = max(0, int(np.ceil(min(ay, by, cy) - 0.5)))
        last = min(height - 1, int(np.floor(max(ay, by, cy) - 0.5)))
        if first > last:
            continue
        ax, bx, cx = points[a, 0], points[b, 0], points[c, 0]
        left = max(0, int(np.ceil(min(ax, bx, cx) - 0.5)))
        right = min(width - 1, int(np.floor(max(ax, bx, cx) - 0.5)))
        if left > right:
            continue
        _fill(number, points, kept, faces, face, depth, (first, last, left, right))


@numba.njit(nogil=True, cache=True)
def _fill(
    number: int, points: Floats, kept: Floats, faces: Ints, face: Ints, depth: Grey,
    box: tuple[int, int, int, int],
) -> None:  # fmt: skip
    """Draw one triangle into the pixels of ``box`` (first and last row, first and last column)."""
    a, b, c = faces[number, 0], faces[number, 1], faces[number, 2]
    ax, ay, az = points[a, 0], points[a, 1], points[a, 2]
    bx, by, bz = points[b, 0], points[b, 1], points[b, 2]
    cx, cy, cz = points[c, 0], points[c, 1], points[c, 2]
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if area == 0.0:
        return
    inverse, nearest = 1.0 / area, max(az, bz, cz)
    for row in range(box[0], box[1] + 1):
        y = row + 0.5
        for column in range(box[2], box[3] + 1):
            if depth[row, column] >= nearest:
                continue
            x = column + 0.5
            u = ((bx - x) * (cy - y) - (by - y) * (cx - x)) * inverse
            v = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) * inverse
            w = 1.0 - u - v
            if u < 0.0 or v < 0.0 or w < 0.0:
                continue
            near = np.float32(u * az + v * bz + w * cz)
            if near > depth[row, column] and u * kept[a] + v * kept[b] + w * kept[c] >= 0.0:
                depth[row, column] = near
                face[row, column] = number


@numba.njit(nogil=True, cache=True)
def _interpolate(face: Ints, points: Floats, values: Floats, faces: Ints, result: Grey) -> None:
    height, width = face.shape
    for row in range(height):
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
            for axis in range(3):
                mixed = u * values[a, axis] + v * values[b, axis] + w * values[c, axis]
                result[row, column, axis] = mixed


@numba.njit(nogil=True, cache=True)
def _turn(face: Ints, points: Floats, faces: Ints, turning: Floats, result: Grey) -> None:
    """Turn normals into the view frame, to the viewer, and to unit length."""
    height, width = face.shape
    for row in range(height):
        for column in range(width):
            number = face[row, column]
            if number < 0:
                continue
            x, y, z = result[row, column, 0], result[row, column, 1], result[row, column, 2]
            right = turning[0, 0] * x + turning[0, 1] * y + turning[0, 2] * z
            up = turning[1, 0] * x + turning[1, 1] * y + turning[1, 2] * z
            near = turning[2, 0] * x + turning[2, 1] * y + turning[2, 2] * z
            size = np.sqrt(right * right + up * up + near * near)
            if near < 0.0 and _is_from_behind(number, points, faces):
                size = -size
            if size != 0.0:
                result[row, column, 0] = right / size
                result[row, column, 1] = up / size
                result[row, column, 2] = near / size


@numba.njit(nogil=True, cache=True)
def _is_from_behind(number: int, points: Floats, faces: Ints) -> bool:
    """Tell whether a triangle is seen from its inner side, by its winding."""
    a, b, c = faces[number, 0], faces[number, 1], faces[number, 2]
    across = (points[b, 0] - points[a, 0]) * (points[c, 1] - points[a, 1])
    return bool(across > (points[b, 1] - points[a, 1]) * (points[c, 0] - points[a, 0]))
