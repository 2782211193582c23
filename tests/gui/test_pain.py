"""Which marks the pain of a selection has."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from consult_app.consultation import Selection
from consult_app.content.records import Zone
from consult_app.gui.pain import pain_of, points_of

ZONES = {
    "head.temple": Zone("head.temple", "Temple", "head", paired=True),
    "face.jaw": Zone("face.jaw", "Jaw", "head", paired=True),
    "back.middle": Zone("back.middle", "Spine", "back", paired=False),
}


class Point(NamedTuple):
    """A trigger point as the catalogue will have it."""

    id: str
    muscle: str
    primary: tuple[str, ...]
    spillover: tuple[str, ...] = ()
    side: str = "same"
    also_muscles: tuple[str, ...] = ()


JAW = (
    Point("masseter-1", "masseter", ("face.jaw",), ("head.temple",)),
    Point("temporalis-1", "temporalis", ("head.temple", "back.middle"), also_muscles=("frontalis",)),
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
    other = Point("a", "m", ("face.jaw",), side="opposite")
    both = Point("b", "m", ("face.jaw",), side="both")
    assert pain_of([other], ZONES, [Selection("jaw", "left")]).primary == {"face.jaw:right"}
    assert pain_of([both], ZONES, [Selection("jaw", "left")]).primary == {"face.jaw:left", "face.jaw:right"}


def test_points_are_found_in_the_details_of_a_group() -> None:
    class Detail(NamedTuple):
        trigger_points: tuple[Point, ...]

    class Deep:
        detail_by_group: ClassVar = {"jaw": Detail(JAW)}

    assert points_of(Deep, "jaw") == JAW  # type: ignore[arg-type]
    assert points_of(Deep, "soleus") == ()  # type: ignore[arg-type]


def test_a_group_without_points_has_no_pattern() -> None:
    assert points_of(object(), "jaw") == ()  # type: ignore[arg-type]
    assert not pain_of((), ZONES, [Selection("jaw")])
