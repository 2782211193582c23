"""Nodes to records: one function per kind of record, each naming its fields once."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from consult_app.content.records import (
    Area,
    Benefit,
    Condition,
    Depth,
    GroupBenefit,
    Muscle,
    MuscleGroup,
    Passport,
    Precaution,
    Zone,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.content.fields import Fields

_DEPTHS: tuple[Depth, ...] = get_args(Depth)


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
        origin=fields.clinical("origin"),
        insertion=fields.clinical("insertion"),
        nerve=fields.clinical("nerve"),
        action_clinical=fields.clinical("action_clinical"),
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
        text=fields.prose("text"),
        structure=fields.clinical("structure"),
        clinical=fields.clinical("clinical"),
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
        correction=fields.prose("correction", may_be_empty=True),
        how=fields.prose("how"),
        for_whom=fields.prose("for_whom"),
        references=fields.references("references", "reference"),
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
        red_flags=fields.proses("red_flags"),
        first_steps=fields.proses("first_steps", at_least=1),
        references=fields.references("references", "reference"),
    )
