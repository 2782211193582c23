"""Laying out a page from top to bottom: each widget says how tall it is at a given width.

Qt's own layouts ask wrapped labels for their height again and again; a page of some eighty of them
is laid out here in one pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


class Arranged(QWidget):
    """A widget that lays itself out at a width and then knows its height."""

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height, both in logical pixels."""
        raise NotImplementedError


def arrange(widget: QWidget, width: int) -> int:
    """Lay out any widget at a width and return its height."""
    if isinstance(widget, Arranged):
        return widget.arrange(width)
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


class Column(Arranged):
    """Widgets one below the other, each with its own space above.

    ``widest`` keeps lines readable where there is much room: the column then stands in the middle.
    """

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), widest: int = 0) -> None:
        super().__init__()
        self._items: list[tuple[QWidget, int]] = []
        self._margins = margins
        self._widest = widest
        self.keeps_all = False
        """Whether the calm path leaves what stands here as it is."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of what was added is to be seen."""
        return all(widget.isHidden() for widget, _space in self._items)

    def add(self, widget: QWidget, space: int = 0) -> None:
        """Append a widget with ``space`` logical pixels above it (none above the first)."""
        widget.setParent(self)
        self._items.append((widget, space if self._items else 0))
        if self.isVisible():
            widget.show()

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        left, top, right, bottom = self._margins
        inner, y = max(1, width - left - right), top
        if 0 < self._widest < inner:
            left, inner = left + (inner - self._widest) // 2, self._widest
        for widget, space in self._items:
            if widget.isHidden():
                continue
            height = arrange(widget, inner)
            widget.setGeometry(left, y + space, inner, height)
            y += space + height
        return y + bottom


class Card(Column):
    """A column on a tinted ground, with a coloured edge where one is given."""

    def __init__(
        self, ground: QColor, edge: QColor | None = None, padding: int = 16, radius: int = 10
    ) -> None:
        super().__init__((padding + (4 if edge else 0), padding - 2, padding, padding - 2))
        self._ground, self._edge, self._radius = ground, edge, radius

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        if self._edge:
            painter.setClipRect(0, 0, 5, self.height())
            painter.setBrush(self._edge)
            painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)


class Flow(Arranged):
    """Widgets in rows, as many to a row as fit."""

    def __init__(self, widgets: Iterable[QWidget], gap: int) -> None:
        super().__init__()
        self._widgets = list(widgets)
        self._gap = gap
        for widget in self._widgets:
            widget.setParent(self)

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        x = y = row = 0
        for widget in self._widgets:
            hint = widget.sizeHint()
            wide = min(hint.width(), width)
            high = widget.heightForWidth(wide) if widget.hasHeightForWidth() else hint.height()
            if x and x + wide > width:
                x, y, row = 0, y + row + self._gap, 0
            widget.setGeometry(x, y, wide, high)
            x, row = x + wide + self._gap, max(row, high)
        return y + row


class Beside(Arranged):
    """A main widget with a narrow one at its right, or below it where there is too little room."""

    def __init__(self, main: QWidget, aside: QWidget, aside_width: int, gap: int, least_main: int) -> None:
        super().__init__()
        self._main, self._aside = main, aside
        self._aside_width, self._gap, self._least_main = aside_width, gap, least_main
        main.setParent(self)
        aside.setParent(self)

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        room = width - self._aside_width - self._gap
        if room < self._least_main:
            height = arrange(self._main, width)
            aside = arrange(self._aside, width)
            self._main.setGeometry(0, 0, width, height)
            self._aside.setGeometry(0, height + self._gap // 2, width, aside)
            return height + self._gap // 2 + aside
        height, aside = arrange(self._main, room), arrange(self._aside, self._aside_width)
        self._main.setGeometry(0, 0, room, height)
        self._aside.setGeometry(width - self._aside_width, 0, self._aside_width, aside)
        return max(height, aside)
