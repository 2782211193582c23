"""One page of a hand-out as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPen

from consult_app.gui.layout import Arranged

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from consult_app.gui.theme import Theme


class SheetView(Arranged):
    """A picture of a page, as wide as there is room; screen readers are told its number and its words."""

    def __init__(self, theme: Theme, png: bytes, name: str, text: str) -> None:
        super().__init__()
        self._image = QImage.fromData(png)
        self._edge = theme.colour("line")
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def arrange(self, width: int) -> int:
        """Return the height at ``width``, both in logical pixels."""
        return round(width * self._image.height() / max(1, self._image.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the edge of the paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        painter.drawImage(box, self._image)
        painter.setPen(QPen(self._edge, 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
