"""How the body turns: which azimuths there are, and the way from one to another (no Qt).

Angles are in degrees and may run beyond a full turn; azimuths are angles from 0 up to 360.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

GLIDE_S, MOST_GLIDE = 0.16, 60.0
"""Seconds for which a body let go in motion would keep its speed, and degrees it glides at most."""
LEAST_MS, MS_PER_DEGREE, MOST_MS = 150.0, 2.2, 620.0
CRISP = 0.3
"""Share of the way between two plates, at each end, on which one of them is seen alone."""


class Ring(NamedTuple):
    """The azimuths a body can rest at, from small to large."""

    azimuths: tuple[int, ...]

    @classmethod
    def of(cls, azimuths: Iterable[int]) -> Ring:
        """Return the ring of some azimuths, each taken once."""
        return cls(tuple(sorted({azimuth % 360 for azimuth in azimuths})))

    def nearest(self, angle: float) -> int:
        """Return the azimuth at which a body would come to rest from an angle."""
        return min(self.azimuths, key=lambda azimuth: (abs(turn(angle, azimuth)), azimuth))

    def step(self, angle: float, by: int) -> int:
        """Return the azimuth a number of places further round (``by`` may be negative)."""
        place = self.azimuths.index(self.nearest(angle))
        return self.azimuths[(place + by) % len(self.azimuths)]

    def between(self, angle: float) -> tuple[int, int, float]:
        """Return the azimuths before and after an angle, and how far it is from one to the other (0 to 1)."""
        held = angle % 360
        before = max((a for a in self.azimuths if a <= held), default=self.azimuths[-1])
        after = min((a for a in self.azimuths if a > held), default=self.azimuths[0])
        width = (after - before) % 360 or 360
        return before, after, ((held - before) % 360) / width


def turn(start: float, target: float) -> float:
    """Return the shortest turn from one angle to another, above -180 and up to 180."""
    away = (target - start) % 360
    return away - 360 if away > 180 else away


def glided(angle: float, speed: float) -> float:
    """Return where a body let go at a speed (degrees per second) would glide to."""
    return angle + min(MOST_GLIDE, max(-MOST_GLIDE, speed * GLIDE_S))


def duration_ms(degrees: float) -> float:
    """Return how long a turn takes."""
    return min(MOST_MS, LEAST_MS + MS_PER_DEGREE * abs(degrees))


def eased(share: float) -> float:
    """Return how far a turn has come after a share of its time: soon, then ever more slowly."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def blended(share: float) -> float:
    """Return how strongly the second of two plates is seen on the way from the first to it."""
    along = min(1.0, max(0.0, (share - CRISP) / (1 - 2 * CRISP)))
    return along * along * (3 - 2 * along)
