"""Marks for what a yes before a treatment means: told by shape, and in words beside it."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from consult_app.content.safety_records import Advice
    from consult_app.gui.theme import Theme

SIDE = 30


class PrecautionMark(QWidget):
    """An octagon for what speaks against it, a triangle for what is to be talked over first."""

    def __init__(self, theme: Theme, advice: Advice, words: str) -> None:
        super().__init__()
        self._theme, self._advice = theme, advice
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for a little square."""
        side = round(self._theme.px(SIDE))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape with a sign in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.sizeHint().width()
        middle, radius = QPointF(side / 2, side / 2), side * 0.46
        is_stop = self._advice == "do-not"
        corners = 8 if is_stop else 3
        start = pi / 8 if is_stop else -pi / 2
        turns = [start + number * 2 * pi / corners for number in range(corners)]
        middle += QPointF(0, 0 if is_stop else side * 0.08)
        shape = QPolygonF([middle + QPointF(cos(turn), sin(turn)) * radius for turn in turns])
        edge = QPen(self._theme.colour("warning_edge"), 2, j=Qt.PenJoinStyle.RoundJoin)
        painter.setPen(edge)
        painter.setBrush(self._theme.colour("warning_edge") if is_stop else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)
        ink = self._theme.colour("panel" if is_stop else "ink")
        painter.setPen(QPen(ink, side * 0.1, c=Qt.PenCapStyle.RoundCap))
        if is_stop:
            painter.drawLine(middle - QPointF(side * 0.2, 0), middle + QPointF(side * 0.2, 0))
            return
        painter.drawLine(middle - QPointF(0, side * 0.14), middle + QPointF(0, side * 0.04))
        dot = QRectF(middle.x() - side * 0.03, middle.y() + side * 0.15, side * 0.06, side * 0.06)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(dot.center(), side * 0.055, side * 0.055)
