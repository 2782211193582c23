"""A field for one line of text, large enough for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit

from consult_app.gui.buttons import LEAST_HEIGHT

if TYPE_CHECKING:
    from consult_app.gui.theme import Theme


class Field(QLineEdit):
    """One line of text on a rounded ground; ``name`` is what a screen reader calls it."""

    def __init__(self, theme: Theme, name: str, text: str = "", most: int = 1000) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self.setText(text)
        self.setFrame(False)
        self.setFont(theme.font("body"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        side = round(theme.px(12))
        self.setTextMargins(side, 0, side, 0)
        self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """Ask for one line, as tall as a finger needs."""
        return QSize(super().sizeHint().width(), max(LEAST_HEIGHT, round(self._theme.px(46))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rounded ground behind the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("focus" if has_focus else "muted"), 3 if has_focus else 1.2))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        painter.end()
        super().paintEvent(event)
