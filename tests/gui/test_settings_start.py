"""What settings do at the start: the window looks as the clinic has chosen, and says what is broken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from consult_app.gui.application import desktop_theme, find_settings, load, make_window
from consult_app.options import RunOptions
from consult_app.problems import UsageError
from consult_app.settings.record import Settings, usual_settings
from tests.gui.conftest import bury, settle
from tests.gui.programs import run, run_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from consult_app.gui.application import Loaded
    from consult_app.gui.main_window import MainWindow


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """Catalogue and atlas."""
    return load(RunOptions())


@pytest.fixture
def start(qapp: QApplication, loaded: Loaded) -> Iterator[Callable[..., MainWindow]]:
    """A maker of windows as the program makes them; they are gone after the test."""
    made: list[MainWindow] = []
    before = (qapp.font(), qapp.palette())

    def make(settings: Settings, options: RunOptions | None = None) -> MainWindow:
        window = make_window(qapp, loaded, options or RunOptions(), settings)
        made.append(window)
        return window

    yield make
    for window in made:
        window.deleteLater()
    bury()
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


def test_the_window_starts_as_the_clinic_has_chosen(start: Callable[..., MainWindow]) -> None:
    chosen = Settings(
        theme="dark",
        text_size=150,
        is_mirrored=True,
        hidden_groups=("deltoid",),
        hidden_sections=("practitioners",),
        shows_labels=True,
        skin=3,
        is_still=True,
    )
    window = start(chosen)
    assert (window.theme.name, window.theme.text_size) == ("dark", 150)
    assert window.model.now.is_mirrored
    assert not window.model.can_undo
    options = window.figure.options
    assert (options.shows_labels, options.skin, options.is_still) == (True, 3, True)
    assert "deltoid" not in {group.id for group in window.content.catalogue.groups}
    assert not window.content.policy.shows_practitioner_layer
    window.model.mirror()
    window.model.forget()
    assert window.model.now.is_mirrored


def test_an_option_goes_before_a_setting(start: Callable[..., MainWindow]) -> None:
    window = start(Settings(theme="dark", text_size=150), RunOptions(theme="contrast", text_size=125))
    assert (window.theme.name, window.theme.text_size) == ("contrast", 125)


def test_without_settings_the_desktop_decides(start: Callable[..., MainWindow], qapp: QApplication) -> None:
    window = start(usual_settings())
    assert window.theme.name == desktop_theme(qapp)
    assert window.content.settings == usual_settings()
    settle(window)


def test_a_named_file_is_read(loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("clinic: Nord\ntheme: drak\n", encoding="utf-8")
    found = find_settings(loaded, RunOptions(settings=path))
    assert (found.settings.clinic, found.settings.theme) == ("Nord", None)
    assert [problem.code for problem in found.problems] == ["unknown-choice"]
    with pytest.raises(UsageError, match=r"none\.yaml"):
        find_settings(loaded, RunOptions(settings=tmp_path / "none.yaml"))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps settings elsewhere")
def test_pictures_look_the_same_for_everybody(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "consult-app"
    folder.mkdir(parents=True)
    (folder / "settings.yaml").write_text("theme: dark\nmirror: true\n", encoding="utf-8")
    size = ("--width", 300, "--height", 400, "--theme", "light")
    pictures = []
    for name, environment in (("own", {"XDG_CONFIG_HOME": str(folder.parent)}), ("plain", {})):
        path = tmp_path / f"{name}.png"
        assert run("picture", path, *size, **environment).returncode == 0
        pictures.append(QImage(str(path)))
    assert not pictures[0].isNull()
    assert pictures[0] == pictures[1]


def test_nothing_of_the_two_screens_is_imported_at_the_start() -> None:
    """Neither the settings' YAML nor the patient's window costs anything before the first frame."""
    done = run_script(
        "import sys, consult_app.gui.application\n"
        "print(sorted(name for name in sys.modules if name.startswith('consult_app.')))"
    )
    assert "consult_app.gui.main_window" in done.stdout
    for name in (
        "settings.file", "settings.writing", "gui.second_screen", "gui.patient_window", "gui.screen_status",
        "gui.settings_page", "gui.settings_form", "gui.settings_faults", "gui.blank_page", "yaml_nodes",
        "gui.hidden_page", "gui.reading_along",
    ):  # fmt: skip
        assert f"'consult_app.{name}'" not in done.stdout
