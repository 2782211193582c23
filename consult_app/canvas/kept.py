"""Small pictures that are put on the screen again and again without being drawn anew."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

MOST = 80
"""Pictures kept at most."""


class Kept:
    """Keeps what is drawn a second time under the same key, until it is told to forget.

    What is drawn once only, as the first frame often is, needs no picture. Of many pictures, those that were
    not asked for the longest go.
    """

    def __init__(self) -> None:
        self._pictures: OrderedDict[Hashable, QPixmap | None] = OrderedDict()

    def forget(self) -> None:
        """Draw everything anew: colours, fonts or words have changed."""
        self._pictures.clear()

    def paint(
        self, painter: QPainter, box: QRectF, key: Hashable, draw: Callable[[QPainter, QRectF], object]
    ) -> None:
        """Paint what ``draw`` draws into a box of ``painter``'s frame, which may only move and not turn.

        ``key`` names all that the drawing depends on, but for the size of the box.
        """
        ratio = painter.device().devicePixelRatioF()
        picture_key = (key, box.width(), box.height(), ratio)
        corner = QPointF(round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio)
        whole = QRectF(0, 0, box.width(), box.height())
        if picture_key not in self._pictures:
            self._pictures[picture_key] = None
            if len(self._pictures) > MOST:
                self._pictures.popitem(last=False)
            painter.save()
            painter.translate(corner)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, whole)
            painter.restore()
            return
        self._pictures.move_to_end(picture_key)
        picture = self._pictures[picture_key]
        if picture is None:
            picture = self._pictures[picture_key] = _picture(whole, ratio, draw)
        painter.drawPixmap(corner, picture)


def _picture(whole: QRectF, ratio: float, draw: Callable[[QPainter, QRectF], object]) -> QPixmap:
    picture = QPixmap((whole.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, whole)
    painter.end()
    return picture
