"""The search field: names, complaints, codes, typing errors, and nothing where nothing is near."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.content.search import SearchIndex
from consult_app.content.search_entries import words_of

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> SearchIndex:
    return SearchIndex(catalogue)


@pytest.mark.parametrize(
    ("text", "kind", "identifier"),
    [
        ("Top-of-shoulder muscle", "group", "upper-trapezius"),
        ("upper trapezius", "group", "upper-trapezius"),
        ("TRAPEZIUS UPPER", "group", "upper-trapezius"),
        ("shoulder shrugger", "group", "upper-trapezius"),
        ("shouldershrugger", "group", "upper-trapezius"),
        ("trap", "group", "upper-trapezius"),
        ("uper trapezuis", "group", "upper-trapezius"),
        ("I can’t turn my head", "group", "upper-trapezius"),
        ("cant turn head", "group", "upper-trapezius"),
        ("turning the head", "group", "upper-trapezius"),
        ("jaw clicks", "group", "jaw"),
        ("masticatory", "group", "jaw"),
        ("Masseter", "muscle", "masseter"),
        ("masetter", "muscle", "masseter"),
        ("musculus pterygoideus medialis", "muscle", "medial-pterygoid"),
        ("internal pterygoid", "muscle", "medial-pterygoid"),
        ("pain relief", "benefit", "pain-relief"),
        ("less pain", "benefit", "pain-relief"),
        ("neck pain", "condition", "neck-pain"),
        ("stiff neck", "condition", "neck-pain"),
        ("nek pain", "condition", "neck-pain"),
        ("M54.2", "condition", "neck-pain"),
        ("m542", "condition", "neck-pain"),
        ("CERVICALGÍA", "condition", "neck-pain"),
        ("temple", "zone", "head.temple"),
        ("face", "area", "head"),
    ],
)
def test_the_first_hit_is_what_was_meant(index: SearchIndex, text: str, kind: str, identifier: str) -> None:
    hit = index.find(text)[0]
    assert (hit.kind, hit.id) == (kind, identifier)


@pytest.mark.parametrize(
    "text",
    [
        "chest pain",
        "Chest pain!",
        "pain in my chest",
        "chst pain",
        "chest pai",
        "tight chest",
        "stiff neck and chest pain",
        "my neck is stiff and there is pain in the chest when I turn my head",
    ],
)
def test_what_needling_is_not_for_is_answered_first(index: SearchIndex, text: str) -> None:
    hits = index.find(text)
    assert (hits[0].kind, hits[0].id, hits[0].groups) == ("not-for", "chest-pain", ())
    assert hits[0].score == max(hit.score for hit in hits)


def test_the_most_urgent_comes_first_and_none_twice(index: SearchIndex) -> None:
    hits = index.find("fever, chest pain")
    assert [hit.id for hit in hits[:2]] == ["chest-pain", "fever"]
    assert len({(hit.kind, hit.id) for hit in hits}) == len(hits)


def test_a_single_word_leads_when_it_is_a_fair_share_of_what_was_typed(index: SearchIndex) -> None:
    for text in ("fever", "stiff neck, fever", "wrinkles", "jaw wrinkles"):
        assert index.find(text)[0].kind == "not-for"
    for text in ("stiff neck, jaw clicks, fever", "stiff neck, wrinkles"):
        assert index.find(text)[0].kind != "not-for"


@pytest.mark.parametrize(
    "text", ["pain", "jaw pain", "neck pain", "never turn my head", "neck pain, jaw clicks, fever"]
)
def test_a_part_of_it_leads_nowhere(index: SearchIndex, text: str) -> None:
    assert all(hit.kind != "not-for" for hit in index.find(text)[:1])


def test_where_a_trigger_point_lies_and_is_felt_finds_its_group(index: SearchIndex) -> None:
    assert index.find("cheekbone")[0].id == "jaw"
    assert index.find("on top of my shoulder")[0].id == "upper-trapezius"


def test_a_hit_says_which_groups_it_stands_for(index: SearchIndex) -> None:
    assert index.find("masseter")[0].groups == ("jaw",)
    assert index.find("Pain in the upper body")[0].groups == ("jaw", "upper-trapezius")
    assert index.find("Side of the neck")[0].groups == ("upper-trapezius",)


def test_typing_a_name_finds_it_from_the_third_letter_on(index: SearchIndex) -> None:
    for end in range(3, len("trapezius") + 1):
        assert "upper-trapezius" in [hit.id for hit in index.find("trapezius"[:end])]


def test_exact_names_come_before_look_alikes(index: SearchIndex) -> None:
    hits = index.find("jaw")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].label == "Jaw"
    assert hits[0].score == 1.0


@pytest.mark.parametrize("text", ["", "   ", "?!", "xqzwv", "qqqq wwww", "🙂"])
def test_nothing_is_found_where_nothing_is_near(index: SearchIndex, text: str) -> None:
    assert index.find(text) == []


def test_no_more_hits_than_asked_for(index: SearchIndex) -> None:
    assert len(index.find("pain", limit=2)) == 2


def test_a_muscle_that_is_the_group_is_not_listed_twice(catalogue: Catalogue) -> None:
    jaw, trapezius = catalogue.groups
    namesake = trapezius._replace(muscles=(trapezius.muscles[0]._replace(name="Upper trapezius"),))
    hits = SearchIndex(catalogue._replace(groups=(jaw, namesake))).find("upper trapezius")
    assert [hit.kind for hit in hits if hit.score > 0.9] == ["group"]


def test_words_are_compared_without_accents_case_marks_and_plural() -> None:
    assert words_of("Migräne, Can't — MUSCLES of the trapezius!") == [
        "migrane", "cant", "muscle", "of", "the", "trapezius",
    ]  # fmt: skip
    assert words_of("Füße") == ["fusse"]


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_answered(index: SearchIndex, text: str) -> None:
    for hit in index.find(text):
        assert 0 < hit.score <= 1
        assert hit.label


def test_a_very_long_text_is_answered_in_time(index: SearchIndex) -> None:
    index.warm_up()
    started = time.perf_counter()
    index.find("pain in the neck " * 5000)
    assert time.perf_counter() - started < 1
