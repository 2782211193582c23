"""The clickable figure: one or two plates, tap and hover, zoom and pan, focus ring, announcements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
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
from consult_app.canvas.body_layer import BodyLayer
from consult_app.canvas.figure_painter import FigurePainter, Highlight
from consult_app.canvas.name_tags import NameTags
from consult_app.canvas.region_buttons import RegionButtons
from consult_app.canvas.stage import Slot, Stage
from consult_app.canvas.targets import meant_regions, region_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas.model import Plate, Region
    from consult_app.canvas.marks import FigureWords
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.plate_art import PlateArt

MM_PER_INCH = 25.4
DRAG_FROM = 8
"""Logical pixels a press may wander and still be a tap."""
WHEEL_STEP = 1.2
SETTLE_MS = 90
PAN_SHARE = 0.15


class FigureView(QWidget):
    """Shows plates and answers taps.

    Signals:
        region_activated: a region was tapped or pressed; carries its id.
        regions_offered: a tap lies between muscle groups; carries the region ids and the position.
        background_tapped: a tap that meant no muscle.
        zoom_changed: carries the zoom, 1.0 when the whole figure fits.
        fault_found: a plate cannot be shown; carries a sentence that says why.
    """

    region_activated = Signal(str)
    regions_offered = Signal(object, QPoint)
    background_tapped = Signal()
    zoom_changed = Signal(float)
    fault_found = Signal(str)

    def __init__(self, art: PlateArt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._art = art
        self._painter = FigurePainter(art)
        self._stage = Stage((), QSizeF(0, 0))
        self._slots: tuple[Slot, ...] = ()
        self._highlight = Highlight()
        self._hovered: tuple[int, str] | None = None
        self._pressed_at: QPointF | None = None
        self._dragged_from: QPointF | None = None
        self._bodies = BodyLayer(self._painter)
        self._tags = NameTags(self._painter)
        self._has_wandered = False
        self._has_painted = False
        self._unreadable: set[str] = set()
        self._fault = ""
        self._buttons = RegionButtons(self, art)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._connect()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._on_settled)
        self._buttons.activated.connect(self.region_activated)
        self._buttons.focus_moved.connect(self.update)

    # What is shown

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
    def buttons(self) -> RegionButtons:
        """The region buttons that screen readers and keys use."""
        return self._buttons

    def region_path(self, plate: Plate, region_id: str) -> QPainterPath:
        """Return a region's outline in plate pixels."""
        return self._art.region_path(plate, region_id)

    def set_words(self, words: FigureWords) -> None:
        """Take the words for side marks, views and regions."""
        self._painter.words = words
        self._tags.forget_stage()
        self._settle_soon()
        self.update()

    def set_fonts(self, name: QFont, mark: QFont) -> None:
        """Take the fonts of the name at the figure and of the marks beside it."""
        self._painter.font, self._painter.mark_font = name, mark
        self._tags.forget_stage()
        self.update()

    def set_palette(self, palette: FigurePalette) -> None:
        """Paint in other colours."""
        self._art.set_palette(palette)
        self._forget_body()

    def show_plates(self, plates: Sequence[Plate]) -> None:
        """Show these plates, the main view first; zoom and pan stay."""
        if [plate.id for plate in plates] == [plate.id for plate in self._stage.plates]:
            return
        self._restage(self._stage._replace(plates=tuple(plates)))

    def show_single(self) -> None:
        """Show the main view alone, however much room there is."""
        self._restage(self._stage._replace(may_pair=False))

    @property
    def fault(self) -> str:
        """Why a plate cannot be shown, as a sentence; empty where all can."""
        return self._fault

    def set_mirrored(self, is_mirrored: bool) -> None:  # noqa: FBT001 -- a slot
        """Show the body as in a mirror instead of face to face."""
        if is_mirrored != self._mirrored:
            self._restage(self._stage._replace(is_mirrored=is_mirrored))

    @property
    def _mirrored(self) -> bool:
        return self._stage.is_mirrored

    def set_highlight(self, highlight: Highlight) -> None:
        """Light regions and write the selection's name."""
        self._highlight = highlight
        for region in sorted(highlight.selected):
            self._buttons.prefer(region)
            break
        self.update()

    def zoom_in(self) -> None:
        """Zoom one step in, around the middle."""
        self._zoom_at(QPointF(self.width() / 2, self.height() / 2), WHEEL_STEP**2)

    def zoom_out(self) -> None:
        """Zoom one step out."""
        self._zoom_at(QPointF(self.width() / 2, self.height() / 2), WHEEL_STEP**-2)

    def fit(self) -> None:
        """Show the whole figure."""
        self._restage(self._stage._replace(zoom=1.0, pan=QPointF()))

    def pan_step(self, dx: int, dy: int) -> None:
        """Look further in direction (dx, dy)."""
        by = QPointF(-dx * self.width() * PAN_SHARE, -dy * self.height() * PAN_SHARE)
        self._restage(self._stage.panned(by))

    def sizeHint(self) -> QSize:
        """Ask for a figure of a readable size."""
        return QSize(700, 800)

    # What is where

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
        return () if any(slot.plate.id in self._unreadable for slot in self._slots) else self._slots

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the plates into the new size."""
        self._restage(self._stage.resized(QSizeF(event.size())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bodies and, over them, what is lit."""
        if not self._has_painted:
            self._has_painted = True
            self._settle.start()
        is_readable = self._is_readable()  # before a painter is at work
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if not is_readable:
            self._bodies.paint_ground(painter, self.rect())
            return
        self._bodies.paint(painter, self.rect(), self._slots, ratio)
        room = QRectF(self.rect())
        for slot in self._slots:
            self._painter.paint_highlight(painter, slot, self._highlight, ratio)
        pointed = self._paint_pointed(painter)
        for slot in self._slots:
            self._painter.paint_marks(painter, slot, room)
        self._tags.paint_selected(painter, self._slots, self._highlight, room)
        if pointed is not None and pointed[1] not in self._highlight.selected:
            self._tags.paint_pointed(painter, self._slots, pointed, room)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a tap or drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = self._dragged_from = event.position()
            self._has_wandered = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a zoomed picture, or show what is under the pointer."""
        if self._pressed_at is None:
            self._hover(event.position())
            return
        if self._is_tap(event.position()):
            return
        self._has_wandered = True
        if self._dragged_from is not None and self._stage.zoom > 1.0:
            self._restage(self._stage.panned(event.position() - self._dragged_from))
            self._dragged_from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that did not wander is a tap."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        is_tap = self._is_tap(event.position()) and not self._has_wandered
        self._pressed_at = self._dragged_from = None
        if is_tap:
            self._tap(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hover."""
        super().leaveEvent(event)
        self._set_hovered(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is."""
        turns = event.angleDelta().y() / 120
        if turns:
            self._zoom_at(event.position(), WHEEL_STEP**turns)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch to zoom."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pressed_at = None
                self._zoom_at(self.mapFromGlobal(pinch.centerPoint()), pinch.scaleFactor())
                return True
        return super().event(event)

    # Private

    def _tap(self, point: QPointF) -> None:
        found = self.candidates(point)
        if len(found) == 1:
            self.region_activated.emit(found[0].id)
        elif found:
            self.regions_offered.emit(tuple(region.id for region in found), point.toPoint())
        else:
            self.background_tapped.emit()

    def _is_tap(self, point: QPointF) -> bool:
        return self._pressed_at is not None and (point - self._pressed_at).manhattanLength() < DRAG_FROM

    def _hover(self, point: QPointF) -> None:
        hit = self.region_at(point)
        self._set_hovered((hit[0], hit[1].id) if hit else None)

    def _set_hovered(self, hovered: tuple[int, str] | None) -> None:
        if hovered == self._hovered:
            return
        self._hovered = hovered
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if hovered else arrow)
        self.update()

    def _zoom_at(self, point: QPointF, factor: float) -> None:
        self._restage(self._stage.zoomed_at(point, factor))

    def _restage(self, stage: Stage) -> None:
        has_zoomed = stage.zoom != self._stage.zoom
        self._stage = stage
        self._slots = stage.slots()
        self._hovered = None
        self._forget_body()
        self._settle_soon()
        if has_zoomed:
            self.zoom_changed.emit(stage.zoom)

    def _settle_soon(self) -> None:
        """Lay out the region buttons when there is rest; the first frame does not wait for them."""
        if self._has_painted:
            self._settle.start()

    def _forget_body(self) -> None:
        self._bodies.forget()
        self._tags.forget_stage()
        self.update()

    def _paint_pointed(self, painter: QPainter) -> tuple[int, str] | None:
        """Outline what is pointed at and what has the focus; return which of them is to be named."""
        palette = self._art.palette
        focused = self._buttons.focused()
        if self._hovered:
            slot = self._slots[self._hovered[0]]
            self._painter.paint_outline(painter, slot, self._hovered[1], palette.hover, 2.0)
        if focused and focused[0] < len(self._slots):
            slot = self._slots[focused[0]]
            self._painter.paint_outline(painter, slot, focused[1], palette.background, 5.0)
            self._painter.paint_outline(painter, slot, focused[1], palette.focus, 3.0)
            return self._hovered or focused
        return self._hovered

    def _is_readable(self) -> bool:
        """Return whether the plates on show can be painted as they are lit."""
        has_outlines = bool(self._highlight != Highlight() or self._hovered or self._buttons.focused())
        for slot in self._slots:
            if slot.plate.id in self._unreadable:
                return False
            try:
                self._painter.prepare(slot, self.devicePixelRatioF(), has_outlines=has_outlines)
            except AtlasFault as fault:
                self._note(fault)
                return False
        return True

    def _note(self, fault: AtlasFault) -> None:
        """Remember that the plates on show cannot be used, and tell it once."""
        self._unreadable.update(slot.plate.id for slot in self._slots)
        self._fault = str(fault)
        QTimer.singleShot(0, self._tell_fault)
        self.update()

    @QtSlot()
    def _tell_fault(self) -> None:
        self.fault_found.emit(self._fault)

    @QtSlot()
    def _on_settled(self) -> None:
        try:
            self._buttons.place(self._readable_slots(), self._painter.words)
        except AtlasFault as fault:
            self._note(fault)
