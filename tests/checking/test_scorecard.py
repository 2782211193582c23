"""The release's figures, and that they are counted honestly."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from consult_app.checking.report import scorecard_json, scorecard_text
from consult_app.checking.rules import read_and_check
from consult_app.checking.scorecard import Claims, Figure, claims_of, figures_of
from tests.helpers.catalogue_files import replace_in
from tests.helpers.planting import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue


def figures(resources: Path, today: date = TODAY) -> dict[str, Figure]:
    parsed = read_and_check(resources, today).parsed
    assert parsed.catalogue is not None
    return {figure.name: figure for figure in figures_of(parsed, parsed.catalogue, today)}


def test_things_are_counted(resources: Path) -> None:
    found = figures(resources)
    names = ("muscle groups", "muscles", "trigger points", "conditions", "out of scope", "references")
    assert [found[name].value for name in names] == [2, 3, 2, 4, 3, 2]


def test_claims_without_studies_are_counted_apart(catalogue: Catalogue) -> None:
    # Jaw: movement has no good studies, pain none for the jaw, one technique; trapezius: pain, one technique.
    claims = claims_of(catalogue)
    assert claims == Claims(shown=5, graded=3, sourced=3, without_studies=2)
    assert claims.share == 100


def test_a_source_that_nobody_read_counts_for_nothing(resources: Path) -> None:
    smith = 'link: ""\n    finding_basis: abstract\n    verified: true\n  - id: jones'
    replace_in(resources / "catalogue", "references.yaml", smith, smith.replace("abstract", "record-only"))
    share = figures(resources)["share with level and source"]
    assert (share.value, share.ok) == (pytest.approx(66.7), False)


def test_statements_that_are_not_verified_are_owned_up_to(resources: Path) -> None:
    found = figures(resources)
    total = found["statements that name their sources"].value
    parts = [figure.value for name, figure in found.items() if name.startswith("… ") and "verified" in name]
    assert parts == [14, 0, 12]
    assert total == sum(map(int, parts))


def test_the_hardest_text_says_where_it_stands(resources: Path) -> None:
    hard = "Considerable immobility accompanies sensitisation of your musculature."
    line = replace_in(resources / "catalogue", "muscles/jaw.yaml", "They let you chew.", hard)
    worst = figures(resources)["worst reading grade"]
    assert worst.ok is False
    assert worst.where.startswith("groups.jaw.does (")
    assert worst.where.endswith(f"muscles/jaw.yaml:{line}:7)")


def test_an_overdue_group_is_named(resources: Path) -> None:
    late = figures(resources, date(2099, 1, 1))["groups whose review is overdue"]
    assert (late.value, late.ok, late.where) == (1, False, "jaw")


def test_as_text_and_as_json() -> None:
    shown = [Figure("texts", 12), Figure("grade", 9.5, "years", "≤ 8", ok=False, where="jaw")]
    assert scorecard_text(shown, []).splitlines() == [
        "texts  12",
        "grade  9.5 years (≤ 8) ← jaw",
        "No problems.",
    ]
    report = json.loads(scorecard_json(shown, []))
    assert (report["errors"], report["warnings"]) == (0, 0)
    assert report["figures"][1] == {
        "name": "grade", "value": 9.5, "unit": "years", "limit": "≤ 8", "ok": False, "where": "jaw",
    }  # fmt: skip
