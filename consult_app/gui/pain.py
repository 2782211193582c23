"""Where the pain of a selection starts and where it is felt, as keys of the atlas' marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.canvas.pain_pattern import PainPattern
from consult_app.content.lookup import SIDES, felt_on, zone_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from consult_app.consultation import Selection
    from consult_app.content.detail_records import TriggerPoint
    from consult_app.content.records import Catalogue, Zone


def points_of(catalogue: Catalogue, group: str) -> tuple[TriggerPoint, ...]:
    """Return the trigger points of a group; the first to ask reads the catalogue's details."""
    return catalogue.detail_by_group[group].trigger_points


def pain_of(
    points: Iterable[TriggerPoint], zones: Mapping[str, Zone], selections: Iterable[Selection]
) -> PainPattern:
    """Return the pattern of some selections: on both sides where a group is selected on both.

    A chosen muscle shows its own points; a muscle without any shows those of its group.
    """
    known = list(points)
    marks: set[str] = set()
    primary: set[str] = set()
    spillover: set[str] = set()
    for chosen in selections:
        own = [p for p in known if chosen.muscle in (p.muscle, *p.also_muscles)]
        for side in (chosen.side,) if chosen.side else SIDES:
            for point in own or known:
                marks.add(f"{point.id}:{side}")
                for felt in felt_on(side, point.side):
                    primary.update(zone_key(zones, zone, felt) for zone in point.primary)
                    spillover.update(zone_key(zones, zone, felt) for zone in point.spillover)
    return PainPattern(frozenset(marks), frozenset(primary), frozenset(spillover - primary))
