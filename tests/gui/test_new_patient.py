"""One key, and nothing is left of the patient who was here: in memory, on the screen, on the disk."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from consult_app.consultation import Consultation, History, Stroke, Viewpoint
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.note_field import NoteField
from tests.gui.conftest import bury, press, settle
from tests.gui.looking import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TRACE = "Marmalade"


def _talk(window: MainWindow) -> None:
    """Leave a trace wherever a talk can leave one."""
    model = window._model
    window.select("soleus-plantaris", "left")
    window.chair.toggle_in_plan()
    model.step(model.now.write_note(TRACE).note_in_plan(0, TRACE))
    model.step(model.now.answer("q-lung", is_yes=True).answer("q-pregnancy", is_yes=True))
    model.step(model.now.hurt(Stroke("touch", Viewpoint(), ((1.0, 2.0),), 3.0)))
    model.step(model.now.draw(Stroke("pen", Viewpoint(), ((1.0, 2.0),), 3.0)))
    model.turn_to(90)
    model.mirror()
    model.peel_to("deep")
    model.undo()
    window.chair.toggle_calm()
    window.chair.toggle_depth()
    window.pane.show_commands.set_skin(2)
    window.figure.zoom_in()
    window.actions_by_id["pain.show"].trigger()
    window.actions_by_id["draw.show"].trigger()
    window.search.setFocus()
    QTest.keyClicks(window.search, TRACE)
    window.chair.show_plan()
    field = window.panel.page.findChildren(NoteField)[0]
    field.setFocus()
    QTest.keyClicks(field, TRACE)
    field.selectAll()
    field.copy()


def _forget(window: MainWindow) -> None:
    window.setFocus()
    press(window, Key.Key_N, Modifier.ControlModifier)


def test_a_new_patient_finds_everything_as_after_a_start(make_window: Callable[..., MainWindow]) -> None:
    fresh, window = make_window(), make_window()
    _talk(window)
    assert window._model.now != Consultation()
    _forget(window)
    assert window._model._history == History() == fresh._model._history
    assert window._model.now == Consultation()
    assert texts(window.panel.page) == texts(fresh.panel.page)
    assert window.panel.verticalScrollBar().value() == 0
    assert window.search.text() == ""
    assert window.figure.zoom == fresh.figure.zoom
    assert window.figure._highlight == fresh.figure._highlight
    for name, action in window.actions_by_id.items():
        other = fresh.actions_by_id[name]
        assert (name, action.text(), action.isChecked(), action.isEnabled()) == (
            name,
            other.text(),
            other.isChecked(),
            other.isEnabled(),
        )


def test_both_windows_look_alike(make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    fresh, window = make_window(), make_window()
    for made in (fresh, window):
        made.complete()
        settle(made)
    fresh.grab()  # some pictures are kept from the second time on
    untouched = fresh.grab().toImage()
    _talk(window)
    _forget(window)
    window.figure.come_to_rest()
    # Compass and search field come to rest in their own time.
    qtbot.waitUntil(lambda: window.grab().toImage() == untouched, timeout=5000)


def test_nothing_is_drawn_and_no_tool_is_in_the_hand(window: MainWindow) -> None:
    _talk(window)
    drawing = window.pane.drawing
    assert drawing.is_open
    assert drawing._drawing is not None
    _forget(window)
    assert not drawing.is_open
    assert drawing._drawing._tool is None
    assert dict(drawing._drawing.reading._known) == {}
    assert window.figure.surface.hand.ink == ()


def test_nothing_brings_it_back(window: MainWindow) -> None:
    _talk(window)
    _forget(window)
    for key in (Key.Key_Z, Key.Key_Left):
        modifier = Modifier.ControlModifier if key == Key.Key_Z else Modifier.AltModifier
        press(window, key, modifier)
    window._model.undo()
    window._model.redo()
    assert window._model.now == Consultation()
    window.search.setFocus()
    press(window, Key.Key_Z, Modifier.ControlModifier)
    assert window.search.text() == ""
    window.chair.show_plan()
    assert window.panel.page.findChildren(NoteField) == []


def test_no_written_word_is_left_in_any_widget_or_object(window: MainWindow) -> None:
    _talk(window)
    _forget(window)
    bury()
    gc.collect()
    fields = [*QApplication.allWidgets()]
    written = [w.text() for w in fields if isinstance(w, QLineEdit)]
    written += [w.toPlainText() for w in fields if isinstance(w, QPlainTextEdit)]
    assert [text for text in written if TRACE in text] == []
    held = [o for o in gc.get_objects() if type(o) is Consultation and (o.plan or o.note or o.answers)]
    assert held == []


def test_what_was_copied_here_is_wiped(window: MainWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    _talk(window)
    assert TRACE in clipboard.text()
    _forget(window)
    assert clipboard.text() == ""


def test_what_another_program_copied_is_left_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from elsewhere")
    monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _clipboard: False)
    monkeypatch.setattr(type(clipboard), "ownsSelection", lambda _clipboard: False)
    _forget(window)
    assert clipboard.text() == "from elsewhere"
    monkeypatch.undo()
    clipboard.clear()


def test_parts_that_were_open_are_shut(window: MainWindow) -> None:
    for part in window.panel.page.findChildren(Disclosure):
        part.toggle()
    window.panel.verticalScrollBar().setValue(300)
    _forget(window)
    assert not any(part.is_open for part in window.panel.page.findChildren(Disclosure))
    assert window.panel.verticalScrollBar().value() == 0


def test_theme_and_text_size_stay(window: MainWindow) -> None:
    press(window, Key.Key_T)
    window.set_text_size(150)
    _talk(window)
    _forget(window)
    assert (window.theme.name, window.theme.text_size) == ("dark", 150)


def test_it_is_spoken(window: MainWindow, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: said.append(text))
    _forget(window)
    assert said[-1] == words("ui.patient.said_new")


def test_nothing_of_a_talk_is_written_to_the_disk(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    original = open

    def watched(file: object, mode: str = "r", *arguments: object, **options: object) -> object:
        if set(mode) & set("wax+"):
            opened.append(str(file))
        return original(file, mode, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("builtins.open", watched)
    _talk(window)
    _forget(window)
    assert opened == []
    assert list(tmp_path.rglob("*")) == []
