"""The bodies as they stand, below everything that is lit: ground and plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.canvas.figure_painter import FigurePainter
    from consult_app.canvas.stage import Slot

SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class BodyLayer:
    """Paints the bodies; those that are zoomed or mirrored are kept, for scaling them anew is slow."""

    def __init__(self, look: FigurePainter) -> None:
        self._look = look
        self._kept: QPixmap | None = None

    def forget(self) -> None:
        """Paint anew: plates, place, size or colours have changed."""
        self._kept = None

    def paint_ground(self, painter: QPainter, room: QRect) -> None:
        """Paint what lies behind the bodies."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 -- twice as fast
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.art.palette.background)
        painter.drawRect(room)

    def paint(self, painter: QPainter, room: QRect, slots: Sequence[Slot], ratio: float) -> None:
        """Paint ground and bodies; ``ratio`` is device pixels per logical pixel."""
        if not any(slot.is_zoomed or slot.is_mirrored for slot in slots):
            self._paint_plates(painter, room, slots, ratio)
            return
        if self._kept is None or self._kept.devicePixelRatio() != ratio:
            self._kept = QPixmap(room.size() * ratio)
            self._kept.setDevicePixelRatio(ratio)
            on_pixmap = QPainter(self._kept)
            self._paint_plates(on_pixmap, room, slots, ratio)
            on_pixmap.end()
        painter.drawPixmap(0, 0, self._kept)
        painter.setRenderHints(SMOOTH)

    def _paint_plates(self, painter: QPainter, room: QRect, slots: Sequence[Slot], ratio: float) -> None:
        self.paint_ground(painter, room)
        painter.setRenderHints(SMOOTH)
        for slot in slots:
            self._look.paint_plate(painter, slot, ratio)
