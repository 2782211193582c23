"""The catalogue's records about safety, and what each list of them is for."""

from __future__ import annotations

from typing import Literal, NamedTuple

Urgency = Literal["emergency", "same-day", "practitioner"]
Advice = Literal["do-not", "ask-first"]
HelpScope = Literal["everywhere", "near-lung"]
HELP_SCOPES: tuple[HelpScope, ...] = ("everywhere", "near-lung")


class SafetyNote(NamedTuple):
    """One sentence about safety with its sources."""

    id: str
    text: str
    references: tuple[str, ...]
    verified: bool


class SideEffect(NamedTuple):
    """How often something happens: ``low`` to ``high`` of 100 sessions, or rarer in words."""

    id: str
    name: str
    low: float
    high: float
    sentence: str
    references: tuple[str, ...]
    verified: bool


class HelpSign(NamedTuple):
    """A sign after treatment that needs help, and how fast; ``scope`` says on which groups' pages."""

    id: str
    urgency: Urgency
    text: str
    why: str
    scope: HelpScope
    references: tuple[str, ...]
    verified: bool


class SafetyQuestion(NamedTuple):
    """One question of the list before treatment, answered with yes or no.

    ``why`` says in plain words why it is asked, ``when_yes`` what follows. ``scope`` is ``everywhere``,
    ``near-lung`` or the id of a body area; ``precaution`` how grave a yes is.
    """

    id: str
    ask: str
    why: str
    when_yes: str
    scope: str
    precaution: Advice
    references: tuple[str, ...]
    verified: bool


class RedFlag(NamedTuple):
    """A sign that someone else must look at first; no ``areas`` means: wherever it hurts."""

    id: str
    text: str
    urgency: Urgency
    areas: tuple[str, ...]
    references: tuple[str, ...]
    verified: bool


class Disagreement(NamedTuple):
    """Sources that say different things, told as such; ``clinical`` is the practitioner's wording."""

    id: str
    text: str
    clinical: str
    references: tuple[str, ...]


class Safety(NamedTuple):
    """Who should ask first, what may happen, what to do afterwards, when to get help.

    ``questions`` are asked of the patient, ``questions_to_ask`` are for patients to ask.
    """

    must_know: tuple[SafetyNote, ...]
    lung_warning: SafetyNote
    do_not_needle: tuple[SafetyNote, ...]
    ask_first: tuple[SafetyNote, ...]
    side_effects: tuple[SideEffect, ...]
    during: tuple[SafetyNote, ...]
    after: tuple[SafetyNote, ...]
    aftercare: tuple[SafetyNote, ...]
    help_signs: tuple[HelpSign, ...]
    questions: tuple[SafetyQuestion, ...]
    questions_to_ask: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    disagreements: tuple[Disagreement, ...]
