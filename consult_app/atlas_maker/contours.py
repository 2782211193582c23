"""Smooth outlines of the regions of an index raster."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker import measuring

Mask = NDArray[np.bool_]
Ring = tuple[float, ...]

PAD = 6
MANNERS = ((1.2, 0.3), (0.8, 0.3), (0.5, 0.25), (0.0, 0.25), (0.0, 0.0))
"""Smoothing, and how far a simplified outline may leave the smooth one (pixels): the first that agrees."""
STORED = 4
"""Outlines are rounded to this part of a pixel, as they are stored."""
SMALLEST = 6.0
"""Area (square pixels) below which a ring is left out."""
AGREEMENT = 0.975


def outline(mask: Mask) -> tuple[Ring, ...]:
    """Return closed rings around ``mask`` in pixels, as smooth as agrees with it; odd-even rule."""
    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    if not len(rows):
        return ()
    top, left = int(rows[0]), int(columns[0])
    crop = np.pad(mask[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1], PAD)
    rings: list[NDArray[np.float64]] = []
    for sigma, tolerance in MANNERS:
        rings = _rings(crop, sigma, tolerance)
        if agreement(crop, rings) >= AGREEMENT:
            break
    corner = np.array([top - PAD, left - PAD])
    return tuple(tuple(np.fliplr(ring + corner).reshape(-1).tolist()) for ring in rings)


def agreement(mask: Mask, rings: list[NDArray[np.float64]]) -> float:
    """Return intersection over union of ``mask`` and what odd-even ``rings`` (row, column) enclose."""
    drawn = filled(mask.shape, rings)
    union = np.count_nonzero(mask | drawn)
    return np.count_nonzero(mask & drawn) / union if union else 1.0


def filled(shape: tuple[int, ...], rings: list[NDArray[np.float64]]) -> Mask:
    """Return which pixels have their middle within odd-even ``rings`` (row, column)."""
    turns = np.zeros((shape[0], shape[1] + 1), np.uint8)
    for ring in rings:
        _add_turns(np.ascontiguousarray(ring, np.float64), turns)
    return np.bitwise_xor.accumulate(turns, axis=1)[:, :-1].astype(np.bool_)


@numba.njit(nogil=True, cache=True)
def _add_turns(ring: NDArray[np.float64], turns: NDArray[np.uint8]) -> None:
    """Mark in each row the first pixel beyond every crossing of ``ring``."""
    height, width = turns.shape[0], turns.shape[1] - 1
    for number in range(ring.shape[0]):
        y, x = ring[number - 1, 0] - 0.5, ring[number - 1, 1] - 0.5
        to_y, to_x = ring[number, 0] - 0.5, ring[number, 1] - 0.5
        first, last = int(np.ceil(min(y, to_y))), int(np.ceil(max(y, to_y)))
        for row in range(max(first, 0), min(last, height)):
            crossing = x + (row - y) * (to_x - x) / (to_y - y)
            turns[row, min(max(int(np.ceil(crossing)), 0), width)] ^= 1


def _rings(mask: Mask, sigma: float, tolerance: float) -> list[NDArray[np.float64]]:
    soft = ndimage.gaussian_filter(mask.astype(np.float64), sigma) if sigma else mask.astype(np.float64)
    rings = []
    for curve in measuring.level_curves(soft):
        ring = np.round((measuring.simplified(curve, tolerance)[:-1] + 0.5) * STORED) / STORED
        if len(ring) >= 3 and _area(ring) >= SMALLEST:
            rings.append(ring)
    return rings


def _area(ring: NDArray[np.float64]) -> float:
    x, y = ring[:, 1], ring[:, 0]
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2
