"""Draws strokes: where it hurts, dotted on the skin, and what was drawn to explain.

Where it hurts is told by dots with a firm edge; on pictures from elsewhere the zones that were touched are
dotted faintly with a broken edge. Colours of ink differ in the shape of their line as well.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QTransform,
)

from consult_app.canvas.drawn import is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from consult_app.atlas.model import Plate
    from consult_app.canvas.drawn import Drawn
    from consult_app.canvas.figure_painter import FigurePainter
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.stage import Slot
    from consult_app.consultation import Stroke

DASHES: Mapping[str, tuple[float, ...]] = MappingProxyType({"red": (2.6, 2.2), "green": (0.1, 2.2)})
"""The shape of each colour's line, in widths of it; blue is drawn through."""
DOT_GAP, DOT, GROUND = 6.0, 1.5, 70
"""Logical pixels between the dots of a touch and their radius; opacity (0 to 255) of its ground."""
FAINT = 0.5
HEAD, STAMP_LINE = 4.5, 0.11
"""Length of an arrow's head in widths of its line; width of a stamp's line as a share of its size."""
HALO = 3.0
"""Logical pixels of ground around ink, so that it is seen on anything."""


class Strokes:
    """Draws what is drawn; outlines of strokes are kept as long as these are there."""

    def __init__(self, look: FigurePainter) -> None:
        self._look = look
        self._drawn: Drawn | None = None
        self._paths: dict[Stroke, QPainterPath] = {}
        self.live: Stroke | None = None

    def set_drawn(self, drawn: Drawn) -> None:
        """Take what is drawn, and forget what is not drawn any more."""
        self._drawn = drawn
        known = {*(hurt.stroke for hurt in drawn.pain), *drawn.ink}
        self._paths = {stroke: path for stroke, path in self._paths.items() if stroke in known}

    def paint_pain(self, painter: QPainter, slots: Sequence[Slot]) -> None:
        """Draw the grounds of where it hurts."""
        for slot in slots:
            for path, is_here in self._pain_on(slot):
                _dot(painter, slot.transform().map(path), self._look.art.palette, self._strength(is_here))

    def paint_pain_edges(self, painter: QPainter, slots: Sequence[Slot]) -> None:
        """Draw the edges of where it hurts, which are seen over what is lit as well."""
        for slot in slots:
            for path, is_here in self._pain_on(slot):
                outline = slot.transform().map(path)
                _edge(painter, outline, self._look.art.palette, self._strength(is_here), is_firm=is_here)

    def paint_ink(self, painter: QPainter, slots: Sequence[Slot]) -> None:
        """Draw ink on the plates it was drawn on."""
        live = () if self.live is None or self.live.kind == "touch" else (self.live,)
        ink = (*(self._drawn.ink if self._drawn else ()), *live)
        for slot in slots:
            for stroke in ink:
                if is_on(stroke, slot.plate):
                    paint_ink_stroke(painter, slot.transform(), slot.scale, stroke, self._look.art.palette)

    def _strength(self, is_here: bool) -> float:  # noqa: FBT001 -- the one thing it is about
        is_asking = self._drawn is not None and self._drawn.is_asking
        return (1.0 if is_here else FAINT + 0.15) * (1.0 if is_asking else FAINT + 0.1)

    def _pain_on(self, slot: Slot) -> list[tuple[QPainterPath, bool]]:
        """Return outlines in plate pixels: of strokes on this plate, and of zones touched on others."""
        found = []
        near: set[str] = set()
        far: set[str] = set()
        for hurt in self._drawn.pain if self._drawn else ():
            if is_on(hurt.stroke, slot.plate):
                near |= hurt.zones
                found.append((self._path(hurt.stroke), True))
            else:
                far |= hurt.zones
        zones = (self._look.art.zone_path(slot.plate, key) for key in sorted(far - near))
        found = [(zone, False) for zone in zones if not zone.isEmpty()] + found
        if self.live is not None and self.live.kind == "touch" and is_on(self.live, slot.plate):
            found.append((outline_of(self.live), True))
        return found

    def _path(self, stroke: Stroke) -> QPainterPath:
        if stroke not in self._paths:
            self._paths[stroke] = outline_of(stroke)
        return self._paths[stroke]


def hit(plate: Plate, strokes: Iterable[Stroke], spot: QPointF, reach: float) -> Stroke | None:
    """Return the last drawn of the strokes on a plate that lie within reach of a place, in plate pixels."""
    found = None
    for stroke in strokes:
        if is_on(stroke, plate):
            wide = stroke._replace(width=max(stroke.width, 2 * reach))
            if outline_of(wide).contains(spot):
                found = stroke
    return found


