"""All that is done at the chair: one menu, one sheet of keys, both from the one table of actions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.gui.about import KEY_SECTIONS, keys_dialog
from consult_app.gui.actions import ACTIONS, key_text, keys_text
from consult_app.gui.buttons import LEAST_HEIGHT
from consult_app.gui.consult_menu import SECTIONS, ConsultMenu, MenuRow
from consult_app.gui.depth_part import DepthPart
from consult_app.gui.disclosure import Disclosure
from tests.gui.conftest import press
from tests.gui.hearing import hear_all
from tests.gui.looking import clipped, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def _menu(window: MainWindow) -> ConsultMenu:
    press(window, Key.Key_O)
    menu = window.findChild(ConsultMenu)
    assert menu is not None
    assert menu.isVisible()
    return menu


def _rows(menu: ConsultMenu) -> list[MenuRow]:
    assert menu._scroll is not None
    return menu._scroll.findChildren(MenuRow)


def test_every_key_belongs_to_one_action() -> None:
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_menu_offers_what_the_window_can_do_with_its_keys(window: MainWindow) -> None:
    menu = _menu(window)
    wanted = [name for _section, ids in SECTIONS for name in ids if name in window.actions_by_id]
    assert [row.value for row in _rows(menu)] == wanted
    keys = {spec.id: key_text(spec) for spec in ACTIONS}
    for row in _rows(menu):
        assert row._key == keys[row.value]
        assert keys[row.value] in window.actions_by_id[row.value].toolTip()
        assert row.height() >= LEAST_HEIGHT


def test_every_action_of_the_chair_is_offered() -> None:
    offered = {name for _section, ids in SECTIONS for name in ids}
    chair = {spec.id for spec in ACTIONS if spec.id.split(".")[0] in KEY_SECTIONS[0][1]}
    ways = {"consult.menu", "topic.next", "topic.previous", "pain.clear"}  # on the bar and on the pages
    assert chair - ways - offered == set()


def test_a_row_does_it_and_the_menu_is_gone(window: MainWindow) -> None:
    menu = _menu(window)
    next(row for row in _rows(menu) if row.value == "safety.show").click()
    assert not menu.isVisible()
    assert window._model.now.topic is not None
    assert window._model.now.topic.id == "safety"
    assert not window.actions_by_id["consult.menu"].isChecked()


def test_every_row_is_heard_with_its_name_and_its_key(window: MainWindow) -> None:
    heard = [node for node in hear_all(_menu(window)) if node.is_focusable]
    assert [node for node in heard if not node.name] == []
    rows = {node.name: node.description for node in heard}
    assert window.actions_by_id["plan.show"].toolTip() == rows[window.actions_by_id["plan.show"].text()]


def test_what_cannot_be_done_now_is_shown_as_such(window: MainWindow) -> None:
    states = {row.value: row.isEnabled() for row in _rows(_menu(window))}
    assert (states["plan.add"], states["plan.show"]) == (False, True)
    press(window, Key.Key_Escape)
    window.select("deltoid")
    assert {row.value: row.isEnabled() for row in _rows(_menu(window))}["plan.add"]


def test_the_keyboard_stays_in_the_menu_until_it_is_shut(window: MainWindow) -> None:
    window.select("deltoid")
    menu = _menu(window)
    seen = []
    for _ in range(len(_rows(menu)) + 1):
        seen.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
    assert seen[0] is seen[-1]
    assert set(seen) == set(_rows(menu))
    QTest.keyClick(window.focusWidget(), Key.Key_Up)
    assert isinstance(window.focusWidget(), MenuRow)
    press(window, Key.Key_Escape)
    assert not menu.isVisible()
    assert window._model.now.selection is not None
    assert window.focusWidget() is window


def test_a_touch_beside_the_menu_shuts_it_and_does_nothing_else(window: MainWindow) -> None:
    menu = _menu(window)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not menu.isVisible()
    assert window._model.now.selection is None


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1366, 768), (1080, 1920)])
def test_the_menu_fits_into_the_window(
    make_window: Callable[..., MainWindow], size: tuple[int, int], text_size: int
) -> None:
    window = make_window(size, text_size)
    menu = _menu(window)
    assert menu._scroll is not None
    assert menu.rect().contains(menu._scroll.geometry())
    page = menu._scroll.widget()
    assert page.width() <= menu._scroll.viewport().width()
    assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])
    for row in _rows(menu):  # even where it scrolls, Tab brings each into sight
        assert row.text()
    QTest.keyClick(window.focusWidget(), Key.Key_Backtab, Modifier.ShiftModifier)
    QApplication.processEvents()
    assert not window.focusWidget().visibleRegion().isEmpty()


def test_the_sheet_of_keys_groups_every_action_once(window: MainWindow, words: Words) -> None:
    dialog = keys_dialog(window, words, window.theme, window.actions_by_id)
    said = texts(dialog)
    specs = [spec for spec in ACTIONS if spec.id in window.actions_by_id]
    shown = [text for text in said if text in {keys_text(spec, words) for spec in specs}]
    assert len(shown) >= len(specs)
    assert {words(f"ui.keys.{name}") for name in ("chair", "figure", "show", "window")} <= set(said)
    for spec in specs:
        assert {words(f"ui.action.{spec.id}"), keys_text(spec, words)} <= set(said)
    dialog.close()


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
def test_two_keys_open_the_sheet(window: MainWindow, monkeypatch: pytest.MonkeyPatch, key: Qt.Key) -> None:
    opened: list[str] = []
    monkeypatch.setattr(window, "show_keys", lambda: opened.append("keys"))
    press(window, key)
    assert opened == ["keys"]


def test_the_depth_of_reading_goes_along(window: MainWindow) -> None:
    window.select("deltoid")
    assert not window.panel.page.findChild(DepthPart).is_open
    press(window, Key.Key_E, Modifier.ControlModifier)
    assert window.panel.page.findChild(DepthPart).is_open
    assert window.actions_by_id["depth.toggle"].isChecked()
    window.select("jaw")
    assert window.panel.page.findChild(DepthPart).is_open
    window.panel.page.findChild(DepthPart)._button.click()
    assert window._model.now.depth == "plain"
    window.select("deltoid")
    assert not window.panel.page.findChild(DepthPart).is_open


def test_teach_back_is_one_key_away(window: MainWindow, words: Words) -> None:
    window.select("deltoid")
    press(window, Key.Key_U)
    bar = window.panel.verticalScrollBar()
    heading = window.panel.page.findChild(object, "teach-back")
    assert heading.text() == words("ui.group.teach_back")
    assert heading.y() >= bar.value()
    focus = window.focusWidget().parentWidget()
    assert isinstance(focus, Disclosure)
    questions = window._catalogue.detail_by_group["deltoid"].teach_back
    assert focus.text == questions[0].question


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_page_scrolls_sideways_at_twice_the_text(
    make_window: Callable[..., MainWindow], theme: str
) -> None:
    window = make_window((1366, 768), 200, theme)
    window.select("upper-trapezius", "left")
    window.chair.toggle_in_plan()
    window._model.step(window._model.now.answer("q-lung", is_yes=True))
    pages = (
        window.chair.show_plan,
        window.chair.show_safety_check,
        lambda: window.choose_topic("condition", "neck-pain"),
        window.chair.go_on,
        lambda: window.choose_topic("options", "options-heel-pain"),
        window.chair.toggle_calm,
        lambda: window.select("foot-intrinsics"),
    )
    for show in pages:
        show()
        page = window.panel.page
        QApplication.processEvents()
        assert page.width() == window.panel.viewport().width()
        assert outside(page) == []
        assert window.panel.horizontalScrollBar().maximum() == 0
