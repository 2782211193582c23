"""Drawing on the figure in its window: the strip of tools, the way back, what stays and what goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.consultation import PAIN_MAP, Consultation, Viewpoint
from consult_app.gui.buttons import LEAST_HEIGHT, Button
from consult_app.gui.draw_strip import DrawStrip
from tests.gui.conftest import settle
from tests.gui.hearing import hear
from tests.gui.hurting import drag, show_pain

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.gui.main_window import MainWindow

Key = Qt.Key
ON_THIGH = ((300.0, 1000.0), (310.0, 1040.0), (320.0, 1080.0))


@pytest.fixture
def drawing(window: MainWindow) -> MainWindow:
    """A window with the tools to draw with."""
    window.complete()
    window.actions_by_id["draw.show"].trigger()
    settle(window)
    return window


def _strip(window: MainWindow) -> DrawStrip:
    return next(iter(window.figure.findChildren(DrawStrip)))


def _button(window: MainWindow, value: str) -> Button:
    return next(button for button in _strip(window).findChildren(Button) if button.value == value)


def _spots(window: MainWindow, places: tuple[tuple[float, float], ...] = ON_THIGH) -> list[QPoint]:
    transform = window.figure.slots[0].transform()
    return [transform.map(QPointF(*place)).toPoint() for place in places]


def _press(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.windowHandle(), key, held)
    QApplication.processEvents()


def test_each_tool_and_colour_draws_what_it_shows(drawing: MainWindow) -> None:
    drawn = {}
    for colour in ("blue", "red", "green"):
        _button(drawing, colour).click()
        for tool in ("pen", "arrow", "circle", "cross", "exclamation", "star"):
            _button(drawing, tool).click()
            drag(drawing.figure, _spots(drawing))
            stroke = drawing._model.now.ink[-1]
            drawn[tool, colour] = stroke.kind, stroke.shape, stroke.colour
    for (tool, colour), found in drawn.items():
        kind = tool if tool in ("pen", "arrow") else "stamp"
        assert found == (kind, tool if kind == "stamp" else "", colour)
    assert len(drawing._model.now.ink) == 18


def test_ink_stays_with_its_plate(drawing: MainWindow) -> None:
    drag(drawing.figure, _spots(drawing))
    with_ink = drawing.figure.grab().toImage()
    (stroke,) = drawing._model.now.ink
    assert stroke.view == Viewpoint(0, "superficial", "body")
    spot = _spots(drawing)[1]
    drawing._model.turn_to(90)
    settle(drawing)
    drawing._model.turn_to(0)
    settle(drawing)
    assert drawing.figure.grab().toImage().pixel(spot) == with_ink.pixel(spot)
    drawing.actions_by_id["draw.clear"].trigger()
    assert drawing.figure.grab().toImage().pixel(spot) != with_ink.pixel(spot)


def test_the_eraser_takes_one_stroke_and_the_way_back_brings_it_again(drawing: MainWindow) -> None:
    drag(drawing.figure, _spots(drawing))
    drag(drawing.figure, _spots(drawing, ((400.0, 600.0), (420.0, 610.0), (440.0, 600.0))))
    kept = drawing._model.now.ink
    _button(drawing, "eraser").click()
    drag(drawing.figure, _spots(drawing)[1:2])
    assert drawing._model.now.ink == kept[1:]
    _press(drawing, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert drawing._model.now.ink == kept


def test_a_colour_taken_with_the_eraser_in_the_hand_takes_up_the_pen(drawing: MainWindow) -> None:
    _button(drawing, "eraser").click()
    _button(drawing, "red").click()
    assert _button(drawing, "pen").isChecked()
    assert not _button(drawing, "eraser").isChecked()
    drag(drawing.figure, _spots(drawing))
    assert drawing._model.now.ink[0].colour == "red"


def test_fifty_steps_back_lead_to_the_start_and_fifty_forward_to_the_end(drawing: MainWindow) -> None:
    show_pain(drawing)
    start = drawing._model.now
    states: list[Consultation] = [start]
    for number in range(50):
        if number % 10 == 5:  # from time to time it is pain that is shown
            drawing.actions_by_id["draw.show"].trigger()
        if number % 10 == 0 and number:
            drawing.actions_by_id["draw.show"].trigger()
        x = 290.0 + number
        drag(drawing.figure, _spots(drawing, ((x, 1000.0), (x + 5, 1010.0), (x, 1020.0))))
        states.append(drawing._model.now)
    assert len(set(states)) == 51
    assert (len(states[-1].pain), len(states[-1].ink)) == (25, 25)
    for state in reversed(states[:-1]):
        drawing.actions_by_id["history.back"].trigger()
        assert drawing._model.now == state
    assert drawing._model.now == start
    assert drawing.figure.surface.drawn.pain == drawing.figure.surface.drawn.ink == ()
    for state in states[1:]:
        drawing.actions_by_id["history.forward"].trigger()
        assert drawing._model.now == state
    assert len(drawing.figure.surface.drawn.pain) == 25


def test_keys_take_up_the_tools_put_them_away_and_wipe(window: MainWindow) -> None:
    window.select("upper-trapezius", "right")
    _press(window, Key.Key_E)
    assert window.actions_by_id["draw.show"].isChecked()
    drag(window.figure, _spots(window))
    assert len(window._model.now.ink) == 1
    _press(window, Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert window._model.now.ink == ()
    _button(window, "pen").setFocus()
    _press(window, Key.Key_Escape)
    assert not _strip(window).isVisible()
    assert window._model.now.selection is not None, "Escape puts away the tools alone"
    assert not window.actions_by_id["draw.show"].isChecked()


def test_with_the_tools_away_a_finger_chooses_muscles_again(drawing: MainWindow) -> None:
    _strip(drawing).shut.emit()
    QTest.mouseClick(drawing.figure, Qt.MouseButton.LeftButton, pos=_spots(drawing)[0])
    assert drawing._model.now.ink == ()
    assert drawing._model.now.selection is not None


def test_with_the_tools_away_pain_can_be_shown_again(drawing: MainWindow) -> None:
    show_pain(drawing)
    drag(drawing.figure, _spots(drawing))
    assert (len(drawing._model.now.ink), len(drawing._model.now.pain)) == (1, 0)
    _strip(drawing).shut.emit()
    drag(drawing.figure, _spots(drawing))
    assert (len(drawing._model.now.ink), len(drawing._model.now.pain)) == (1, 1)
    assert drawing._model.now.topic == PAIN_MAP


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920), (900, 600), (640, 480)])
def test_the_strip_has_room_for_all_its_buttons(
    make_window: Callable[..., MainWindow], size: tuple[int, int], text_size: int
) -> None:
    window = make_window(size, text_size, "dark")
    window.complete()
    window.actions_by_id["draw.show"].trigger()
    settle(window)
    strip = _strip(window)
    assert window.figure.rect().contains(strip.geometry())
    boxes = [QRect(b.mapTo(strip, QPoint(0, 0)), b.size()) for b in strip.findChildren(Button)]
    assert len(boxes) == 12
    for number, box in enumerate(boxes):
        assert strip.rect().contains(box)
        assert min(box.width(), box.height()) >= LEAST_HEIGHT
        assert not any(box.intersects(other) for other in boxes[number + 1 :])


def test_the_strip_leaves_the_head_free(drawing: MainWindow) -> None:
    strip = _strip(drawing).geometry()
    for slot in drawing.figure.slots:
        body = slot.figure()
        middle = QRect(round(body.center().x() - 40), round(body.top()), 80, round(body.height()))
        assert not strip.intersects(middle)


def test_every_tool_has_a_name_and_says_whether_it_is_chosen(drawing: MainWindow) -> None:
    heard = {button.value: hear(button) for button in _strip(drawing).findChildren(Button)}
    words = drawing._words
    for value in ("pen", "arrow", "circle", "cross", "exclamation", "star", "eraser", "blue", "red", "green"):
        assert heard[value].name == words(f"ui.draw.{value}")
        assert heard[value].is_checked == (value in ("pen", "blue"))


def test_another_theme_keeps_the_tools_and_their_choice(drawing: MainWindow) -> None:
    _button(drawing, "star").click()
    _button(drawing, "green").click()
    drawing.set_theme("dark")
    settle(drawing)
    assert _button(drawing, "star").isChecked()
    assert _button(drawing, "green").isChecked()
    assert _strip(drawing).isVisible()


def test_nothing_of_drawing_is_imported_before_it_is_needed(window: MainWindow) -> None:
    assert window.pane.drawing._drawing is None
    assert window.pane.drawing._strip is None
    assert window.figure.surface._hand is None
