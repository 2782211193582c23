"""Reading the settings at the start: fast, and never from a copy that no longer fits."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from consult_app.settings.reading import Found, read_settings
from consult_app.settings.record import SKINS, Known, Settings, usual_paper, usual_settings

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = Known(("jaw",), ("en",))
SCRIPT = """
import sys
from pathlib import Path
from consult_app.settings.reading import read_settings
from consult_app.settings.record import Known
found = read_settings(Path(sys.argv[1]), Path(sys.argv[2]), Known(("jaw",), ("en",)))
print(found.settings.clinic, sorted({"yaml", "json", "difflib", "PySide6"} & set(sys.modules)))
"""


def _run(path: Path, cache: Path) -> str:
    command = [sys.executable, "-c", SCRIPT, str(path), str(cache)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_without_a_file_nothing_is_imported(tmp_path: Path) -> None:
    assert _run(tmp_path / "none.yaml", tmp_path / "cache") == "[]"
    assert not (tmp_path / "cache").exists()


def test_the_second_start_reads_no_yaml(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("clinic: Nord\n", encoding="utf-8")
    assert "'yaml'" in _run(path, tmp_path / "cache")
    assert _run(path, tmp_path / "cache") == "Nord ['json']"


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path, cache = tmp_path / "settings.yaml", tmp_path / "cache"
    for text, sections in (("home-care", ("home-care",)), ("options, studies", ("options", "studies"))):
        path.write_text(f"hide_sections: [{text}]\nhide_groups: [jaw]\n", encoding="utf-8")
        for _ in range(2):
            found = read_settings(path, cache, KNOWN)
            assert (found.settings.hidden_sections, found.settings.hidden_groups) == (sections, ("jaw",))


def test_a_group_that_has_gone_is_told_of(tmp_path: Path) -> None:
    path, cache = tmp_path / "settings.yaml", tmp_path / "cache"
    path.write_text("hide_groups: [jaw]\n", encoding="utf-8")
    assert read_settings(path, cache, KNOWN) == Found(usual_settings()._replace(hidden_groups=("jaw",)))
    found = read_settings(path, cache, Known(("deltoid",), ("en",)))
    assert [problem.code for problem in found.problems] == ["unknown-id"]


def test_a_logo_that_has_gone_is_told_of(tmp_path: Path) -> None:
    path, cache, logo = tmp_path / "settings.yaml", tmp_path / "cache", tmp_path / "logo.png"
    logo.write_bytes(b"")
    path.write_text("logo: logo.png\n", encoding="utf-8")
    assert read_settings(path, cache, KNOWN).settings.logo == logo
    assert read_settings(path, cache, KNOWN).settings.logo == logo
    logo.unlink()
    found = read_settings(path, cache, KNOWN)
    assert found.settings.logo is None
    assert [problem.code for problem in found.problems] == ["missing-logo"]


def test_faults_are_told_at_every_start(tmp_path: Path) -> None:
    path, cache = tmp_path / "settings.yaml", tmp_path / "cache"
    path.write_text("paper: A5\n", encoding="utf-8")
    for _ in range(2):
        assert [problem.code for problem in read_settings(path, cache, KNOWN).problems] == ["unknown-choice"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"a\nb\n{}", b"[1]"])
def test_a_damaged_copy_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    path, cache = tmp_path / "settings.yaml", tmp_path / "cache"
    path.write_text("clinic: Nord\n", encoding="utf-8")
    read_settings(path, cache, KNOWN)
    (copy,) = cache.iterdir()
    whole = copy.read_bytes()
    for broken in (damage, whole[:-4] + damage):
        copy.write_bytes(broken)
        assert read_settings(path, cache, KNOWN).settings.clinic == "Nord"
        assert copy.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("clinic: Nord\n", encoding="utf-8")
    (tmp_path / "cache").write_text("", encoding="utf-8")
    for cache in (None, tmp_path / "cache", tmp_path / "cache" / "below"):
        assert read_settings(path, cache, KNOWN).settings.clinic == "Nord"


def test_a_folder_in_the_files_place_is_told_of(tmp_path: Path) -> None:
    assert [problem.code for problem in read_settings(tmp_path, None, KNOWN).problems] == ["not-a-file"]
    assert read_settings(None, None, KNOWN) == Found(usual_settings())


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en_US.UTF-8", "Letter"), ("fr_CA", "Letter"), ("de_DE.UTF-8", "A4"), ("C", "A4"), ("", "A4")],
)
def test_the_usual_paper_goes_with_the_country(
    monkeypatch: pytest.MonkeyPatch, language: str, paper: str
) -> None:
    for name in ("LC_ALL", "LC_PAPER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", language)
    assert usual_paper() == paper
    assert usual_settings() == Settings(paper=paper)  # type: ignore[arg-type]


def test_every_theme_has_the_skin_tones(resources: Path) -> None:
    import json

    for path in (resources / "themes").glob("*.json"):
        skins = json.loads(path.read_text(encoding="utf-8")).get("skins", {})
        assert tuple(skins) in ((), SKINS)
