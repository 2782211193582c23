"""Sentences pasted from group to group."""

from __future__ import annotations

from pathlib import Path

from consult_app.checking.repeated import check_repeated
from consult_app.content.draft import Audience, Prose
from consult_app.problems import ProblemList, SourceLocation

PASTED = "The needle goes into the tight spot of this muscle."


def prose(group: str, key: str = "does", text: str = PASTED, audience: Audience = "patient") -> Prose:
    return Prose(f"groups.{group}.{key}", text, SourceLocation(Path(f"{group}.yaml"), 7, 3), audience)


def found(*texts: Prose) -> list[tuple[str, str]]:
    problems = ProblemList()
    check_repeated(texts, problems)
    return [(problem.location.file.name, problem.arguments["first"]) for problem in problems]


def test_the_third_group_with_a_sentence_is_told() -> None:
    texts = [prose(group) for group in ("jaw", "neck", "calf", "foot")]
    assert found(*texts[:2]) == []
    assert found(*texts) == [("calf.yaml", "jaw"), ("foot.yaml", "jaw")]


def test_a_sentence_is_found_in_any_of_its_groups_fields_and_between_others() -> None:
    last = prose("calf", "precautions.2.text", f"It is near. {PASTED.upper()} It helps.")
    assert found(prose("jaw"), prose("neck", "treatment.3"), last) == [("calf.yaml", "jaw")]


def test_short_sentences_signs_of_danger_and_findings_may_be_alike() -> None:
    groups = ("jaw", "neck", "calf")
    assert found(*(prose(group, text="The skin is cleaned.") for group in groups)) == []
    assert found(*(prose(group, "after.1") for group in groups)) == []
    assert found(*(prose(group, "text", audience="evidence") for group in groups)) == []
    assert found(*(prose("jaw", f"treatment.{index}") for index in range(3))) == []
