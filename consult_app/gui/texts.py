"""Labels of the panels: plain text in the theme's fonts, headings that screen readers know as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel

from consult_app.gui.layout import Arranged, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPaintEvent

    from consult_app.gui.theme import Theme

ROLES: Mapping[str, QPalette.ColorRole] = {
    "ink": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
}
"""The palette's role for each colour of text: a palette of its own for each label would be slow."""


MOST_HEIGHTS = 8192
"""How many heights of texts are remembered (about 2 MB)."""
_HEIGHTS: dict[tuple[str, int, str, str, int], int] = {}


class Text(QLabel):
    """A wrapped label of plain text."""

    def __init__(self, theme: Theme, text: str, style: str = "body", colour: str = "ink") -> None:
        super().__init__(text)
        self._look = (theme.family, theme.text_size, style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.font(style))
        self.setForegroundRole(ROLES[colour])

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text; a text that was measured before is not measured again."""
        key = (*self._look, self.text(), width)
        height = _HEIGHTS.get(key)
        if height is None:
            if len(_HEIGHTS) >= MOST_HEIGHTS:
                _HEIGHTS.clear()
            height = _HEIGHTS[key] = super().heightForWidth(width)
        return height


class Heading(Text):
    """A heading, which screen readers know as such."""

    def __init__(self, theme: Theme, text: str, style: str = "heading", colour: str = "ink") -> None:
        super().__init__(theme, text, style, colour)
        self.setAccessibleName(text)


def bullets(theme: Theme, texts: Iterable[str], style: str = "body") -> Column:
    """Return a list with a dot before each text."""
    column = Column()
    for text in texts:
        column.add(Bullet(theme, text, style), theme.gap(6))
    return column


def steps(theme: Theme, texts: Iterable[str], style: str = "body") -> Column:
    """Return a list with a number before each text."""
    column = Column()
    for number, text in enumerate(texts, start=1):
        column.add(Bullet(theme, text, style, number), theme.gap(8))
    return column


class Bullet(Arranged):
    """One text of a list with its dot, or its number, hung to the left."""

    def __init__(self, theme: Theme, text: str, style: str, number: int = 0) -> None:
        super().__init__()
        self._text = Text(theme, text, style)
        self._text.setParent(self)
        if number:
            self._text.setAccessibleName(f"{number}. {text}")
        self._number = str(number) if number else ""
        self._font = theme.font("strong")
        self._indent = round(theme.px(28 if number else 20))
        self._dot = theme.px(2.6)
        self._colour = theme.colour("accent")

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        height = self._text.heightForWidth(max(1, width - self._indent))
        self._text.setGeometry(self._indent, 0, width - self._indent, height)
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot in the middle of the first line, or the number on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._number:
            painter.setFont(self._font)
            painter.setPen(self._colour)
            painter.drawText(QPointF(0, self._text.fontMetrics().ascent()), self._number)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        middle = QPointF(self._dot * 2, self._text.fontMetrics().height() / 2)
        painter.drawEllipse(middle, self._dot, self._dot)
