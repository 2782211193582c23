"""Paints the stage: plates, lit regions with halo, hover, focus ring, side marks and the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from consult_app.canvas.marks import FigureWords
from consult_app.canvas.pain_pattern import PainPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.atlas.model import Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot

HALO = ((18.0, 30), (9.0, 56))
"""Width in logical pixels and opacity (0 to 255) of the strokes that make the halo."""


class Highlight(NamedTuple):
    """What is lit, as region ids: vivid, paler (the other side), and as part of a topic.

    ``rest`` are the other muscles of the group where one of its muscles is selected. ``pain`` is where
    the pain of the selection starts and where it is felt.
    """

    selected: frozenset[str] = frozenset()
    paired: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    name: str = ""
    side: str = ""
    rest: frozenset[str] = frozenset()
    pain: PainPattern = PainPattern()


class FigurePainter:
    """Draws slots with a ``PlateArt``; keeps no state but fonts, words, and whether anything is lit."""

    def __init__(self, art: PlateArt) -> None:
        self.art = art
        self.words = FigureWords()
        self.is_lit = False
        self.font = QFont()
        self.mark_font = QFont()

    def prepare(self, slot: Slot, ratio: float) -> None:
        """Read all that painting a plate needs, so that no fault comes up while a painter is at work.

        Raises:
            AtlasFault: a file of the plate is missing or damaged.
        """
        size = _device_size(slot, ratio)
        self.art.figure(slot.plate, *size)
        if self.is_lit:
            self.art.shade(slot.plate, *size)
            self.prepare_lines(slot)

    def prepare_lines(self, slot: Slot) -> None:
        """Read what drawing outlines and names needs; the first frame has none and need not wait.

        Raises:
            AtlasFault: a file of the plate is missing or damaged.
        """
        self.art.outlines(slot.plate)
        self.art.marks(slot.plate)
        self.art.index(slot.plate.levels[-1])

    def is_ready(self, slot: Slot, ratio: float) -> bool:
        """Return whether a plate can be drawn without reading or painting anything first."""
        size = _device_size(slot, ratio)
        is_shaded = not self.is_lit or self.art.has_shade(slot.plate, *size)
        return is_shaded and self.art.has_figure(slot.plate, *size)

    def paint_plate(self, painter: QPainter, slot: Slot, ratio: float) -> None:
        """Draw the body itself; ``ratio`` is device pixels per logical pixel."""
        image = self.art.figure(slot.plate, *_device_size(slot, ratio))
        if slot.is_zoomed or slot.is_mirrored or slot.scale * ratio > 1.0:
            painter.save()
            painter.setTransform(slot.transform(), combine=True)
            painter.drawImage(QRectF(0, 0, slot.plate.width, slot.plate.height), image)
            painter.restore()
            return
        # Painted in its final size: put on whole device pixels it needs no smoothing.
        image.setDevicePixelRatio(ratio)
        x, y = round(slot.origin.x() * ratio) / ratio, round(slot.origin.y() * ratio) / ratio
        painter.drawImage(QPointF(x, y), image)

    def paint_highlight(self, painter: QPainter, slot: Slot, highlight: Highlight, ratio: float) -> None:
        """Draw what is lit on one plate, the selection last."""
        palette = self.art.palette
        painter.save()
        painter.setTransform(slot.transform(), combine=True)
        topic = highlight.topic - highlight.selected - highlight.rest
        lit = self._paths(slot.plate, topic)
        self._fill(painter, slot, ratio, lit, palette.topic)
        _stroke(painter, lit, palette.topic_rim, 1.4 / slot.scale)
        self._fill(painter, slot, ratio, self._paths(slot.plate, highlight.paired), palette.paired)
        rest = self._paths(slot.plate, highlight.rest)
        self._fill(painter, slot, ratio, rest, palette.rest)
        _stroke(painter, rest, palette.selected_rim, 0.8 / slot.scale)
        chosen = self._paths(slot.plate, highlight.selected)
        for width, opacity in HALO:
            halo = QColor(palette.selected)
            halo.setAlpha(opacity)
            _stroke(painter, chosen, halo, width / slot.scale)
        self._fill(painter, slot, ratio, chosen, palette.selected)
        _stroke(painter, chosen, palette.selected_rim, 1.6 / slot.scale)
        painter.restore()

    def paint_outline(self, painter: QPainter, slot: Slot, region: str, colour: QColor, width: float) -> None:
        """Draw one region's outline, ``width`` logical pixels wide."""
        painter.save()
        painter.setTransform(slot.transform(), combine=True)
        _stroke(painter, [self.art.region_path(slot.plate, region)], colour, width / slot.scale)
        painter.restore()

    def _paths(self, plate: Plate, regions: Iterable[str]) -> list[QPainterPath]:
        paths = (self.art.region_path(plate, region) for region in sorted(regions))
        return [path for path in paths if not path.isEmpty()]

    def _fill(
        self, painter: QPainter, slot: Slot, ratio: float, paths: list[QPainterPath], colour: QColor
    ) -> None:
        if not paths:
            return
        shade = self.art.shade(slot.plate, *_device_size(slot, ratio))
        brush = QBrush(shade)
        to_plate = QTransform.fromScale(slot.plate.width / shade.width(), slot.plate.height / shade.height())
        brush.setTransform(to_plate)
        painter.setPen(Qt.PenStyle.NoPen)
        for layer in (QBrush(colour), brush):
            painter.setBrush(layer)
            for path in paths:
                painter.drawPath(path)


def _device_size(slot: Slot, ratio: float) -> tuple[int, int]:
    """Return the size in device pixels in which a plate is painted before it is put in place.

    The fitted figure is painted exactly as large as it is shown. A zoomed one is painted in the size of
    one of its levels and scaled while it is drawn, so that no zoom step has to paint it anew.
    """
    share = slot.scale * ratio
    if slot.is_zoomed:
        level = slot.plate.level_for(slot.plate.height * share)
        return level.width, level.height
    share = min(1.0, share)
    return max(1, round(slot.plate.width * share)), max(1, round(slot.plate.height * share))


def _stroke(painter: QPainter, paths: Iterable[QPainterPath], colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path in paths:
        painter.drawPath(path)
