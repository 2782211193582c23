"""Connected components of label rasters: finds them, and fills the small ones from their surroundings."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int32]


def components(labels: Labels) -> Labels:
    """Return a number per pixel: the same for side-by-side pixels of equal value."""
    parents = np.arange(labels.size, dtype=np.int32)
    _unite(labels, parents)
    return parents.reshape(labels.shape)


def without_specks(labels: Labels, smallest: int) -> Labels:
    """Return ``labels`` with each component below ``smallest`` pixels filled from around it, ring by ring."""
    numbers = components(labels)
    sizes = np.bincount(numbers.reshape(-1), minlength=labels.size).astype(np.int32)
    big = sizes[numbers] >= smallest
    if big.all() or not big.any():
        return labels
    filled = labels.copy()
    _spread(filled, big.astype(np.uint8))
    return filled


@numba.njit(nogil=True, cache=True)
def _root(parents: Labels, place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


@numba.njit(nogil=True, cache=True)
def _unite(labels: Labels, parents: Labels) -> None:
    height, width = labels.shape
    for row in range(height):
        for column in range(width):
            place = row * width + column
            if column and labels[row, column] == labels[row, column - 1]:
                _join(parents, place, place - 1)
            if row and labels[row, column] == labels[row - 1, column]:
                _join(parents, place, place - width)
    for place in range(parents.size):
        parents[place] = _root(parents, place)


@numba.njit(nogil=True, cache=True)
def _join(parents: Labels, one: int, two: int) -> None:
    one, two = _root(parents, one), _root(parents, two)
    parents[max(one, two)] = min(one, two)


@numba.njit(nogil=True, cache=True)
def _spread(labels: Labels, known: NDArray[np.uint8]) -> None:
    """Give each unknown pixel the value of the known pixel that reaches it first."""
    height, width = labels.shape
    queue = np.empty(labels.size, np.int32)
    start, end = 0, 0
    for row in range(height):
        for column in range(width):
            if known[row, column] and _has_unknown_neighbour(known, row, column):
                queue[end] = row * width + column
                end += 1
    while start < end:
        row, column = queue[start] // width, queue[start] % width
        start += 1
        for step in range(4):
            r, c = row + (0, 0, 1, -1)[step], column + (1, -1, 0, 0)[step]
            if 0 <= r < height and 0 <= c < width and not known[r, c]:
                known[r, c] = 1
                labels[r, c] = labels[row, column]
                queue[end] = r * width + c
                end += 1


@numba.njit(nogil=True, cache=True)
def _has_unknown_neighbour(known: NDArray[np.uint8], row: int, column: int) -> bool:
    height, width = known.shape
    for step in range(4):
        r, c = row + (0, 0, 1, -1)[step], column + (1, -1, 0, 0)[step]
        if 0 <= r < height and 0 <= c < width and not known[r, c]:
            return True
    return False
