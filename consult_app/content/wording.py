"""Sentences about evidence. Nobody writes them: their strength follows from the graded finding.

A clause is a sentence without its capital and full stop, so that it can stand inside another one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from consult_app.content.reading import LONGEST_SENTENCE, count_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.content.detail_records import Certainty, Evidence
    from consult_app.content.lookup import ShownBenefit
    from consult_app.content.records import Benefit
    from consult_app.content.words import Words

_CERTAINTIES = ("high", "moderate", "low", "very-low")
_VERB = {"high": "does", "moderate": "does", "low": "do", "very-low": "does"}
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def _required_words() -> Mapping[str, frozenset[str]]:
    """Return each key of ``evidence.*`` with the placeholders its words must hold."""
    keys: dict[str, tuple[str, ...]] = {}
    for level in _CERTAINTIES:
        keys[f"evidence.benefit.{level}"] = (_VERB[level], "outcome", "horizon")
        keys[f"evidence.no-clear-difference.{level}"] = ("outcome", "horizon")
        keys[f"evidence.mixed.{level}"] = ("does", "outcome", "horizon")
    for level in (*_CERTAINTIES, "none"):
        keys[f"evidence.level.{level}"] = ()
        keys[f"evidence.meaning.{level}"] = ()
    for horizon in ("immediate", "up-to-12-weeks", "long-term"):
        keys[f"evidence.horizon.{horizon}"] = ()
    keys["evidence.no-studies"] = ("does", "outcome")
    keys["evidence.none"] = ()
    keys["evidence.none-overall"] = ()
    keys["evidence.whole-body"] = ("clause",)
    keys["evidence.looked-at"] = ("horizon",)
    keys["evidence.comparator"] = ("treatment",)
    keys["evidence.comparison"] = ("treatment",)
    return {key: frozenset(places) for key, places in keys.items()}


REQUIRED_WORDS = {
    **_required_words(),
    "search.small-words": frozenset[str](),
    **{f"search.guide.{guide}": frozenset[str]() for guide in ("visit", "visit-calm", "safety")},
    "check.lung": frozenset[str](),
    "check.breath": frozenset[str](),
}
"""What ``interface.yaml`` must say for content and checks themselves."""


def placeholders(text: str) -> frozenset[str]:
    """Return the names in braces that a text holds."""
    return frozenset(_PLACEHOLDER.findall(text))


def benefit_sentence(words: Words, shown: ShownBenefit) -> str:
    """Return the sentence that stands beside a benefit's certainty mark."""
    if shown.benefit.describes_technique:
        return shown.reason
    return evidence_sentence(words, shown.benefit, shown.evidence)


def evidence_sentence(words: Words, benefit: Benefit, evidence: Evidence | None) -> str:
    """Return what is known of a benefit, as strongly as the finding allows; None is no finding at all."""
    if evidence is None:
        return words("evidence.none")
    return _with_comparator(words, evidence, _told(words, benefit, evidence, "{clause}"))


def whole_body_sentence(words: Words, benefit: Benefit, evidence: Evidence) -> str:
    """Return what is known of a benefit when all body regions are taken together."""
    frame = words("evidence.whole-body")
    return _with_comparator(words, evidence, _told(words, benefit, evidence, frame))


def comparison_sentence(words: Words, evidence: Evidence) -> str:
    """Return what needling was compared with, or an empty text where that is not known."""
    if not evidence.compared_with:
        return ""
    return words("evidence.comparison", treatment=evidence.compared_with)


def level_name(words: Words, certainty: Certainty | None) -> str:
    """Return the name of a certainty level; None is the level without studies."""
    return words(f"evidence.level.{certainty or 'none'}")


def level_meaning(words: Words, certainty: Certainty | None) -> str:
    """Return in plain words what a certainty level means."""
    return words(f"evidence.meaning.{certainty or 'none'}")


def _told(words: Words, benefit: Benefit, evidence: Evidence, frame: str) -> str:
    """Return a clause in its frame as a sentence; where that gets too long, the horizon is told apart."""
    horizon = words(f"evidence.horizon.{evidence.horizon}")
    sentence = _sentence(frame.replace("{clause}", _clause(words, benefit, evidence, horizon)))
    if count_words(sentence) <= LONGEST_SENTENCE or not evidence.references:
        return sentence
    without = _sentence(frame.replace("{clause}", _clause(words, benefit, evidence, "").rstrip()))
    return f"{without} {_sentence(words('evidence.looked-at', horizon=horizon))}"


def _clause(words: Words, benefit: Benefit, evidence: Evidence, horizon: str) -> str:
    verb = {"do": benefit.verb[0], "does": benefit.verb[1]}
    if not evidence.references:
        return words("evidence.no-studies", outcome=evidence.outcome, **verb)
    return words(
        f"evidence.{evidence.direction}.{evidence.certainty}",
        outcome=evidence.outcome,
        horizon=horizon,
        **verb,
    )


def _with_comparator(words: Words, evidence: Evidence, sentence: str) -> str:
    """Add what needling was compared with where that decides what the sentence means.

    "No clear difference" says little until one knows from what: pretended needling, or a good treatment.
    """
    if evidence.direction != "no-clear-difference" or not evidence.compared_with:
        return sentence
    return f"{sentence} {words('evidence.comparator', treatment=evidence.compared_with)}"


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."
