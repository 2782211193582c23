"""A large button that leads to something people do together: icon, name, and a line that says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from consult_app.gui.buttons import Button, measured
from consult_app.gui.icons import draw_icon

if TYPE_CHECKING:
    from consult_app.gui.theme import Theme

PAD, ICON, GAP = 18, 34, 4
"""Logical pixels, at 100 % text."""


class Tile(Button):
    """As wide as the page, in the accent colour."""

    def __init__(self, theme: Theme, name: str, note: str, *, icon: str, value: str) -> None:
        super().__init__(theme, name, "accent", icon=icon, value=value)
        self._note = note
        self.setAccessibleDescription(note)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = round(self._theme.px(360))
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height at which both texts fit."""
        room, px = self._room(width), self._theme.px
        return round(
            2 * px(PAD)
            + self._high("heading", self.text(), room)
            + px(GAP)
            + self._high("body", self._note, room)
        )

    def _room(self, width: int) -> int:
        return max(1, round(width - self._theme.px(2 * PAD + ICON + PAD)))

    def _high(self, style: str, text: str, width: int) -> int:
        return measured(self._theme.family, self._theme.text_size, style, text, width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, both texts and the focus ring."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, _edge, _ink = self._colours()
        ink, box = theme.colour("accent_ink"), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 14, 14)
        draw_icon(
            painter, self._icon, QRectF(px(PAD), (self.height() - px(ICON)) / 2, px(ICON), px(ICON)), ink
        )
        left, room = px(2 * PAD + ICON), self._room(self.width())
        y, wrap = px(PAD), Qt.TextFlag.TextWordWrap
        painter.setPen(ink)
        for style, text in (("heading", self.text()), ("body", self._note)):
            painter.setFont(theme.font(style))
            high = self._high(style, text, room)
            painter.drawText(QRectF(left, y, room, high), wrap, text)
            y += high + px(GAP)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width, inset in (("focus", 3, 0), ("accent_ink", 2, 4)):
                painter.setPen(QPen(theme.colour(colour), width))
                painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 14 - inset, 14 - inset)
