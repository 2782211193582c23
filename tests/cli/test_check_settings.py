"""``consult-app check`` tells of faults in settings: in a file that is named, and in the person's own."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.gui.programs import run

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = "clinic: Nord\ntheme: drak\npager: A4\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A configuration folder with broken settings in it."""
    folder = tmp_path / "home"
    (folder / "consult-app").mkdir(parents=True)
    (folder / "consult-app" / "settings.yaml").write_text(BROKEN, encoding="utf-8")
    return folder


def test_a_named_file_is_checked_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    done = run("check", "--settings", path)
    assert done.returncode == 1
    theme, key, count = done.stdout.splitlines()
    assert theme.startswith(f"{path}:2:8: error unknown-choice: “drak” is not one of: desktop, light")
    assert "Did you mean “dark”?" in theme
    assert key.startswith(f"{path}:3:1: warning unknown-key: ")
    assert "Did you mean “paper”?" in key
    assert count == "1 error, 1 warning."
    path.write_text("theme: dark\n", encoding="utf-8")
    done = run("check", "--settings", path, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["problems"]) == (0, [])


def test_unknown_keys_are_fatal_only_when_strict(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("rooms: [1, 2]\n", encoding="utf-8")
    assert run("check", "--settings", path).returncode == 0
    assert run("check", "--settings", path, "--strict").returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps settings elsewhere")
def test_the_person_s_own_settings_are_checked_with_the_program_s_own_words(
    home: Path, resources: Path
) -> None:
    done = run("check", XDG_CONFIG_HOME=str(home))
    assert done.returncode == 1
    assert f"{home}/consult-app/settings.yaml:2:8: error unknown-choice" in done.stdout
    assert run("check", resources, XDG_CONFIG_HOME=str(home)).stdout == "No problems.\n"


def test_a_settings_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    done = run("check", "--settings", tmp_path / "none.yaml")
    assert done.returncode == 1
    assert "none.yaml" in done.stdout
