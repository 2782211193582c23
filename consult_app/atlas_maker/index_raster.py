"""The index raster: which paint is at which pixel, cleaned of specks."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.specks import without_specks

Labels = NDArray[np.int32]

SPECK = 40
"""Components of fewer pixels, about 6 mm square, are given to their neighbours: no finger means them."""


def reduce(labels: Labels) -> Labels:
    """Return ``labels`` at half the size: of four pixels the value that most have, of two the lower."""
    height, width = labels.shape
    small = np.empty((height // 2, width // 2), np.int32)
    _reduce(labels, small)
    return small


@numba.njit(nogil=True, cache=True)
def _reduce(labels: Labels, small: Labels) -> None:
    for row in range(small.shape[0]):
        for column in range(small.shape[1]):
            a, b = labels[2 * row, 2 * column], labels[2 * row, 2 * column + 1]
            c, d = labels[2 * row + 1, 2 * column], labels[2 * row + 1, 2 * column + 1]
            value = a
            if a == b:
                value = min(a, c) if c == d else a
            elif a == c:
                value = min(a, b) if b == d else a
            elif a == d:
                value = min(a, b) if b == c else a
            elif b in (c, d):
                value = b
            elif c == d:
                value = c
            small[row, column] = value


def merge_specks(labels: Labels, smallest: int = SPECK) -> Labels:
    """Return ``labels`` with every component below ``smallest`` pixels filled from its surroundings."""
    return without_specks(labels, smallest)
