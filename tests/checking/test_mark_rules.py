"""Zones and trigger points that the atlas lacks, and trigger points that only the atlas knows."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from consult_app.checking import mark_rules
from consult_app.checking.mark_rules import check_marked
from consult_app.problems import ProblemList

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue

ZONES = ("face.jaw:left", "face.jaw:right", "head.temple:left", "neck.side:left")
POINTS = ("masseter-1:left", "masseter-1:right", "trapezius-1:left")


@pytest.mark.parametrize(
    ("zones", "points", "expected"),
    [
        (ZONES, POINTS, []),
        (ZONES[:-1], POINTS, [("atlas-mark-missing", "neck.side")]),
        (ZONES, POINTS[:-1], [("atlas-mark-missing", "trapezius-1")]),
        (ZONES, (*POINTS, "maseter-1:left"), [("atlas-unknown-point", "maseter-1")]),
        ((), (), []),
    ],
)
def test_marks_and_catalogue_are_compared(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    zones: tuple[str, ...],
    points: tuple[str, ...],
    expected: list[tuple[str, str]],
) -> None:
    regions = [SimpleNamespace(muscle=muscle) for muscle in catalogue.muscle_by_id]
    atlas = SimpleNamespace(
        regions=regions, zone_best=dict.fromkeys(zones, ()), point_best=dict.fromkeys(points, ())
    )
    monkeypatch.setattr(mark_rules, "read_atlas", lambda _folder: atlas)
    problems = ProblemList()
    check_marked(Path("atlas"), catalogue, problems)
    assert [(problem.code, problem.subject) for problem in problems] == expected
    assert all(problem.arguments.get("nearest", "masseter-1") == "masseter-1" for problem in problems)


def test_an_atlas_that_cannot_be_read_is_told_elsewhere(tmp_path: Path, catalogue: Catalogue) -> None:
    problems = ProblemList()
    check_marked(tmp_path, catalogue, problems)
    assert not list(problems)


def test_a_muscle_that_no_plate_shows_is_missed(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *others = catalogue.muscle_by_id
    regions = [SimpleNamespace(muscle=muscle) for muscle in others]
    best = {name: dict.fromkeys(keys, ()) for name, keys in (("zone_best", ZONES), ("point_best", POINTS))}
    monkeypatch.setattr(mark_rules, "read_atlas", lambda _folder: SimpleNamespace(regions=regions, **best))
    problems = ProblemList()
    check_marked(Path("atlas"), catalogue, problems)
    assert [(problem.code, problem.subject) for problem in problems] == [("atlas-mark-missing", first)]
