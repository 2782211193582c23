"""Where pain starts and where it is felt, drawn on the body, with a small legend.

A place where pain is felt most is filled and has a firm edge; one to which it may spread is hatched and has
a broken edge, so that they can be told apart without colour. A star marks a sore spot in the muscle: it
says nothing about a needle.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTransform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.canvas.body_cover import BodyCover
    from consult_app.canvas.figure_painter import FigurePainter
    from consult_app.canvas.pain_pattern import PainPattern
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.stage import Slot

FILL, SOFT_EDGES = 104, ((9.0, 34),)
"""Opacity (0 to 255) of a firm zone, and width and opacity of the strokes that soften its edge."""
HATCH_GAP, HATCH_WIDTH, HATCH_OPACITY = 7.0, 1.4, 200
STAR_POINTS, STAR_OUTER, STAR_INNER = 8, 7.5, 4.0
DRAWN = 3
"""The place in the legend of what a patient has drawn."""
MARGIN, PAD, SWATCH = 12.0, 10.0, QSizeF(26, 15)
GAP, COLUMN_GAP = 6.0, 18.0
"""Between the lines of a legend that stands in a column, and in a row."""


class DrawnZone(NamedTuple):
    """A zone in widget coordinates, and whether pain is felt there most."""

    path: QPainterPath
    is_primary: bool


def zones_of(look: FigurePainter, slots: Sequence[Slot], pain: PainPattern) -> list[DrawnZone]:
    """Return the zones that face the viewer, the faint ones first."""
    zones = []
    for slot in slots:
        transform = slot.transform()
        for keys, is_primary in ((pain.spillover - pain.primary, False), (pain.primary, True)):
            paths = (look.art.zone_path(slot.plate, key) for key in sorted(keys))
            zones += [DrawnZone(transform.map(path), is_primary) for path in paths if not path.isEmpty()]
    return zones


def paint_zones(painter: QPainter, palette: FigurePalette, zones: Sequence[DrawnZone]) -> None:
    """Draw the grounds of zones: filled and soft, or hatched."""
    for zone in zones:
        if zone.is_primary:
            _fill(painter, zone.path, palette)
        else:
            _hatch(painter, zone.path, palette)


def paint_edges(painter: QPainter, palette: FigurePalette, zones: Sequence[DrawnZone]) -> None:
    """Draw the edges of zones: firm, or broken."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for zone in zones:
        pen = QPen(palette.pain_rim, 1.4 if zone.is_primary else 1.1)
        if not zone.is_primary:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawPath(zone.path)


def paint_points(painter: QPainter, look: FigurePainter, slots: Sequence[Slot], pain: PainPattern) -> None:
    """Draw a star at each sore spot that faces the viewer."""
    for slot in slots:
        points = look.art.marks(slot.plate).points
        for key in sorted(pain.points & points.keys()):
            _paint_star(painter, slot.transform().map(QPointF(*points[key])), look.art.palette)


def _fill(painter: QPainter, path: QPainterPath, palette: FigurePalette) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, opacity in SOFT_EDGES:
        painter.setPen(QPen(_faded(palette.pain, opacity), width))
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(palette.pain, FILL))
    painter.drawPath(path)


def _hatch(painter: QPainter, path: QPainterPath, palette: FigurePalette) -> None:
    ratio = painter.device().devicePixelRatioF()
    brush = QBrush(hatching(palette.pain.rgba(), ratio))
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawPath(path)


@cache
def hatching(colour: int, ratio: float) -> QImage:
    """Return a tile of slanting lines in device pixels: much faster than drawing each of them."""
    side = round(HATCH_GAP * ratio)
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_faded(QColor.fromRgba(colour), HATCH_OPACITY), HATCH_WIDTH * ratio))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - side, 2 * side), QPointF(shift + 2 * side, -side))
    painter.end()
    return tile


def _paint_star(painter: QPainter, centre: QPointF, palette: FigurePalette) -> None:
    path = QPainterPath()
    for number in range(2 * STAR_POINTS):
        away = STAR_INNER if number % 2 else STAR_OUTER
        angle = pi * number / STAR_POINTS - pi / 2
        spot = centre + QPointF(away * cos(angle), away * sin(angle))
        if number:
            path.lineTo(spot)
        else:
            path.moveTo(spot)
    path.closeSubpath()
    painter.setBrush(palette.point)
    painter.setPen(QPen(palette.point_rim, 1.6))
    painter.drawPath(path)


