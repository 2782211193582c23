"""A measured figure beside its limit and its baseline."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the report; ``limit`` is the most that ``value`` may be, both in ``unit``.

    ``baseline`` is the same thing done by a bare window or the plainest code, in ``unit``; None where
    there is no such thing.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    baseline: float | None = None

    @property
    def is_ok(self) -> bool:
        """Whether the limit is kept, or there is none."""
        return self.limit is None or self.value <= self.limit


# The limits of DESIGN, section 7.
START_RATIO = 1.5
TAP_MS, TAP_WORST_MS = 16.0, 33.0
FRAME_MS = 16.0
KEY_MS = 5.0
MEMORY_MIB = 150.0
IDLE_PERCENT = 0.05
"""What still is 0.0 % when rounded, of one core."""
WAKE_UPS = 0.0
GROWTH_MIB = 2.0
RESOURCES_MB = 30.0
