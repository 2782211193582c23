"""What screen readers and keys reach: one button per visible region."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.canvas.figure_painter import Highlight
from consult_app.canvas.marks import FigureWords
from tests.canvas.conftest import settle
from tests.gui.hearing import hear

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from consult_app.atlas.model import Atlas
    from consult_app.canvas.figure_view import FigureView
    from consult_app.canvas.region_button import RegionButton
    from consult_app.canvas.stage import Slot

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _button(figure: FigureView, region: str) -> RegionButton:
    return next(button for button in figure.buttons.buttons() if button.region_id == region)


def test_there_is_one_button_per_region_of_each_plate(figure: FigureView) -> None:
    wanted = [(number, r.id) for number, slot in enumerate(figure.slots) for r in slot.plate.regions]
    made = [(button.slot, button.region_id) for button in figure.buttons.buttons()]
    assert sorted(made) == sorted(wanted)
    assert len(set(made)) == len(made)


def test_buttons_take_the_names_of_their_regions(figure: FigureView) -> None:
    region = figure.plates[0].regions[0].id
    figure.set_words(FigureWords(regions={region: "Upper trapezius, your right"}, views={0: "Front"}))
    settle(figure)
    button = _button(figure, region)
    heard = hear(button)
    assert (heard.name, heard.description) == ("Upper trapezius, your right", "Front")
    assert heard.role == QAccessible.Role.Button


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0, 4.0, 8.0])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_button_lies_over_its_region_at_every_zoom(
    figure: FigureView,
    zoom: float,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    figure.set_mirrored(is_mirrored)
    figure.zoom_at(QPointF(300, 200), zoom)
    settle(figure)
    away = {
        button.region_id: _distance(figure, figure.slots[button.slot], button)
        for button in figure.buttons.buttons()
    }
    assert {region: distance for region, distance in away.items() if distance > 2} == {}


def _distance(figure: FigureView, slot: Slot, button: RegionButton) -> float:
    """Return how far the button's edges are from those of its region's outline."""
    path = figure.region_path(slot.plate, button.region_id)
    box, now = slot.transform().mapRect(path.boundingRect()), button.geometry()
    return max(
        abs(box.left() - now.left()),
        abs(box.top() - now.top()),
        abs(box.right() - now.right() - 1),
        abs(box.bottom() - now.bottom() - 1),
    )


def test_one_button_alone_is_reached_with_tab(figure: FigureView) -> None:
    stops = [b for b in figure.buttons.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    assert all(b.focusPolicy() != Qt.FocusPolicy.NoFocus for b in figure.buttons.buttons())


def test_the_selection_becomes_the_tab_stop(figure: FigureView) -> None:
    region = figure.plates[0].regions[5].id
    figure.set_highlight(Highlight(selected=frozenset({region})))
    stops = [b for b in figure.buttons.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [b.region_id for b in stops] == [region]


def test_buttons_run_from_head_to_foot(figure: FigureView, atlas: Atlas) -> None:
    figure.show_plates([atlas.plate(90), atlas.plate(270)])
    settle(figure)
    for number, slot in enumerate(figure.slots):
        tops = [
            figure.region_path(slot.plate, button.region_id).boundingRect().top()
            for button in figure.buttons.buttons()
            if button.slot == number
        ]
        assert tops == sorted(tops)


@pytest.mark.parametrize("azimuth", [0, 90])
def test_arrow_keys_reach_every_region_from_every_other(
    figure: FigureView, atlas: Atlas, azimuth: int
) -> None:
    figure.show_plates([atlas.plate(azimuth), atlas.plate(azimuth + 180)])
    settle(figure)
    keys = [(b.slot, b.region_id) for b in figure.buttons.buttons()]
    steps = {key: _steps(figure, key) for key in keys}
    back: dict[tuple[int, str], set[tuple[int, str]]] = {key: set() for key in keys}
    for key, targets in steps.items():
        for target in targets:
            back[target].add(key)
    assert _reached(keys[0], steps) == set(keys)
    assert _reached(keys[0], back) == set(keys)


def _steps(figure: FigureView, key: tuple[int, str]) -> set[tuple[int, str]]:
    found = {figure.buttons.neighbour(key, dx, dy) for dx, dy in ARROWS.values()}
    return {step for step in found if step is not None}


def _reached(
    start: tuple[int, str], steps: dict[tuple[int, str], set[tuple[int, str]]]
) -> set[tuple[int, str]]:
    seen, waiting = {start}, deque([start])
    while waiting:
        for step in steps[waiting.popleft()] - seen:
            seen.add(step)
            waiting.append(step)
    return seen


@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_key_goes_where_it_points(figure: FigureView, arrow: Qt.Key) -> None:
    figure.activateWindow()
    start = _button(figure, "rectus-abdominis:left")
    start.setFocus()
    QTest.keyClick(start, arrow)
    now = figure.focusWidget()
    way = now.geometry().center() - start.geometry().center()
    dx, dy = ARROWS[arrow]
    assert now is not start
    assert QPoint.dotProduct(way, QPoint(dx, dy)) > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_press_activates_the_region(figure: FigureView, qtbot: QtBot, key: Qt.Key) -> None:
    button = figure.buttons.buttons()[3]
    with qtbot.waitSignal(figure.region_activated, timeout=500) as caught:
        QTest.keyClick(button, key)
    assert caught.args == [button.region_id]


def test_a_screen_reader_can_press_a_region(figure: FigureView, qtbot: QtBot) -> None:
    button = figure.buttons.buttons()[7]
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    with qtbot.waitSignal(figure.region_activated, timeout=500) as caught:
        actions.doAction(actions.pressAction())
    assert caught.args == [button.region_id]


def test_a_screen_reader_can_focus_any_region(figure: FigureView) -> None:
    for button in figure.buttons.buttons():
        assert hear(button).is_focusable


def test_the_focused_region_becomes_the_tab_stop(figure: FigureView) -> None:
    figure.activateWindow()
    figure.buttons.focus_region("soleus:left")
    assert figure.buttons.focused() == (0, "soleus:left")
    stops = [b for b in figure.buttons.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [figure.focusWidget()]


def test_turning_lets_go_of_the_buttons_of_the_plates_before(
    figure: FigureView, atlas: Atlas, qtbot: QtBot
) -> None:
    gone = _button(figure, "pectoralis-minor:left")
    figure.show_plates([atlas.plate(180)])
    with qtbot.waitSignal(gone.destroyed, timeout=1000):
        settle(figure)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert {b.region_id for b in figure.buttons.buttons()} == {r.id for r in atlas.plate(180).regions}


def test_buttons_let_the_mouse_through(figure: FigureView) -> None:
    assert all(
        button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for button in figure.buttons.buttons()
    )
