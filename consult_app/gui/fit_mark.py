"""A mark that tells by its shape whether pain is felt at a place most, or may spread there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent

from consult_app.canvas.pain_marks import DrawnZone, paint_edges, paint_zones
from consult_app.gui.layout import Arranged

if TYPE_CHECKING:
    from consult_app.gui.theme import Theme


class FitMark(Arranged):
    """A patch as it is drawn on the body, firm and filled or broken and hatched, with its words below."""

    def __init__(self, theme: Theme, words: str, *, is_primary: bool) -> None:
        super().__init__()
        self._theme, self._words, self.is_primary = theme, words, is_primary
        self._font = theme.font("small")
        self.setAccessibleName(words)

    def arrange(self, width: int) -> int:
        """Return the height at a width, in logical pixels."""
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(self._font).boundingRect(0, 0, width, 1000, flags, self._words).height()
        return round(self._theme.px(30)) + words

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        width = round(self._theme.px(120))
        return QSize(width, self.arrange(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint patch and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, palette = self._theme.px, self._theme.figure
        path = QPainterPath()
        path.addRoundedRect(QRectF(2, 2, px(44), px(22)), px(11), px(11))
        zone = DrawnZone(path, is_primary=self.is_primary)
        paint_zones(painter, palette, [zone])
        paint_edges(painter, palette, [zone])
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(0, px(30), self.width(), self.height() - px(30))
        painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._words)
