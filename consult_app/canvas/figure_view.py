"""The clickable figure: one or two plates, tap and hover, turn and peel, zoom and pan, focus ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas.drawn import Drawn
from consult_app.canvas.faults import Faults
from consult_app.canvas.figure_painter import FigurePainter, Highlight
from consult_app.canvas.gestures import Gestures
from consult_app.canvas.moving_bodies import MovingBodies
from consult_app.canvas.overlay import Overlay, Pointed
from consult_app.canvas.region_buttons import RegionButtons
from consult_app.canvas.stage import Slot, frame_of
from consult_app.canvas.stage_view import StageView
from consult_app.canvas.surface import Surface
from consult_app.canvas.targets import meant_regions, region_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas.model import Plate, Region
    from consult_app.canvas.figure_options import FigureOptions
    from consult_app.canvas.marks import FigureWords
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.plate_art import PlateArt

MM_PER_INCH = 25.4


class FigureView(StageView):
    """Shows plates and answers taps.

    Signals:
        region_activated: a region was tapped or pressed; carries its id.
        regions_offered: a tap lies between muscle groups; carries the region ids and the position.
        background_tapped: a tap that meant no muscle.
        turn_asked: the body was turned by hand; carries the azimuth in degrees at which it will rest.
        angle_changed: the body stands at another angle, in degrees; carried on while it moves.
        fault_found: a plate cannot be shown; carries a sentence that says why.
    """

    region_activated = Signal(str)
    regions_offered = Signal(object, QPoint)
    background_tapped = Signal()
    turn_asked = Signal(int)
    angle_changed = Signal(float)
    fault_found = Signal(str)

    def __init__(self, art: PlateArt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._art = art
        self._painter = FigurePainter(art)
        self._highlight = Highlight()
        self.bodies = MovingBodies(self, self._painter)
        self._overlay = Overlay(self._painter)
        self._gestures = Gestures(self)
        self._faults = Faults(self)
        self._plain_palette = art.palette
        self._buttons = RegionButtons(self, art)
        self.surface = Surface(self, art, self._overlay, self._gestures)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._connect()

    def _connect(self) -> None:
        self._buttons.activated.connect(self.region_activated)
        self._buttons.focus_moved.connect(self.update)
        self._faults.found.connect(self.fault_found)
        self._gestures.activated.connect(self.region_activated)
        self._gestures.offered.connect(self.regions_offered)
        self._gestures.missed.connect(self.background_tapped)
        self._gestures.turn_asked.connect(self.turn_asked)
        self.bodies.changed.connect(self.update)
        self.bodies.turned.connect(self.turn_asked)
        self.bodies.angle_changed.connect(self.angle_changed)

    # What is shown

    @property
    def buttons(self) -> RegionButtons:
        """The region buttons that screen readers and keys use."""
        return self._buttons

    @property
    def options(self) -> FigureOptions:
        """How the figure is shown."""
        return self._overlay.options

    @property
    def skin_count(self) -> int:
        """How many skin tones there are to choose from."""
        return len(self._plain_palette.skins)

    @property
    def is_moving(self) -> bool:
        """Whether the body turns or melts into another."""
        return self.bodies.is_moving

    @property
    def fault(self) -> str:
        """Why a plate cannot be shown, as a sentence; empty where all can."""
        return self._faults.sentence

    def region_path(self, plate: Plate, region_id: str) -> QPainterPath:
        """Return a region's outline in plate pixels."""
        return self._art.region_path(plate, region_id)

    def set_words(self, words: FigureWords) -> None:
        """Take the words for side marks, views and regions."""
        self._painter.words = words
        self._overlay.forget_stage()
        self._settle_soon()
        self.update()

    def set_fonts(self, name: QFont, mark: QFont) -> None:
        """Take the fonts of the name at the figure and of the marks beside it."""
        self._painter.font, self._painter.mark_font = name, mark
        self._restage(self._stage._replace(aside=self._overlay.aside(self.width())))

    def set_palette(self, palette: FigurePalette) -> None:
        """Paint in other colours."""
        self._plain_palette = palette
        shown = palette.with_skin(self.options.skin) if self.options.skin else palette
        self._art.set_palette(shown.as_skin() if self._overlay.drawn.is_asking else shown)
        self._forget_body()

    def repaint_body(self) -> None:
        """Paint the body in the colours that it has now."""
        self.set_palette(self._plain_palette)

    def set_options(self, options: FigureOptions) -> None:
        """Show the figure in another way."""
        old, self._overlay.options = self.options, options
        if old.skin != options.skin:
            self.set_palette(self._plain_palette)
        self.bodies.is_motionless = self.bodies.turner.is_stepwise = options.is_still
        aside = self._overlay.aside(self.width())
        self._restage(self._stage._replace(may_pair=options.is_paired, aside=aside))

    def keep_free(self, boxes: Sequence[QRectF]) -> None:
        """Write no name where other widgets stand on the figure."""
        self._overlay.keep_free(boxes)
        self._settle_soon()
        self.update()

    def show_plates(self, plates: Sequence[Plate], ring: Sequence[Plate] = ()) -> None:
        """Show these plates, the main view first; zoom and pan stay.

        ``ring`` are the plates the body can turn to. The way to the new plates is shown as a turn, or as
        one picture melting into the other, unless motion is not wanted or nothing is on show yet.
        """
        if [plate.id for plate in plates] == [plate.id for plate in self._stage.plates]:
            return
        if ring and self._has_painted and self.isVisible():
            self.bodies.leave(self._slots, plates[0], self.rect(), self.devicePixelRatioF())
        self.bodies.set_ring(ring or plates)
        stage = self._stage._replace(plates=tuple(plates), frame=frame_of(ring) if ring else None)
        if self._stage.plates and self._stage.plates[0].part != plates[0].part:
            stage = stage._replace(zoom=1.0, pan=QPointF())  # nearness belongs to the part
        self._restage(stage)
        if not self.bodies.is_turning:
            self.angle_changed.emit(float(plates[0].azimuth))

    def show_single(self) -> None:
        """Show the main view alone, however much room there is."""
        self.set_options(self.options._replace(is_paired=False))

    def set_highlight(self, highlight: Highlight) -> None:
        """Light regions and write the selection's name."""
        if self.options.shows_labels:
            self._overlay.outdate_labels()  # what is lit is named first, and the legend comes or goes
            self._settle_soon()
        self._highlight = highlight
        self._painter.is_lit = highlight != Highlight()
        for region in sorted(highlight.selected):
            self._buttons.prefer(region)
            break
        self.update()

    def next_azimuth(self, steps: int) -> int | None:
        """Return where the body rests after turning some places to the right of the screen, or None."""
        by = -steps if self.is_mirrored else steps
        plates = self._stage.plates
        return self.bodies.turner.step(plates[0].azimuth, by) if plates else None

    def come_to_rest(self) -> None:
        """Do at once what is otherwise done little by little: arrive, lay out buttons and labels."""
        self.bodies.arrive()
        self._settle.stop()
        self._on_settled()

    # What is where

    def label_at(self, point: QPointF) -> str | None:
        """Return the id of the region whose label is at a widget point."""
        return self._overlay.label_at(point)

    def region_at(self, point: QPointF) -> tuple[int, Region] | None:
        """Return slot number and region under a widget point."""
        try:
            return region_under(self._art, self._readable_slots(), point)
        except AtlasFault as fault:
            self._note(fault)
            return None

    def candidates(self, point: QPointF) -> list[Region]:
        """Return what a tap may mean: one region where it is clear, several groups' where it is not."""
        if not self._readable_slots():
            return []
        try:
            return meant_regions(self._art, self._stage, point, self.logicalDpiX() / MM_PER_INCH)
        except AtlasFault as fault:
            self._note(fault)
            return []

    def _readable_slots(self) -> tuple[Slot, ...]:
        return self._slots if self._faults.spare(self._slots) else ()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the plates into the new size."""
        self.bodies.stop()
        aside = self._overlay.aside(event.size().width())
        self._restage(self._stage._replace(aside=aside).resized(QSizeF(event.size())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bodies and, over them, what is lit."""
        self._note_painted()
        is_readable = self._is_readable()  # before a painter is at work
        painter = QPainter(self)
        ratio, room = self.devicePixelRatioF(), QRectF(self.rect())
        if not is_readable:
            self.bodies.still.paint_ground(painter, self.rect())
            return
        self.bodies.paint(painter, self.rect(), self._stage, self._slots, ratio, self._highlight)
        if self.bodies.is_turning or self.bodies.is_soft:
            self._overlay.paint_captions(painter, self.bodies.seen(self._stage, self._slots), room)
        else:
            pointed = Pointed(self._gestures.hovered, self._buttons.focused())
            self._overlay.paint(painter, self._slots, room, ratio, self._highlight, pointed)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a tap or a drag; a body on its way arrives at once."""
        self.bodies.stop()
        self.bodies.disturb()
        self.surface.finger.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what is under the pointer."""
        self.surface.finger.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a tap or a drag."""
        self.surface.finger.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hover."""
        super().leaveEvent(event)
        self._gestures.forget_hover()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or turn."""
        self.surface.finger.scroll(event)

    def event(self, event: QEvent) -> bool:
        """Pinch to zoom."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.surface.finger.cancel()
                self.zoom_at(self.mapFromGlobal(pinch.centerPoint()), pinch.scaleFactor())
                return True
        return super().event(event)

    # Private

    def _on_restaged(self) -> None:
        self._gestures.pointer.is_zoomed = self.zoom > 1.0
        self._gestures.hovered = None
        self._forget_body()

    def _forget_body(self) -> None:
        self.bodies.still.forget()
        self._overlay.forget_stage()
        self.update()

    def _is_readable(self) -> bool:
        """Return whether the plates on show can be painted as they are lit."""
        has_lines = any((self._gestures.hovered, self.options.shows_labels, self._buttons.focused()))
        has_lines = has_lines or self._overlay.drawn != Drawn()
        if not self._faults.spare(self._slots):
            return False
        ratio = self.devicePixelRatioF()
        try:
            self.bodies.rest_in(self._slots, ratio)
            self.bodies.prepare(self._stage, self._slots, ratio)
            if has_lines and not self.bodies.is_turning and not self.bodies.is_soft:
                for slot in self._slots:
                    self._painter.prepare_lines(slot)
        except AtlasFault as fault:
            self._note(fault)
            return False
        return True

    def _note(self, fault: AtlasFault) -> None:
        """Remember that the plates on show cannot be used, and tell it once."""
        self.bodies.stop()
        self._faults.note(self._slots, fault)
        self.update()

    @QtSlot()
    def _on_settled(self) -> None:
        if self.is_moving:
            self._settle.start()
            return
        try:
            self._buttons.place(self._readable_slots(), self._painter.words)
            self._overlay.look_around(self._readable_slots(), QRectF(self.rect()))
            if self._overlay.place_labels(self._readable_slots(), QRectF(self.rect()), self._highlight):
                self.update()
        except AtlasFault as fault:
            self._note(fault)
        if self._has_painted and self.isVisible():
            self.bodies.load_ahead(self._stage, self._readable_slots(), self.devicePixelRatioF())
