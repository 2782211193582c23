"""The compiled copy is used when it matches in every bit, and never else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from consult_app.content import compiled, detail_records, loading
from consult_app.problems import UserFacingError
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


def copies_in(cache: Path) -> list[Path]:
    """Return what the first frame shows, and the details."""
    return sorted(cache.iterdir(), key=lambda path: len(path.name))


def test_the_second_load_uses_the_copy_and_gives_the_same(
    folder: Path, cache: Path, parses: list[Path]
) -> None:
    first = loaded(folder, cache)
    assert loaded(folder, cache) == first
    assert len(parses) == 1


def test_what_the_first_frame_does_without_is_unpacked_when_asked_for(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(folder, cache)
    monkeypatch.setitem(sys.modules, "consult_app.content.detail_records", None)
    monkeypatch.delattr("consult_app.content.detail_records", raising=False)
    catalogue = loaded(folder, cache)
    assert catalogue.groups[1].muscles[0].fma["left"] == ("FMA33587",)
    assert repr(catalogue.later) == "Later(…)"
    monkeypatch.undo()
    assert catalogue.trigger_point_by_id["trapezius-1"].primary == ("neck.side",)
    assert repr(catalogue.later).startswith("Later(Details(")


def test_a_copy_with_details_of_another_layout_makes_the_words_be_read_again(
    folder: Path, cache: Path, parses: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = loaded(folder, cache)
    another = type(sys)("detail_records")
    vars(another).update(vars(detail_records), __name__="another")
    second = loaded(folder, cache)
    monkeypatch.setattr("consult_app.content.detail_records", another)
    assert second.details == first.details
    assert len(parses) == 2


def test_details_of_another_layout_that_cannot_be_read_again_are_told(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(folder, cache)
    catalogue = loaded(folder, cache)
    another = type(sys)("detail_records")
    monkeypatch.setattr("consult_app.content.detail_records", another)
    (folder / "visit.yaml").unlink()
    with pytest.raises(UserFacingError, match="have changed"):
        _ = catalogue.details


def test_changed_words_make_a_new_copy(folder: Path, cache: Path, parses: list[Path]) -> None:
    loaded(folder, cache)
    replace_in(folder, "muscles/jaw.yaml", "They let you chew", "They let you bite")
    assert loaded(folder, cache).group_by_id["jaw"].does == "They let you bite."
    assert loaded(folder, cache).group_by_id["jaw"].does == "They let you bite."
    assert len(parses) == 2
    assert len(list(cache.iterdir())) == 2


def test_a_renamed_or_new_file_makes_a_new_copy(folder: Path, cache: Path, parses: list[Path]) -> None:
    loaded(folder, cache)
    (folder / "muscles" / "jaw.yaml").rename(folder / "muscles" / "jaws.yaml")
    assert compiled.load(folder, cache).catalogue is None
    assert len(parses) == 2


@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize("change", ["word", "cut", "empty", "key", "text"])
def test_a_tampered_copy_is_refused(
    folder: Path, cache: Path, parses: list[Path], change: str, part: int
) -> None:
    first = loaded(folder, cache)
    copy = copies_in(cache)[part]
    data = copy.read_bytes()
    changed = {
        "word": data.replace(b"They let you chew", b"They let you gnaw").replace(b"Supine", b"Prone."),
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


def test_without_the_details_there_is_no_copy(folder: Path, cache: Path, parses: list[Path]) -> None:
    first = loaded(folder, cache)
    copies_in(cache)[1].unlink()
    assert loaded(folder, cache) == first
    assert len(parses) == 2
    assert len(copies_in(cache)) == 2


def test_a_copy_of_another_version_is_refused(
    folder: Path, cache: Path, parses: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(folder, cache)
    monkeypatch.setattr(compiled, "__version__", "999")
    loaded(folder, cache)
    monkeypatch.setattr(compiled._FIRST, "layout", "other records")
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
