"""Where the pain of a selection starts and where it is felt, as keys of the atlas' marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from consult_app.canvas.pain_pattern import PainPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from consult_app.consultation import BodySide, Selection
    from consult_app.content.records import Catalogue, Zone

SIDES: tuple[BodySide, BodySide] = ("left", "right")


class TriggerPoint(Protocol):
    """What the figure has to know of a trigger point; ``side`` is where its pain is felt."""

    @property
    def id(self) -> str:
        """Its id, which the atlas' marks use."""

    @property
    def muscle(self) -> str:
        """The muscle it lies in."""

    @property
    def also_muscles(self) -> tuple[str, ...]:
        """Other muscles with the same pattern."""

    @property
    def primary(self) -> tuple[str, ...]:
        """Zones where its pain is felt most."""

    @property
    def spillover(self) -> tuple[str, ...]:
        """Zones to which its pain may spread."""

    @property
    def side(self) -> str:
        """``same``, ``opposite`` or ``both``."""


def points_of(catalogue: Catalogue, group: str) -> tuple[TriggerPoint, ...]:
    """Return the trigger points of a group; a catalogue from before they were written has none."""
    details = getattr(catalogue, "detail_by_group", {})
    return cast("tuple[TriggerPoint, ...]", getattr(details.get(group), "trigger_points", ()))


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
                for felt in _felt_on(side, point.side):
                    primary.update(_key(zones, zone, felt) for zone in point.primary)
                    spillover.update(_key(zones, zone, felt) for zone in point.spillover)
    return PainPattern(frozenset(marks), frozenset(primary), frozenset(spillover - primary))


def _felt_on(side: BodySide, where: str) -> tuple[BodySide, ...]:
    """Return on which sides pain is felt that starts on one side."""
    other: BodySide = "right" if side == "left" else "left"
    return {"opposite": (other,), "both": SIDES}.get(where, (side,))


def _key(zones: Mapping[str, Zone], zone: str, side: BodySide) -> str:
    is_paired = zone not in zones or zones[zone].paired
    return f"{zone}:{side if is_paired else 'midline'}"
