"""Where the plates stand in the widget: slots side by side, zoom and pan, face to face or mirrored.

Widget coordinates are logical pixels; plate coordinates are pixels of a plate's sharpest level. Plates
stand on one floor with their turning axes fixed, so that nothing jumps while the body turns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.atlas.model import Plate

MOST_ZOOM = 8.0
PAIR_FROM_ASPECT = 0.72
"""Two plates stand side by side from this width to height of the stage."""
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_SIDE = 20.0, 46.0, 20.0
LEAST_GAP = 36.0


class Slot(NamedTuple):
    """One plate in place: ``scale`` logical pixels per plate pixel, ``origin`` of its top left."""

    plate: Plate
    origin: QPointF
    scale: float
    is_mirrored: bool
    is_zoomed: bool

    def transform(self) -> QTransform:
        """Return the map from plate to widget coordinates."""
        transform = QTransform.fromTranslate(self.origin.x(), self.origin.y())
        transform.scale(self.scale, self.scale)
        if self.is_mirrored:
            transform.translate(self.plate.width, 0)
            transform.scale(-1, 1)
        return transform

    def to_plate(self, point: QPointF) -> QPointF:
        """Return a widget point in plate coordinates."""
        x = (point.x() - self.origin.x()) / self.scale
        y = (point.y() - self.origin.y()) / self.scale
        return QPointF(self.plate.width - x if self.is_mirrored else x, y)

    def rect(self) -> QRectF:
        """Return the plate's box in widget coordinates."""
        return QRectF(self.origin, QSizeF(self.plate.width * self.scale, self.plate.height * self.scale))

    def figure(self) -> QRectF:
        """Return the box of the skin in widget coordinates."""
        return self.transform().mapRect(QRectF(*self.plate.figure))


class Frame(NamedTuple):
    """The room a body needs from every side, in metres: beside its axis, and from top to floor."""

    half_width: float
    height: float


def frame_of(plates: Iterable[Plate]) -> Frame:
    """Return the frame into which each of some plates fits."""
    half, height = 0.0, 0.0
    for plate in plates:
        beside = max(plate.axis[0], plate.width - plate.axis[0])
        half = max(half, beside / plate.pixels_per_metre)
        height = max(height, _floor(plate) / plate.pixels_per_metre)
    return Frame(half, height)


def _floor(plate: Plate) -> float:
    """Return the line on which a plate stands, in plate pixels from its top; insets stand on their edge."""
    return plate.axis[1] if plate.part == "body" else plate.height


class Stage(NamedTuple):
    """The plates that may stand in a widget of ``size``; the first one is the main view.

    ``frame`` is the room that all plates the body can turn to need; None for that of the plates alone.
    ``aside`` is left free at the left and at the right, in logical pixels.
    """

    plates: tuple[Plate, ...]
    size: QSizeF
    zoom: float = 1.0
    pan: QPointF = QPointF()
    is_mirrored: bool = False
    may_pair: bool = True
    frame: Frame | None = None
    aside: float = 0.0

    @property
    def shown(self) -> tuple[Plate, ...]:
        """The plates there is room for."""
        has_room = self.size.width() - 2 * self.aside >= PAIR_FROM_ASPECT * self.size.height()
        return self.plates if self.may_pair and has_room else self.plates[:1]

    def slots(self) -> tuple[Slot, ...]:
        """Return the plates in place, feet on one line, evenly spread."""
        plates = self.shown
        if not plates or self.size.width() < 1 or self.size.height() < 1:
            return ()
        frame = self.frame or frame_of(plates)
        room_x = self.size.width() - 2 * (MARGIN_SIDE + self.aside) - LEAST_GAP * (len(plates) - 1)
        room_y = self.size.height() - MARGIN_TOP - MARGIN_BOTTOM
        cell = 2 * frame.half_width
        most = max(plate.pixels_per_metre for plate in plates) * 0.01
        scale = max(most, min(room_y / frame.height, room_x / (cell * len(plates))))
        gap = (self.size.width() - 2 * self.aside - cell * scale * len(plates)) / (len(plates) + 1)
        floor = MARGIN_TOP + (room_y + frame.height * scale) / 2
        slots, axis = [], self.aside + gap + cell * scale / 2
        for plate in plates:
            per_pixel = scale / plate.pixels_per_metre
            beside = plate.width - plate.axis[0] if self.is_mirrored else plate.axis[0]
            fitted = QPointF(axis - beside * per_pixel, floor - _floor(plate) * per_pixel)
            zoomed = self.zoom > 1.0
            slots.append(Slot(plate, self._zoomed(fitted), per_pixel * self.zoom, self.is_mirrored, zoomed))
            axis += cell * scale + gap
        return tuple(slots)

    def _zoomed(self, point: QPointF) -> QPointF:
        centre = self._centre()
        return centre + (point - centre) * self.zoom + self.pan

    def _centre(self) -> QPointF:
        return QPointF(self.size.width() / 2, self.size.height() / 2)

    def zoomed_at(self, point: QPointF, factor: float) -> Stage:
        """Zoom by ``factor`` so that what is at the widget point stays there."""
        zoom = min(MOST_ZOOM, max(1.0, self.zoom * factor))
        from_centre = point - self._centre()
        pan = from_centre - (from_centre - self.pan) * (zoom / self.zoom)
        return self._with(zoom, pan)

    def panned(self, by: QPointF) -> Stage:
        """Move the picture by logical pixels, as far as something of it stays in sight."""
        return self._with(self.zoom, self.pan + by)

    def resized(self, size: QSizeF) -> Stage:
        """Stand in a widget of another size; what was zoomed stays in sight."""
        return self._replace(size=size).panned(QPointF())

    def _with(self, zoom: float, pan: QPointF) -> Stage:
        most_x, most_y = self.size.width() / 2 * (zoom - 1), self.size.height() / 2 * (zoom - 1)
        held = QPointF(min(most_x, max(-most_x, pan.x())), min(most_y, max(-most_y, pan.y())))
        return self._replace(zoom=zoom, pan=held)

    def at(self, point: QPointF) -> Slot | None:
        """Return the slot whose plate is at or nearest to a widget point."""
        return min(self.slots(), key=lambda slot: _distance(slot.rect(), point), default=None)


def _distance(rect: QRectF, point: QPointF) -> float:
    dx = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    dy = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return dx * dx + dy * dy
