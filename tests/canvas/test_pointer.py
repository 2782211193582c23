"""What a press, a drag and a wheel mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from consult_app.canvas.pointer import NOTCH, Pointer

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Heard:
    """A pointer, and what it has signalled."""

    def __init__(self) -> None:
        self.owner = QObject()
        self.pointer = Pointer(self.owner)
        self.said: list[str] = []
        self.way = 0.0
        for name in ("tapped", "panned", "grabbed", "released", "zoomed", "stepped"):
            getattr(self.pointer, name).connect(getattr(self, f"on_{name}"))
        self.pointer.turned.connect(self.on_turned)

    def on_tapped(self, _point: QPointF) -> None:
        self.said.append("tap")

    def on_panned(self, _way: QPointF) -> None:
        self.said.append("pan")

    def on_grabbed(self) -> None:
        self.said.append("grab")

    def on_released(self) -> None:
        self.said.append("release")

    def on_zoomed(self, _point: QPointF, _factor: float) -> None:
        self.said.append("zoom")

    def on_stepped(self, steps: int) -> None:
        self.said.append(f"step {steps}")

    def on_turned(self, way: float) -> None:
        self.way += way

    def drag(self, *spots: tuple[int, int], keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.pointer.press(_mouse(QEvent.Type.MouseButtonPress, spots[0], LEFT, keys))
        for spot in spots[1:]:
            self.pointer.move(_mouse(QEvent.Type.MouseMove, spot, NONE, keys))
        self.pointer.release(_mouse(QEvent.Type.MouseButtonRelease, spots[-1], LEFT, keys))

    def scroll(self, x: int, y: int) -> None:
        spot = QPointF(50, 50)
        phase = Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(spot, spot, QPoint(), QPoint(x, y), NONE, PLAIN, phase, False)  # noqa: FBT003
        self.pointer.scroll(wheel)


def _mouse(
    kind: QEvent.Type, spot: tuple[int, int], button: Qt.MouseButton, keys: Qt.KeyboardModifier
) -> QMouseEvent:
    return QMouseEvent(kind, QPointF(*spot), QPointF(*spot), button, LEFT, keys)


@pytest.fixture
def heard(qapp: object) -> Heard:  # noqa: ARG001
    return Heard()


def test_a_press_in_one_place_is_a_tap(heard: Heard) -> None:
    heard.drag((50, 50), (52, 51))
    assert heard.said == ["tap"]


def test_a_drag_sideways_turns_by_all_of_its_way(heard: Heard) -> None:
    heard.drag((50, 50), (60, 50), (90, 55))
    assert heard.said == ["grab", "release"]
    assert heard.way == 40


def test_a_drag_up_means_nothing_on_a_body_that_fits(heard: Heard) -> None:
    heard.drag((50, 50), (50, 90), (90, 90))
    assert heard.said == []


def test_a_zoomed_body_is_moved_and_with_shift_turned(heard: Heard) -> None:
    heard.pointer.is_zoomed = True
    heard.drag((50, 50), (90, 50))
    assert heard.said == ["pan"]
    heard.said.clear()
    heard.drag((50, 50), (90, 50), keys=SHIFT)
    assert heard.said == ["grab", "release"]


def test_a_second_finger_lets_the_body_go(heard: Heard) -> None:
    heard.pointer.press(_mouse(QEvent.Type.MouseButtonPress, (50, 50), LEFT, PLAIN))
    heard.pointer.move(_mouse(QEvent.Type.MouseMove, (90, 50), NONE, PLAIN))
    heard.pointer.cancel()
    heard.pointer.release(_mouse(QEvent.Type.MouseButtonRelease, (90, 50), LEFT, PLAIN))
    assert heard.said == ["grab", "release"]


def test_a_wheel_zooms_and_sideways_steps_by_whole_notches(heard: Heard) -> None:
    heard.scroll(0, NOTCH)
    heard.scroll(-NOTCH // 2, 0)
    heard.scroll(-NOTCH // 2, 0)
    heard.scroll(2 * NOTCH, 0)
    assert heard.said == ["zoom", "step 1", "step -2"]
