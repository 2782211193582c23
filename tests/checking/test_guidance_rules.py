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


def test_the_length_is_what_the_four_texts_say(catalogue: Catalogue) -> None:
    assert [length_of(choice) for choice in catalogue.details.options[0].choices] == [16, 16, 16, 14]
