"""The patient's screen: it follows, waits, goes blank, forgets; and it is gone when it is shut."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from consult_app.canvas.region_button import RegionButton
from consult_app.consultation import Consultation, Selection
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.texts import Heading
from consult_app.policy import KIOSK
from tests.gui.conftest import bury, settle
from tests.gui.looking import outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.patient_window import PatientWindow
    from consult_app.gui.second_screen import SecondScreen

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def _press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    window.activateWindow()  # the offscreen platform hands the focus to any window that is shown
    QApplication.processEvents()
    QTest.keyClick(window.windowHandle(), key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    """A window with the patient's screen on."""
    window.complete()
    _press(window, Key.Key_D, CONTROL)
    settle(window)
    return window


def _second(window: MainWindow) -> SecondScreen:
    return window.screens.second


def _patient(window: MainWindow) -> PatientWindow:
    patient = _second(window).patient
    assert patient is not None
    return patient


def _title(patient: PatientWindow) -> str:
    return patient.panel.page.findChildren(Heading)[0].text()


def test_the_key_opens_and_shuts_it(opened: MainWindow, words: Words) -> None:
    second, patient = _second(opened), _patient(opened)
    assert patient.isVisible()
    assert patient.windowTitle() == words("ui.second.title")
    assert patient.isWindow()
    assert opened.actions_by_id["second.toggle"].isChecked()
    _press(opened, Key.Key_D, CONTROL)
    assert not second.is_on
    assert second.patient is None
    assert second.status is None
    assert not opened.actions_by_id["second.toggle"].isChecked()


def test_it_follows_what_is_explained_and_how_the_figure_stands(
    opened: MainWindow, catalogue: Catalogue
) -> None:
    patient = _patient(opened)
    opened.select("deltoid", "left")
    assert _title(patient) == catalogue.group_by_id["deltoid"].name
    assert patient.pane.figure._highlight == opened.figure._highlight
    opened.model.turn_to(180)
    opened.model.mirror()
    assert patient.pane.figure.plates[0] is opened.figure.plates[0]
    assert patient.pane.figure.is_mirrored
    opened.actions_by_id["show.labels"].trigger()
    opened.pane.show_commands.set_skin(2)
    assert patient.pane.figure.options == opened.figure.options
    opened.model.undo()
    assert not patient.pane.figure.is_mirrored
    opened.model.clear()
    assert patient.model.now == opened.model.now.for_patient()


def test_it_reads_at_a_depth_of_its_own(opened: MainWindow) -> None:
    opened.select("deltoid", "left")
    opened.model.step(opened.model.now.read_at("practitioner"))
    assert opened.model.now.depth == "practitioner"
    assert _patient(opened).model.now.depth == "plain"
    named = {part.text for part in _patient(opened).panel.page.findChildren(Disclosure)}
    own = {part.text for part in opened.panel.page.findChildren(Disclosure)}
    assert named < own


def test_frozen_it_keeps_what_was_there(opened: MainWindow, catalogue: Catalogue, words: Words) -> None:
    patient, names = _patient(opened), {group.id: group.name for group in catalogue.groups}
    opened.select("deltoid", "left")
    _press(opened, Key.Key_F)
    assert _second(opened).state == "frozen"
    assert opened.actions_by_id["second.freeze"].isChecked()
    status = _second(opened).status
    assert status is not None
    assert status.label.accessibleName() == words("ui.second.status", state=words("ui.second.state.frozen"))
    opened.select("upper-trapezius", "right")
    opened.actions_by_id["show.labels"].trigger()
    opened.panel.verticalScrollBar().setValue(400)
    assert _title(patient) == names["deltoid"]
    assert not patient.pane.figure.options.shows_labels
    assert patient.panel.verticalScrollBar().value() == 0
    _press(opened, Key.Key_F)
    assert _second(opened).state == "live"
    assert _title(patient) == names["upper-trapezius"]
    assert patient.pane.figure.options.shows_labels
    assert patient.panel.verticalScrollBar().value() > 0


def test_blank_it_shows_nothing_of_the_consultation(opened: MainWindow, catalogue: Catalogue) -> None:
    patient = _patient(opened)
    opened.select("deltoid", "left")
    _press(opened, Key.Key_X)
    assert _second(opened).state == "blank"
    assert patient.blank_page.isVisible()
    assert not patient.panel.isVisible()
    assert not patient.pane.figure.isVisible()
    assert not opened.actions_by_id["second.freeze"].isEnabled()
    opened.select("upper-trapezius", "right")
    _press(opened, Key.Key_X)
    assert patient.panel.isVisible()
    assert not patient.blank_page.isVisible()
    assert _title(patient) == catalogue.group_by_id["upper-trapezius"].name


