"""What belongs to a group, and which groups belong to that."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.content import lookup

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue


def ids(things: tuple[object, ...]) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def test_a_group_shows_its_own_benefits_and_then_those_that_hold_everywhere(catalogue: Catalogue) -> None:
    shown = lookup.benefits_of(catalogue, catalogue.group_by_id["jaw"])
    assert [(item.benefit.id, item.reason, item.everywhere) for item in shown] == [
        ("range-of-motion", "It is often stiff.", False),
        ("pain-relief", "It is often sore.", False),
        ("minimally-invasive", "There is no cut.", True),
    ]


def test_the_region_of_the_group_decides_on_the_evidence(catalogue: Catalogue) -> None:
    motion, pain, technique = lookup.benefits_of(catalogue, catalogue.group_by_id["jaw"])
    assert motion.evidence is not None
    assert motion.evidence.id == "motion-jaw"
    assert motion.certainty is None  # a finding that there are no studies
    assert pain.evidence is None
    assert pain.certainty is None
    assert pain.general is not None
    assert pain.general.id == "pain-everywhere"
    assert technique.graded is technique.general
    assert technique.certainty == "high"
    (neck, _) = lookup.benefits_of(catalogue, catalogue.group_by_id["upper-trapezius"])
    assert neck.certainty == "low"


def test_the_most_specific_region_speaks_first(catalogue: Catalogue) -> None:
    jaw = catalogue.group_by_id["jaw"]
    both = jaw._replace(evidence_regions=("jaw", "neck"))
    found = lookup.headline(catalogue, "pain-relief", both)
    assert found is not None
    assert found.id == "pain-neck"
    assert ids(lookup.findings_of(catalogue, "pain-relief", both)) == [
        "pain-neck", "pain-neck-long", "pain-everywhere",
    ]  # fmt: skip


def test_a_yes_concerns_the_groups_of_its_scope(catalogue: Catalogue) -> None:
    jaw, neck = catalogue.group_by_id["jaw"], catalogue.group_by_id["upper-trapezius"]
    template = catalogue.safety.questions[0]._replace(precaution="ask-first")
    asked = (
        template._replace(id="everywhere", scope="everywhere"),
        template._replace(id="lung", scope="near-lung"),
        template._replace(id="area", scope=jaw.area, precaution="do-not"),
    )
    known = catalogue._replace(safety=catalogue.safety._replace(questions=asked))
    near, far = neck._replace(near_lung=True, area="shoulder"), jaw._replace(near_lung=False)
    answers = ("everywhere", "lung", "area")
    assert ids(lookup.precautions_for(known, [near], answers)) == ["everywhere", "lung"]
    assert ids(lookup.precautions_for(known, [far], answers)) == ["area", "everywhere"]  # the gravest first
    assert ids(lookup.precautions_for(known, [near, far], answers)) == ["area", "everywhere", "lung"]
    assert lookup.precautions_for(known, [near, far], ()) == ()
    assert lookup.precautions_for(known, [], ("lung",)) == ()


def test_a_benefit_lights_its_groups(catalogue: Catalogue) -> None:
    assert ids(lookup.groups_for_benefit(catalogue, "range-of-motion")) == ["jaw"]
    assert ids(lookup.groups_for_benefit(catalogue, "minimally-invasive")) == ["jaw", "upper-trapezius"]


def test_a_condition_lights_its_groups_and_those_of_what_it_includes(catalogue: Catalogue) -> None:
    assert ids(lookup.groups_for_condition(catalogue, "neck-pain")) == ["upper-trapezius"]
    assert ids(lookup.groups_for_condition(catalogue, "upper-body-pain")) == ["jaw", "upper-trapezius"]
    assert ids(lookup.groups_for_condition(catalogue, "muscle-pain")) == ["jaw", "upper-trapezius"]


def test_conditions_by_rule_agree_with_the_reverse_look_up(catalogue: Catalogue) -> None:
    for group in catalogue.groups:
        own = lookup.conditions_of(catalogue, group)
        wider = lookup.wider_conditions_of(catalogue, group)
        lit = [
            condition.id
            for condition in catalogue.conditions
            if group in lookup.groups_for_condition(catalogue, condition.id)
        ]
        assert sorted(ids(own) + ids(wider)) == sorted(lit)


def test_a_circle_of_includes_ends(catalogue: Catalogue) -> None:
    circle = tuple(
        condition._replace(includes=("upper-body-pain",)) if condition.id == "neck-pain" else condition
        for condition in catalogue.conditions
    )
    turned = catalogue._replace(conditions=circle)
    assert lookup.with_narrower(turned, "neck-pain") == {"neck-pain", "upper-body-pain", "jaw-pain"}


def test_a_condition_may_have_several_codes(catalogue: Catalogue) -> None:
    condition = catalogue.condition_by_id["neck-pain"]
    assert lookup.codes_of(condition) == ["M54.2"]
    assert lookup.codes_of(condition._replace(icd10="M54.2, G44.2; R51")) == ["M54.2", "G44.2", "R51"]
    assert lookup.codes_of(condition._replace(icd10="")) == []


def test_options_are_found_by_their_condition(catalogue: Catalogue) -> None:
    found = lookup.options_for(catalogue, "neck-pain")
    assert found is not None
    assert found.id == "neck-pain-options"
    assert lookup.options_for(catalogue, "jaw-pain") is None


def test_a_groups_own_review_date_goes_before_the_passports(catalogue: Catalogue) -> None:
    jaw, trapezius = catalogue.groups
    due = catalogue._replace(passport=catalogue.passport._replace(review_due="2027-01-31"))
    assert not lookup.is_review_due(due, jaw, date(2098, 1, 31))
    assert lookup.is_review_due(due, jaw, date(2098, 2, 1))
    assert lookup.is_review_due(due, trapezius, date(2027, 2, 1))
    assert not lookup.is_review_due(catalogue, trapezius, date(2099, 1, 1))


def test_zones_and_areas_lead_to_groups(catalogue: Catalogue) -> None:
    assert ids(lookup.groups_for_zone(catalogue, "head.temple")) == ["upper-trapezius"]
    assert ids(lookup.groups_in_area(catalogue, "head")) == ["jaw"]
    trapezius = catalogue.group_by_id["upper-trapezius"]
    assert ids(lookup.zones_of(catalogue, trapezius)) == ["neck.side", "head.temple"]
    assert ids(lookup.references_of(catalogue, catalogue.evidence[0])) == ["smith-2020"]
