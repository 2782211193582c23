"""A finger that draws on the figure: a press that stays shows a place, one that moves leaves a line.

Beside the body, a finger that shows pain does what it always does: it turns the body, or moves a zoomed one.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas.drawn import Tool
from consult_app.canvas.pointer import DRAG_FROM
from consult_app.canvas.strokes import hit
from consult_app.consultation import Stroke, Viewpoint

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from consult_app.canvas.figure_view import FigureView
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.pointer import Pointer
    from consult_app.canvas.stage import Slot

FINGERTIP = 0.02
"""Metres of skin that a fingertip covers; a touch is never smaller."""
TOUCH_WIDTH, LINE_WIDTH, STAMP_SIZE = 22.0, 4.0, 36.0
"""Logical pixels across a touch, a line of ink and a stamp as they are drawn."""
BESIDE = 10.0
"""Logical pixels beside the body within which a finger still means it."""
ERASER = 12.0
"""Logical pixels within which an eraser finds a stroke."""
LEAST_WAY = 2.5
"""Logical pixels between two points of a line."""


class Hand(QObject):
    """Follows one finger from press to release and tells what it drew.

    Signals:
        drew: carries the ``Stroke``.
        erased: carries the ``Stroke`` that was touched with the eraser.
        moved: the stroke that is being drawn has to be painted.
    """

    drew = Signal(object)
    erased = Signal(object)
    moved = Signal()

    def __init__(self, figure: FigureView, art: PlateArt, pointer: Pointer) -> None:
        super().__init__(figure)
        self._figure, self._art, self._pointer = figure, art, pointer
        self.tool = Tool("touch")
        self.ink: tuple[Stroke, ...] = ()
        self._slot: Slot | None = None
        self._start = self._last = QPointF()
        self._points: list[tuple[float, float]] = []
        self._has_wandered = False

    @property
    def live(self) -> Stroke | None:
        """The stroke that is being drawn."""
        return self._stroke() if self._slot is not None and self.tool.kind != "eraser" else None

    def cancel(self) -> None:
        """Forget the stroke: a second finger has come, or another tool."""
        self._pointer.cancel()
        self._drop()

    def press(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        slot = self._slot_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or slot is None:
            self._pointer.press(event)
            return
        self._slot, self._has_wandered = slot, False
        self._start = self._last = event.position()
        self._points = [self._place(event.position())]
        self._erase(event.position())
        self.moved.emit()

    def move(self, event: QMouseEvent) -> None:
        """Draw on."""
        if self._slot is None:
            if event.buttons():
                self._pointer.move(event)
            return
        spot = event.position()
        if (spot - self._last).manhattanLength() < LEAST_WAY:
            return
        self._last = spot
        if (spot - self._start).manhattanLength() >= DRAG_FROM:
            self._has_wandered = True
        if self.tool.kind == "stamp":
            self._points = [self._place(spot)]
        elif self.tool.kind == "arrow":
            self._points = [self._points[0], self._place(spot)]
        else:
            self._points.append(self._place(spot))
        self._erase(spot)
        self.moved.emit()

    def release(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if self._slot is None:
            self._pointer.release(event)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        stroke, has_wandered = self._stroke(), self._has_wandered
        kind = self.tool.kind
        self._drop()
        if kind != "eraser" and (has_wandered or kind != "arrow"):
            self.drew.emit(stroke)

    def scroll(self, event: QWheelEvent) -> None:
        """Zoom or turn as ever."""
        self._pointer.scroll(event)

    # Private

    def _drop(self) -> None:
        self._slot, self._points = None, []
        self.moved.emit()

    def _stroke(self) -> Stroke:
        slot, tool = self._slot, self.tool
        assert slot is not None  # noqa: S101 -- asked for between press and release alone
        plate = slot.plate
        points = self._points if self._has_wandered or tool.kind == "stamp" else self._points[:1]
        view = Viewpoint(plate.azimuth, plate.layer, plate.part)
        kind = "pen" if tool.kind == "eraser" else tool.kind
        return Stroke(kind, view, tuple(points), round(self._width(slot), 2), tool.colour, tool.shape)

    def _width(self, slot: Slot) -> float:
        """Return how wide a stroke is, in plate pixels."""
        if self.tool.kind == "touch":
            return max(FINGERTIP * slot.plate.pixels_per_metre, TOUCH_WIDTH / slot.scale)
        return (STAMP_SIZE if self.tool.kind == "stamp" else LINE_WIDTH) / slot.scale

    def _place(self, spot: QPointF) -> tuple[float, float]:
        assert self._slot is not None  # noqa: S101 -- a stroke has begun
        place = self._slot.to_plate(spot)
        return round(place.x(), 1), round(place.y(), 1)

    def _slot_at(self, spot: QPointF) -> Slot | None:
        """Return where a stroke begins: on or just beside a body for pain, anywhere near one for ink."""
        if self.tool.kind != "touch":
            return min(self._figure.slots, key=lambda slot: _away(slot, spot), default=None)
        around = [QPointF(cos(n * pi / 4), sin(n * pi / 4)) * BESIDE for n in range(8)]
        for near in (QPointF(), *around):
            for slot in self._figure.slots:
                if self._is_body(slot, spot + near):
                    return slot
        return None

    def _is_body(self, slot: Slot, spot: QPointF) -> bool:
        plate, place = slot.plate, slot.to_plate(spot)
        column, row = int(place.x()), int(place.y())
        if not (0 <= column < plate.width and 0 <= row < plate.height):
            return False
        try:
            raster = self._art.index(plate.levels[0])
        except AtlasFault:
            return False  # told of where the plate is painted
        return plate.entries[raster[row * plate.width + column]].tissue != "empty"

    def _erase(self, spot: QPointF) -> None:
        slot = self._slot
        if self.tool.kind != "eraser" or slot is None:
            return
        found = hit(slot.plate, self.ink, slot.to_plate(spot), ERASER / slot.scale)
        if found is not None:
            self.erased.emit(found)


def _away(slot: Slot, spot: QPointF) -> float:
    """Return how far a place lies beside a plate, in logical pixels squared."""
    box = slot.rect()
    dx = max(box.left() - spot.x(), 0.0, spot.x() - box.right())
    dy = max(box.top() - spot.y(), 0.0, spot.y() - box.bottom())
    return dx * dx + dy * dy
