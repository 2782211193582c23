"""Pain zones: patches of the skin, each a smooth closed curve on a chart of its part of the body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.charts import Tube, mirrored
from consult_app.atlas_maker.measuring import enclosed
from consult_app.atlas_maker.zone_charts import CHARTS, DIGITS, REACH, on_arm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.atlas_maker.charts import Floats

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Corners = tuple[tuple[float, float], ...]

ROUNDS = 3
"""How often the corners of a curve are cut."""
MIDLINE = frozenset({"sacrum"})
"""Zones that lie across the middle and have no sides."""
HAND_Y, HAND_X, FOOT_Y = 0.90, 0.21, 0.01
"""Below and outside these (metres) a point is of a hand, below that one of a foot."""


@dataclass(frozen=True)
class Zone:
    """A zone on the left side, by its corners on a chart.

    On a Tube they are degrees and places along the axis, else millimetres.
    ``limb`` is "arm" or "body" where only one of them is meant, or the digit (see ``DIGITS``).
    ``low`` and ``high`` are heights (metres) between which it lies.
    """

    chart: str
    corners: Corners
    limb: str = ""
    low: float = -1.0
    high: float = 3.0


@cache
def curve(corners: Corners) -> Floats:
    """Return the closed curve that ``corners`` pull along: corners are cut until they look round."""
    points = np.array(corners, float)
    for _ in range(ROUNDS):
        ahead = np.roll(points, -1, axis=0)
        points = np.stack([0.75 * points + 0.25 * ahead, 0.25 * points + 0.75 * ahead], axis=1).reshape(-1, 2)
    return points


def zones_at(points: Floats, table: Mapping[str, Zone]) -> dict[str, Mask]:
    """Return for each zone which mesh points (n × 3, metres, of the skin) lie in it, either side."""
    ground = _Ground(mirrored(points))
    return {name: ground.within(zone) for name, zone in table.items()}


class _Ground:
    """Points of the left side with their coordinates on the charts that were asked for."""

    def __init__(self, points: Floats) -> None:
        self._points = points
        self._places: dict[str, tuple[Numbers, Floats]] = {}
        self._arm = on_arm(points) > 0
        self._digits = _digits(points, self._arm)

    def within(self, zone: Zone) -> Mask:
        """Return which points lie in ``zone``."""
        ring = curve(zone.corners)
        numbers, places = self._place(zone.chart)
        height = self._points[numbers, 1]
        first, second = places.T
        (left, low), (right, high) = ring.min(axis=0), ring.max(axis=0)
        near = (second > low) & (second < high) & (height > zone.low) & (height < zone.high)
        chosen = np.nonzero(near & self._on_limb(zone.limb, numbers))[0]
        inside = np.zeros(len(self._points), bool)
        for turn in (0.0, 360.0, -360.0) if isinstance(CHARTS[zone.chart], Tube) else (0.0,):
            angle = first[chosen] + turn
            here = chosen[(angle > left) & (angle < right)]
            if len(here):
                inside[numbers[here]] |= enclosed(places[here] + np.array([turn, 0.0]), ring)
        return inside

    def _place(self, chart: str) -> tuple[Numbers, Floats]:
        """Return the numbers of the points within reach of a chart, and their coordinates on it."""
        if chart not in self._places:
            low, high = REACH[chart]
            numbers = np.nonzero((self._points[:, 1] > low) & (self._points[:, 1] < high))[0]
            self._places[chart] = numbers, CHARTS[chart].place(self._points[numbers])
        return self._places[chart]

    def _on_limb(self, limb: str, numbers: Numbers) -> Mask:
        if not limb:
            return np.ones(len(numbers), bool)
        if limb in {"arm", "body"}:
            return np.asarray(self._arm[numbers] == (limb == "arm"))
        return np.asarray(self._digits[numbers] == limb)


def _digits(points: Floats, arm: Mask) -> NDArray[np.str_]:
    """Return the digit (or hand, or foot) each point belongs to; nothing away from hands and feet."""
    found = np.full(len(points), "", "U8")
    hand = np.nonzero(arm & (points[:, 1] < HAND_Y) & (points[:, 0] > HAND_X))[0]
    foot = np.nonzero(~arm & (points[:, 1] < FOOT_Y))[0]
    for near, names in ((hand, tuple(DIGITS)[:6]), (foot, tuple(DIGITS)[6:])):
        if len(near):
            apart = np.stack([_apart(points[near], name) for name in names])
            found[near] = np.array(names)[apart.argmin(axis=0)]
    return found


def _apart(points: Floats, digit: str) -> Floats:
    """Return the distance (metres) of each point from the lines of ``digit``."""
    nearest = np.full(len(points), np.inf)
    for line in DIGITS[digit]:
        for start, end in pairwise(line):
            origin, way = np.array(start), np.array(end) - np.array(start)
            share = np.clip((points - origin) @ way / (way @ way), 0, 1)
            nearest = np.minimum(nearest, np.linalg.norm(points - origin - share[:, None] * way, axis=1))
    return nearest
