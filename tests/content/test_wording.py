"""Every sentence that evidence can lead to, in the words that are shipped."""

from __future__ import annotations

from itertools import product

import pytest

from consult_app.bundle import find_resources
from consult_app.content.compiled import load
from consult_app.content.detail_records import Certainty, Evidence
from consult_app.content.lookup import ShownBenefit
from consult_app.content.reading import LONGEST_SENTENCE, measure
from consult_app.content.records import Benefit
from consult_app.content.wording import (
    benefit_sentence,
    comparison_sentence,
    evidence_sentence,
    level_meaning,
    level_name,
    whole_body_sentence,
)
from consult_app.content.words import Words

PAIN = Benefit(
    id="pain-relief",
    name="Pain relief",
    also_called=(),
    summary="…",
    reason="The reason.",
    verb=("reduce", "reduces"),
    everywhere=False,
    correction="",
    how="…",
    for_whom="…",
    references=(),
)
FINDING = Evidence(
    id="pain-neck",
    benefit="pain-relief",
    region="neck",
    headline=True,
    outcome="neck pain",
    condition="",
    certainty="low",
    direction="benefit",
    horizon="up-to-12-weeks",
    compared_with="sham needling",
    effect="",
    graded_by="source",
    references=("smith-2020",),
    verified=True,
    note="",
)

HORIZONS = {
    "immediate": "right after treatment",
    "up-to-12-weeks": "for days to weeks",
    "long-term": "beyond three months",
}
SENTENCES = {
    ("high", "benefit"): "Needling reduces pain {horizon}.",
    ("moderate", "benefit"): "Needling probably reduces pain {horizon}.",
    ("low", "benefit"): "Needling may reduce pain {horizon}.",
    ("very-low", "benefit"): "We are not sure whether needling reduces pain {horizon}.",
    ("high", "no-clear-difference"):
        "Needling makes no clear difference to pain {horizon}. It was compared with sham needling.",
    ("moderate", "no-clear-difference"):
        "Needling probably makes no clear difference to pain {horizon}. "
        "It was compared with sham needling.",
    ("low", "no-clear-difference"):
        "Needling may make no clear difference to pain {horizon}. It was compared with sham needling.",
    ("very-low", "no-clear-difference"):
        "We are not sure whether needling makes a difference to pain {horizon}. "
        "It was compared with sham needling.",
    ("high", "mixed"): "Studies do not agree on whether needling reduces pain {horizon}.",
    ("moderate", "mixed"): "Studies do not agree on whether needling reduces pain {horizon}.",
    ("low", "mixed"): "Studies do not agree on whether needling reduces pain {horizon}.",
    ("very-low", "mixed"): "We are not sure whether needling reduces pain {horizon}.",
}  # fmt: skip


@pytest.fixture(scope="module")
def words() -> Words:
    catalogue = load(find_resources() / "catalogue", None).catalogue
    assert catalogue is not None
    return Words(catalogue.words)


@pytest.mark.parametrize(("kind", "horizon"), list(product(SENTENCES, HORIZONS)))
def test_the_sentence_follows_from_the_grade(words: Words, kind: tuple[str, str], horizon: str) -> None:
    certainty, direction = kind
    finding = FINDING._replace(certainty=certainty, direction=direction, horizon=horizon, outcome="pain")
    sentence = evidence_sentence(words, PAIN, finding)
    assert sentence == SENTENCES[kind].format(horizon=HORIZONS[horizon])
    assert measure(sentence).longest_sentence <= LONGEST_SENTENCE


def test_nothing_is_compared_where_no_comparator_is_known(words: Words) -> None:
    finding = FINDING._replace(direction="no-clear-difference", compared_with="")
    assert evidence_sentence(words, PAIN, finding) == (
        "Needling may make no clear difference to neck pain for days to weeks."
    )
    assert comparison_sentence(words, finding) == ""
    assert comparison_sentence(words, FINDING) == "Needling was compared with sham needling."


def test_without_studies_nothing_is_claimed(words: Words) -> None:
    assert evidence_sentence(words, PAIN, None) == "We found no good studies for this area."
    assert evidence_sentence(words, PAIN, FINDING._replace(references=())) == (
        "We found no good studies on whether needling reduces neck pain."
    )


def test_the_horizon_of_a_long_sentence_is_told_apart(words: Words) -> None:
    long = FINDING._replace(certainty="very-low", outcome="pain from hip or knee arthritis")
    assert evidence_sentence(words, PAIN, long) == (
        "We are not sure whether needling reduces pain from hip or knee arthritis. "
        "The studies looked at this for days to weeks."
    )
    assert whole_body_sentence(words, PAIN, FINDING._replace(outcome="sore spots in a muscle")) == (
        "For muscles in general, needling may reduce sore spots in a muscle. "
        "The studies looked at this for days to weeks."
    )


def test_where_there_are_no_studies_nothing_was_looked_at(words: Words) -> None:
    nothing = FINDING._replace(references=(), outcome="how well you get in and out of a very low chair")
    assert evidence_sentence(words, PAIN, nothing).count(".") == 1


def test_the_whole_body_has_its_own_sentence(words: Words) -> None:
    assert whole_body_sentence(words, PAIN, FINDING._replace(outcome="muscle pain")) == (
        "For muscles in general, needling may reduce muscle pain for days to weeks."
    )


def test_what_describes_the_technique_is_said_by_its_reason(words: Words) -> None:
    technique = PAIN._replace(id="minimally-invasive")
    general = FINDING._replace(certainty="high")
    shown = ShownBenefit(technique, "There is no cut.", everywhere=True, evidence=FINDING, general=general)
    assert benefit_sentence(words, shown) == "There is no cut."
    assert shown.certainty == "high"
    other = ShownBenefit(PAIN, "The reason.", everywhere=False, evidence=FINDING, general=general)
    assert benefit_sentence(words, other) == "Needling may reduce neck pain for days to weeks."
    assert other.certainty == "low"


@pytest.mark.parametrize("certainty", ["high", "moderate", "low", "very-low", None])
def test_each_level_has_a_name_and_a_meaning(words: Words, certainty: Certainty | None) -> None:
    assert level_name(words, certainty)
    assert measure(level_meaning(words, certainty)).grade <= 8