def outline_of(stroke: Stroke) -> QPainterPath:
    """Return the outline of what a stroke covers, in plate pixels; a stamp covers a disc."""
    half = stroke.width / 2
    if len(stroke.points) == 1:
        path = QPainterPath()
        path.addEllipse(QPointF(*stroke.points[0]), half, half)
        return path
    stroker = QPainterPathStroker()
    stroker.setWidth(stroke.width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(_way(stroke.points)).simplified()


def paint_ink_stroke(
    painter: QPainter,
    transform: QTransform,
    scale: float,
    stroke: Stroke,
    palette: FigurePalette,
    *,
    is_solid: bool = False,
) -> None:
    """Draw one stroke of ink; ``transform`` leads from its pixels to the painter's, ``scale`` times as large.

    What a stamp shows is never mirrored: only its place is. ``is_solid`` leaves out the shape of the
    colour's line, where nothing but the tool is meant.
    """
    colour = palette.inks.get(stroke.colour, palette.ink)
    points = [transform.map(QPointF(*point)) for point in stroke.points]
    width = stroke.width * scale
    if stroke.kind == "stamp":
        line, path, solid = width * STAMP_LINE, stamp_path(stroke.shape, points[0], width), QPainterPath()
    elif stroke.kind == "arrow":
        line = width
        path, solid = _arrow(points, width)
    else:
        line, path, solid = width, _way([(p.x(), p.y()) for p in points]), QPainterPath()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, extra in ((palette.background, HALO), (colour, 0.0)):
        pen = QPen(ink, line + extra)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(ink)
        painter.drawPath(solid)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dashes = None if is_solid else DASHES.get(stroke.colour)
        if dashes and not extra:
            pen.setDashPattern(list(dashes))
            painter.setPen(pen)
        painter.drawPath(path)
    painter.restore()


def stamp_path(shape: str, middle: QPointF, size: float) -> QPainterPath:
    """Return the lines of a stamp around a place."""
    path, half = QPainterPath(), size * (0.5 - STAMP_LINE / 2)
    if shape == "cross":
        reach = half * 0.8
        for turn in (1, -1):
            path.moveTo(middle + QPointF(-reach, -reach * turn))
            path.lineTo(middle + QPointF(reach, reach * turn))
    elif shape == "exclamation":
        path.moveTo(middle + QPointF(0, -half))
        path.lineTo(middle + QPointF(0, half * 0.3))
        path.addEllipse(middle + QPointF(0, half * 0.85), half * 0.08, half * 0.08)
    elif shape == "star":
        for number in range(10):
            away = half * (0.45 if number % 2 else 1.0)
            angle = pi * number / 5 - pi / 2
            spot = middle + QPointF(away * cos(angle), away * sin(angle))
            (path.lineTo if number else path.moveTo)(spot)
        path.closeSubpath()
    else:
        path.addEllipse(middle, half, half)
    return path


def _arrow(points: Sequence[QPointF], width: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the line of an arrow from the first to the last point, and its head."""
    start, tip = points[0], points[-1]
    length = hypot(tip.x() - start.x(), tip.y() - start.y())
    angle = atan2(tip.y() - start.y(), tip.x() - start.x())
    long = min(length, HEAD * width)
    neck = tip - QPointF(cos(angle), sin(angle)) * long
    aside = QPointF(-sin(angle), cos(angle)) * long * 0.5
    head = QPainterPath(tip)
    head.lineTo(neck + aside)
    head.lineTo(neck - aside)
    head.closeSubpath()
    line = QPainterPath(start)
    line.lineTo(neck)
    return line, head


def _way(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Return a smooth way through the middles between points, from the first to the last."""
    path = QPainterPath(QPointF(*points[0]))
    for here, there in pairwise(points[1:]):
        path.quadTo(QPointF(*here), QPointF((here[0] + there[0]) / 2, (here[1] + there[1]) / 2))
    # A pen draws a line without length as a dot only where it has one.
    path.lineTo(QPointF(*points[-1]) + QPointF(0.01, 0))
    return path


def paint_touch(painter: QPainter, path: QPainterPath, palette: FigurePalette) -> None:
    """Draw a place that hurts, in the painter's own coordinates."""
    _dot(painter, path, palette, 1.0)
    _edge(painter, path, palette, 1.0, is_firm=True)


def _edge(
    painter: QPainter, path: QPainterPath, palette: FigurePalette, strength: float, *, is_firm: bool
) -> None:
    painter.save()
    painter.setOpacity(strength)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.background, 3.6))
    painter.drawPath(path)
    pen = QPen(palette.touch_rim, 1.8)
    if not is_firm:
        pen.setDashPattern([1, 2])
    painter.setPen(pen)
    painter.drawPath(path)
    painter.restore()


def _dot(painter: QPainter, path: QPainterPath, palette: FigurePalette, strength: float) -> None:
    ratio = painter.device().devicePixelRatioF()
    dots = QBrush(dotting(palette.touch.rgba(), ratio))
    dots.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    ground = QColor(palette.touch)
    ground.setAlpha(GROUND)
    painter.save()
    painter.setOpacity(strength)
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in (QBrush(ground), dots):
        painter.setBrush(brush)
        painter.drawPath(path)
    painter.restore()


@cache
def dotting(colour: int, ratio: float) -> QImage:
    """Return a tile with two dots in device pixels."""
    side = round(DOT_GAP * ratio)
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(colour))
    radius = DOT * ratio
    for x, y in ((side / 4, side / 4), (3 * side / 4, 3 * side / 4)):
        painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    painter.end()
    return tile
