"""Marks that tell by shape: how sure anyone is, and how many of 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from consult_app.gui.layout import Arranged

if TYPE_CHECKING:
    from consult_app.gui.theme import Theme

LEVELS = {"high": 4, "moderate": 3, "low": 2, "very-low": 1, "none": 0}
"""Filled dots of four for each certainty."""
WHOLE, PER_ROW = 100, 20


class EvidenceMark(Arranged):
    """Four dots, as many filled as the evidence is certain, and the level in words below."""

    def __init__(self, theme: Theme, certainty: str, words: str) -> None:
        super().__init__()
        self._theme, self._filled, self._words = theme, LEVELS[certainty], words
        self._font = theme.font("small")
        self.setAccessibleName(words)

    def arrange(self, width: int) -> int:
        """Return the height at a width, in logical pixels."""
        return round(self._dot() * 1.6) + self._words_height(width)

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        width = round(self._theme.px(130))
        return QSize(width, self.arrange(width))

    def _dot(self) -> float:
        return self._theme.px(12)

    def _words_height(self, width: int) -> int:
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(self._font).boundingRect(0, 0, width, 1000, flags, self._words).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot, accent = self._dot(), self._theme.colour("accent")
        painter.setPen(QPen(accent, 1.6))
        for number in range(4):
            painter.setBrush(accent if number < self._filled else Qt.BrushStyle.NoBrush)
            centre = QPointF(dot * 0.6 + number * dot * 1.45, dot * 0.7)
            painter.drawEllipse(centre, dot * 0.45, dot * 0.45)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(0, dot * 1.6, self.width(), self.height() - dot * 1.6)
        painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._words)


class IconArray(Arranged):
    """A hundred of them: ``low`` filled, up to ``high`` ringed, the rest faint. Told in words as well.

    Harm is drawn with dots and help with squares; ``per_row`` is how many stand in a row.
    """

    def __init__(
        self, theme: Theme, low: int, high: int, words: str, *, is_help: bool = False, per_row: int = PER_ROW
    ) -> None:
        super().__init__()
        self._theme, self._low, self._high = theme, low, high
        self._is_help, self._per_row = is_help, per_row
        self.setAccessibleName(words)

    def arrange(self, width: int) -> int:
        """Return the height at a width, in logical pixels."""
        return round(self._step(width) * WHOLE / self._per_row)

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        width = round(self._theme.px(320))
        return QSize(width, self.arrange(width))

    def _step(self, width: int) -> float:
        return min(width / self._per_row, self._theme.px(17))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots row by row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step(self.width())
        roles = ("accent", "accent_soft") if self._is_help else ("harm", "harm_maybe")
        sure, maybe = (self._theme.colour(role) for role in roles)
        for number in range(WHOLE):
            row, place = divmod(number, self._per_row)
            centre = QPointF((place + 0.5) * step, (row + 0.5) * step)
            painter.setPen(Qt.PenStyle.NoPen)
            if number < self._low:
                painter.setBrush(sure)
                self._draw(painter, centre, step * 0.38)
            elif number < self._high:
                painter.setPen(QPen(sure, step * 0.12))
                painter.setBrush(maybe)
                self._draw(painter, centre, step * 0.32)
            else:
                painter.setBrush(self._theme.colour("harm_none"))
                self._draw(painter, centre, step * 0.22)

    def _draw(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        if self._is_help:
            painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
        else:
            painter.drawEllipse(centre, radius, radius)
