"""Outlines as they are stored: whole quarter pixels, each point as the step from the one before."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from consult_app.atlas.fields import Mismatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas.model import Ring

QUARTERS = 4
"""Stored units per plate pixel."""

_FARTHEST = 4_000_000


def packed(rings: Sequence[Ring]) -> list[list[int]]:
    """Return ``rings`` (plate pixels) as x, y of the first point and the steps to each next one."""
    return [_steps([round(part * QUARTERS) for part in ring]) for ring in rings]


def unpacked(values: list[Any]) -> tuple[Ring, ...]:
    """Return stored rings in plate pixels; a ``Mismatch`` says what is wrong with them."""
    return tuple(_ring(value) for value in values)


def place_of(value: object) -> tuple[float, float]:
    """Return a stored point (x, y) in plate pixels."""
    if not isinstance(value, list) or len(value) != 2 or not _are_whole(value):
        raise Mismatch("a point should be two whole numbers")
    return value[0] / QUARTERS, value[1] / QUARTERS


def packed_place(place: tuple[float, float]) -> list[int]:
    """Return a point (plate pixels) as it is stored."""
    return [round(part * QUARTERS) for part in place]


def _steps(places: list[int]) -> list[int]:
    return places[:2] + [there - here for here, there in zip(places, places[2:], strict=False)]


def _ring(value: object) -> Ring:
    steps = value if isinstance(value, list) else []
    if len(steps) < 6 or len(steps) % 2 or not _are_whole(steps):
        raise Mismatch("a ring should be whole numbers, two for each of at least three points")
    ring = [0.0] * len(steps)
    for axis in (0, 1):
        ring[axis::2] = [place / QUARTERS for place in accumulate(steps[axis::2])]
    return tuple(ring)


def _are_whole(values: list[Any]) -> bool:
    """Tell whether all values are whole numbers of a size that places on a plate have."""
    return set(map(type, values)) == {int} and min(values) > -_FARTHEST and max(values) < _FARTHEST
