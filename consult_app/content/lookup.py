"""Questions to the catalogue: what belongs to this group, and which groups belong to that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from consult_app.content.detail_records import Certainty, Evidence, Options, PointSide, Reference
    from consult_app.content.records import Benefit, Catalogue, Condition, MuscleGroup, Zone
    from consult_app.content.safety_records import SafetyQuestion

BodySide = Literal["left", "right"]
SIDES: tuple[BodySide, BodySide] = ("left", "right")
WHOLE_BODY = "whole-body"
"""The evidence region of findings that hold for the body taken together."""

_BETWEEN_CODES = re.compile(r"[,;/\s]+")


class ShownBenefit(NamedTuple):
    """A benefit as it is shown for one muscle group.

    ``everywhere`` tells that it holds for any muscle and ``reason`` is the general one. ``evidence`` is
    the headline finding of the group's most specific region that has one, ``general`` the headline
    finding for the whole body; None where nobody graded any.
    """

    benefit: Benefit
    reason: str
    everywhere: bool
    evidence: Evidence | None
    general: Evidence | None

    @property
    def graded(self) -> Evidence | None:
        """The finding behind the certainty mark: of the region, or of the technique as such."""
        return self.general if self.benefit.describes_technique else self.evidence

    @property
    def certainty(self) -> Certainty | None:
        """How sure anyone is; None where there are no good studies."""
        return self.graded.certainty if self.graded and self.graded.references else None


def benefits_of(catalogue: Catalogue, group: MuscleGroup) -> tuple[ShownBenefit, ...]:
    """Return the group's own benefits in their order, then those that hold everywhere."""
    own = [(catalogue.benefit_by_id[item.benefit], item.reason, False) for item in group.benefits]
    listed = {item.benefit for item in group.benefits}
    general = [
        (benefit, benefit.reason, True)
        for benefit in catalogue.benefits
        if benefit.everywhere and benefit.id not in listed
    ]
    return tuple(
        ShownBenefit(
            benefit=benefit,
            reason=reason,
            everywhere=everywhere,
            evidence=headline(catalogue, benefit.id, group),
            general=catalogue.headlines.get((benefit.id, WHOLE_BODY)),
        )
        for benefit, reason, everywhere in own + general
    )


def headline(catalogue: Catalogue, benefit: str, group: MuscleGroup) -> Evidence | None:
    """Return the finding that speaks for a benefit in the most specific region of a group that has one."""
    for region in group.evidence_regions:
        found = catalogue.headlines.get((benefit, region))
        if found is not None:
            return found
    return None


def findings_of(catalogue: Catalogue, benefit: str, group: MuscleGroup) -> tuple[Evidence, ...]:
    """Return all findings on a benefit in the group's regions and the whole body, headlines first."""
    order = {region: index for index, region in enumerate((*group.evidence_regions, WHOLE_BODY))}
    found = [row for row in catalogue.evidence if row.benefit == benefit and row.region in order]
    return tuple(sorted(found, key=lambda row: (order[row.region], not row.headline)))


def groups_for_benefit(catalogue: Catalogue, benefit: str) -> tuple[MuscleGroup, ...]:
    """Return the muscle groups a benefit matters for."""
    if catalogue.benefit_by_id[benefit].everywhere:
        return catalogue.groups
    return tuple(
        group for group in catalogue.groups if any(item.benefit == benefit for item in group.benefits)
    )


def groups_for_condition(catalogue: Catalogue, condition: str) -> tuple[MuscleGroup, ...]:
    """Return the muscle groups a condition concerns, those of the narrower conditions with them."""
    wanted = with_narrower(catalogue, condition)
    if any(catalogue.condition_by_id[identifier].everywhere for identifier in wanted):
        return catalogue.groups
    return tuple(group for group in catalogue.groups if not wanted.isdisjoint(group.conditions))


