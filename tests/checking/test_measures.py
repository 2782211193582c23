"""Depths, angles, sizes and doses of needles are found; other numbers are not taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult_app.checking.measures import check_measures
from consult_app.content.draft import Audience, Prose
from consult_app.problems import ProblemList, SourceLocation


def codes(text: str, audience: Audience = "patient") -> list[str]:
    problems = ProblemList()
    check_measures(Prose("x.text", text, SourceLocation(Path("x")), audience), problems)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "The needle goes in 20 mm.",
        "About 2,5 centimetres in.",
        "It enters at 45 degrees.",
        "It enters at 45° to the skin.",
        "Two finger-widths beside it.",
        "A half inch is enough.",
        "A 30 gauge needle.",
        "Perpendicular to the skin.",
        "The needle length is chosen first.",
        "0.30 x 50 mm needles",
    ],
)
def test_measures_are_found(text: str) -> None:
    assert codes(text) == ["needle-measure"]
    assert codes(text, "practitioner") == ["needle-measure"]


@pytest.mark.parametrize(
    "text", ["Come for six sessions.", "3 to 5 needles are used.", "Two or three visits do."]
)
def test_doses_are_found(text: str) -> None:
    assert codes(text) == ["needle-dose"]


@pytest.mark.parametrize(
    "text",
    [
        "About 5 to 9 of 100 sessions.",
        "A small effect in one in three treatments.",
        "The angle of the jaw is near.",
        "Hold it for 30 seconds.",
        "It may help after one session.",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_findings_may_tell_of_pain_and_movement_but_not_of_needles() -> None:
    assert (
        codes("Pain fell by 12 mm of 100; the neck turned 5 degrees further after 6 sessions.", "evidence")
        == []
    )
    assert codes("The needle went in 30 mm.", "evidence") == ["needle-measure"]
    assert codes("A 50 mm needle reached it.", "evidence") == ["needle-measure"]


@given(number=st.integers(0, 999), unit=st.sampled_from(["mm", "cm", "degrees", "inches"]))
def test_any_number_with_a_unit_is_found(number: int, unit: str) -> None:
    assert codes(f"It is {number} {unit}, or so.") == ["needle-measure"]
