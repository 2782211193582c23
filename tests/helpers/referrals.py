"""What the catalogue's files say about where pain is felt, read plainly: a second way to the same answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class SoreSpot(NamedTuple):
    """One trigger point; ``side`` is ``same``, ``opposite`` or ``both``."""

    id: str
    side: str
    primary: tuple[str, ...]
    spillover: tuple[str, ...]


class Known(NamedTuple):
    """A muscle group as its file has it: its zones with the chief one first, and its trigger points."""

    group: str
    zones: tuple[str, ...]
    spots: tuple[SoreSpot, ...]


def read_referrals(folder: Path) -> dict[str, Known]:
    """Return every group of a catalogue by id."""
    found = {}
    for path in sorted((folder / "muscles").glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        spots = tuple(
            SoreSpot(
                spot["id"],
                spot.get("side", "same"),
                tuple(spot.get("primary", ())),
                tuple(spot.get("spillover", ())),
            )
            for spot in data["trigger_points"]
        )
        found[data["id"]] = Known(data["id"], tuple(data["zones"]), spots)
    return found


def expected_order(known: dict[str, Known], order: Iterable[str], zone: str) -> list[str]:
    """Return the groups that refer to one zone on one side, the best fit first.

    Those that name it as primary come first; then those of whose zones it is an earlier one; then those
    with more sore spots that name it; then in the ``order`` given.
    """
    places = []
    for number, group in enumerate(order):
        one = known[group]
        fit = max(_fit(one, zone, {"same", "both"}), _fit(one, zone, {"opposite", "both"}))
        if fit > (0, 0):
            chief = one.zones.index(zone) if zone in one.zones else len(one.zones)
            places.append((-fit[0], chief, -fit[1], number, group))
    return [place[-1] for place in sorted(places)]


def _fit(one: Known, zone: str, sides: set[str]) -> tuple[int, int]:
    """Return how a group on one side fits: 2 for primary, 1 for spillover, 0; and by how many sore spots."""
    felt = [spot for spot in one.spots if spot.side in sides]
    primary = sum(zone in spot.primary for spot in felt)
    spillover = sum(zone in spot.spillover for spot in felt)
    return (2, primary) if primary else (1, spillover) if spillover else (0, 0)
