"""A quiet upright scroll bar: a rounded handle, nothing else, wide enough for a finger at its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from consult_app.gui.theme import Theme

WIDTH = 14
LEAST_HANDLE = 28.0


class QuietScrollBar(QScrollBar):
    """Painted in the theme; the handle darkens under the pointer.

    ``ground`` is the colour role of what lies around it.
    """

    def __init__(self, theme: Theme, ground: str) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme, self._ground = theme, ground

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the bar's width; its height follows the view."""
        return QSize(WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and handle."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._ground))
        painter.drawRect(self.rect())
        if self.maximum() == self.minimum():
            return
        length, span = self.height(), self.maximum() - self.minimum()
        size = max(LEAST_HANDLE, length * self.pageStep() / (span + self.pageStep()))
        top = (length - size) * (self.sliderPosition() - self.minimum()) / span
        handle = QRectF(3, top + 2, self.width() - 6, size - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_held = self.isSliderDown() or self.underMouse()
        painter.setBrush(self._theme.colour("muted" if is_held else "line"))
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the handle can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()
