"""Labels of the panels: plain text in the theme's fonts, headings that screen readers know as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from consult_app.gui.layout import Arranged, Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.gui.theme import Theme


class Text(QLabel):
    """A wrapped label of plain text."""

    def __init__(self, theme: Theme, text: str, style: str = "body", colour: str = "ink") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.font(style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(colour))
        self.setPalette(palette)


class Heading(Text):
    """A heading, which screen readers know as such."""

    def __init__(self, theme: Theme, text: str, style: str = "heading", colour: str = "ink") -> None:
        super().__init__(theme, text, style, colour)
        self.setAccessibleName(text)


def bullets(theme: Theme, texts: Iterable[str], style: str = "body", mark: str = "•") -> Column:
    """Return a list with a mark before each text."""
    column = Column()
    for text in texts:
        column.add(_Bullet(theme, text, style, mark), theme.gap(6))
    return column


class _Bullet(Arranged):
    """One text of a list with its mark hung to the left."""

    def __init__(self, theme: Theme, text: str, style: str, mark: str) -> None:
        super().__init__()
        self._mark = Text(theme, mark, style, "accent")
        self._text = Text(theme, text, style)
        self._indent = round(theme.px(20))
        self._mark.setParent(self)
        self._text.setParent(self)
        self._mark.setAccessibleName(" ")

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        height = self._text.heightForWidth(max(1, width - self._indent))
        self._mark.setGeometry(0, 0, self._indent, self._mark.sizeHint().height())
        self._text.setGeometry(self._indent, 0, width - self._indent, height)
        return height
