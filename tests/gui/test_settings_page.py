"""The page of the settings: what it shows, what it saves, what changes at once, how it is left."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.gui.fields import Field
from consult_app.gui.settings_faults import SettingsFaults
from consult_app.gui.ticks import Tick
from consult_app.settings.file import parse_settings
from consult_app.settings.record import SECTIONS, Known, Settings
from tests.gui.conftest import bury, settle
from tests.gui.hearing import hear
from tests.gui.looking import clipped, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.settings_page import SettingsPage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def _press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def _page(window: MainWindow) -> SettingsPage:
    page = window.screens._settings
    assert page is not None
    return page


def _tick(page: SettingsPage, words: str) -> Tick:
    return next(tick for tick in page.findChildren(Tick) if tick.text() == words)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings of the test are kept."""
    return tmp_path / "settings.yaml"


@pytest.fixture
def opened(window: MainWindow, file: Path) -> MainWindow:
    """A window with the page of the settings open."""
    return _open(window, file)


def _open(window: MainWindow, file: Path) -> MainWindow:
    window.complete()
    window.use(window.content._replace(settings_file=file))
    _press(window, Key.Key_Comma, CONTROL)
    return window


def _saved(window: MainWindow, file: Path) -> Settings:
    """Save, and return what the file says then."""
    page, catalogue = _page(window), window.content.whole or window.content.catalogue
    page.save.click()
    QApplication.processEvents()
    known = Known(tuple(catalogue.group_by_id), catalogue.passport.languages)
    settings, problems = parse_settings(file, known)
    assert problems == ()
    return settings


def test_the_key_opens_it_over_the_whole_window(opened: MainWindow, words: Words, file: Path) -> None:
    page = _page(opened)
    assert page.geometry() == opened.rect()
    assert page.form.clinic.hasFocus()
    assert words("ui.settings.title") in texts(page)
    assert words("ui.settings.file", path=file) in texts(page)
    opened.resize(1000, 700)
    QApplication.processEvents()
    assert page.geometry() == opened.rect()


@pytest.mark.parametrize("shut", ["escape", "cancel", "key"])
def test_leaving_it_changes_nothing(opened: MainWindow, file: Path, shut: str) -> None:
    page = _page(opened)
    page.form.clinic.setText("Nord")
    _tick(page, "Dark").click()
    if shut == "cancel":
        page.cancel.click()
    elif shut == "escape":
        _press(opened, Key.Key_Escape)
    else:
        _press(opened, Key.Key_Comma, CONTROL)
    assert opened.screens._settings is None
    assert not file.exists()
    assert opened.theme.name == "light"
    assert opened.content.settings == Settings()


