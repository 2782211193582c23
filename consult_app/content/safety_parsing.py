"""Nodes to records: everything about safety."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from consult_app.content.safety_records import (
    HELP_SCOPES,
    Advice,
    Disagreement,
    HelpSign,
    RedFlag,
    Safety,
    SafetyNote,
    SafetyQuestion,
    SideEffect,
    Urgency,
)

if TYPE_CHECKING:
    from consult_app.content.fields import Fields

SCOPES = ("everywhere", "near-lung")
"""What a question may concern besides a body area."""

_URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
_ADVICE: tuple[Advice, ...] = get_args(Advice)
_NO_NOTE = SafetyNote("", "", (), verified=False)


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
        questions=fields.records("questions", _parse_question, at_least=1),
        questions_to_ask=fields.proses("questions_to_ask", at_least=1),
        red_flags=fields.records("red_flags", _parse_red_flag, at_least=1),
        disagreements=fields.records("disagreements", _parse_disagreement),
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
        scope=fields.choice("scope", HELP_SCOPES, optional=True),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def _parse_question(fields: Fields) -> SafetyQuestion:
    return SafetyQuestion(
        id=fields.identifier("safety note"),
        ask=fields.prose("ask"),
        why=fields.prose("why"),
        when_yes=fields.prose("when_yes"),
        scope=fields.reference("scope", "area", besides=SCOPES),
        precaution=fields.choice("precaution", _ADVICE),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def _parse_red_flag(fields: Fields) -> RedFlag:
    return RedFlag(
        id=fields.identifier("safety note"),
        text=fields.prose("text"),
        urgency=fields.choice("urgency", _URGENCIES),
        areas=fields.references("areas", "area"),
        references=fields.references("references", "reference"),
        verified=fields.flag("verified"),
    )


def _parse_disagreement(fields: Fields) -> Disagreement:
    return Disagreement(
        id=fields.identifier("safety note"),
        text=fields.prose("text"),
        clinical=fields.clinical("clinical"),
        references=fields.references("references", "reference", at_least=2),
    )
