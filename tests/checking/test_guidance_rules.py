"""Options: four ways, told alike, as sure as the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.checking.guidance_rules import length_of
from tests.helpers.planting import faults_after

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue


SMITH = "        references: [smith-2020]"


@pytest.mark.parametrize(
    ("old", "new", "severity", "code", "offset"),
    [
        (f"certainty: low\n{SMITH}", f"certainty: moderate\n{SMITH}", "error", "certainty-differs", 0),
        ('"A thin needle goes in."', '"A thin needle goes in, and comes out, and then you rest for a while."',
         "warning", "choices-unequal", -2),
        ("kind: wait", "kind: exercise", "error", "choices-incomplete", -27),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_at_its_line(
    resources: Path, old: str, new: str, severity: str, code: str, offset: int
) -> None:
    line, found = faults_after(resources, "options.yaml", old, new, code)
    assert (severity, line + offset) in found


def test_a_choice_without_any_finding_is_not_sure_at_all(resources: Path) -> None:
    old = "certainty: low\n        references: [smith-2020]\n        verified: true"
    line, found = faults_after(
        resources,
        "options.yaml",
        old,
        "certainty: low\n        references: []\n        verified: false",
        "certainty-differs",
    )
    assert found == [("error", line)]


COUNTED = """verified: true
        counts:
          - {says: helps, low: LOW, high: HIGH, text: "Some were well.", references: [smith-2020]}
      - kind: exercise"""


@pytest.mark.parametrize(("low", "high"), [(30, 20), (20, 120)])
def test_a_count_beyond_a_hundred_or_upside_down_is_found(resources: Path, low: int, high: int) -> None:
    new = COUNTED.replace("LOW", str(low)).replace("HIGH", str(high))
    old = "verified: true\n      - kind: exercise"
    line, found = faults_after(resources, "options.yaml", old, new, "impossible-range")
    assert found == [("error", line + 2)]


def test_a_count_names_its_source(resources: Path) -> None:
    new = COUNTED.replace("LOW", "20").replace("HIGH", "30").replace("[smith-2020]}", "[]}")
    old = "verified: true\n      - kind: exercise"
    line, found = faults_after(resources, "options.yaml", old, new, "too-few")
    assert found == [("error", line + 2)]


def test_the_length_is_what_the_four_texts_say(catalogue: Catalogue) -> None:
    assert [length_of(choice) for choice in catalogue.details.options[0].choices] == [16, 16, 16, 14]
