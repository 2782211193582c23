"""Boxes to tick and rounds to pick from, large enough for a finger; a tick or a dot tells the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from consult_app.gui.buttons import LEAST_HEIGHT, SLACK, measured
from consult_app.gui.icons import draw_icon

if TYPE_CHECKING:
    from consult_app.gui.theme import Theme

BOX = 22.0
"""Logical pixels, at 100 % text, of the box or round before the words."""


class Tick(QAbstractButton):
    """A choice with its words; ``value`` is what it stands for, ``is_one_of`` makes it a round."""

    def __init__(self, theme: Theme, text: str, value: str = "", *, is_one_of: bool = False) -> None:
        super().__init__()
        self._theme, self._is_one_of = theme, is_one_of
        self.value = value
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(is_one_of)
        self.setFont(theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size at which the words fit on one line."""
        words = measured(self._theme.family, self._theme.text_size, "body", self.text(), 0)
        height = max(LEAST_HEIGHT, words.height + round(self._theme.px(16)))
        return QSize(self._left() + words.width + SLACK + round(self._theme.px(12)), height)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the words."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Wrap the words where there is too little room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the wrapped words fit."""
        inner = max(1, width - self._left() - round(self._theme.px(12)))
        words = measured(self._theme.family, self._theme.text_size, "body", self.text(), inner)
        return max(LEAST_HEIGHT, words.height + round(self._theme.px(16)))

    def _left(self) -> int:
        return round(self._theme.px(BOX + 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box or round, its mark, the words and the focus ring."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(BOX)
        box = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        is_on = self.isChecked()
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        painter.setPen(QPen(theme.colour("accent" if is_on else "muted"), 2))
        painter.setBrush(theme.colour("accent" if is_on and not self._is_one_of else "panel"))
        radius = side / 2 if self._is_one_of else 5
        painter.drawRoundedRect(box, radius, radius)
        if is_on and self._is_one_of:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(box.center(), side * 0.26, side * 0.26)
        elif is_on:
            draw_icon(painter, "tick", box.adjusted(2, 2, -2, -2), theme.colour("accent_ink"))
        painter.setPen(theme.colour("ink"))
        painter.setFont(self.font())
        words = QRectF(self.rect()).adjusted(self._left(), 0, -theme.px(6), 0)
        wrap = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(words, wrap, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
