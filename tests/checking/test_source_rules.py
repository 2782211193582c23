"""What is verified names a source that was read; every benefit has a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.checking.rules import check_resources
from consult_app.checking.source_rules import statements_of
from tests.helpers.catalogue_files import replace_in
from tests.helpers.planting import faults_after

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue

JAW = "muscles/jaw.yaml"
TRAPEZIUS = "muscles/upper-trapezius.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "offset"),
    [
        (JAW, "references: []\n    verified: false", "references: []\n    verified: true", 0),
        (TRAPEZIUS, "(MD -2.31 cm).\", references: [smith-2020]", '(MD -2.31 cm).", references: []', 0),
        ("options.yaml", "references: [smith-2020]", "references: []", 0),
        ("options.yaml", "references: []\n        verified: false",
         "references: []\n        verified: true", 0),
        ("visit.yaml", "references: [jones-2021]", "references: []", 0),
        ("safety.yaml", "references: [jones-2021]\n    verified: true\n  - id: ask-lung",
         "references: []\n    verified: true\n  - id: ask-lung", 0),
        ("safety.yaml", "areas: [neck], references: [], verified: false",
         "areas: [neck], references: [], verified: true", 0),
    ],
)  # fmt: skip
def test_verified_without_a_source_is_found(
    resources: Path, name: str, old: str, new: str, offset: int
) -> None:
    line, found = faults_after(resources, name, old, new, "missing-source")
    assert ("error", line + offset) in found


SMITH = 'link: ""\n    finding_basis: abstract\n    verified: true\n  - id: jones'


def test_what_nobody_has_read_verifies_nothing(resources: Path) -> None:
    replace_in(resources / "catalogue", "references.yaml", SMITH, SMITH.replace("abstract", "record-only"))
    line, found = faults_after(
        resources, TRAPEZIUS, "One trial found less pain", "One trial found far less pain", "unread-source"
    )
    assert ("error", line) in found
    line, found = faults_after(resources, "evidence.yaml", "MD -2.31", "MD -2.32", "unread-source")
    assert ("error", line + 2) in found


def test_a_source_that_was_read_beside_one_that_was_not_is_enough(resources: Path) -> None:
    replace_in(resources / "catalogue", "references.yaml", SMITH, SMITH.replace("abstract", "record-only"))
    both = "references: [smith-2020, jones-2021]\n    verified: true\n  - id: pain-neck-long"
    old = both.replace(", jones-2021", "")
    line, found = faults_after(resources, "evidence.yaml", old, both, "unread-source")
    assert ("error", line) not in found


def test_where_nobody_recorded_how_much_was_read_the_flag_stands(resources: Path) -> None:
    replace_in(resources / "catalogue", "references.yaml", SMITH, SMITH.replace("abstract", '""'))
    assert check_resources(resources) == ()


def test_every_statement_knows_its_place(catalogue: Catalogue) -> None:
    paths = [statement.path for statement in statements_of(catalogue)]
    assert len(set(paths)) == len(paths) == 5 + 13 + 1 + 4 + 3


def test_a_benefit_of_which_nothing_speaks_is_found(resources: Path) -> None:
    replace_in(resources / "catalogue", "evidence.yaml", "benefit: range-of-motion", "benefit: pain-relief")
    (problem,) = [item for item in check_resources(resources) if item.code == "benefit-without-evidence"]
    assert (problem.subject, problem.location.line) == ("range-of-motion", 13)


def test_a_technique_needs_a_finding_for_the_whole_body(resources: Path) -> None:
    old = "benefit: minimally-invasive\n    region: whole-body"
    replace_in(resources / "catalogue", "evidence.yaml", old, old.replace("whole-body", "neck"))
    (problem,) = [item for item in check_resources(resources) if item.code == "technique-without-evidence"]
    assert (problem.subject, problem.location.file.name) == ("minimally-invasive", "benefits.yaml")
