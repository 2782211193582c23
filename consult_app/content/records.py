"""The catalogue's records: frozen values, one class per thing a clinician writes about.

Texts are plain strings in the catalogue's language. Ids are kebab-case ASCII and never shown.
Sides are always the patient's own. Records about safety stand in ``safety_records``; those that the
first frame does without in ``detail_records``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from consult_app.content.detail_records import (
        Details,
        Evidence,
        EvidenceRegion,
        GroupDetail,
        Reference,
        TriggerPoint,
    )
    from consult_app.content.later import Later
    from consult_app.content.safety_records import Safety

Depth = Literal["superficial", "intermediate", "deep"]

_TECHNIQUE = frozenset({"localized-treatment", "minimally-invasive", "low-risk"})


class Passport(NamedTuple):
    """What the catalogue says about itself; dates are ISO texts, empty where not known."""

    title: str
    version: str
    languages: tuple[str, ...]
    authors: tuple[str, ...]
    reviewer: str
    reviewed_on: str
    review_due: str
    funding: str
    licence: str


class Area(NamedTuple):
    """A body area under which muscle groups are listed, from head to foot."""

    id: str
    name: str
    also_called: tuple[str, ...]


class Zone(NamedTuple):
    """A patch of the body where pain is felt, for example ``head.temple``."""

    id: str
    name: str
    area: str
    paired: bool


class Muscle(NamedTuple):
    """One muscle or muscle part of a group, with its anatomy for practitioners.

    ``fma`` maps ``left`` and ``right`` to the Foundational Model of Anatomy ids of the parts.
    """

    id: str
    name: str
    latin: str
    also_called: tuple[str, ...]
    fma: Mapping[str, tuple[str, ...]]
    action: str
    origin: str
    insertion: str
    nerve: str
    action_clinical: str
    depth: Depth


class GroupBenefit(NamedTuple):
    """A benefit as it matters for one muscle group, with the reason in plain words."""

    benefit: str
    reason: str


class Precaution(NamedTuple):
    """What lies near the muscle (``structure``) and, in plain words, what is done about it.

    ``clinical`` is the practitioner's wording; it never names a needle depth, angle or point.
    """

    text: str
    structure: str
    clinical: str


class MuscleGroup(NamedTuple):
    """A muscle group: what a tap on the body answers with."""

    id: str
    name: str
    clinical_name: str
    also_called: tuple[str, ...]
    area: str
    evidence_regions: tuple[str, ...]
    near_lung: bool
    muscles: tuple[Muscle, ...]
    summary: str
    key_messages: tuple[str, ...]
    does: str
    felt: str
    zones: tuple[str, ...]
    patients_say: tuple[str, ...]
    benefits: tuple[GroupBenefit, ...]
    conditions: tuple[str, ...]
    precautions: tuple[Precaution, ...]
    red_flags: tuple[str, ...]
    self_care: tuple[str, ...]


class Benefit(NamedTuple):
    """One of the 15 benefits, and how evidence sentences about it are built.

    ``verb`` is the base form and the third person ("reduce", "reduces"). ``everywhere`` marks a
    benefit that holds for every muscle group; its ``reason`` is then the same for all of them.
    ``how`` says how it may work, ``for_whom`` whom it concerns.
    """

    id: str
    name: str
    also_called: tuple[str, ...]
    summary: str
    reason: str
    verb: tuple[str, str]
    everywhere: bool
    correction: str
    how: str
    for_whom: str
    references: tuple[str, ...]

    @property
    def describes_technique(self) -> bool:
        """Whether this tells what needling is and not what it does.

        Then no sentence is made from findings: the reason is what is said, and the finding for the
        whole body tells how sure anyone is of it.
        """
        return self.id in _TECHNIQUE


class Condition(NamedTuple):
    """Something dry needling is used for (an indication).

    ``includes`` names narrower conditions whose muscle groups belong to this one as well;
    ``everywhere`` marks a condition that may concern any muscle group. ``red_flags`` say when to see
    someone first, ``first_steps`` what else helps first or beside it.
    """

    id: str
    name: str
    clinical_name: str
    also_called: tuple[str, ...]
    icd10: str
    summary: str
    includes: tuple[str, ...]
    everywhere: bool
    red_flags: tuple[str, ...]
    first_steps: tuple[str, ...]
    references: tuple[str, ...]


class CatalogueFields(NamedTuple):
    """What a catalogue is made of; ``later`` is what the first frame does without.

    ``hidden`` are the muscle groups that a clinic has left out: they have names and no page.
    """

    passport: Passport
    areas: tuple[Area, ...]
    zones: tuple[Zone, ...]
    groups: tuple[MuscleGroup, ...]
    benefits: tuple[Benefit, ...]
    conditions: tuple[Condition, ...]
    safety: Safety
    words: Mapping[str, str]
    later: Later[Details]
    hidden: tuple[MuscleGroup, ...] = ()


class Catalogue(CatalogueFields):
    """Everything the program says, with every cross-reference already checked."""

    @property
    def details(self) -> Details:
        """What lies below the first page; the first to ask waits some milliseconds for it."""
        return self.later.value

    @property
    def evidence_regions(self) -> tuple[EvidenceRegion, ...]:
        """The body regions for which studies were graded."""
        return self.details.evidence_regions

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The graded findings."""
        return self.details.evidence

    @property
    def references(self) -> tuple[Reference, ...]:
        """The sources."""
        return self.details.references

    @cached_property
    def group_by_id(self) -> Mapping[str, MuscleGroup]:
        """Muscle groups by id, those that are hidden too: the figure names them."""
        return {group.id: group for group in (*self.groups, *self.hidden)}

    @cached_property
    def benefit_by_id(self) -> Mapping[str, Benefit]:
        """Benefits by id."""
        return {benefit.id: benefit for benefit in self.benefits}

    @cached_property
    def condition_by_id(self) -> Mapping[str, Condition]:
        """Conditions by id."""
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def reference_by_id(self) -> Mapping[str, Reference]:
        """References by id."""
        return {reference.id: reference for reference in self.references}

    @cached_property
    def muscle_by_id(self) -> Mapping[str, tuple[MuscleGroup, Muscle]]:
        """Each muscle with the group it belongs to, by muscle id."""
        groups = (*self.groups, *self.hidden)
        return {muscle.id: (group, muscle) for group in groups for muscle in group.muscles}

    def without(self, hidden: Collection[str]) -> Catalogue:
        """Return a catalogue that leaves these muscle groups out of its lists."""
        if not hidden:
            return self
        shown = tuple(group for group in self.groups if group.id not in hidden)
        left_out = tuple(group for group in self.groups if group.id in hidden)
        return self._replace(groups=shown, hidden=(*self.hidden, *left_out))

    @cached_property
    def detail_by_group(self) -> Mapping[str, GroupDetail]:
        """What there is to tell of each muscle group beyond its record, by group id."""
        return {detail.group: detail for detail in self.details.groups}

    @cached_property
    def trigger_point_by_id(self) -> Mapping[str, TriggerPoint]:
        """Trigger points by id."""
        return {point.id: point for detail in self.details.groups for point in detail.trigger_points}

    @cached_property
    def zone_by_id(self) -> Mapping[str, Zone]:
        """Pain zones by id."""
        return {zone.id: zone for zone in self.zones}

    @cached_property
    def headlines(self) -> Mapping[tuple[str, str], Evidence]:
        """The finding that speaks for each (benefit, evidence region)."""
        return {(row.benefit, row.region): row for row in self.evidence if row.headline}
