"""What a person does at the figure with finger or mouse, carried out: tap, hover, pan, turn, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtCore import Slot as QtSlot

from consult_app.canvas.pointer import Pointer

if TYPE_CHECKING:
    from consult_app.canvas.figure_view import FigureView
    from consult_app.canvas.overlay import Place


class Gestures(QObject):
    """Carries out gestures on one figure.

    Signals:
        activated: a region was tapped; carries its id.
        offered: a tap lies between muscle groups; carries the region ids and the position.
        missed: a tap that meant no muscle.
        turn_asked: carries the azimuth in degrees to which a wheel turns.
    """

    activated = Signal(str)
    offered = Signal(object, QPoint)
    missed = Signal()
    turn_asked = Signal(int)

    def __init__(self, figure: FigureView) -> None:
        super().__init__(figure)
        self._figure = figure
        self._turner = figure.bodies.turner
        self.pointer = pointer = Pointer(self)
        self.hovered: Place | None = None
        self.is_selecting = True
        pointer.tapped.connect(self._on_tapped)
        pointer.hovered.connect(self._on_hovered)
        pointer.panned.connect(figure.pan_by)
        pointer.zoomed.connect(figure.zoom_at)
        pointer.grabbed.connect(self._on_grabbed)
        pointer.turned.connect(self._on_pulled)
        pointer.released.connect(self._turner.release)
        pointer.stepped.connect(self._on_stepped)

    def forget_hover(self) -> None:
        """The pointer is on nothing any more."""
        self._set_hovered(None)

    @QtSlot(QPointF)
    def _on_tapped(self, point: QPointF) -> None:
        if not self.is_selecting:  # a finger that draws has tapped beside the body
            self.missed.emit()
            return
        label = self._figure.label_at(point)
        found = [] if label is not None else self._figure.candidates(point)
        if label is not None:
            self.activated.emit(label)
        elif len(found) == 1:
            self.activated.emit(found[0].id)
        elif found:
            self.offered.emit(tuple(region.id for region in found), point.toPoint())
        else:
            self.missed.emit()

    @QtSlot(QPointF)
    def _on_hovered(self, point: QPointF) -> None:
        hit = None if self._figure.is_moving else self._figure.region_at(point)
        self._set_hovered((hit[0], hit[1].id) if hit else None)

    def _set_hovered(self, hovered: Place | None) -> None:
        if hovered == self.hovered:
            return
        self.hovered = hovered
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self._figure.setCursor(hand if hovered else arrow)
        self._figure.update()

    @QtSlot()
    def _on_grabbed(self) -> None:
        plates = self._figure.plates
        if self._turner.can_turn and plates:
            self._set_hovered(None)
            self._turner.hold(float(plates[0].azimuth))

    @QtSlot(float)
    def _on_pulled(self, way: float) -> None:
        # The side of the body that faces the viewer follows the finger.
        figure = self._figure
        extent = min(figure.width(), figure.height()) * figure.zoom
        self._turner.drag(way if figure.is_mirrored else -way, extent)

    @QtSlot(int)
    def _on_stepped(self, steps: int) -> None:
        azimuth = self._figure.next_azimuth(steps)
        if azimuth is not None:
            self.turn_asked.emit(azimuth)
