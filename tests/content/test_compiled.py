"""The compiled copy is used when it matches in every bit, and never else."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from consult_app.content import compiled, loading
from consult_app.content.packing import pack, unpack_catalogue
from tests.helpers.catalogue_files import replace_in, write_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_catalogue(tmp_path / "catalogue")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return a list that grows with each time YAML is parsed."""
    calls: list[Path] = []
    parse = loading.load_catalogue

    def counted(folder: Path) -> loading.Parsed:
        calls.append(folder)
        return parse(folder)

    monkeypatch.setattr(loading, "load_catalogue", counted)
    return calls


def loaded(folder: Path, cache: Path | None) -> Catalogue:
    catalogue = compiled.load(folder, cache).catalogue
    assert catalogue is not None
    return catalogue


def copy_in(cache: Path) -> Path:
    (copy,) = cache.iterdir()
    return copy


def test_the_second_load_uses_the_copy_and_gives_the_same(
    folder: Path, cache: Path, parses: list[Path]
) -> None:
    first = loaded(folder, cache)
    assert loaded(folder, cache) == first
    assert len(parses) == 1


def test_packing_loses_nothing(folder: Path) -> None:
    catalogue = loaded(folder, None)
    again = unpack_catalogue(json.loads(json.dumps(pack(catalogue))))
    assert again == catalogue
    assert isinstance(again.groups[1].muscles[0].fma["left"], tuple)


def test_changed_words_make_a_new_copy(folder: Path, cache: Path, parses: list[Path]) -> None:
    loaded(folder, cache)
    replace_in(folder, "muscles/jaw.yaml", "They let you chew", "They let you bite")
    assert loaded(folder, cache).group_by_id["jaw"].does == "They let you bite."
    assert loaded(folder, cache).group_by_id["jaw"].does == "They let you bite."
    assert len(parses) == 2
    assert len(list(cache.iterdir())) == 1


def test_a_renamed_or_new_file_makes_a_new_copy(folder: Path, cache: Path, parses: list[Path]) -> None:
    loaded(folder, cache)
    (folder / "muscles" / "jaw.yaml").rename(folder / "muscles" / "jaws.yaml")
    assert compiled.load(folder, cache).catalogue is None
    assert len(parses) == 2


@pytest.mark.parametrize("change", ["word", "cut", "empty", "key", "text"])
def test_a_tampered_copy_is_refused(folder: Path, cache: Path, parses: list[Path], change: str) -> None:
    first = loaded(folder, cache)
    copy = copy_in(cache)
    data = copy.read_bytes()
    changed = {
        "word": data.replace(b"They let you chew", b"They let you gnaw"),
        "cut": data[:-20],
        "empty": b"",
        "key": b"0" * 64 + data[64:],
        "text": b"no\ncopy\nat all",
    }[change]
    assert changed != data
    copy.write_bytes(changed)
    assert loaded(folder, cache) == first
    assert len(parses) == 2
    assert copy.read_bytes() == data


def test_a_copy_of_another_version_is_refused(
    folder: Path, cache: Path, parses: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(folder, cache)
    monkeypatch.setattr(compiled, "__version__", "999")
    loaded(folder, cache)
    monkeypatch.setattr(compiled, "LAYOUT", "other records")
    loaded(folder, cache)
    assert len(parses) == 3


def test_a_copy_that_cannot_be_written_is_no_fault(folder: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert compiled.load(folder, cache).problems == ()
    assert loaded(folder, None) == loaded(folder, cache)


def test_broken_words_leave_no_copy_and_no_catalogue(folder: Path, cache: Path) -> None:
    loaded(folder, cache)
    replace_in(folder, "muscles/jaw.yaml", "near_lung: false", "near_lung: perhaps")
    result = compiled.load(folder, cache)
    assert result.catalogue is None
    assert [problem.code for problem in result.problems] == ["not-true-or-false"]


def test_warnings_are_told_each_time(folder: Path, cache: Path) -> None:
    (folder / "stray.yaml").write_text("a: b\n")
    for _ in range(2):
        result = compiled.load(folder, cache)
        assert result.catalogue is not None
        assert [problem.code for problem in result.problems] == ["stray-file"]


def test_each_folder_has_its_own_copy(tmp_path: Path, cache: Path, parses: list[Path]) -> None:
    folders = [write_catalogue(tmp_path / name) for name in ("one", "two")]
    for folder in folders * 2:
        loaded(folder, cache)
    assert len(parses) == 2


def test_a_missing_folder_is_a_problem(tmp_path: Path, cache: Path) -> None:
    assert [problem.code for problem in compiled.load(tmp_path / "none", cache).problems] == [
        "missing-folder"
    ]


def test_a_valid_copy_needs_no_yaml(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(folder, cache)
    for name in ("consult_app.content.loading", "consult_app.yaml_nodes", "yaml"):
        monkeypatch.setitem(sys.modules, name, None)
    loaded(folder, cache)
