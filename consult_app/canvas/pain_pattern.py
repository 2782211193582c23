"""Where pain starts and where it is felt: zones and points by the keys of an atlas' marks."""

from __future__ import annotations

from typing import NamedTuple


class PainPattern(NamedTuple):
    """Keys of trigger points, and of the zones where their pain is felt most and where it may spread.

    Keys carry a side: ``masseter-1:left``, ``head.temple:left``, ``low-back.centre:midline``. ``is_drawn``
    tells that the patient has drawn below it where it hurts, so that the legend explains that as well.
    """

    points: frozenset[str] = frozenset()
    primary: frozenset[str] = frozenset()
    spillover: frozenset[str] = frozenset()
    is_drawn: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.points or self.primary or self.spillover)
