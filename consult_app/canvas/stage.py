"""Where the plates stand in the widget: slots side by side, zoom and pan, face to face or mirrored.

Widget coordinates are logical pixels; plate coordinates are pixels of a plate's sharpest level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

if TYPE_CHECKING:
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


class Stage(NamedTuple):
    """The plates that may stand in a widget of ``size``; the first one is the main view."""

    plates: tuple[Plate, ...]
    size: QSizeF
    zoom: float = 1.0
    pan: QPointF = QPointF()
    is_mirrored: bool = False
    may_pair: bool = True

    @property
    def shown(self) -> tuple[Plate, ...]:
        """The plates there is room for."""
        has_room = self.size.width() >= PAIR_FROM_ASPECT * self.size.height()
        return self.plates if self.may_pair and has_room else self.plates[:1]

    def slots(self) -> tuple[Slot, ...]:
        """Return the plates in place, feet on one line, evenly spread."""
        plates = self.shown
        if not plates or self.size.width() < 1 or self.size.height() < 1:
            return ()
        height = max(plate.axis[1] for plate in plates)
        width = sum(plate.width for plate in plates)
        room_x = self.size.width() - 2 * MARGIN_SIDE - LEAST_GAP * (len(plates) - 1)
        room_y = self.size.height() - MARGIN_TOP - MARGIN_BOTTOM
        scale = max(0.01, min(room_y / height, room_x / width))
        gap = (self.size.width() - width * scale) / (len(plates) + 1)
        floor = MARGIN_TOP + (room_y + height * scale) / 2
        slots, x = [], gap
        for plate in plates:
            fitted = QPointF(x, floor - plate.axis[1] * scale)
            zoomed = self.zoom > 1.0
            slots.append(Slot(plate, self._zoomed(fitted), scale * self.zoom, self.is_mirrored, zoomed))
            x += plate.width * scale + gap
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
