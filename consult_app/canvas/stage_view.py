"""The widget in which plates stand: what is in sight, how near, and when it has come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, QSizeF, QTimer, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtWidgets import QWidget

from consult_app.canvas.pointer import WHEEL_STEP
from consult_app.canvas.stage import Slot, Stage

if TYPE_CHECKING:
    from consult_app.atlas.model import Plate

SETTLE_MS = 90
PAN_SHARE = 0.15


class StageView(QWidget):
    """Holds the stage, zooms and pans it.

    Signals:
        zoom_changed: carries the zoom, 1.0 when the whole figure fits.
        first_painted: the first frame has been painted; what it did without can be made ready.
    """

    zoom_changed = Signal(float)
    first_painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage((), QSizeF(0, 0))
        self._slots: tuple[Slot, ...] = ()
        self._has_painted = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)

    @property
    def plates(self) -> tuple[Plate, ...]:
        """The plates in sight, the main view first."""
        return self._stage.shown

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The plates in place."""
        return self._slots

    @property
    def zoom(self) -> float:
        """1.0 when the whole figure fits."""
        return self._stage.zoom

    @property
    def is_mirrored(self) -> bool:
        """Whether the body is seen as in a mirror."""
        return self._stage.is_mirrored

    def set_mirrored(self, is_mirrored: bool) -> None:  # noqa: FBT001 -- a slot
        """Show the body as in a mirror instead of face to face."""
        if is_mirrored != self.is_mirrored:
            self._restage(self._stage._replace(is_mirrored=is_mirrored))

    def zoom_in(self) -> None:
        """Zoom one step in, around the middle."""
        self.zoom_at(QPointF(self.width() / 2, self.height() / 2), WHEEL_STEP**2)

    def zoom_out(self) -> None:
        """Zoom one step out."""
        self.zoom_at(QPointF(self.width() / 2, self.height() / 2), WHEEL_STEP**-2)

    def fit(self) -> None:
        """Show the whole figure."""
        self._restage(self._stage._replace(zoom=1.0, pan=QPointF()))

    def pan_step(self, dx: int, dy: int) -> None:
        """Look further in direction (dx, dy)."""
        self.pan_by(QPointF(-dx * self.width() * PAN_SHARE, -dy * self.height() * PAN_SHARE))

    @QtSlot(QPointF)
    def pan_by(self, way: QPointF) -> None:
        """Move a zoomed picture by logical pixels."""
        self._restage(self._stage.panned(way))

    @QtSlot(QPointF, float)
    def zoom_at(self, point: QPointF, factor: float) -> None:
        """Zoom by a factor; what is at the point stays there."""
        self._restage(self._stage.zoomed_at(point, factor))

    def sizeHint(self) -> QSize:
        """Ask for a figure of a readable size."""
        return QSize(700, 800)

    def _restage(self, stage: Stage) -> None:
        """Put the plates in place anew."""
        has_zoomed = stage.zoom != self._stage.zoom
        self._stage = stage
        self._slots = stage.slots()
        self._on_restaged()
        self._settle_soon()
        if has_zoomed:
            self.zoom_changed.emit(stage.zoom)

    def _settle_soon(self) -> None:
        """Do the rest when there is rest; the first frame does not wait for it."""
        if self._has_painted:
            self._settle.start()

    def _note_painted(self) -> None:
        if not self._has_painted:
            self._has_painted = True
            self._settle.start()
            self.first_painted.emit()

    def _on_restaged(self) -> None:
        """Paint anew: the plates stand elsewhere."""
        raise NotImplementedError

    @QtSlot()
    def _on_settled(self) -> None:
        """Do what can wait until nothing has changed for a moment."""
        raise NotImplementedError
