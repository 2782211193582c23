"""Which region lies at a pixel of a plate, and which lie near it.

All work on rows is done by ``bytes`` methods, at the speed of C: a tap costs some tens of microseconds.
Coordinates are pixels of the plate's sharpest level; ``index`` is that level's raster.
"""

from __future__ import annotations

from math import floor, hypot, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.atlas.model import Plate, Region


class Candidate(NamedTuple):
    """A region near a tap and how far away its nearest pixel is, in plate pixels (0: right there)."""

    region: Region
    distance: float


def region_at(plate: Plate, index: bytes, x: float, y: float) -> Region | None:
    """Return the region at a pixel, or None beside all regions or outside the plate."""
    column, row = floor(x), floor(y)
    if not (0 <= column < plate.width and 0 <= row < plate.height):
        return None
    return plate.entries[index[row * plate.width + column]].region


def regions_near(plate: Plate, index: bytes, x: float, y: float, radius: float) -> tuple[Candidate, ...]:
    """Return all regions within ``radius`` of a pixel, the nearest first, each once."""
    column, row = floor(x), floor(y)
    nearest: dict[Region, float] = {}
    for across in range(max(0, row - floor(radius)), min(plate.height - 1, row + floor(radius)) + 1):
        reach = floor(sqrt(radius * radius - (across - row) ** 2))
        for value, steps in _values_in_row(plate, index, across, column, reach):
            region = plate.entries[value].region
            distance = hypot(steps, across - row)
            if region is not None and distance < nearest.get(region, distance + 1):
                nearest[region] = distance
    return tuple(
        Candidate(region, distance)
        for region, distance in sorted(nearest.items(), key=lambda item: (item[1], item[0].id))
    )


def _values_in_row(
    plate: Plate, index: bytes, row: int, column: int, reach: int
) -> Iterator[tuple[int, int]]:
    """Yield each value within reach of a column in one row, with the steps to its nearest pixel."""
    start = max(0, column - reach)
    end = min(plate.width, column + reach + 1)
    if start >= end:
        return
    strip = index[row * plate.width + start : row * plate.width + end]
    middle = column - start  # may lie outside the strip when the tap is beside the plate
    for value in set(strip):
        before = strip.rfind(value, 0, max(0, middle + 1))
        after = strip.find(value, max(0, middle))
        yield value, min(abs(middle - place) for place in (before, after) if place >= 0)
