"""Which marks the pain of a selection has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.consultation import Selection
from consult_app.content.detail_records import PointSide, TriggerPoint
from consult_app.content.records import Zone
from consult_app.gui.pain import pain_of, points_of

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue

ZONES = {
    "head.temple": Zone("head.temple", "Temple", "head", paired=True),
    "face.jaw": Zone("face.jaw", "Jaw", "head", paired=True),
    "back.middle": Zone("back.middle", "Spine", "back", paired=False),
}


def point(
    name: str,
    muscle: str,
    primary: tuple[str, ...],
    spillover: tuple[str, ...] = (),
    side: PointSide = "same",
    also_muscles: tuple[str, ...] = (),
) -> TriggerPoint:
    """Return a trigger point of which only its places matter."""
    return TriggerPoint(
        name, muscle, also_muscles, "", "", primary, spillover, side, "", references=(), verified=True
    )


JAW = (
    point("masseter-1", "masseter", ("face.jaw",), ("head.temple",)),
    point("temporalis-1", "temporalis", ("head.temple", "back.middle"), also_muscles=("frontalis",)),
)


def test_one_side_marks_one_side_and_zones_in_the_middle_have_none() -> None:
    pain = pain_of(JAW, ZONES, [Selection("jaw", "left")])
    assert pain.points == {"masseter-1:left", "temporalis-1:left"}
    assert pain.primary == {"face.jaw:left", "head.temple:left", "back.middle:midline"}
    assert not pain.spillover


def test_both_sides_mark_both() -> None:
    pain = pain_of(JAW[:1], ZONES, [Selection("jaw")])
    assert pain.points == {"masseter-1:left", "masseter-1:right"}
    assert pain.spillover == {"head.temple:left", "head.temple:right"}


def test_a_muscle_has_its_own_points_and_those_it_shares() -> None:
    assert pain_of(JAW, ZONES, [Selection("jaw", "left", "masseter")]).points == {"masseter-1:left"}
    assert pain_of(JAW, ZONES, [Selection("jaw", "left", "frontalis")]).points == {"temporalis-1:left"}
    assert len(pain_of(JAW, ZONES, [Selection("jaw", "left", "pterygoid")]).points) == 2


def test_pain_may_be_felt_on_the_other_side_or_on_both() -> None:
    other = point("a", "m", ("face.jaw",), side="opposite")
    both = point("b", "m", ("face.jaw",), side="both")
    assert pain_of([other], ZONES, [Selection("jaw", "left")]).primary == {"face.jaw:right"}
    assert pain_of([both], ZONES, [Selection("jaw", "left")]).primary == {"face.jaw:left", "face.jaw:right"}


def test_points_are_found_in_the_details_of_a_group(catalogue: Catalogue) -> None:
    found = points_of(catalogue, "jaw")
    assert found == catalogue.detail_by_group["jaw"].trigger_points
    assert {item.muscle for item in found} <= {m.id for m in catalogue.group_by_id["jaw"].muscles}


def test_nothing_has_no_pattern() -> None:
    assert not pain_of((), ZONES, [Selection("jaw")])
