"""Paints the stage: plates, lit regions with halo, hover, focus ring, side marks and the name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from consult_app.canvas import callout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from consult_app.atlas.model import Plate
    from consult_app.canvas.body_cover import BodyCover
    from consult_app.canvas.callout import Callout
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot

HALO = ((20.0, 20), (13.0, 30), (7.0, 46))
"""Width in logical pixels and opacity (0 to 255) of the strokes that make the halo."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What is lit, as region ids: vivid, paler (the other side), and as part of a topic."""

    selected: frozenset[str] = frozenset()
    paired: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    name: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The figure's own words: side marks, view names by azimuth, region names by region id."""

    your_left: str = ""
    your_right: str = ""
    views: Mapping[int, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)


class FigurePainter:
    """Draws slots with a ``PlateArt``; keeps no state but fonts and words."""

    def __init__(self, art: PlateArt) -> None:
        self.art = art
        self.words = FigureWords()
        self.font = QFont()
        self.mark_font = QFont()

    def paint_plate(self, painter: QPainter, slot: Slot, ratio: float) -> None:
        """Draw the body itself; ``ratio`` is device pixels per logical pixel."""
        image = self.art.figure(slot.plate, *_device_size(slot, ratio))
        painter.save()
        painter.setTransform(slot.transform(), combine=True)
        painter.drawImage(QRectF(0, 0, slot.plate.width, slot.plate.height), image)
        painter.restore()

    def paint_highlight(self, painter: QPainter, slot: Slot, highlight: Highlight, ratio: float) -> None:
        """Draw what is lit on one plate, the selection last."""
        palette = self.art.palette
        painter.save()
        painter.setTransform(slot.transform(), combine=True)
        topic = highlight.topic - highlight.selected
        lit = self._paths(slot.plate, topic)
        self._fill(painter, slot, ratio, lit, palette.topic)
        _stroke(painter, lit, palette.topic_rim, 1.4 / slot.scale)
        self._fill(painter, slot, ratio, self._paths(slot.plate, highlight.paired), palette.paired)
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

    def paint_marks(self, painter: QPainter, slot: Slot, room: QRectF) -> None:
        """Write the view's name under the feet and the patient's own sides beside the legs."""
        figure = slot.figure()
        painter.setFont(self.mark_font)
        painter.setPen(self.art.palette.muted)
        height = painter.fontMetrics().height()
        caption = QRectF(figure.center().x() - 200, figure.bottom() + 6, 400, height)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(caption, centre, self.words.views.get(slot.plate.azimuth, ""))
        for text, is_at_left in self._side_marks(slot):
            self._paint_side_mark(painter, text, figure, room, is_at_left=is_at_left)

    def _paint_side_mark(
        self, painter: QPainter, text: str, figure: QRectF, room: QRectF, *, is_at_left: bool
    ) -> None:
        """Write one side mark beside the legs, below the hands, its words one below the other."""
        lines = text.split(" ")
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(line) for line in lines) + 4
        legs = figure.width() * 0.26
        x = figure.center().x() - legs - width if is_at_left else figure.center().x() + legs
        x = max(room.left() + 2, min(x, room.right() - 2 - width))
        box = QRectF(x, figure.top() + figure.height() * 0.64, width, metrics.height() * len(lines))
        across = Qt.AlignmentFlag.AlignRight if is_at_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, across | Qt.AlignmentFlag.AlignTop, "\n".join(lines))

    def _side_marks(self, slot: Slot) -> list[tuple[str, bool]]:
        left, right = self.words.your_left, self.words.your_right
        facing = {0: (right, left), 180: (left, right)}.get(slot.plate.azimuth)
        if facing is None:
            return []
        at_left, at_right = reversed(facing) if slot.is_mirrored else facing
        return [(at_left, True), (at_right, False)]

    def place_name(
        self, slots: Sequence[Slot], highlight: Highlight, room: QRectF, cover: BodyCover
    ) -> Callout | None:
        """Return the selection's name beside the plate that shows most of it, if one does."""
        anchor = self._best_anchor(slots, highlight.selected)
        if anchor is None or not highlight.name:
            return None
        fonts = (self.font, self.mark_font)
        return callout.place(highlight.name, highlight.side, fonts, anchor, room, cover.share)

    def paint_name(self, painter: QPainter, placed: Callout) -> None:
        """Write the selection's name."""
        palette = self.art.palette
        fonts = (self.font, self.mark_font)
        callout.paint(painter, placed, fonts, palette.callout, palette.callout_ink)

    def _best_anchor(self, slots: Iterable[Slot], regions: frozenset[str]) -> QPointF | None:
        best, most = None, 0.0
        for slot in slots:
            for region in regions:
                path = self.art.region_path(slot.plate, region)
                box = path.boundingRect()
                if box.width() * box.height() > most:
                    most = box.width() * box.height()
                    best = slot.transform().map(point_inside(path))
        return best

    def _paths(self, plate: Plate, regions: Iterable[str]) -> list[QPainterPath]:
        paths = (self.art.region_path(plate, region) for region in sorted(regions))
        return [path for path in paths if not path.isEmpty()]

    def _fill(
        self, painter: QPainter, slot: Slot, ratio: float, paths: list[QPainterPath], colour: QColor
    ) -> None:
        if not paths:
            return
        image = self.art.glow(slot.plate, *_device_size(slot, ratio), colour)
        brush = QBrush(image)
        to_plate = QTransform.fromScale(slot.plate.width / image.width(), slot.plate.height / image.height())
        brush.setTransform(to_plate)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        for path in paths:
            painter.drawPath(path)


def point_inside(path: QPainterPath) -> QPointF:
    """Return a point well inside a path: the middle of the widest span near its centre of height."""
    box = path.boundingRect()
    best, widest = box.center(), 0.0
    for row in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        y = box.top() + box.height() * row
        xs = [box.left() + box.width() * (i + 0.5) / 48 for i in range(48)]
        run: list[float] = []
        for x in [*xs, box.right() + 1]:
            if path.contains(QPointF(x, y)):
                run.append(x)
                continue
            if run and run[-1] - run[0] > widest * 1.2:
                widest, best = run[-1] - run[0], QPointF((run[0] + run[-1]) / 2, y)
            run = []
    return best


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