def test_a_frozen_screen_that_was_blank_is_frozen_still(opened: MainWindow, catalogue: Catalogue) -> None:
    opened.select("deltoid", "left")
    for key in (Key.Key_F, Key.Key_X):
        _press(opened, key)
    opened.select("upper-trapezius", "right")
    _press(opened, Key.Key_X)
    assert _second(opened).state == "frozen"
    assert _title(_patient(opened)) == catalogue.group_by_id["deltoid"].name


@pytest.mark.parametrize("keys", [(), (Key.Key_F,), (Key.Key_X,), (Key.Key_F, Key.Key_X)])
def test_the_next_patient_sees_nothing_of_the_last(opened: MainWindow, keys: tuple[Qt.Key, ...]) -> None:
    opened.select("deltoid", "left")
    for key in keys:
        _press(opened, key)
    opened.model.forget()
    patient = _patient(opened)
    assert patient.model.now == Consultation()
    assert patient.pane.figure._highlight.name == ""
    assert not _second(opened)._is_frozen


def test_keys_without_a_patient_s_screen_do_nothing(window: MainWindow) -> None:
    for key in (Key.Key_F, Key.Key_X):
        _press(window, key)
    assert not window.screens.second.is_on
    assert not window.actions_by_id["second.freeze"].isEnabled()
    assert not window.actions_by_id["second.blank"].isEnabled()


def test_in_the_waiting_room_there_is_none(make_window: Callable[..., MainWindow]) -> None:
    window = make_window(policy=KIOSK)
    assert not {"second.toggle", "second.freeze", "second.blank", "settings.show"} & set(window.actions_by_id)
    for key in (Key.Key_D, Key.Key_Comma):
        _press(window, key, CONTROL)
    assert not window.screens.second.is_on
    assert window.screens._settings is None
    window.actions_by_id["show.menu"].trigger()
    assert window._show_menu is not None
    assert window._show_menu.isVisible()


def test_it_reads_along(opened: MainWindow) -> None:
    patient = _patient(opened)
    opened.select("upper-trapezius", "right")
    headings = [heading.text() for heading in patient.panel.page.findChildren(Heading)]
    page, bar = opened.panel.page, opened.panel.verticalScrollBar()
    for heading in page.findChildren(Heading):
        place = heading.mapTo(page, QPoint(0, 0)).y()
        if heading.text() not in headings or place > bar.maximum():
            continue
        bar.setValue(place)
        mine = next(h for h in patient.panel.page.findChildren(Heading) if h.text() == heading.text())
        there = mine.mapTo(patient.panel.page, QPoint(0, 0)).y()
        own = patient.panel.verticalScrollBar()
        assert abs(own.value() - min(there, own.maximum())) <= 1
    bar.setValue(bar.maximum())
    assert patient.panel.verticalScrollBar().value() == patient.panel.verticalScrollBar().maximum()


def test_what_is_opened_opens_for_the_patient_too(opened: MainWindow, words: Words) -> None:
    opened.select("upper-trapezius", "right")
    for part in opened.panel.page.findChildren(Disclosure):
        part.toggle()
    QApplication.processEvents()
    states = {part.text: part.is_open for part in _patient(opened).panel.page.findChildren(Disclosure)}
    assert len(states) > 2
    assert all(states.values())
    assert words("ui.group.practitioners") not in states
    opened.panel.page.findChildren(Disclosure)[0].toggle()
    QApplication.processEvents()
    assert not _patient(opened).panel.page.findChildren(Disclosure)[0].is_open


def test_the_keyboard_stays_with_the_practitioner(opened: MainWindow) -> None:
    patient = _patient(opened)
    assert patient.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not patient.focusNextPrevChild(True)  # noqa: FBT003
    QTest.mouseClick(patient.pane.figure, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert opened.model.now.selection is None
    assert patient.model.now.selection is None


def test_it_takes_theme_and_text_size(opened: MainWindow) -> None:
    opened.select("deltoid", "left")
    opened.set_theme("dark")
    opened.set_text_size(200)
    patient = _patient(opened)
    assert patient.palette() == opened.palette()
    size = patient.panel.page.findChildren(Heading)[0].font().pixelSize()
    assert size == opened.panel.page.findChildren(Heading)[0].font().pixelSize()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (640, 480)])
