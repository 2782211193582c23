"""Small pictures of a part of the body: what was drawn there, and where a muscle's pain is felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas.body_layer import SMOOTH
from consult_app.canvas.drawn import Drawn
from consult_app.canvas.figure_painter import FigurePainter
from consult_app.canvas.pain_marks import paint_edges, paint_zones, zones_of
from consult_app.canvas.plate_art import PlateArt
from consult_app.canvas.stage import Slot
from consult_app.canvas.strokes import Strokes, outline_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.canvas.drawn import Hurt
    from consult_app.canvas.pain_pattern import PainPattern
    from consult_app.canvas.palette import FigurePalette

LEAST_SHOWN = 0.4
"""Metres of the body that a picture shows at least: less would not tell where on the body it is."""
AROUND = 1.3
"""How much more of the body is shown than was drawn."""
CORNER = 8.0


class LittlePictures:
    """Paints them from the plates' smallest levels; one object serves all pictures of a page."""

    def __init__(self, folder: Path, palette: FigurePalette) -> None:
        self._look = FigurePainter(PlateArt(folder, palette.as_skin()))
        self._strokes = Strokes(self._look)

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        plate: Plate,
        pain: PainPattern,
        hurts: tuple[Hurt, ...],
        *,
        is_mirrored: bool,
    ) -> None:
        """Draw what is around some drawn places of a plate into a square box, in logical pixels.

        A plate whose files are damaged, of which the figure tells, leaves the box empty.
        """
        ratio = painter.device().devicePixelRatioF()
        slot = slot_around(
            plate, (outline_of(hurt.stroke).boundingRect() for hurt in hurts), box, is_mirrored
        )
        palette = self._look.art.palette
        frame = QPainterPath()
        frame.addRoundedRect(box, CORNER, CORNER)
        try:  # before anything is painted
            self._look.prepare(slot, ratio)
            zones = zones_of(self._look, [slot], pain)
        except AtlasFault:
            return
        self._strokes.set_drawn(Drawn(hurts, (), is_asking=True))
        painter.save()
        painter.setRenderHints(SMOOTH)
        painter.fillPath(frame, palette.background)
        painter.setClipPath(frame)
        self._look.paint_plate(painter, slot, ratio)
        self._strokes.paint_pain(painter, [slot])
        paint_zones(painter, palette, zones)
        paint_edges(painter, palette, zones)
        self._strokes.paint_pain_edges(painter, [slot])
        painter.restore()


def slot_around(plate: Plate, drawn: Iterable[QRectF], box: QRectF, is_mirrored: bool) -> Slot:  # noqa: FBT001
    """Return the plate in a place from which what was drawn on it fills the middle of a square box.

    ``drawn`` are boxes in plate pixels, ``box`` is in logical pixels.
    """
    shown = QRectF()
    for part in drawn:
        shown = shown.united(part)
    side = max(AROUND * shown.width(), AROUND * shown.height(), LEAST_SHOWN * plate.pixels_per_metre)
    side = min(side, max(plate.width, plate.height))
    middle, scale = shown.center(), box.width() / side
    across = plate.width - middle.x() if is_mirrored else middle.x()
    origin = box.center() - QPointF(across, middle.y()) * scale
    return Slot(plate, origin, scale, is_mirrored, is_zoomed=True)
