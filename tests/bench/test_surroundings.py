from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from consult_app.bench.machine import cores, machine_line
from consult_app.bench.surroundings import SCREEN, surroundings


def test_a_person_s_own_folders_are_left_alone(tmp_path: Path) -> None:
    given = surroundings(tmp_path, {"XDG_CACHE_HOME": "/home/someone/.cache", "LANG": "C"})
    assert all(given[name].startswith(str(tmp_path)) for name in given if name.startswith("XDG_"))
    assert {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"} <= given.keys()
    assert given["LANG"] == "C"


def test_nothing_that_slows_python_is_handed_on(tmp_path: Path) -> None:
    given = surroundings(
        tmp_path, {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONDEVMODE": "1", "PYTHONPATH": "/mine"}
    )
    assert "PYTHONDONTWRITEBYTECODE" not in given
    assert "PYTHONDEVMODE" not in given
    assert given["PYTHONPATH"].endswith("/mine")


def test_offscreen_there_is_a_usual_screen(tmp_path: Path) -> None:
    platform = surroundings(tmp_path, {"QT_QPA_PLATFORM": "offscreen"})["QT_QPA_PLATFORM"]
    name, _, path = platform.partition(":configfile=")
    screen = json.loads(Path(path).read_text(encoding="utf-8"))["screens"][0]
    assert (name, screen["width"], screen["height"]) == ("offscreen", *SCREEN)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_none_is_needed(tmp_path: Path) -> None:
    assert surroundings(tmp_path, {})["QT_QPA_PLATFORM"].startswith("offscreen:")
    assert "QT_QPA_PLATFORM" not in surroundings(tmp_path, {"DISPLAY": ":0"})


def test_a_platform_that_is_asked_for_stays(tmp_path: Path) -> None:
    assert surroundings(tmp_path, {"QT_QPA_PLATFORM": "xcb"})["QT_QPA_PLATFORM"] == "xcb"


def test_the_machine_is_told_in_one_line() -> None:
    line = machine_line("offscreen")
    assert "\n" not in line
    assert f"{cores()} cores" in line
    assert "PySide6 6." in line
    assert "Qt platform offscreen" in line
