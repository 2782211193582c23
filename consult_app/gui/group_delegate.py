"""Paints the rows of the group list: area headings, names, the lit and the selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from consult_app.canvas.kept import Kept

if TYPE_CHECKING:
    from consult_app.gui.group_list import GroupList
    from consult_app.gui.theme import Theme

ID_ROLE = int(Qt.ItemDataRole.UserRole)
LIT_ROLE = ID_ROLE + 1
MUSCLE_ROLE = ID_ROLE + 2
INDENT = 14.0
"""How far a muscle stands in from its group, in logical pixels at 100 % text."""
PAD, SIDE, RADIUS = 8.0, 12.0, 8.0
"""Space above and below a name, and beside it, and the roundness of a row, at 100 % text."""
LIT_MARK = "◆ "
WRAP = Qt.TextFlag.TextWordWrap

Index = QModelIndex | QPersistentModelIndex


class _Row(NamedTuple):
    """What a row looks like."""

    text: str
    font: QFont
    indent: int
    is_group: bool
    is_selected: bool
    is_hovered: bool
    has_focus: bool


class GroupDelegate(QStyledItemDelegate):
    """Draws headings in the accent colour and names in rows large enough for a finger.

    It asks its view what is selected and pointed at: the state that Qt's style hands over would bring
    the hundreds of names of QStyle along.
    """

    def __init__(self, theme: Theme, view: GroupList) -> None:
        super().__init__(view)
        self._view = view
        self._width = 200
        self._heights: dict[tuple[str, bool, bool], int] = {}
        self._rows = Kept()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._heights = {}
        self._rows.forget()
        self._plain, self._label = theme.font("small"), theme.font("label")
        self._lit = QFont(theme.font("small"))
        self._lit.setWeight(QFont.Weight.DemiBold)

    def set_width(self, width: int) -> None:
        """Wrap names to a row of this width, in logical pixels."""
        if width != self._width:
            self._width, self._heights = width, {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the wrapped name needs."""
        text = self._text(index)
        key = (text, index.data(ID_ROLE) is None, index.data(MUSCLE_ROLE) is None)
        if key not in self._heights:
            inner = max(40, self._width - 2 * round(self._theme.px(SIDE)) - self._indent(index))
            metrics = QFontMetrics(self._font(index))
            box = metrics.boundingRect(QRect(0, 0, inner, 1000), int(WRAP), text)
            self._heights[key] = box.height() + 2 * round(self._theme.px(PAD))
        return QSize(self._width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row in the state it is in."""
        is_group = index.data(ID_ROLE) is not None
        is_selected = is_group and index.row() == self._view.currentIndex().row()
        is_hovered = is_group and index.row() == self._view.hovered_row
        look = _Row(
            self._text(index),
            self._font(index),
            self._indent(index),
            is_group,
            is_selected,
            is_hovered,
            is_selected and self._view.hasFocus(),
        )
        # Rows are painted at each tap, and hardly one of them has changed.
        key = (look.text, look.indent, *look[3:])
        self._rows.paint(painter, QRectF(option.rect), key, lambda p, box: self._paint_row(p, box, look))

    def _paint_row(self, painter: QPainter, whole: QRectF, row: _Row) -> None:
        theme = self._theme
        box = whole.adjusted(1.5, 1, -1.5, -1)
        if row.is_selected or row.is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if row.is_selected else "accent_soft"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if row.has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2.5))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            painter.setPen(QPen(theme.colour("accent_ink"), 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)
        ink = "accent_ink" if row.is_selected else "ink" if row.is_group else "accent"
        painter.setPen(theme.colour(ink))
        painter.setFont(row.font)
        side = theme.px(SIDE) - 1.5
        upright = Qt.AlignmentFlag.AlignVCenter if row.is_group else Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.adjusted(side + row.indent, 0, -side, -2), WRAP | upright, row.text)

    def _indent(self, index: Index) -> int:
        return round(self._theme.px(INDENT)) if index.data(MUSCLE_ROLE) else 0

    def _font(self, index: Index) -> QFont:
        if index.data(ID_ROLE) is None:
            return self._label
        return self._lit if index.data(LIT_ROLE) else self._plain

    @staticmethod
    def _text(index: Index) -> str:
        name = str(index.data())
        return LIT_MARK + name if index.data(LIT_ROLE) else name
