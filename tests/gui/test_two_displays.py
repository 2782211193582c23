"""The patient's screen on a display of its own: found, lost, found again. Each is tried on real displays.

Offscreen, Qt takes its displays from a file. To pull one out there has to be an X server.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SECONDS = 120
NEEDED = ("Xvfb", "xrandr")
MISSING = [name for name in NEEDED if shutil.which(name) is None]


def _run(what: str, **environment: str) -> Mapping[str, Mapping[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.displays", what],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    told: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return told


def _display(name: str, x: int, width: int, height: int) -> dict[str, object]:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, **dots}


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)], ids=["landscape", "portrait"])
def test_the_patient_s_window_fills_the_other_display(tmp_path: Path, width: int, height: int) -> None:
    file = tmp_path / "displays.json"
    displays = [_display("one", 0, 1366, 768), _display("two", 1366, width, height)]
    file.write_text(json.dumps({"screens": displays}), encoding="utf-8")
    told = _run("fixed", QT_QPA_PLATFORM=f"offscreen:configfile={file}")
    assert told["open"]["patient"] == ["two", [1366, 0, width, height]]
    assert told["open"]["is_full"]
    assert told["open"]["practitioner"][0] == "one"
    assert (told["shut"]["state"], told["shut"]["patient"]) == ("off", None)


@pytest.fixture(scope="module")
def plugged() -> Iterator[Mapping[str, Mapping[str, Any]]]:
    """What became of both windows while displays came and went."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "3286x1080x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            number = server.stdout.readline().strip()
            yield _run("plugged", DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
        finally:
            server.terminate()


needs_displays = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}")


@needs_displays
def test_a_display_that_is_pulled_out_is_no_accident(plugged: Mapping[str, Mapping[str, Any]]) -> None:
    assert plugged["open"]["patient"] == ["RIGHT", [1366, 0, 1920, 1080]]
    assert (plugged["open"]["state"], plugged["open"]["is_full"]) == ("live", True)
    # Never over the practitioner's notes.
    assert (plugged["pulled"]["state"], plugged["pulled"]["patient"]) == ("waiting", None)
    assert plugged["pulled"]["practitioner"] == plugged["open"]["practitioner"]
    assert plugged["pulled"]["offered"]


@needs_displays
def test_a_display_that_is_put_in_again_shows_what_is_explained_now(
    plugged: Mapping[str, Mapping[str, Any]],
) -> None:
    assert plugged["back"]["patient"] == ["RIGHT", [1366, 0, 600, 1080]]
    assert plugged["back"]["state"] == "live"
    assert "deltoid" in plugged["back"]["reads"]


@needs_displays
def test_the_windows_swap_displays(plugged: Mapping[str, Mapping[str, Any]]) -> None:
    assert plugged["swapped"]["practitioner"][0] == "RIGHT"
    assert plugged["swapped"]["patient"] == ["LEFT", [0, 0, 1366, 768]]


@needs_displays
def test_the_practitioner_keeps_the_last_display(plugged: Mapping[str, Mapping[str, Any]]) -> None:
    gone = plugged["own display gone"]
    assert gone["practitioner"] == ["LEFT", [0, 0, 1000, 700]]
    assert (gone["state"], gone["patient"]) == ("waiting", None)


@needs_displays
def test_on_a_single_display_it_is_a_window_until_there_is_another(
    plugged: Mapping[str, Mapping[str, Any]],
) -> None:
    name, box = plugged["tried out"]["patient"]
    assert (name, plugged["tried out"]["is_full"]) == ("LEFT", False)
    assert box[2] < 1366
    assert plugged["moved over"]["patient"] == ["RIGHT", [1366, 0, 1920, 1080]]
    assert plugged["moved over"]["is_full"]


@needs_displays
def test_it_goes_with_the_practitioner_s_window(plugged: Mapping[str, Mapping[str, Any]]) -> None:
    assert (plugged["closed"]["state"], plugged["closed"]["patient"]) == ("off", None)