def with_narrower(catalogue: Catalogue, condition: str) -> set[str]:
    """Return a condition with all it includes; a circle of includes ends where it began."""
    found: set[str] = set()
    waiting = [condition]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += catalogue.condition_by_id[current].includes
    return found


def groups_for_zone(catalogue: Catalogue, zone: str) -> tuple[MuscleGroup, ...]:
    """Return the muscle groups that can be felt in a zone; those that name it first come first."""
    found = [group for group in catalogue.groups if zone in group.zones]
    return tuple(sorted(found, key=lambda group: group.zones.index(zone)))


def groups_in_area(catalogue: Catalogue, area: str) -> tuple[MuscleGroup, ...]:
    """Return the muscle groups of a body area."""
    return tuple(group for group in catalogue.groups if group.area == area)


def conditions_of(catalogue: Catalogue, group: MuscleGroup) -> tuple[Condition, ...]:
    """Return the conditions that the group itself names, in its order."""
    return tuple(catalogue.condition_by_id[identifier] for identifier in group.conditions)


def wider_conditions_of(catalogue: Catalogue, group: MuscleGroup) -> tuple[Condition, ...]:
    """Return the conditions that concern the group by rule: they include one it names, or hold everywhere."""
    own = set(group.conditions)
    own.update(condition.id for condition in catalogue.conditions if condition.everywhere)
    return tuple(
        condition
        for condition in catalogue.conditions
        if condition.id not in group.conditions and not own.isdisjoint(with_narrower(catalogue, condition.id))
    )


def zones_of(catalogue: Catalogue, group: MuscleGroup) -> tuple[Zone, ...]:
    """Return the zones where the group can be felt, the chief one first."""
    return tuple(catalogue.zone_by_id[identifier] for identifier in group.zones)


def felt_on(side: BodySide, where: PointSide) -> tuple[BodySide, ...]:
    """Return on which sides pain is felt that starts on one side; ``where`` is the point's word."""
    other: BodySide = "right" if side == "left" else "left"
    return {"opposite": (other,), "both": SIDES}.get(where, (side,))


def zone_key(zones: Mapping[str, Zone], zone: str, side: BodySide) -> str:
    """Return the key under which the atlas' marks have a zone on one side, or in the middle."""
    is_paired = zone not in zones or zones[zone].paired
    return f"{zone}:{side if is_paired else 'midline'}"


def codes_of(condition: Condition) -> list[str]:
    """Return the ICD-10 codes of a condition; its text may hold several."""
    return [code for code in _BETWEEN_CODES.split(condition.icd10) if code]


def options_for(catalogue: Catalogue, condition: str) -> Options | None:
    """Return the choices that are told side by side for a condition, where there are any."""
    return next((item for item in catalogue.details.options if item.condition == condition), None)


def is_review_due(catalogue: Catalogue, group: MuscleGroup, today: date) -> bool:
    """Tell whether the words about a group should have been looked through again before ``today``."""
    due = catalogue.detail_by_group[group.id].review_due or catalogue.passport.review_due
    return is_past(due, today)


def is_past(due: str, today: date) -> bool:
    """Tell whether an ISO date lies before ``today``; an empty one does not."""
    return bool(due) and due < today.isoformat()


def precautions_for(
    catalogue: Catalogue, groups: Iterable[MuscleGroup], answers: Collection[str]
) -> tuple[SafetyQuestion, ...]:
    """Return what was answered with yes and concerns any of these groups; what speaks against it first."""
    scopes = {"everywhere"}
    for group in groups:
        scopes.add(group.area)
        if group.near_lung:
            scopes.add("near-lung")
    found = [q for q in catalogue.safety.questions if q.id in answers and q.scope in scopes]
    return tuple(sorted(found, key=lambda question: question.precaution != "do-not"))


def references_of(catalogue: Catalogue, evidence: Evidence) -> tuple[Reference, ...]:
    """Return the sources of a finding."""
    return tuple(catalogue.reference_by_id[identifier] for identifier in evidence.references)
