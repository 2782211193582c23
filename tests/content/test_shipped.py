"""The words that are shipped: each group is found by each of its names, and search is quick enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.bundle import find_resources
from consult_app.content.compiled import load
from consult_app.content.later import Later
from consult_app.content.lookup import codes_of
from consult_app.content.search import Hit, SearchIndex

if TYPE_CHECKING:
    from consult_app.content.detail_records import GroupDetail
    from consult_app.content.records import Catalogue, MuscleGroup


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    catalogue = load(find_resources() / "catalogue", None).catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture(scope="module")
def index(shipped: Catalogue) -> SearchIndex:
    return SearchIndex(shipped)


def first_group(hits: list[Hit]) -> str | None:
    return next((hit.id for hit in hits if hit.kind == "group"), None)


def test_there_are_43_groups_and_15_benefits(shipped: Catalogue) -> None:
    assert len(shipped.groups) == 43
    assert len(shipped.benefits) == 15


def names_of(group: MuscleGroup) -> list[str]:
    return [group.name, group.clinical_name, *(muscle.name for muscle in group.muscles)]


def test_each_group_is_the_first_group_found_by_each_of_its_names(
    shipped: Catalogue, index: SearchIndex
) -> None:
    missed = [
        (name, first_group(index.find(name)))
        for group in shipped.groups
        for name in names_of(group)
        if first_group(index.find(name)) != group.id
    ]
    assert missed == []


def test_each_name_is_found_with_one_letter_left_out(shipped: Catalogue, index: SearchIndex) -> None:
    names = [(group, group.clinical_name) for group in shipped.groups if len(group.clinical_name) > 7]
    missed = [
        name for group, name in names if group.id not in [hit.id for hit in index.find(name[:4] + name[5:])]
    ]
    assert missed == []


def test_each_complaint_finds_a_group_that_hears_it(shipped: Catalogue, index: SearchIndex) -> None:
    missed = []
    for group in shipped.groups:
        for complaint in group.patients_say:
            named = {identifier for hit in index.find(complaint) for identifier in hit.groups}
            if group.id not in named:
                missed.append(complaint)
    assert missed == []


def test_each_code_finds_a_condition_that_has_it(shipped: Catalogue, index: SearchIndex) -> None:
    missed = []
    for condition in shipped.conditions:
        for code in codes_of(condition):
            for typed in (code, code.lower(), code.replace(".", "")):
                found = [
                    shipped.condition_by_id[hit.id] for hit in index.find(typed) if hit.kind == "condition"
                ]
                if not any(code in codes_of(item) for item in found):
                    missed.append((condition.id, typed))
    assert missed == []


def test_each_condition_is_found_by_its_names(shipped: Catalogue, index: SearchIndex) -> None:
    missed = [
        (condition.id, name)
        for condition in shipped.conditions
        for name in (condition.name, condition.clinical_name)
        if condition.id not in [hit.id for hit in index.find(name)]
    ]
    assert missed == []


def test_what_needling_is_not_for_comes_first_by_each_of_its_names(
    shipped: Catalogue, index: SearchIndex
) -> None:
    missed = [
        (item.id, name)
        for item in shipped.details.not_for
        for name in (item.name, *item.also_called)
        if item.id not in [hit.id for hit in index.find(name) if hit.kind == "not-for"]
        or index.find(name)[0].kind != "not-for"
    ]
    assert missed == []


def test_chest_pain_leads_to_the_emergency_text(shipped: Catalogue, index: SearchIndex) -> None:
    urgent = {item.id for item in shipped.details.not_for if item.urgency == "emergency"}
    for text in (
        "chest pain",
        "chst pain",
        "pain in my chest when I climb stairs",
        "stiff neck and chest pain",
    ):
        assert index.find(text)[0].id in urgent


def test_names_are_still_found_at_ten_times_the_size(shipped: Catalogue) -> None:
    index = SearchIndex(ten_times(shipped))
    missed = [
        group.id for group in shipped.groups if first_group(index.find(group.clinical_name)) != group.id
    ]
    assert missed == []


def ten_times(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with nine variations of each group, in other words."""
    groups = [varied(group, number) for number in range(10) for group in catalogue.groups]
    details = catalogue.details
    more = [varied_detail(detail, number) for number in range(10) for detail in details.groups]
    return catalogue._replace(groups=tuple(groups), later=Later.now(details._replace(groups=tuple(more))))


def varied(group: MuscleGroup, number: int) -> MuscleGroup:
    if number == 0:
        return group

    def other(text: str) -> str:
        return in_other_words(text, number)

    muscles = [
        muscle._replace(id=f"{muscle.id}-{number}", name=other(muscle.name), latin=other(muscle.latin))
        for muscle in group.muscles
    ]
    return group._replace(
        id=f"{group.id}-{number}",
        name=other(group.name),
        clinical_name=other(group.clinical_name),
        also_called=tuple(map(other, group.also_called)),
        patients_say=tuple(map(other, group.patients_say)),
        muscles=tuple(muscles),
    )


def varied_detail(detail: GroupDetail, number: int) -> GroupDetail:
    if number == 0:
        return detail
    points = [
        point._replace(
            id=f"{point.id}-{number}",
            place=in_other_words(point.place, number),
            felt=in_other_words(point.felt, number),
        )
        for point in detail.trigger_points
    ]
    return detail._replace(group=f"{detail.group}-{number}", trigger_points=tuple(points))


def in_other_words(text: str, number: int) -> str:
    return " ".join(word + chr(96 + number) if len(word) > 4 else word for word in text.split())
