"""The catalogue's records that the first frame does without: read a moment later, or when asked for.

Nothing here is imported before that, for making the classes takes its time, too.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Certainty = Literal["high", "moderate", "low", "very-low"]
Direction = Literal["benefit", "no-clear-difference", "mixed"]
Horizon = Literal["immediate", "up-to-12-weeks", "long-term"]
PointSide = Literal["same", "opposite", "both"]
ChoiceKind = Literal["needling", "exercise", "hands-on", "wait"]
ChoiceCertainty = Literal["high", "moderate", "low", "very-low", "none"]
CountKind = Literal["helps", "harms"]
ScopeUrgency = Literal["none", "practitioner", "same-day", "emergency"]


class EvidenceRegion(NamedTuple):
    """A body region for which studies were graded."""

    id: str
    name: str


class Evidence(NamedTuple):
    """One graded finding: how sure anyone is of one benefit in one region.

    ``outcome`` is the plain object of the generated sentence ("neck pain"), ``compared_with`` the
    plain comparator, ``effect`` the figures for practitioners. ``headline`` marks the finding that
    speaks for its benefit and region. ``graded_by`` is ``source`` where the cited review states the
    certainty itself and ``assessor`` where it is our cautious reading.
    """

    id: str
    benefit: str
    region: str
    headline: bool
    outcome: str
    condition: str
    certainty: Certainty
    direction: Direction
    horizon: Horizon
    compared_with: str
    effect: str
    graded_by: Literal["source", "assessor"]
    references: tuple[str, ...]
    verified: bool
    note: str


class Reference(NamedTuple):
    """Where a statement was found. ``finding_basis`` says how much of the work was read."""

    id: str
    type: str
    authors: str
    year: str
    title: str
    journal: str
    doi: str
    pmid: str
    link: str
    finding_basis: str
    verified: bool


class TriggerPoint(NamedTuple):
    """A sore spot of one muscle, and where its pain is felt.

    ``site`` is the practitioners' phrase and names no measure; ``place`` the plain one, which fits "A sore
    spot {place}". ``primary`` and ``spillover`` are zones, the strongest first; ``side`` is the side of the
    body on which they lie, seen from the point. It is a place to feel, never a place to needle.
    """

    id: str
    muscle: str
    also_muscles: tuple[str, ...]
    site: str
    place: str
    primary: tuple[str, ...]
    spillover: tuple[str, ...]
    side: PointSide
    felt: str
    references: tuple[str, ...]
    verified: bool


class TeachBack(NamedTuple):
    """A question that shows whether something was understood, with its answer."""

    question: str
    answer: str


class EvidenceNote(NamedTuple):
    """What a study of this group found, with its figures. For practitioners."""

    text: str
    references: tuple[str, ...]
    verified: bool


class PractitionerNotes(NamedTuple):
    """What practitioners read about a group beyond anatomy, hazards and graded findings."""

    needling_notes: tuple[str, ...]
    talking_points: tuple[str, ...]
    evidence_notes: tuple[EvidenceNote, ...]


class GroupDetail(NamedTuple):
    """The rest of what there is to tell of one muscle group, named by ``group``.

    ``treatment`` is what a treatment feels like here, step by step. ``review_due`` is an ISO date that
    goes before the passport's, or empty.
    """

    group: str
    trigger_points: tuple[TriggerPoint, ...]
    treatment: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    teach_back: tuple[TeachBack, ...]
    practitioner: PractitionerNotes
    review_due: str


class OutOfScope(NamedTuple):
    """Something dry needling is not for, and what to do instead."""

    id: str
    name: str
    also_called: tuple[str, ...]
    text: str
    urgency: ScopeUrgency
    references: tuple[str, ...]


class Count(NamedTuple):
    """How many of 100 (people, or sessions) something happened to: ``low`` to ``high``, as ``text`` says.

    ``says`` tells whether that speaks for a way or against it.
    """

    says: CountKind
    low: float
    high: float
    text: str
    references: tuple[str, ...]


class Choice(NamedTuple):
    """One of the ways to deal with a condition, told at the same length as the others."""

    kind: ChoiceKind
    name: str
    what: str
    helps: str
    harms: str
    effort: str
    certainty: ChoiceCertainty
    references: tuple[str, ...]
    verified: bool
    counts: tuple[Count, ...]


class Matter(NamedTuple):
    """Something that may matter to a person, and which choices it speaks for."""

    id: str
    text: str
    favours: tuple[str, ...]
    why: str


class Options(NamedTuple):
    """The choices for one condition, side by side."""

    id: str
    condition: str
    intro: str
    choices: tuple[Choice, ...]
    matters: tuple[Matter, ...]


class VisitSection(NamedTuple):
    """A part of what is told about a first visit; ``calm_points`` say it without any word on needles."""

    id: str
    title: str
    points: tuple[str, ...]
    calm_points: tuple[str, ...]
    references: tuple[str, ...]
    verified: bool


class Details(NamedTuple):
    """Everything that the first frame does without."""

    groups: tuple[GroupDetail, ...]
    evidence_regions: tuple[EvidenceRegion, ...]
    evidence: tuple[Evidence, ...]
    references: tuple[Reference, ...]
    not_for: tuple[OutOfScope, ...]
    options: tuple[Options, ...]
    visit: tuple[VisitSection, ...]