def test_what_is_chosen_is_saved_and_used_at_once(
    opened: MainWindow, file: Path, words: Words, catalogue: Catalogue, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", encoding="utf-8")
    page = _page(opened)
    page.form.clinic.setText("  Praxis   Nord ")
    page.form.logo.setText(str(logo))
    for name in ("theme.dark", "skin.2", "labels", "mirror", "still", "section.home-care"):
        _tick(page, words(f"ui.settings.{name}")).click()
    _tick(page, "150 %").click()
    _tick(page, "Letter").click()
    _tick(page, catalogue.group_by_id["deltoid"].name).click()
    settings = _saved(opened, file)
    assert settings == Settings(
        clinic="Praxis Nord",
        logo=logo,
        theme="dark",
        text_size=150,
        is_mirrored=True,
        paper="Letter",
        hidden_groups=("deltoid",),
        hidden_sections=("home-care",),
        shows_labels=True,
        skin=2,
        is_still=True,
    )
    assert (opened.theme.name, opened.theme.text_size) == ("dark", 150)
    assert opened.model.now.is_mirrored
    options = opened.figure.options
    assert (options.shows_labels, options.skin, options.is_still) == (True, 2, True)
    assert catalogue.group_by_id["deltoid"] not in opened.content.catalogue.groups
    opened.select("upper-trapezius")
    assert words("ui.group.self_care") not in texts(opened.panel.page)
    opened.select("deltoid", "left")
    assert words("ui.group.hidden") in texts(opened.panel.page)
    assert [hit for hit in opened._find("shoulder cap", 5) if hit.id == "deltoid"] == []
    opened.model.forget()
    assert opened.model.now.is_mirrored


def test_what_was_left_out_can_be_brought_back(
    opened: MainWindow, file: Path, catalogue: Catalogue, words: Words
) -> None:
    name, section = catalogue.group_by_id["deltoid"].name, words("ui.settings.section.practitioners")
    for text in (name, section):
        _tick(_page(opened), text).click()
    assert _saved(opened, file).hidden_sections == ("practitioners",)
    assert not opened.content.policy.shows_practitioner_layer
    _press(opened, Key.Key_Comma, CONTROL)
    for text in (name, section):
        tick = _tick(_page(opened), text)
        assert not tick.isChecked()
        tick.click()
    assert _saved(opened, file) == Settings(text_size=100)
    assert opened.content.policy.shows_practitioner_layer
    assert opened.content.catalogue.groups == catalogue.groups


def test_what_the_person_chose_meanwhile_stays(opened: MainWindow, file: Path) -> None:
    _page(opened).cancel.click()
    opened.set_theme("contrast")
    opened.set_text_size(125)
    _press(opened, Key.Key_Comma, CONTROL)
    _page(opened).form.clinic.setText("Nord")
    assert _saved(opened, file).clinic == "Nord"
    assert (opened.theme.name, opened.theme.text_size) == ("contrast", 125)


def test_a_logo_that_cannot_be_used_is_told_of(opened: MainWindow, words: Words, tmp_path: Path) -> None:
    page = _page(opened)
    for path, key in ((tmp_path / "none.png", "missing"), (tmp_path / "logo.gif", "kind")):
        page.form.logo.setText(str(path))
        assert words(f"ui.settings.logo_{key}") in texts(page)
        assert not page.save.isEnabled()
    page.form.logo.setText("")
    assert page.save.isEnabled()


def test_faults_of_the_file_are_named_and_a_copy_is_kept(
    window: MainWindow, file: Path, words: Words
) -> None:
    broken = "clinic: Nord\ntheme: drak\n"
    file.write_text(broken, encoding="utf-8")
    page = _page(_open(window, file))
    said = texts(page)
    assert words("ui.settings.faults") in said
    assert words("ui.settings.copy_kept") in said
    assert any(f"{file}:2:8" in text and "dark" in text for text in said)
    page.form.clinic.setText("Süd")
    assert file.read_text(encoding="utf-8") == broken
    assert _saved(window, file).clinic == "Süd"
    assert (file.parent / "settings.broken-1.yaml").read_text(encoding="utf-8") == broken


def test_a_place_that_cannot_be_written_is_told_of(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").write_text("", encoding="utf-8")
    _open(window, tmp_path / "folder" / "settings.yaml")
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)
    _page(window).save.click()
    assert len(told) == 1
    assert "cannot be written" in told[0]
    assert window.screens._settings is not None


def test_without_a_place_nothing_can_be_saved(window: MainWindow, words: Words) -> None:
    window.use(window.content._replace(settings_file=None))
    _press(window, Key.Key_Comma, CONTROL)
    page = _page(window)
    assert not page.save.isEnabled()
    assert words("ui.settings.no_place") in texts(page)
    page.form.clinic.setText("Nord")
    page.form.logo.setText("")
    assert not page.save.isEnabled()


def test_keys_are_written_and_do_nothing_else(opened: MainWindow) -> None:
    page = _page(opened)
    for key in (Key.Key_2, Key.Key_M, Key.Key_T):
        _press(opened, key)
    assert page.form.clinic.text() == "2mt"
    assert (opened.model.now.azimuth, opened.model.now.is_mirrored) == (0, False)
    _press(opened, Key.Key_Tab)
    assert page.form.logo.hasFocus()
    page.form.logo.clearFocus()
    _tick(page, "Dark").setFocus()
    for key in (Key.Key_2, Key.Key_M, Key.Key_X):
        _press(opened, key)
    assert (opened.model.now.azimuth, opened.model.now.is_mirrored) == (0, False)


def test_tab_walks_the_page_and_nothing_beneath(opened: MainWindow) -> None:
    page = _page(opened)
    ticks = [tick for tick in page.findChildren(Tick) if tick.isChecked() or not tick.autoExclusive()]
    stops = [*ticks, *page.findChildren(Field), page.form.pick, page.save, page.cancel]
    reached = set()
    for _ in range(2 * len(stops)):
        page.focusNextPrevChild(True)  # noqa: FBT003
        focus = QApplication.focusWidget()
        assert page.isAncestorOf(focus)
        reached.add(focus)
    assert reached == set(stops)


def test_arrows_pick_one_of_several(opened: MainWindow, words: Words) -> None:
    page = _page(opened)
    desktop, light = (_tick(page, words(f"ui.settings.theme.{name}")) for name in ("desktop", "light"))
    desktop.setFocus()
    _press(opened, Key.Key_Right)
    assert light.hasFocus()
    assert (desktop.isChecked(), light.isChecked()) == (False, True)
    assert opened.model.now.azimuth == 0


def test_a_screen_reader_is_told_names_and_states(opened: MainWindow, words: Words) -> None:
    page = _page(opened)
    assert hear(page).name == words("ui.settings.title")
    assert hear(page.form.clinic).name == words("ui.settings.clinic_name")
    assert hear(page.form.logo).name == words("ui.settings.logo")
    light, desktop = _tick(page, words("ui.settings.theme.light")), _tick(page, "As the desktop is")
    assert hear(light).description == words("ui.settings.theme")
    assert (hear(desktop).is_checked, hear(light).is_checked) == (True, False)
    light.click()
    assert (hear(desktop).is_checked, hear(light).is_checked) == (False, True)
    assert all(hear(tick).name for tick in page.findChildren(Tick))


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920), (640, 480)])
def test_everything_has_room(
    make_window: Callable[..., MainWindow], file: Path, size: tuple[int, int], text_size: int
) -> None:
    file.write_text("theme: drak\npaper: A5\n", encoding="utf-8")
    window = make_window(size, text_size)
    page = _page(_open(window, file))
    settle(window)
    assert outside(page._column) == []
    assert overlapping(page._column) == []
    assert clipped(page._column) == []
    assert all(min(tick.width(), tick.height()) >= 44 for tick in page.findChildren(Tick))
    assert all(field.height() >= 44 for field in page.findChildren(Field))
    assert page._column.width() >= page.width() - 30


def test_every_section_has_words(words: Words) -> None:
    assert all(words(f"ui.settings.section.{section}") for section in SECTIONS)


def test_a_page_that_was_shut_is_gone(opened: MainWindow) -> None:
    page = weakref.ref(_page(opened))
    opened.screens._settings.dismiss()  # type: ignore[union-attr]
    bury()
    assert page() is None


def test_faults_are_told_after_the_first_frame(
    make_window: Callable[..., MainWindow], file: Path, monkeypatch: pytest.MonkeyPatch, words: Words
) -> None:
    file.write_text("theme: drak\n", encoding="utf-8")
    window = make_window()
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)
    _settings, problems = parse_settings(file, Known())
    faults = SettingsFaults(window, problems)
    window.figure.first_painted.emit()
    assert told == []
    QTest.qWait(400)
    assert told == [faults.text]
    assert words("ui.settings.faults") in faults.text
    assert f"{file}:1:8" in faults.text
