"""What mouse, finger and wheel mean on the figure: a tap, a turn, a look further, a closer look.

A drag sideways turns the whole body; a zoomed one is moved by a drag, and turned by a drag with Shift. Two
fingers zoom; a wheel or touch pad that scrolls sideways turns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent

DRAG_FROM = 8
"""Logical pixels a press may wander and still be a tap."""
WHEEL_STEP = 1.2
NOTCH = 120
"""What a wheel tells when it has turned by one notch."""


class Pointer(QObject):
    """Follows one pointer from press to release.

    Signals:
        tapped: pressed and released in one place; carries the place.
        hovered: carries the place of a pointer that is not pressed.
        panned: a zoomed picture was dragged; carries the way.
        grabbed: a drag begins to turn the body.
        turned: carries the way sideways since the last time, in logical pixels.
        released: the body is let go.
        zoomed: carries the place and the factor.
        stepped: a wheel asks for a number of plates to turn by.
    """

    tapped = Signal(QPointF)
    hovered = Signal(QPointF)
    panned = Signal(QPointF)
    grabbed = Signal()
    turned = Signal(float)
    released = Signal()
    zoomed = Signal(QPointF, float)
    stepped = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_zoomed = False
        self._pressed_at: QPointF | None = None
        self._last = QPointF()
        self._has_wandered = self._is_turning = False
        self._scrolled = 0

    def cancel(self) -> None:
        """Forget the press: a second finger has come."""
        if self._is_turning:
            self.released.emit()
        self._pressed_at, self._is_turning = None, False

    def press(self, event: QMouseEvent) -> None:
        """Remember where a tap or drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = self._last = event.position()
            self._has_wandered = self._is_turning = False

    def move(self, event: QMouseEvent) -> None:
        """Drag, or tell what is under the pointer."""
        if self._pressed_at is None:
            self.hovered.emit(event.position())
            return
        if not self._has_wandered:
            if self._is_near(event.position()):
                return
            self._has_wandered = True
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._begin(event.position() - self._pressed_at, turns=has_shift or not self.is_zoomed)
        way = event.position() - self._last
        self._last = event.position()
        if self._is_turning:
            self.turned.emit(way.x())
        elif self.is_zoomed:
            self.panned.emit(way)

    def release(self, event: QMouseEvent) -> None:
        """A press that did not wander is a tap."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        is_tap = self._is_near(event.position()) and not self._has_wandered
        is_turning, self._pressed_at, self._is_turning = self._is_turning, None, False
        if is_turning:
            self.released.emit()
        elif is_tap:
            self.tapped.emit(event.position())

    def scroll(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is; sideways, turn a plate for each notch."""
        by = event.angleDelta()
        if abs(by.x()) > abs(by.y()):
            self._scrolled -= by.x()
            steps = int(self._scrolled / NOTCH)
            self._scrolled -= steps * NOTCH
            if steps:
                self.stepped.emit(steps)
        elif by.y():
            self.zoomed.emit(event.position(), WHEEL_STEP ** (by.y() / NOTCH))
        event.accept()

    def _begin(self, way: QPointF, *, turns: bool) -> None:
        if turns and abs(way.x()) > abs(way.y()):
            self._is_turning = True
            self.grabbed.emit()

    def _is_near(self, point: QPointF) -> bool:
        return self._pressed_at is not None and (point - self._pressed_at).manhattanLength() < DRAG_FROM
