"""The bodies as they stand, below everything that is lit, and the old ones as they melt away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap

from consult_app.canvas.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.canvas.figure_painter import FigurePainter
    from consult_app.canvas.stage import Slot as PlateSlot

SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class BodyLayer(QObject):
    """Paints the bodies; those that are zoomed or mirrored are kept, for scaling them anew is slow.

    Signals:
        faded: a little more of the old bodies has melted away.
    """

    faded = Signal()

    def __init__(self, parent: QObject, look: FigurePainter) -> None:
        super().__init__(parent)
        self._look = look
        self._kept: QPixmap | None = None
        self._old: QPixmap | None = None
        self._fade = Motion(self)
        self._fade.moved.connect(self.faded)
        self._fade.rested.connect(self._on_fade_rested)

    @property
    def is_fading(self) -> bool:
        """Whether old bodies are melting away."""
        return self._old is not None

    def forget(self) -> None:
        """Paint anew: plates, place, size or colours have changed."""
        self._kept = None

    def fade_from(self, room: QRect, slots: Sequence[PlateSlot], ratio: float) -> None:
        """Let these bodies, as they are on show, melt away over what is painted from now on."""
        old = QPixmap(room.size() * ratio)
        old.setDevicePixelRatio(ratio)
        painter = QPainter(old)
        self._paint_plates(painter, room, slots, ratio)
        painter.end()
        self._old = old
        self._fade.fade()

    def end_fade(self) -> None:
        """Let nothing melt any more."""
        self._fade.stop()
        self._old = None

    @Slot()
    def _on_fade_rested(self) -> None:
        self._old = None
        self.faded.emit()

    def paint_ground(self, painter: QPainter, room: QRect) -> None:
        """Paint what lies behind the bodies."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 -- twice as fast
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.art.palette.background)
        painter.drawRect(room)

    def paint(self, painter: QPainter, room: QRect, slots: Sequence[PlateSlot], ratio: float) -> None:
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

    def paint_old(self, painter: QPainter) -> None:
        """Paint what is left of the old bodies."""
        if self._old is not None:
            painter.setOpacity(max(0.0, 1.0 - self._fade.value))
            painter.drawPixmap(0, 0, self._old)
            painter.setOpacity(1.0)

    def _paint_plates(self, painter: QPainter, room: QRect, slots: Sequence[PlateSlot], ratio: float) -> None:
        self.paint_ground(painter, room)
        painter.setRenderHints(SMOOTH)
        for slot in slots:
            self._look.paint_plate(painter, slot, ratio)
