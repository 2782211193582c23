"""Curves and rings: the few functions of scikit-image that are used, with types, and one of our own."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray
from skimage import measure as untyped

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_measure: Any = untyped


def level_curves(field: Floats) -> list[Floats]:
    """Return the curves (row, column) on which ``field`` is one half."""
    return list(_measure.find_contours(field, 0.5))


def simplified(curve: Floats, tolerance: float) -> Floats:
    """Return ``curve`` with fewer points, off by ``tolerance`` at most (Douglas and Peucker)."""
    return curve[_needed(np.ascontiguousarray(curve, np.float64), tolerance)]


@numba.njit(nogil=True, cache=True)
def _needed(curve: Floats, tolerance: float) -> Mask:
    count = curve.shape[0]
    needed = np.zeros(count, np.bool_)
    needed[0] = needed[count - 1] = True
    open_spans = [(0, count - 1)]
    while open_spans:
        first, last = open_spans.pop()
        farthest, where = _farthest(curve, first, last)
        if farthest > tolerance:
            needed[where] = True
            open_spans.append((first, where))
            open_spans.append((where, last))
    return needed


@numba.njit(nogil=True, cache=True)
def _farthest(curve: Floats, first: int, last: int) -> tuple[float, int]:
    """Return how far the farthest point between two lies from the line between them, and which it is."""
    y, x = curve[first, 0], curve[first, 1]
    down, across = curve[last, 0] - y, curve[last, 1] - x
    square = down * down + across * across
    farthest, where = 0.0, first
    for number in range(first + 1, last):
        dy, dx = curve[number, 0] - y, curve[number, 1] - x
        along = min(max((dy * down + dx * across) / square, 0.0), 1.0) if square > 0 else 0.0
        far = np.hypot(dy - along * down, dx - along * across)
        if far > farthest:
            farthest, where = far, number
    return farthest, where


def enclosed(points: Floats, ring: Floats) -> Mask:
    """Return which of ``points`` (n × 2) lie within ``ring``."""
    inside = ((points >= ring.min(axis=0)) & (points <= ring.max(axis=0))).all(axis=1)
    inside[inside] = np.asarray(_measure.points_in_poly(points[inside], ring))
    return np.asarray(inside)