@pytest.mark.parametrize("text_size", [100, 200])
def test_figure_and_text_share_the_screen(
    make_window: Callable[..., MainWindow], size: tuple[int, int], text_size: int
) -> None:
    window = make_window(text_size=text_size)
    window.screens.toggle_second()
    patient = _patient(window)
    patient.resize(*size)
    window.select("upper-trapezius", "right")
    QApplication.processEvents()
    figure, panel = patient.pane.figure.geometry(), patient.panel.geometry()
    assert figure.united(panel) == patient.rect()
    assert not figure.intersects(panel)
    assert min(figure.width(), figure.height(), panel.width(), panel.height()) >= 220
    page = patient.panel.page
    assert outside(page) == []
    assert overlapping(page) == []


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920), (800, 600)])
def test_its_state_stands_above_the_figure(
    make_window: Callable[..., MainWindow], size: tuple[int, int], text_size: int
) -> None:
    window = make_window(size, text_size)
    window.complete()
    before = window.figure.geometry()
    window.screens.toggle_second()
    for key in (None, Key.Key_F, Key.Key_X):
        if key is not None:
            _press(window, key)
        status = _second(window).status
        assert status is not None
        assert before.contains(status.geometry())
        assert not status.geometry().intersects(window.figure.geometry())
        assert outside(status) == []
        assert overlapping(status) == []
        assert all(min(button.width(), button.height()) >= 44 for button in status.buttons)
        assert all(button.accessibleName() for button in status.buttons)
    window.screens.toggle_second()
    assert window.figure.geometry() == before


def test_tab_reaches_its_buttons(opened: MainWindow) -> None:
    status = _second(opened).status
    assert status is not None
    reached: set[QWidget | None] = set()
    for _ in range(60):
        opened.focusNextPrevChild(True)  # noqa: FBT003
        reached.add(opened.focusWidget())
    assert reached.issuperset(status.buttons)
    status.buttons[0].setFocus()
    _press(opened, Key.Key_Space)
    assert _second(opened).state == "frozen"
    assert status.buttons[0].hasFocus()
    status.buttons[-1].click()
    assert not _second(opened).is_on


def test_closing_it_by_hand_is_noticed(opened: MainWindow) -> None:
    _patient(opened).close()
    assert not _second(opened).is_on
    assert not opened.actions_by_id["second.toggle"].isChecked()
    _press(opened, Key.Key_D, CONTROL)
    assert _patient(opened).isVisible()


def test_a_hidden_group_has_a_name_and_no_page(
    opened: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    settings = opened.content.settings._replace(hidden_groups=("deltoid",), clinic="North")
    _press(opened, Key.Key_X)
    opened.use(opened.content.with_settings(settings))
    assert _second(opened).state == "blank"
    assert _patient(opened).blank_page.accessibleName() == "North"
    _press(opened, Key.Key_X)
    opened.select("deltoid", "left")
    said = texts(_patient(opened).panel.page)
    assert words("ui.group.hidden") in said
    assert catalogue.group_by_id["deltoid"].summary not in said


def test_opening_and_shutting_leaves_nothing_behind(opened: MainWindow) -> None:
    opened.select("upper-trapezius", "right")
    _press(opened, Key.Key_D, CONTROL)
    before, timers = _count(), _running(opened)
    for _ in range(20):
        opened.screens.toggle_second()
        opened.select("deltoid")
        opened.select("upper-trapezius")
        patient = weakref.ref(_patient(opened))
        parts = [weakref.ref(part) for part in (_patient(opened).pane, _patient(opened).panel)]
        opened.screens.toggle_second()
        bury()
        gc.collect()
        assert patient() is None
        assert [part() for part in parts] == [None, None]
    assert _count() <= before
    assert _running(opened) <= timers


def test_memory_does_not_grow(opened: MainWindow) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("only Linux tells how much memory a process has")
    for _ in range(4):
        _open_and_shut(opened)
    before = _mebibytes()
    for _ in range(20):
        _open_and_shut(opened)
    assert _mebibytes() - before < 6


def _open_and_shut(window: MainWindow) -> None:
    for _ in range(2):
        window.screens.toggle_second()
        QApplication.processEvents()
    bury()
    gc.collect()


def _mebibytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20


def _count() -> int:
    bury()
    gc.collect()
    return sum(not isinstance(widget, RegionButton) for widget in QApplication.allWidgets())


def _running(window: MainWindow) -> int:
    """Return how many timers run in all windows when they have come to rest."""
    assert window.panel.page.is_whole
    QTest.qWait(600)
    settle(window)
    found = [timer for widget in QApplication.topLevelWidgets() for timer in _timers(widget)]
    return sum(timer.isActive() for timer in found)


def _timers(thing: QObject) -> list[QTimer]:
    return thing.findChildren(QTimer)


def test_a_selection_of_one_muscle_goes_over_whole(opened: MainWindow) -> None:
    opened.select("deltoid", "left", "deltoid")
    assert _patient(opened).model.now.selection == Selection("deltoid", "left", "deltoid")
