"""Nodes to records: one function per kind of record, each naming its fields once."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from consult_app.content.records import (
    Area,
    Benefit,
    Certainty,
    Condition,
    Depth,
    Direction,
    Evidence,
    EvidenceRegion,
    GroupBenefit,
    HelpSign,
    Horizon,
    Muscle,
    MuscleGroup,
    Passport,
    Precaution,
    Reference,
    Safety,
    SafetyNote,
    SideEffect,
    Urgency,
    Zone,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.content.fields import Fields

_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_HORIZONS: tuple[Horizon, ...] = get_args(Horizon)
_DEPTHS: tuple[Depth, ...] = get_args(Depth)
_URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
_NO_NOTE = SafetyNote("", "", (), verified=False)


def parse_passport(fields: Fields) -> Passport:
    """Return what the catalogue says about itself."""
    return Passport(
        title=fields.text("title"),
        version=fields.text("version"),
        languages=fields.texts("languages", at_least=1),
        authors=fields.texts("authors", at_least=1),
        reviewer=fields.text("reviewer", may_be_empty=True),
        reviewed_on=fields.text("reviewed_on", may_be_empty=True),
        review_due=fields.text("review_due", may_be_empty=True),
        funding=fields.text("funding", may_be_empty=True),
        licence=fields.text("licence"),
    )


def parse_area(fields: Fields) -> Area:
    """Return one body area."""
    return Area(
        id=fields.identifier("area"),
        name=fields.prose("name"),
        also_called=fields.texts("also_called", optional=True),
    )


def parse_zone(fields: Fields) -> Zone:
    """Return one pain zone."""
    return Zone(
        id=fields.identifier("zone"),
        name=fields.prose("name"),
        area=fields.reference("area", "area"),
        paired=fields.flag("paired"),
    )


def parse_group(fields: Fields) -> MuscleGroup:
    """Return one muscle group."""
    return MuscleGroup(
        id=fields.identifier("group"),
        name=fields.prose("name"),
        clinical_name=fields.text("clinical_name"),
        also_called=fields.texts("also_called"),
        area=fields.reference("area", "area"),
        evidence_regions=fields.references("evidence_regions", "evidence region", at_least=1),
        near_lung=fields.flag("near_lung"),
        muscles=fields.records("muscles", _parse_muscle, at_least=1),
        summary=fields.prose("summary"),
        key_messages=fields.proses("key_messages", at_least=1),
        does=fields.prose("does"),
        felt=fields.prose("felt"),
        zones=fields.references("zones", "zone", at_least=1),
        patients_say=fields.proses("patients_say", at_least=1),
        benefits=_parse_group_benefits(fields),
        conditions=fields.references("conditions", "condition", at_least=1),
        precautions=fields.records("precautions", _parse_precaution, at_least=1),
        red_flags=fields.proses("red_flags"),
        self_care=fields.proses("self_care", at_least=1),
    )


def _parse_muscle(fields: Fields) -> Muscle:
    return Muscle(
        id=fields.identifier("muscle"),
        name=fields.text("name"),
        latin=fields.text("latin"),
        also_called=fields.texts("also_called", optional=True),
        fma=fields.record("fma", _parse_fma, optional=True) or {},
        action=fields.prose("action"),
        origin=fields.text("origin"),
        insertion=fields.text("insertion"),
        nerve=fields.text("nerve"),
        action_clinical=fields.text("action_clinical"),
        depth=fields.choice("depth", _DEPTHS),
    )


def _parse_fma(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    sides = {side: fields.texts(side, optional=True) for side in ("left", "right")}
    return {side: ids for side, ids in sides.items() if ids}


def _parse_group_benefits(fields: Fields) -> tuple[GroupBenefit, ...]:
    return fields.records("benefits", _parse_group_benefit, at_least=1)


def _parse_group_benefit(fields: Fields) -> GroupBenefit:
    return GroupBenefit(benefit=fields.reference("id", "benefit"), reason=fields.prose("reason"))


def _parse_precaution(fields: Fields) -> Precaution:
    return Precaution(
        text=fields.prose("text"), structure=fields.text("structure"), clinical=fields.text("clinical")
    )


def parse_benefit(fields: Fields) -> Benefit:
    """Return one benefit."""
    return Benefit(
        id=fields.identifier("benefit"),
        name=fields.prose("name"),
        also_called=fields.texts("also_called", optional=True),
        summary=fields.prose("summary"),
        reason=fields.prose("reason"),
        verb=fields.pair("verb"),
        everywhere=fields.flag("everywhere"),
        correction=fields.text("correction", may_be_empty=True),
    )


def parse_condition(fields: Fields) -> Condition:
    """Return one indication."""
    return Condition(
        id=fields.identifier("condition"),
        name=fields.prose("name"),
        clinical_name=fields.text("clinical_name"),
        also_called=fields.texts("also_called", optional=True),
        icd10=fields.text("icd10", optional=True, may_be_empty=True),
        summary=fields.prose("summary"),
        includes=fields.references("includes", "condition", optional=True),
        everywhere=fields.flag("everywhere", optional=True),
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
        effect=fields.text("effect", may_be_empty=True),
        graded_by=fields.choice("graded_by", ("source", "assessor")),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
        note=fields.text("note", optional=True, may_be_empty=True),
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
        finding_basis=fields.text("finding_basis"),
        verified=fields.flag("verified"),
    )


def parse_safety(fields: Fields) -> Safety:
    """Return everything about safety."""
    return Safety(
        must_know=fields.records("must_know", _parse_safety_note, at_least=1),
        lung_warning=fields.record("lung_warning", _parse_safety_note) or _NO_NOTE,
        do_not_needle=fields.records("do_not_needle", _parse_safety_note, at_least=1),
        ask_first=fields.records("ask_first", _parse_safety_note, at_least=1),
        side_effects=fields.records("side_effects", _parse_side_effect, at_least=1),
        during=fields.records("during", _parse_safety_note, at_least=1),
        after=fields.records("after", _parse_safety_note, at_least=1),
        aftercare=fields.records("aftercare", _parse_safety_note, at_least=1),
        help_signs=fields.records("help_signs", _parse_help_sign, at_least=1),
    )


def _parse_safety_note(fields: Fields) -> SafetyNote:
    return SafetyNote(
        id=fields.identifier("safety note"),
        text=fields.prose("text"),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def _parse_side_effect(fields: Fields) -> SideEffect:
    return SideEffect(
        id=fields.identifier("safety note"),
        name=fields.prose("name"),
        low=fields.number("low"),
        high=fields.number("high"),
        sentence=fields.prose("sentence"),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def _parse_help_sign(fields: Fields) -> HelpSign:
    return HelpSign(
        id=fields.identifier("safety note"),
        urgency=fields.choice("urgency", _URGENCIES),
        text=fields.prose("text"),
        why=fields.prose("why"),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )
