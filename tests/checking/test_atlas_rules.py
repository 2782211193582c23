"""Faults of the atlas, and disagreements with the catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.model import Region
from consult_app.checking.report import sentence_of
from consult_app.checking.rules import check_resources
from tests.helpers.atlas_files import REGIONS, write_atlas_files

if TYPE_CHECKING:
    from pathlib import Path

MASSETER = REGIONS[0]


def found_in(resources: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.subject) for problem in check_resources(resources)]


@pytest.mark.parametrize(
    ("region", "code", "subject"),
    [
        (Region("maseter:left", "maseter", "jaw", "left"), "atlas-unknown-muscle", "maseter"),
        (Region("masseter:left", "masseter", "jaws", "left"), "atlas-unknown-group", "jaws"),
        (Region("masseter:left", "masseter", "upper-trapezius", "left"), "atlas-wrong-group", "masseter"),
        (Region("masseter:right", "masseter", "jaw", "left"), "atlas-wrong-region", "masseter:right"),
    ],
)
def test_regions_must_agree_with_the_catalogue(
    resources: Path, region: Region, code: str, subject: str
) -> None:
    write_atlas_files(resources / "atlas", regions=(region,))
    assert (code, subject) in found_in(resources)


def test_muscles_that_are_not_drawn_are_no_fault(resources: Path) -> None:
    write_atlas_files(resources / "atlas", regions=(MASSETER,), highest=1)
    assert found_in(resources) == []


def test_a_missing_view_is_named(resources: Path) -> None:
    write_atlas_files(resources / "atlas", views=("front", "back", "right"))
    assert found_in(resources) == [("atlas-view-missing", "left")]


def test_a_region_without_outline_is_named(resources: Path) -> None:
    write_atlas_files(resources / "atlas", outlined=(MASSETER,))
    assert found_in(resources) == [("atlas-no-outline", "trapezius-descending:left")] * 4


def test_values_that_nothing_explains_are_found(resources: Path) -> None:
    write_atlas_files(resources / "atlas", highest=9)
    problems = check_resources(resources)
    assert {problem.code for problem in problems} == {"atlas-raster"}
    assert "{" not in sentence_of(problems[0])


@pytest.mark.parametrize("name", ["front.jpg", "left.idx", "back.json"])
@pytest.mark.parametrize("damage", ["missing", "cut", "changed"])
def test_damaged_files_are_named_once(resources: Path, name: str, damage: str) -> None:
    path = resources / "atlas" / name
    data = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(data[:-1] if damage == "cut" else bytes([data[0] ^ 1]) + data[1:])
    problems = check_resources(resources)
    assert [(problem.code, problem.location.file) for problem in problems] == [("atlas-fault", path)]
    assert sentence_of(problems[0]).endswith("Make the atlas again, or copy it again.")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}'])
def test_an_atlas_that_is_none_is_one_fault(resources: Path, text: str) -> None:
    (resources / "atlas" / "atlas.json").write_text(text)
    assert found_in(resources) == [("atlas-fault", "atlas.json")]


@pytest.mark.parametrize("name", ["front.idx", "front.json"])
def test_files_that_were_swapped_with_their_checksums_are_still_looked_into(
    resources: Path, name: str
) -> None:
    from consult_app.atlas.storage import stored_file

    (resources / "atlas" / name).write_bytes(b"nonsense")
    path = resources / "atlas" / "atlas.json"
    record = json.loads(path.read_text())
    stored = stored_file(b"nonsense")
    record["plates"][0]["files"][name] = {"bytes": stored.size, "sha256": stored.sha256}
    path.write_text(json.dumps(record))
    assert found_in(resources) == [("atlas-fault", name)]