def _faded(colour: QColor, opacity: int) -> QColor:
    faded = QColor(colour)
    faded.setAlpha(opacity)
    return faded


def kinds(look: FigurePainter, slots: Sequence[Slot], pain: PainPattern) -> tuple[bool, ...]:
    """Return whether sore spots, firm zones and faint zones of a pattern are in sight, and what is drawn."""
    zones: set[str] = set()
    points: set[str] = set()
    for slot in slots:
        found = look.art.marks(slot.plate)
        zones.update(found.zones)
        points.update(found.points)
    in_sight = bool(pain.points & points), bool(pain.primary & zones), bool(pain.spillover & zones)
    return (*in_sight, pain.is_drawn)


def legend_box(
    look: FigurePainter,
    slots: Sequence[Slot],
    room: QRectF,
    pain: PainPattern,
    seen: tuple[BodyCover, Sequence[QRectF]],
) -> QRectF:
    """Return where the legend stands; empty where there is nothing to explain.

    ``seen`` are the bodies and other boxes: as a column or as a row, the legend takes the corner in which it
    hides least.
    """
    shown = kinds(look, slots, pain)
    if not any(shown):
        return QRectF()
    items = _items(look, shown)
    widths = [item.width() for item in items]
    line = items[0].height() + GAP
    stack = QSizeF(max(widths) + 2 * PAD, line * len(items) + 2 * PAD - GAP)
    row = QSizeF(sum(widths) + COLUMN_GAP * (len(items) - 1) + 2 * PAD, items[0].height() + 2 * PAD)
    boxes = [box for size in (stack, row) for box in _corners(room, size) if room.contains(box)]
    cover, taken = seen

    def hidden(box: QRectF) -> float:
        return cover.share(box) + sum(box.intersects(other) for other in taken)

    return min(boxes or _corners(room, stack), key=hidden)


def _items(look: FigurePainter, shown: tuple[bool, ...]) -> list[QSizeF]:
    """Return how large each line of the legend is."""
    metrics = QFontMetricsF(look.mark_font)
    words = [text for text, is_shown in zip(look.words.legend, shown, strict=True) if is_shown]
    height = max(metrics.height(), SWATCH.height())
    return [QSizeF(SWATCH.width() + 8 + metrics.horizontalAdvance(text), height) for text in words]


def _corners(room: QRectF, size: QSizeF) -> list[QRectF]:
    left, top = room.left() + MARGIN, room.top() + MARGIN
    middle, right = room.center().x() - size.width() / 2, room.right() - MARGIN - size.width()
    low = room.bottom() - MARGIN - size.height()
    return [QRectF(QPointF(*at), size) for at in ((left, top), (middle, top), (right, top), (left, low))]


def paint_legend(painter: QPainter, look: FigurePainter, box: QRectF, shown: tuple[bool, ...]) -> None:
    """Write into the box of the legend what the kinds of marks that are ``shown`` mean."""
    palette = look.art.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(palette.background, 225))
    painter.drawRoundedRect(box, 10, 10)
    items = _items(look, shown)
    is_row = box.height() < 1.5 * items[0].height() + 2 * PAD + GAP
    x, y = box.left() + PAD, box.top() + PAD
    for kind, size in zip((kind for kind, is_shown in enumerate(shown) if is_shown), items, strict=True):
        swatch = QRectF(QPointF(x, y + (size.height() - SWATCH.height()) / 2), SWATCH)
        _paint_swatch(painter, kind, swatch, palette)
        painter.setPen(palette.muted)
        painter.setFont(look.mark_font)
        text = QRectF(swatch.right() + 8, y, size.width(), size.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, look.words.legend[kind])
        if is_row:
            x += size.width() + COLUMN_GAP
        else:
            y += size.height() + GAP


def _paint_swatch(painter: QPainter, kind: int, box: QRectF, palette: FigurePalette) -> None:
    if kind == 0:
        _paint_star(painter, box.center(), palette)
        return
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(2, 1, -2, -1), 6, 6)
    if kind == DRAWN:
        from consult_app.canvas.strokes import paint_touch

        paint_touch(painter, path, palette)
        return
    zone = DrawnZone(path, is_primary=kind == 1)
    paint_zones(painter, palette, [zone])
    paint_edges(painter, palette, [zone])
