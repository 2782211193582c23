"""What keys and screen readers meet: every stop visible and named, in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from consult_app.gui.accessibility import ROLES
from consult_app.gui.consultation_model import ConsultationModel
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.main_window import MainWindow
from consult_app.gui.window_content import WindowContent
from consult_app.policy import DESK
from tests.gui.conftest import settle
from tests.gui.hearing import hear, hear_all, hear_children
from tests.gui.hurting import show_pain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme

MOST_STOPS = 400
SILENT = {QAccessible.Role.Client, QAccessible.Role.NoRole}


def _show_plan(window: MainWindow) -> None:
    for group in ("soleus-plantaris", "deltoid"):
        window.select(group)
        window.chair.toggle_in_plan()
    window.chair.show_plan()


def _walk_on(window: MainWindow) -> None:
    window.choose_topic("condition", "neck-pain")
    window.chair.go_on()
    window.chair.go_on()


def _explain_calmly(window: MainWindow) -> None:
    window._model.step(window._model.now.answer("q-lung", is_yes=True).calm())
    window.select("upper-trapezius", "left")


STATES: dict[str, Callable[[MainWindow], None]] = {
    "start": lambda window: window._model.clear(),
    "group": lambda window: window.select("upper-trapezius", "left"),
    "benefit": lambda window: window.choose_topic("benefit", "pain-relief"),
    "condition": lambda window: window.choose_topic("condition", window._catalogue.conditions[0].id),
    "list": lambda window: window.toggle_list(),
    "options": lambda window: window.choose_topic("options", window._catalogue.details.options[0].id),
    "plan": _show_plan,
    "safety": lambda window: window.chair.show_safety_check(),
    "walk": _walk_on,
    "calm": _explain_calmly,
    "pain": lambda window: show_pain(window, "low-back:left", "shoulder.top:right"),
    "draw": lambda window: window.pane.drawing.toggle_strip(),
}


@pytest.fixture(scope="module", params=STATES)
def shown(
    request: pytest.FixtureRequest,
    catalogue: Catalogue,
    atlas: Atlas,
    resources: Path,
    make_theme: Callable[..., Theme],
) -> Iterator[MainWindow]:
    """A window in one of its states; walking through it changes nothing but the focus."""
    window = MainWindow(WindowContent(catalogue, atlas, resources, DESK, make_theme()), ConsultationModel())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    STATES[request.param](window)
    settle(window)
    yield window
    window.close()


def _walk(window: MainWindow, key: Qt.Key) -> Iterator[QWidget]:
    """Yield what the key reaches, until it comes round."""
    first: QWidget | None = None
    for _ in range(MOST_STOPS):
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()
        now = window.focusWidget()
        if now is first:
            return
        first = first or now
        yield now
    pytest.fail("Tab never comes round")


def _name(widget: QWidget) -> str:
    return hear(widget).name


def _seen(window: MainWindow, widget: QWidget) -> QRect:
    """Return the part of a widget that is in sight, in window coordinates."""
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) & window.rect()
    if window.panel.isAncestorOf(widget):
        box &= QRect(window.panel.mapTo(window, QPoint(0, 0)), window.panel.viewport().size())
    return box


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["Tab", "Backtab"])
def test_a_walk_with_tab_is_in_sight_named_and_a_circle(shown: MainWindow, key: Qt.Key) -> None:
    stops, faults = [], []
    for stop in _walk(shown, key):
        stops.append(stop)
        if not stop.isVisible() or _seen(shown, stop).isEmpty():
            faults.append(f"{_name(stop)!r} is out of sight")
        elif _seen(shown, stop).height() < min(stop.height(), 24):
            faults.append(f"{_name(stop)!r} is hardly in sight")
        if not _name(stop):
            faults.append(f"{type(stop).__name__} has no name")
    assert faults == []
    assert len(stops) == len(set(stops)) > 10


def test_tab_reaches_every_button_in_sight_but_the_regions(shown: MainWindow) -> None:
    reached = set(_walk(shown, Qt.Key.Key_Tab))
    regions = set(shown.figure.buttons.buttons())
    wanted = {button for button in shown.findChildren(QAbstractButton) if button.isVisible()}
    missed = {b for b in wanted - reached - regions if b.isEnabled()}
    assert [_name(button) for button in missed] == []
    assert len(reached & regions) == 1


def test_tab_walks_backwards_as_it_walks_forwards(window: MainWindow) -> None:
    forwards = list(_walk(window, Qt.Key.Key_Tab))
    backwards = list(_walk(window, Qt.Key.Key_Backtab))
    start = backwards.index(forwards[-1])
    assert forwards == list(reversed(backwards[start:] + backwards[:start]))


def test_every_focusable_node_has_a_name_and_a_role(shown: MainWindow) -> None:
    heard = [node for node in hear_all(shown) if node.is_focusable and node.is_visible]
    assert heard
    assert [node for node in heard if node.role in SILENT or not node.name] == []


def test_every_visible_button_has_a_name(shown: MainWindow) -> None:
    unnamed = [b for b in shown.findChildren(QAbstractButton) if b.isVisible() and not _name(b)]
    assert unnamed == []


def test_headings_and_pictures_have_their_roles(shown: MainWindow) -> None:
    for kind, role in ROLES:
        heard = [hear(widget) for widget in shown.findChildren(kind)]
        assert [node for node in heard if node.role != role or not node.name] == []


def test_regions_are_children_of_the_figure(window: MainWindow) -> None:
    children = {node.name for node in hear_children(window.figure)}
    assert {_name(button) for button in window.figure.buttons.buttons()} <= children


def test_a_screen_reader_hears_whether_a_part_is_open(window: MainWindow) -> None:
    window.select("upper-trapezius")
    part = window.panel.page.findChildren(Disclosure)[-1]
    before = hear(part._button)
    part.toggle()
    assert hear(part._button) != before


def test_a_screen_reader_hears_which_view_is_on(window: MainWindow) -> None:
    heard = [hear(button) for button in window._rail._buttons]
    assert [node.name for node in heard if node.is_checked] == ["Front", "Surface"]


def test_every_line_of_a_page_can_be_read_with_keys_alone(window: MainWindow) -> None:
    window.select("upper-trapezius")
    panel: QScrollArea = window.panel
    seen: set[int] = set()
    for _ in _walk(window, Qt.Key.Key_Tab):
        for key in (None, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
            if key is not None:
                QTest.keyClick(window.focusWidget(), key)
            top = panel.verticalScrollBar().value()
            seen |= set(range(top, top + panel.viewport().height()))
    assert seen >= set(range(panel.page.height()))


def test_every_stop_shows_that_it_has_the_focus(window: MainWindow) -> None:
    window.select("upper-trapezius")
    dull = []
    for stop in list(_walk(window, Qt.Key.Key_Tab))[:30]:
        window.setFocus()
        if window.panel.isAncestorOf(stop):
            window.panel.ensureWidgetVisible(stop)
        QApplication.processEvents()
        before = window.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if window.grab().toImage() == before:
            dull.append(_name(stop))
    assert dull == []
