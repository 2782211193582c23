"""Buttons of bar and rail: named, large enough, and in the state of their actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consult_app.gui.actions import ACTIONS
from consult_app.gui.theme import TEXT_SIZES
from consult_app.gui.toolbars import ActionButton
from tests.gui.hearing import hear

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.gui.main_window import MainWindow

LEAST = 24
VIEWS = {"front": 0, "left": 90, "back": 180, "right": 270}


def _buttons(window: MainWindow) -> list[ActionButton]:
    return [*window._bar._buttons, *window._rail._buttons, *window.findChildren(ActionButton)]


def _button(window: MainWindow, action: str) -> ActionButton:
    wanted = window.actions_by_id[action]
    return next(button for button in _buttons(window) if button._action is wanted)


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_every_button_is_named_and_large_enough(
    make_window: Callable[..., MainWindow], text_size: int
) -> None:
    window = make_window((1366, 768), text_size)
    for button in _buttons(window):
        assert hear(button).name
        assert button.toolTip()
        assert min(button.width(), button.height()) >= LEAST, button.accessibleName()


def test_what_stands_on_a_button_is_part_of_its_name(window: MainWindow) -> None:
    wrong = [b.text() for b in _buttons(window) if b.text() and b.text() not in b.accessibleName()]
    assert [text for text in wrong if text not in ("A−", "A+")] == []


@pytest.mark.parametrize(("view", "azimuth"), VIEWS.items())
def test_a_view_button_turns_the_figure_and_stays_down(window: MainWindow, view: str, azimuth: int) -> None:
    button = _button(window, f"view.{view}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window._model.now.azimuth == azimuth
    assert [v for v in VIEWS if _button(window, f"view.{v}").isChecked()] == [view]


@pytest.mark.parametrize("view", VIEWS)
def test_the_view_that_is_on_stays_on_when_it_is_pressed_again(window: MainWindow, view: str) -> None:
    button = _button(window, f"view.{view}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [v for v in VIEWS if _button(window, f"view.{v}").isChecked()] == [view]


def test_the_mirror_button_shows_whether_the_figure_is_mirrored(window: MainWindow) -> None:
    window.actions_by_id["show.menu"].trigger()
    button = _button(window, "view.mirror")
    for is_mirrored in (True, False):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (button.isChecked(), window.figure.slots[0].is_mirrored) == (is_mirrored, is_mirrored)


def test_the_list_button_shows_whether_the_list_is_open(window: MainWindow) -> None:
    button = _button(window, "list.toggle")
    for _ in range(3):
        assert button.isChecked() == window.group_list.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_back_can_be_pressed_when_there_is_a_step_back(window: MainWindow) -> None:
    button = _button(window, "history.back")
    assert not button.isEnabled()
    window.select("upper-trapezius")
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window._model.now.selection is None
    assert not button.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_press_a_button(window: MainWindow, key: Qt.Key) -> None:
    button = _button(window, "view.back")
    button.setFocus()
    QTest.keyClick(button, key)
    assert window._model.now.azimuth == 180


def test_larger_and_smaller_text_walk_through_the_sizes(window: MainWindow) -> None:
    larger, smaller = _button(window, "text.larger"), _button(window, "text.smaller")
    for size in (*TEXT_SIZES[1:], TEXT_SIZES[-1]):
        QTest.mouseClick(larger, Qt.MouseButton.LeftButton)
        assert window.theme.text_size == size
    for size in (*reversed(TEXT_SIZES[:-1]), TEXT_SIZES[0]):
        QTest.mouseClick(smaller, Qt.MouseButton.LeftButton)
        assert window.theme.text_size == size


def test_every_action_of_the_table_exists_and_no_key_is_given_twice(window: MainWindow) -> None:
    assert set(window.actions_by_id) == {spec.id for spec in ACTIONS}
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_every_action_can_be_triggered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", lambda _: 0)
    for name, action in window.actions_by_id.items():
        if name != "window.quit":
            action.trigger()
