"""From where it hurts to the muscles that may send pain there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.storage import read_marks
from consult_app.atlas.touched import Line, middle_of, zones_touched
from consult_app.bundle import find_resources
from consult_app.content.compiled import load
from consult_app.content.referral import ranked, red_flags
from tests.helpers.referrals import expected_order, read_referrals

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    """The catalogue that the program ships: the fact base that the list has to agree with."""
    found = load(find_resources() / "catalogue", None).catalogue
    assert found is not None
    return found


def _naming(catalogue: Catalogue, zone: str) -> tuple[set[str], set[str]]:
    """Return the groups with a point that names a zone as primary, and those that only name it else."""
    primary, spillover = set(), set()
    for detail in catalogue.details.groups:
        for point in detail.trigger_points:
            if zone in point.primary:
                primary.add(detail.group)
            if zone in point.spillover:
                spillover.add(detail.group)
    return primary, spillover - primary


def test_a_touch_in_any_zone_ranks_those_that_name_it_first_and_then_those_it_may_spread_from(
    atlas: Atlas, resources: Path, shipped: Catalogue
) -> None:
    """The path from the finger to the list, for every zone and side of the body."""
    for key, best in atlas.zone_best.items():
        plate = atlas.plate_by_id[best[0]]
        zones = read_marks(resources / "atlas", plate).zones
        felt = zones_touched(plate, zones, Line((middle_of(zones[key]),), 0.02 * plate.pixels_per_metre))
        found = ranked(shipped, felt)
        zone, _, side = key.rpartition(":")
        primary, spillover = _naming(shipped, zone)
        groups = [match.group for match in found]
        assert set(groups[: len(primary)]) == primary, key
        assert set(groups[len(primary) :]) == spillover, key
        assert len(groups) == len(primary) + len(spillover), key
        assert [match.is_primary for match in found] == sorted((m.is_primary for m in found), reverse=True)
        wanted = {None} if side == "midline" else {side, None}
        assert {match.side for match in found} <= wanted, key
        assert all(match.share == pytest.approx(1) for match in found)


def test_nothing_drawn_finds_nothing(shipped: Catalogue) -> None:
    assert ranked(shipped, {}) == ()


def test_more_of_the_drawing_comes_before_less(shipped: Catalogue) -> None:
    found = ranked(shipped, {"foot.heel:left": 3.0, "head.forehead:left": 1.0})
    primary = [match for match in found if match.is_primary]
    shares = [round(match.share, 2) for match in primary]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 0.75
    assert 0.25 in shares


def test_primary_comes_before_a_larger_share_of_spillover(shipped: Catalogue) -> None:
    found = ranked(shipped, {"foot.heel:left": 9.0, "head.forehead:left": 1.0})
    kinds = [match.is_primary for match in found]
    assert kinds == sorted(kinds, reverse=True)
    assert max(m.share for m in found if not m.is_primary) > min(m.share for m in found if m.is_primary)


def test_pain_on_both_sides_is_one_match_for_both(shipped: Catalogue) -> None:
    found = {m.group: m for m in ranked(shipped, {"shoulder.top:left": 1.0, "shoulder.top:right": 1.0})}
    match = found["levator-scapulae"]
    assert (match.side, match.share) == (None, pytest.approx(1))
    assert match.zones == {"shoulder.top:left", "shoulder.top:right"}


def test_pain_on_one_side_is_not_laid_to_the_other(shipped: Catalogue) -> None:
    assert {m.side for m in ranked(shipped, {"shoulder.top:right": 1.0})} == {"right"}


def test_pain_that_crosses_the_middle_counts_for_the_side_from_which_more_comes(shipped: Catalogue) -> None:
    found = {m.group: m for m in ranked(shipped, {"low-back:left": 1.0})}
    assert found["gluteus-medius-minimus"].side == "left"


def test_the_points_named_are_those_that_refer_there(shipped: Catalogue) -> None:
    for match in ranked(shipped, {"head.temple:left": 1.0}):
        assert match.points
        for name in match.points:
            point = shipped.trigger_point_by_id[name]
            assert "head.temple" in (point.primary if match.is_primary else point.spillover)


def test_warning_signs_of_the_place_come_with_those_that_hold_anywhere(shipped: Catalogue) -> None:
    near, others = red_flags(shipped, ["low-back"])
    ids = [flag.id for flag in near]
    assert "flag-cauda" in ids
    assert "flag-fracture" in ids
    assert "flag-clot" in [flag.id for flag in others]
    assert len(near) + len(others) == len(shipped.safety.red_flags)


def test_before_anything_is_drawn_only_signs_that_hold_anywhere_are_near(shipped: Catalogue) -> None:
    near, _others = red_flags(shipped, [])
    assert near == tuple(flag for flag in shipped.safety.red_flags if not flag.areas)


def test_for_every_zone_the_order_is_the_one_that_the_files_of_the_catalogue_give(
    shipped: Catalogue, resources: Path
) -> None:
    known = read_referrals(resources / "catalogue")
    order = [group.id for group in shipped.groups]
    differing = {}
    for zone in shipped.zones:
        for side in ("left", "right") if zone.paired else ("midline",):
            found = [match.group for match in ranked(shipped, {f"{zone.id}:{side}": 1.0})]
            if found != expected_order(known, order, zone.id):
                differing[zone.id, side] = found
    assert len(shipped.zones) == 75
    assert differing == {}
