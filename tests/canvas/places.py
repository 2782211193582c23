"""Where a finger can land on each region of a plate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consult_app.atlas.model import Plate

RUN = re.compile(rb"(.)\1*", re.DOTALL)
MOST_RUNS = 30
"""The longest runs of a region that are looked at."""


def inside_points(plate: Plate, raster: bytes) -> dict[str, tuple[float, float]]:
    """Return for each region of a plate the middle of its roomiest place, in plate pixels."""
    runs: dict[int, list[tuple[int, int, int]]] = {}
    for row in range(plate.height):
        line = raster[row * plate.width : (row + 1) * plate.width]
        for run in RUN.finditer(line):
            runs.setdefault(line[run.start()], []).append((run.end() - run.start(), row, run.start()))
    points = {}
    for value, entry in enumerate(plate.entries):
        if entry.region is not None and value in runs:
            longest = sorted(runs[value], reverse=True)[:MOST_RUNS]
            _, column, row = max(_roomy(plate, raster, *run) for run in longest)
            points[entry.region.id] = (column + 0.5, row + 0.5)
    return points


def _roomy(plate: Plate, raster: bytes, length: int, row: int, start: int) -> tuple[int, int, int]:
    """Return how much room there is around the middle of a run, and that middle."""
    column = start + length // 2
    value = raster[row * plate.width + column]
    top = bottom = row
    while row - top < length and top > 0 and raster[(top - 1) * plate.width + column] == value:
        top -= 1
    last = plate.height - 1
    while bottom - row < length and bottom < last and raster[(bottom + 1) * plate.width + column] == value:
        bottom += 1
    return min(length, row - top + 1, bottom - row + 1), column, row
