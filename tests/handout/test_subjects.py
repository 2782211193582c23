"""What a sheet is about: sore spots are put to their muscle, nothing of a plan is lost or told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.consultation import PlanItem, Selection
from consult_app.handout.content import handout_of
from consult_app.handout.reading import lines_of
from consult_app.handout.subjects import Subject, subjects_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.handout.records import HandoutRequest
    from consult_app.handout.render import TypesetHandout

JAW = Selection("jaw", "left")
MASSETER = Selection("jaw", "left", "masseter")


def test_a_sore_spot_goes_to_its_muscle_before_its_group() -> None:
    items = [PlanItem(JAW), PlanItem(MASSETER, "Sore."), PlanItem(MASSETER, "Worse.", "masseter-1")]
    assert subjects_of(items) == (
        Subject(JAW, (), ("",)),
        Subject(MASSETER, ("masseter-1",), ("Sore.", "Worse.")),
    )


def test_a_sore_spot_goes_to_the_group_on_its_own_side_only() -> None:
    right = Selection("jaw", "right")
    items = [PlanItem(right), PlanItem(MASSETER, point="masseter-1"), PlanItem(JAW)]
    assert [s.selection for s in subjects_of(items)] == [right, JAW]
    assert [s.points for s in subjects_of(items)] == [(), ("masseter-1",)]


def test_a_sore_spot_alone_brings_its_muscle_along_in_the_order_of_the_plan() -> None:
    items = [PlanItem(MASSETER, "Look here.", "masseter-1"), PlanItem(Selection("deltoid"))]
    found = subjects_of(items)
    assert [s.selection for s in found] == [MASSETER, Selection("deltoid")]
    assert found[0].note == "Look here."


def test_notes_stand_below_each_other_and_empty_ones_do_not() -> None:
    assert Subject(JAW, (), ("a", " ", "b")).note == "a\nb"


def test_a_spot_of_the_one_group_is_on_its_page(
    ask: Callable[..., HandoutRequest], typeset: Callable[..., TypesetHandout], catalogue: Catalogue
) -> None:
    point = catalogue.detail_by_group["jaw"].trigger_points[0]
    chosen = Selection("jaw", "left", point.muscle)
    items = (PlanItem(JAW), PlanItem(chosen, "", point.id))
    told = " ".join(line for page in lines_of(handout_of(ask("jaw", items=items))) for line in page)
    assert point.place in told
    assert point.felt in told
    assert point.place not in " ".join(line for page in lines_of(handout_of(ask("jaw"))) for line in page)
    assert typeset("jaw", items=items).page_count == 1


def test_spots_of_a_plan_stand_with_their_groups(
    ask: Callable[..., HandoutRequest], typeset: Callable[..., TypesetHandout], catalogue: Catalogue
) -> None:
    items = [PlanItem(Selection("deltoid", "right"))]
    for group in ("jaw", "upper-trapezius"):
        points = catalogue.detail_by_group[group].trigger_points
        items += [PlanItem(Selection(group, "right", point.muscle), point=point.id) for point in points]
    page = " ".join(lines_of(handout_of(ask("jaw", items=tuple(items))))[0])
    for item in items[1:]:
        points = catalogue.detail_by_group[item.selection.group].trigger_points
        assert next(point.place for point in points if point.id == item.point) in page
    assert typeset("jaw", items=tuple(items)).page_count == 2


def test_what_to_do_at_home_is_left_out_where_the_clinic_leaves_it_out(
    ask: Callable[..., HandoutRequest], catalogue: Catalogue
) -> None:
    care = catalogue.group_by_id["jaw"].self_care
    for has_home_care in (True, False):
        handout = handout_of(ask("jaw", has_home_care=has_home_care))
        told = " ".join(line for page in lines_of(handout) for line in page)
        assert all((text in told) == has_home_care for text in care)
