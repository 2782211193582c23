"""A small turntable seen from above: it shows where the body looks, and turns it.

The viewer stands below the dial. The nose points to where the body looks on the screen; the letters are at
the patient's own sides.
"""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from consult_app.canvas.kept import Kept

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from consult_app.canvas.palette import FigurePalette

SIZE = 92
TICKS = 24
HUB = 0.16
"""Share of the dial's width around its middle within which a press asks for nothing."""


class Compass(QWidget):
    """A dial as wide as it is high.

    Signals:
        azimuth_asked: a press asks to look from an azimuth, in degrees.
        step_asked: a key asks to turn by a number of plates to the right of the screen.
    """

    azimuth_asked = Signal(float)
    step_asked = Signal(int)

    def __init__(self, parent: QWidget, letters: tuple[str, str], palette: FigurePalette) -> None:
        super().__init__(parent)
        self._letters, self._palette = letters, palette
        self._angle, self._is_mirrored = 0.0, False
        self._letter_font = QFont()
        self._is_pressed = False
        self._picture = Kept()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())

    def set_looks(self, palette: FigurePalette, font: QFont) -> None:
        """Take the colours of the figure and the font of the letters."""
        self._palette = palette
        self._letter_font = QFont(font)
        self._letter_font.setPixelSize(max(9, min(11, font.pixelSize())))
        self._redraw()

    def set_angle(self, angle: float) -> None:
        """Show the body as it stands, at an angle in degrees."""
        if angle != self._angle:
            self._angle = angle
            self._redraw()

    def set_mirrored(self, is_mirrored: bool) -> None:  # noqa: FBT001 -- a slot
        """Show it as in a mirror."""
        if is_mirrored != self._is_mirrored:
            self._is_mirrored = is_mirrored
            self._redraw()

    def sizeHint(self) -> QSize:
        """Ask for a dial large enough for a finger."""
        return QSize(SIZE, SIZE)

    def azimuth_at(self, point: QPointF) -> float | None:
        """Return the azimuth a press asks for, in degrees; None in the middle."""
        away = point - QRectF(self.rect()).center()
        if (away.x() ** 2 + away.y() ** 2) ** 0.5 < HUB * self.width():
            return None
        across = away.x() if self._is_mirrored else -away.x()
        return degrees(atan2(across, away.y())) % 360

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn to where the press is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_pressed = True
            self._ask(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a press that moves round the dial."""
        if self._is_pressed:
            self._ask(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the press."""
        self._is_pressed = False

    def _ask(self, point: QPointF) -> None:
        azimuth = self.azimuth_at(point)
        if azimuth is not None:
            self.azimuth_asked.emit(azimuth)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window, where they do the same."""
        is_override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_override and _step(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys turn."""
        step = _step(event)
        if step:
            self.step_asked.emit(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dial from its picture: each tap on the figure below paints it again."""
        self._picture.paint(QPainter(self), QRectF(self.rect()), self.hasFocus(), self._paint)

    def _redraw(self) -> None:
        self._picture.forget()
        self.update()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the dial, and on it the body from above."""
        painter.translate(box.center())
        radius = min(self.width(), self.height()) / 2 - 4
        self._paint_dial(painter, radius)
        turned = -self._angle if self._is_mirrored else self._angle
        painter.save()
        painter.rotate(turned)
        self._paint_body(painter, radius)
        painter.restore()
        self._paint_letters(painter, radius, turned)

    def _paint_dial(self, painter: QPainter, radius: float) -> None:
        palette = self._palette
        ground = QColor(palette.background)
        ground.setAlpha(225)
        painter.setBrush(ground)
        painter.setPen(QPen(palette.focus, 3) if self.hasFocus() else QPen(palette.muted, 1))
        painter.drawEllipse(QPointF(0, 0), radius, radius)
        for tick in range(TICKS):
            angle = radians(tick * 360 / TICKS)
            is_quarter = tick % (TICKS // 4) == 0
            painter.setPen(QPen(palette.muted, 1.8 if is_quarter else 0.8))
            inner = radius - (6 if is_quarter else 4)
            way = QPointF(sin(angle), cos(angle))
            painter.drawLine(way * inner, way * (radius - 1.5))

    def _paint_body(self, painter: QPainter, radius: float) -> None:
        """Paint the body looking down the screen, to the viewer."""
        palette = self._palette
        size = radius / 42
        painter.setPen(Qt.PenStyle.NoPen)
        shoulders = QColor(palette.hover)
        shoulders.setAlpha(70)
        painter.setBrush(shoulders)
        painter.drawEllipse(QPointF(0, 0), 20 * size, 9.5 * size)
        painter.setBrush(palette.hover)
        nose = (QPointF(-4.6, 8), QPointF(4.6, 8), QPointF(0, 15.5))
        painter.drawPolygon(QPolygonF([point * size for point in nose]))
        painter.drawEllipse(QPointF(0, 0), 9.5 * size, 10 * size)

    def _paint_letters(self, painter: QPainter, radius: float, turned: float) -> None:
        """Write the patient's own sides upright beside the shoulders."""
        painter.setFont(self._letter_font)
        painter.setPen(self._palette.ink)
        to_left = -1 if self._is_mirrored else 1
        for letter, side in zip(self._letters, (to_left, -to_left), strict=True):
            angle = radians(turned)
            centre = QPointF(cos(angle), sin(angle)) * (side * radius * 0.66)
            painter.drawText(
                QRectF(centre.x() - 10, centre.y() - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, letter
            )


def _step(event: QKeyEvent) -> int:
    """Return by how many plates an arrow key that is pressed alone turns; 0 for any other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return 0
    steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
    return steps.get(Qt.Key(event.key()), 0)
