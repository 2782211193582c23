"""Carries the shade of the figure on beyond its rim, so that scaled pictures have no fringe."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.float32]
Bytes = NDArray[np.uint8]

RIM = 16
"""Pixels around the figure that carry its shade on; farther out the relief is even, which costs no bytes."""
BEYOND = 0.8
"""Grey value far from the figure, where nothing is painted."""


def carried_on(relief: Grey, there: NDArray[np.bool_]) -> Grey:
    """Return ``relief`` with shades where nothing is: ring by ring the mean of the neighbours further in."""
    known = there.astype(np.uint8)
    spread = np.where(there, relief, np.float32(0))
    for ring in range(1, RIM + 1):
        _add_ring(spread, known, ring)
    return np.where(known > 0, spread, np.float32(BEYOND))


@numba.njit(nogil=True, cache=True)
def _add_ring(relief: Grey, known: Bytes, ring: int) -> None:
    """Fill the unknown pixels beside known ones; ``known`` tells in which ring (plus one) each was filled."""
    height, width = relief.shape
    for row in range(height):
        for column in range(width):
            if not known[row, column]:
                mean = _mean_around(relief, known, row, column, ring)
                if mean >= 0:
                    relief[row, column] = mean
                    known[row, column] = ring + 1


@numba.njit(nogil=True, cache=True)
def _mean_around(relief: Grey, known: Bytes, row: int, column: int, ring: int) -> float:
    """Return the mean of the neighbours that were known before this ring, or −1."""
    height, width = relief.shape
    total, count = 0.0, 0
    for r in range(max(0, row - 1), min(height, row + 2)):
        for c in range(max(0, column - 1), min(width, column + 2)):
            if 0 < known[r, c] <= ring:
                total += relief[r, c]
                count += 1
    return total / count if count else -1.0
