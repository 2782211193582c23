"""Which muscle groups commonly send pain to where it hurts, the best fit first.

It says how well a group's known pattern fits, never how likely it is. The catalogue does not know how
common a sore spot is in numbers; of groups that fit alike, those come first that name the place as their
chief one, that have more sore spots which refer there, and that stand earlier in the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consult_app.content.lookup import SIDES, felt_on, zone_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from consult_app.content.lookup import BodySide
    from consult_app.content.records import Catalogue, MuscleGroup
    from consult_app.content.safety_records import RedFlag

ALIKE = 0.05
"""Shares of the drawing that differ by less than this count as the same."""


class Match(NamedTuple):
    """A muscle group on one side, or on both (None), that may send pain to where it hurts.

    ``is_primary`` tells that the pain of one of its sore spots is felt there most, and not only that it
    may spread there. ``share`` is how much of the drawing that holds for (0 to 1). ``zones`` are the keys
    of the drawn zones, ``points`` the ids of the sore spots.
    """

    group: str
    side: BodySide | None
    is_primary: bool
    share: float
    zones: frozenset[str]
    points: frozenset[str]


def ranked(catalogue: Catalogue, felt: Mapping[str, float]) -> tuple[Match, ...]:
    """Return the groups that may send pain to the drawn zones.

    ``felt`` tells for each zone, by the key of the atlas' marks (``shoulder.top:left``), how much of the
    drawing lies in it, in any unit. Primary comes before spillover, then more of the drawing before less.
    """
    whole = sum(felt.values())
    if whole <= 0:
        return ()
    shares = {key: area / whole for key, area in felt.items()}
    found = [match for group in catalogue.groups for match in _matches(catalogue, group, shares)]
    order = {group.id: number for number, group in enumerate(catalogue.groups)}

    def place(match: Match) -> tuple[bool, float, int, int, int, str]:
        group = catalogue.group_by_id[match.group]
        share = -round(match.share / ALIKE)
        return (
            not match.is_primary,
            share,
            _chief(group, match.zones),
            -len(match.points),
            order[group.id],
            match.side or "",
        )

    return tuple(sorted(found, key=place))


def red_flags(catalogue: Catalogue, zones: Iterable[str]) -> tuple[tuple[RedFlag, ...], tuple[RedFlag, ...]]:
    """Return the warning signs that concern pain in some zones (ids), and all the others."""
    areas = {catalogue.zone_by_id[zone].area for zone in zones if zone in catalogue.zone_by_id}
    flags = catalogue.safety.red_flags
    near = tuple(flag for flag in flags if not flag.areas or not areas.isdisjoint(flag.areas))
    return near, tuple(flag for flag in flags if flag not in near)


def _chief(group: MuscleGroup, zones: Iterable[str]) -> int:
    """Return the place of the first of some zones in the group's own list, its chief zone first."""
    names = {key.rpartition(":")[0] for key in zones}
    return next((place for place, zone in enumerate(group.zones) if zone in names), len(group.zones))


def _matches(catalogue: Catalogue, group: MuscleGroup, shares: Mapping[str, float]) -> list[Match]:
    """Return the matches of one group: of each side, or one for both where they fit in the same way."""
    sides = [match for side in SIDES if (match := _on_side(catalogue, group, side, shares)) is not None]
    if len(sides) < 2:
        return sides
    one, other = sorted(sides, key=_is_spillover)
    if one.is_primary != other.is_primary:
        return [one] if other.zones <= one.zones else [one, other]
    less, more = sorted((one, other), key=_extent)
    if less.zones <= more.zones and _extent(less) != _extent(more):
        return [more]  # pain may cross the middle: the side from which more of it comes
    zones = one.zones | other.zones
    share = sum(shares[key] for key in zones)
    return [Match(group.id, None, one.is_primary, share, zones, one.points | other.points)]


def _is_spillover(match: Match) -> bool:
    return not match.is_primary


def _extent(match: Match) -> tuple[int, int]:
    return len(match.zones), len(match.points)


def _on_side(
    catalogue: Catalogue, group: MuscleGroup, side: BodySide, shares: Mapping[str, float]
) -> Match | None:
    """Return how a group on one side fits; None where it does not."""
    known = catalogue.zone_by_id
    zones: dict[bool, set[str]] = {True: set(), False: set()}
    points: dict[bool, set[str]] = {True: set(), False: set()}
    for point in catalogue.detail_by_group[group.id].trigger_points:
        for felt in felt_on(side, point.side):
            for is_primary, listed in ((True, point.primary), (False, point.spillover)):
                hit = {zone_key(known, zone, felt) for zone in listed} & shares.keys()
                if hit:
                    zones[is_primary] |= hit
                    points[is_primary].add(point.id)
    for is_primary in (True, False):
        if zones[is_primary]:
            share = sum(shares[key] for key in zones[is_primary])
            found = frozenset(zones[is_primary]), frozenset(points[is_primary])
            return Match(group.id, side, is_primary, share, *found)
    return None
