"""Starting, and what a person is told when the program's files are not in order."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from consult_app.options import RunOptions
from consult_app.problems import UsageError, UserFacingError
from tests.gui.programs import damage, is_sentence, run, run_script

FRONT = "front-superficial"


@pytest.fixture
def copied(resources: Path, tmp_path: Path) -> Path:
    """A resources folder that a test may break; fonts are only linked."""
    folder = tmp_path / "resources"
    shutil.copytree(resources, folder, ignore=shutil.ignore_patterns("fonts"))
    (folder / "fonts").symlink_to(resources / "fonts")
    return folder


def _picture(folder: Path, *words: object) -> tuple[int, str]:
    done = run(
        "picture", folder.parent / "out.png", "--resources", folder, "--width", 300, "--height", 400, *words
    )
    return done.returncode, done.stderr


def test_missing_resources_are_told_of(tmp_path: Path) -> None:
    code, told = _picture(tmp_path / "nowhere")
    assert code == 1
    assert is_sentence(told, tmp_path / "nowhere")


@pytest.mark.parametrize("part", ["catalogue", "atlas", "themes"])
def test_a_missing_folder_is_told_of(copied: Path, part: str) -> None:
    shutil.rmtree(copied / part)
    code, told = _picture(copied)
    assert code == 1
    assert is_sentence(told, part.rstrip("s"))
    assert len(told.splitlines()) < 40


def test_missing_fonts_are_told_of(copied: Path) -> None:
    (copied / "fonts").unlink()
    code, told = _picture(copied)
    assert code == 1
    assert is_sentence(told, "Inter-Regular.otf")


@pytest.mark.parametrize("name", [f"{FRONT}.1.jpg", f"{FRONT}.2.idx", f"{FRONT}.outlines.json"])
def test_a_missing_plate_file_is_told_of(copied: Path, name: str) -> None:
    (copied / "atlas" / name).unlink()
    code, told = _picture(copied)
    assert code == 1
    assert is_sentence(told, name)


@pytest.mark.parametrize("name", [f"{FRONT}.2.jpg", f"{FRONT}.2.idx", f"{FRONT}.outlines.json", "atlas.json"])
def test_a_damaged_plate_file_is_told_of(copied: Path, name: str) -> None:
    damage(copied / "atlas" / name)
    code, told = _picture(copied, "--select", "upper-trapezius")
    assert code == 1
    assert is_sentence(told, name)
    assert not (copied.parent / "out.png").exists()


def test_a_half_copied_plate_file_is_told_of(copied: Path) -> None:
    path = copied / "atlas" / f"{FRONT}.1.jpg"
    path.write_bytes(path.read_bytes()[:1000])
    code, told = _picture(copied)
    assert code == 1
    assert is_sentence(told, path.name, "1000 bytes")


def test_broken_words_are_told_of_with_their_line(copied: Path) -> None:
    path = copied / "catalogue" / "benefits.yaml"
    path.write_text("benefits:\n  - id: no\n   bad\n")
    code, told = _picture(copied)
    assert code == 1
    assert is_sentence(told, "benefits.yaml:")


def test_a_broken_theme_is_told_of(copied: Path) -> None:
    (copied / "themes" / "dark.json").write_text("{")
    code, told = _picture(copied, "--theme", "dark")
    assert code == 1
    assert is_sentence(told, "dark.json")


def test_an_unknown_theme_is_told_of(copied: Path) -> None:
    (copied / "themes" / "dark.json").unlink()
    code, told = _picture(copied, "--theme", "dark")
    assert code == 1
    assert is_sentence(told, "“dark”", "light")


def test_an_unknown_group_is_told_of_with_the_nearest(copied: Path) -> None:
    code, told = _picture(copied, "--select", "uper-trapezius")
    assert code == 2
    assert is_sentence(told, "“upper-trapezius”")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_no_display_is_told_of() -> None:
    done = run("run", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert is_sentence(done.stderr, "no display")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_a_display_that_cannot_be_reached_is_told_of() -> None:
    done = run("run", QT_QPA_PLATFORM="", DISPLAY=":987", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert is_sentence(done.stderr, "display")


def test_faults_end_a_start_without_a_window(copied: Path) -> None:
    shutil.rmtree(copied / "atlas")
    done = run("run", "--resources", copied)
    assert done.returncode == 1
    assert is_sentence(done.stderr, "atlas.json")


DAMAGE_WHILE_OPEN = """
import sys
from pathlib import Path
from consult_app.gui import problem_dialog
from consult_app.gui.application import load, make_application, make_window
from consult_app.options import RunOptions

options = RunOptions(resources=Path(sys.argv[1]))
application = make_application()
window = make_window(application, load(options), options)
window.resize(1200, 800)
window.show()
application.processEvents()
problem_dialog.show_fault = lambda *arguments: print("told:", arguments[-1])
for name in sys.argv[2:]:
    path = Path(sys.argv[1]) / "atlas" / name
    path.write_bytes(b"x" * path.stat().st_size)
window._model.turn_to(90)
application.processEvents()
window.figure.come_to_rest()
window.grab()
application.processEvents()
print("still open:", window.isVisible())
"""


@pytest.mark.parametrize("kind", [".jpg", ".idx", ".outlines.json"])
def test_a_plate_damaged_while_the_window_is_open_is_told_of(copied: Path, kind: str) -> None:
    files = [path.name for path in (copied / "atlas").glob(f"left-superficial*{kind}")]
    done = run_script(DAMAGE_WHILE_OPEN, copied, *files)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert is_sentence(done.stdout, "told:", kind, "still open: True")


def test_what_is_shipped_loads() -> None:
    from consult_app.gui.application import load

    loaded = load(RunOptions())
    assert loaded.catalogue.groups
    assert loaded.atlas.plates


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (RunOptions(select=(("nowhere", None),)), UsageError),
        (RunOptions(language="xx"), UsageError),
        (RunOptions(resources=Path("/nonexistent")), UserFacingError),
    ],
)
def test_options_that_name_nothing_are_refused(options: RunOptions, fault: type[Exception]) -> None:
    from consult_app.gui.application import load

    with pytest.raises(fault):
        load(options)


@pytest.mark.parametrize("size", [50, 110, 125, 200])
def test_any_text_size_of_the_command_line_can_be_shown(qapp: object, size: int) -> None:
    from consult_app.gui.application import load, make_window

    window = make_window(qapp, load(RunOptions()), RunOptions(text_size=size))  # type: ignore[arg-type]
    assert window.theme.text_size == size
    window.actions_by_id["text.larger"].trigger()
    assert window.theme.text_size > size or size == 200
    window.actions_by_id["text.smaller"].trigger()
    window.close()


def test_a_selection_and_view_of_the_command_line_are_shown(qapp: object) -> None:
    from consult_app.gui.application import load, make_window

    options = RunOptions(select=(("upper-trapezius", "left"),), azimuth=180, theme="dark")
    window = make_window(qapp, load(options), options)  # type: ignore[arg-type]
    now = window._model.now
    assert now.selection is not None
    assert (now.selection.group, now.selection.side, now.azimuth) == ("upper-trapezius", "left", 180)
    assert window.theme.name == "dark"
    window.close()
