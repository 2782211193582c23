"""Nodes to records: what the first frame does without."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from consult_app.content.detail_records import (
    Certainty,
    Choice,
    ChoiceCertainty,
    ChoiceKind,
    Count,
    CountKind,
    Direction,
    Evidence,
    EvidenceNote,
    EvidenceRegion,
    GroupDetail,
    Horizon,
    Matter,
    Options,
    OutOfScope,
    PointSide,
    PractitionerNotes,
    Reference,
    ScopeUrgency,
    TeachBack,
    TriggerPoint,
    VisitSection,
)

if TYPE_CHECKING:
    from consult_app.content.fields import Fields

_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_CHOICE_CERTAINTIES: tuple[ChoiceCertainty, ...] = get_args(ChoiceCertainty)
_CHOICE_KINDS: tuple[ChoiceKind, ...] = get_args(ChoiceKind)
_COUNT_KINDS: tuple[CountKind, ...] = get_args(CountKind)
_DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_HORIZONS: tuple[Horizon, ...] = get_args(Horizon)
_POINT_SIDES: tuple[PointSide, ...] = get_args(PointSide)
_SCOPE_URGENCIES: tuple[ScopeUrgency, ...] = get_args(ScopeUrgency)
_NO_NOTES = PractitionerNotes((), (), ())


def parse_group_detail(fields: Fields, group: str) -> GroupDetail:
    """Return what stands in a muscle group's file beyond its own record."""
    return GroupDetail(
        group=group,
        trigger_points=fields.records("trigger_points", _parse_trigger_point, at_least=1),
        treatment=fields.proses("treatment", at_least=1),
        before=fields.proses("before", at_least=1),
        after=fields.proses("after", at_least=1),
        teach_back=fields.records("teach_back", _parse_teach_back, at_least=1),
        practitioner=fields.record("practitioner", _parse_practitioner) or _NO_NOTES,
        review_due=fields.text("review_due", optional=True, may_be_empty=True),
    )


def _parse_trigger_point(fields: Fields) -> TriggerPoint:
    return TriggerPoint(
        id=fields.identifier("trigger point"),
        muscle=fields.reference("muscle", "muscle"),
        also_muscles=fields.references("also_muscles", "muscle", optional=True),
        site=fields.clinical("site"),
        place=fields.prose("place"),
        primary=fields.references("primary", "zone", at_least=1),
        spillover=fields.references("spillover", "zone"),
        side=fields.choice("side", _POINT_SIDES, optional=True),
        felt=fields.prose("felt"),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def _parse_teach_back(fields: Fields) -> TeachBack:
    return TeachBack(question=fields.prose("question"), answer=fields.prose("answer"))


def _parse_practitioner(fields: Fields) -> PractitionerNotes:
    return PractitionerNotes(
        needling_notes=fields.clinicals("needling_notes", at_least=1),
        talking_points=fields.clinicals("talking_points", at_least=1),
        evidence_notes=fields.records("evidence_notes", _parse_evidence_note),
    )


def _parse_evidence_note(fields: Fields) -> EvidenceNote:
    return EvidenceNote(
        text=fields.finding("text"),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def parse_evidence_region(fields: Fields) -> EvidenceRegion:
    """Return one region for which studies were graded."""
    return EvidenceRegion(id=fields.identifier("evidence region"), name=fields.prose("name"))


def parse_evidence(fields: Fields) -> Evidence:
    """Return one graded finding."""
    return Evidence(
        id=fields.identifier("evidence"),
        benefit=fields.reference("benefit", "benefit"),
        region=fields.reference("region", "evidence region"),
        headline=fields.flag("headline"),
        outcome=fields.text("outcome"),
        condition=fields.text("condition"),
        certainty=fields.choice("certainty", _CERTAINTIES),
        direction=fields.choice("direction", _DIRECTIONS),
        horizon=fields.choice("horizon", _HORIZONS),
        compared_with=fields.text("compared_with", may_be_empty=True),
        effect=fields.finding("effect", may_be_empty=True),
        graded_by=fields.choice("graded_by", ("source", "assessor")),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
        note=fields.finding("note", optional=True, may_be_empty=True),
    )


def parse_reference(fields: Fields) -> Reference:
    """Return one source."""
    return Reference(
        id=fields.identifier("reference"),
        type=fields.text("type"),
        authors=fields.text("authors", may_be_empty=True),
        year=fields.text("year", may_be_empty=True),
        title=fields.text("title"),
        journal=fields.text("journal", may_be_empty=True),
        doi=fields.text("doi", may_be_empty=True),
        pmid=fields.text("pmid", may_be_empty=True),
        link=fields.text("link", may_be_empty=True),
        finding_basis=fields.text("finding_basis", may_be_empty=True),
        verified=fields.flag("verified"),
    )


def parse_out_of_scope(fields: Fields) -> OutOfScope:
    """Return something that dry needling is not for."""
    return OutOfScope(
        id=fields.identifier("out-of-scope"),
        name=fields.prose("name"),
        also_called=fields.texts("also_called", optional=True),
        text=fields.prose("text"),
        urgency=fields.choice("urgency", _SCOPE_URGENCIES),
        references=fields.references("references", "reference"),
    )


def parse_options(fields: Fields) -> Options:
    """Return the choices for one condition."""
    return Options(
        id=fields.identifier("options"),
        condition=fields.reference("condition", "condition"),
        intro=fields.prose("intro"),
        choices=fields.records("choices", _parse_choice, at_least=1),
        matters=fields.records("matters", _parse_matter),
    )


def _parse_choice(fields: Fields) -> Choice:
    return Choice(
        kind=fields.choice("kind", _CHOICE_KINDS),
        name=fields.prose("name"),
        what=fields.prose("what"),
        helps=fields.prose("helps"),
        harms=fields.prose("harms"),
        effort=fields.prose("effort"),
        certainty=fields.choice("certainty", _CHOICE_CERTAINTIES),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
        counts=fields.records("counts", _parse_count, optional=True),
    )


def _parse_count(fields: Fields) -> Count:
    return Count(
        says=fields.choice("says", _COUNT_KINDS),
        low=fields.number("low"),
        high=fields.number("high"),
        text=fields.prose("text"),
        references=fields.references("references", "reference", at_least=1),
    )


def _parse_matter(fields: Fields) -> Matter:
    return Matter(
        id=fields.identifier(f"matter in {fields.path.partition('.matters.')[0]}"),
        text=fields.prose("text"),
        favours=fields.choices("favours", _CHOICE_KINDS, at_least=1),
        why=fields.prose("why"),
    )


def parse_visit_section(fields: Fields) -> VisitSection:
    """Return a part of what is told about a first visit."""
    return VisitSection(
        id=fields.identifier("visit section"),
        title=fields.prose("title"),
        points=fields.proses("points", at_least=1),
        calm_points=fields.proses("calm_points", at_least=1),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )
