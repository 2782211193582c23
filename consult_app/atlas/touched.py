"""Which pain zones something drawn on a plate lies in, and where the middle of a zone is.

A single touch means a place: it counts for the zones that hold its middle or, beside all of them, for the
nearest one. A line means the area that the finger went over.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from math import ceil, hypot, inf, pi, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from consult_app.atlas.model import Plate, Ring

Place = tuple[float, float]

STEP = 0.004
"""Metres between the places at which a drawn area is looked at."""
REACH = 0.035
"""Metres within which a touch beside all zones means the nearest one."""
BRUSHED = 0.2
"""Share of what a line's chief zone has of it, below which the line has only brushed another zone."""
MOST_ACROSS = 16
"""How many places across a zone are tried when its middle is looked for."""


class Line(NamedTuple):
    """What a finger drew: a way in plate pixels, one point for a touch, and how wide it is."""

    points: tuple[Place, ...]
    width: float


def zones_touched(plate: Plate, zones: Mapping[str, tuple[Ring, ...]], line: Line) -> dict[str, float]:
    """Return how much of a line lies in each zone of a plate, in square metres; zones it misses are left out.

    ``zones`` are the outlines of the plate's marks. Where zones overlap, both have the area.
    """
    if len(line.points) == 1:
        area = pi * (line.width / 2 / plate.pixels_per_metre) ** 2
        return dict.fromkeys(_zones_at(zones, line.points[0], REACH * plate.pixels_per_metre), area)
    step = STEP * plate.pixels_per_metre
    rows = _rows(line, step)
    counts: dict[str, int] = {}
    for key, rings in zones.items():
        count = _count_inside(rings, rows, step)
        if count:
            counts[key] = count
    if not counts:
        middle = line.points[len(line.points) // 2]
        counts = dict.fromkeys(_zones_at(zones, middle, REACH * plate.pixels_per_metre), _total(rows))
    chief = max(counts.values(), default=0)
    return {key: count * STEP**2 for key, count in counts.items() if count >= BRUSHED * chief}


def middle_of(rings: Sequence[Ring]) -> Place:
    """Return the roomiest place inside the largest of some rings, in the rings' units."""
    ring = max(rings, key=_extent)
    left, top, right, bottom = _box(ring)
    best, room = (ring[0], ring[1]), -1.0
    for row in range(1, MOST_ACROSS):
        y = top + (bottom - top) * row / MOST_ACROSS
        crossings = _crossings(rings, y)
        for column in range(1, MOST_ACROSS):
            x = left + (right - left) * column / MOST_ACROSS
            if bisect(crossings, x) % 2:
                around = _distance(ring, (x, y))
                if around > room:
                    best, room = (x, y), around
    return best


def _zones_at(zones: Mapping[str, tuple[Ring, ...]], place: Place, reach: float) -> list[str]:
    """Return the zones that hold a place; where none does, the nearest one within reach."""
    x, y = place
    found = [key for key, rings in zones.items() if bisect(_crossings(rings, y), x) % 2]
    if found:
        return found
    away = {key: min(_distance(ring, place) for ring in rings) for key, rings in zones.items() if rings}
    nearest = min(away, key=away.__getitem__, default=None)
    return [nearest] if nearest is not None and away[nearest] <= reach else []


def _crossings(rings: Iterable[Ring], y: float) -> list[float]:
    """Return where a level line crosses rings, from left to right: inside after an odd number of them."""
    found = []
    for ring in rings:
        xs, ys = ring[::2], ring[1::2]
        before_x, before_y = xs[-1], ys[-1]
        for here_x, here_y in zip(xs, ys, strict=True):
            if (before_y <= y) != (here_y <= y):
                found.append(before_x + (y - before_y) * (here_x - before_x) / (here_y - before_y))
            before_x, before_y = here_x, here_y
    return sorted(found)


def _rows(line: Line, step: float) -> dict[int, list[tuple[int, int]]]:
    """Return the places a line covers: for each row of a grid its runs of columns, without overlap."""
    half = line.width / 2
    raw: dict[int, list[tuple[int, int]]] = {}
    for x, y in _dense(line.points, step):
        for row in range(ceil((y - half) / step), int((y + half) // step) + 1):
            reach = sqrt(max(0.0, half * half - (row * step - y) ** 2))
            raw.setdefault(row, []).append((ceil((x - reach) / step), int((x + reach) // step)))
    return {row: _joined(runs) for row, runs in raw.items()}


def _dense(points: Sequence[Place], step: float) -> Iterable[Place]:
    """Yield the places of a way, none farther than a step from the one before."""
    yield points[0]
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, ceil(hypot(x1 - x0, y1 - y0) / step))
        for number in range(1, count + 1):
            yield x0 + (x1 - x0) * number / count, y0 + (y1 - y0) * number / count


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(run for run in runs if run[0] <= run[1]):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _total(rows: Mapping[int, list[tuple[int, int]]]) -> int:
    return sum(last - first + 1 for runs in rows.values() for first, last in runs)


def _count_inside(rings: Iterable[Ring], rows: Mapping[int, list[tuple[int, int]]], step: float) -> int:
    """Return how many of a line's places lie inside rings."""
    count = 0
    top, bottom = min(rows) * step, max(rows) * step
    near = [ring for ring in rings if min(ring[1::2]) <= bottom and max(ring[1::2]) >= top]
    if not near:
        return 0
    for row, runs in rows.items():
        crossings = _crossings(near, row * step)
        for enter, leave in zip(crossings[::2], crossings[1::2], strict=False):
            inside = ceil(enter / step), int(leave // step)
            count += sum(max(0, min(last, inside[1]) - max(first, inside[0]) + 1) for first, last in runs)
    return count


def _box(ring: Ring) -> tuple[float, float, float, float]:
    xs, ys = ring[::2], ring[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _extent(ring: Ring) -> float:
    left, top, right, bottom = _box(ring)
    return (right - left) * (bottom - top)


def _distance(ring: Ring, place: Place) -> float:
    """Return how far a place lies from a ring's edge."""
    corners = list(zip(ring[::2], ring[1::2], strict=True))
    least = inf
    for (x0, y0), (x1, y1) in pairwise([corners[-1], *corners]):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        along = ((place[0] - x0) * (x1 - x0) + (place[1] - y0) * (y1 - y0)) / length if length else 0.0
        along = min(1.0, max(0.0, along))
        least = min(least, hypot(place[0] - x0 - along * (x1 - x0), place[1] - y0 - along * (y1 - y0)))
    return least
