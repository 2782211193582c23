"""Icons drawn as strokes on a 24 × 24 grid: our own, few, in the theme's ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Mapping

Stroke = tuple[tuple[float, float], ...]

ICONS: Mapping[str, tuple[Stroke, ...]] = {
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "minus": (((5, 12), (19, 12)),),
    "fit": (
        ((4, 9), (4, 4), (9, 4)),
        ((15, 4), (20, 4), (20, 9)),
        ((20, 15), (20, 20), (15, 20)),
        ((9, 20), (4, 20), (4, 15)),
    ),
    "mirror": (
        ((12, 3), (12, 21)),
        ((9, 7), (4, 17), (9, 17), (9, 7)),
        ((15, 7), (20, 17), (15, 17), (15, 7)),
    ),
    "list": (
        ((9, 6), (20, 6)),
        ((9, 12), (20, 12)),
        ((9, 18), (20, 18)),
        ((4, 6), (5, 6)),
        ((4, 12), (5, 12)),
        ((4, 18), (5, 18)),
    ),
    "show": (
        ((4, 7), (20, 7)),
        ((4, 12), (20, 12)),
        ((4, 17), (20, 17)),
    ),
    "touch": (
        ((9, 21), (5, 14.5), (7, 13), (9.5, 15.5), (9.5, 7), (12, 7), (12, 12), (19, 13.5), (18, 21)),
        ((4.5, 7), (6, 3.5), (10.75, 2), (15.5, 3.5), (17, 7)),
    ),
    "eraser": (
        ((9, 19), (3.5, 13.5), (12.5, 4.5), (19.5, 11.5), (12, 19), (9, 19)),
        ((8, 9), (15, 16)),
        ((12, 19), (20, 19)),
    ),
    "bin": (
        ((4.5, 7), (19.5, 7)),
        ((9, 7), (9, 4), (15, 4), (15, 7)),
        ((6.5, 7), (7.5, 20.5), (16.5, 20.5), (17.5, 7)),
        ((10.5, 11), (10.5, 16.5)),
        ((13.5, 11), (13.5, 16.5)),
    ),
    "back": (((19, 12), (5, 12)), ((11, 6), (5, 12), (11, 18))),
    "next": (((5, 12), (19, 12)), ((13, 6), (19, 12), (13, 18))),
    "up": (((12, 19), (12, 5)), ((6, 11), (12, 5), (18, 11))),
    "down": (((12, 5), (12, 19)), ((6, 13), (12, 19), (18, 13))),
    "chair": (
        ((9, 5), (5, 5), (5, 21), (19, 21), (19, 5), (15, 5)),
        ((9, 3), (15, 3), (15, 7), (9, 7), (9, 3)),
        ((9, 12), (15, 12)),
        ((9, 16), (13, 16)),
    ),
    "box": (((5, 5), (19, 5), (19, 19), (5, 19), (5, 5)),),
    "tick": (((5, 12.5), (10, 17.5), (19, 7)),),
    "sheet": (
        ((6, 3), (14, 3), (18, 7), (18, 21), (6, 21), (6, 3)),
        ((9, 11), (15, 11)),
        ((9, 16), (15, 16)),
    ),
    "close": (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "open": (((6, 9), (12, 15), (18, 9)),),
    "shut": (((9, 6), (15, 12), (9, 18)),),
    "home": (((4, 11), (12, 4), (20, 11)), ((6, 10), (6, 20), (18, 20), (18, 10))),
}


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw the icon ``name`` into ``box``; the painter's pen and brush are kept."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    pen = QPen(colour, 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _draw_round(painter, name)
    for stroke in ICONS.get(name, ()):
        path = QPainterPath(QPointF(*stroke[0]))
        for point in stroke[1:]:
            path.lineTo(QPointF(*point))
        painter.drawPath(path)
    painter.restore()


NOSES: Mapping[str, Stroke] = {
    "view-front": ((9, 16.5), (12, 21), (15, 16.5)),
    "view-back": ((9, 7.5), (12, 3), (15, 7.5)),
    "view-left": ((7.5, 9), (3, 12), (7.5, 15)),
    "view-right": ((16.5, 9), (21, 12), (16.5, 15)),
}
"""The head seen from above: the nose points to where the body looks on the screen."""


DISCS: Mapping[str, float] = {"choice": 6.5, "theme": 8.0, "about": 8.5}
"""Radius of a ring in the middle."""
SHEETS = (((12, 3.5), (20.5, 8), (12, 12.5), (3.5, 8)), 4.0)
"""The upper of three sheets that lie one on another, and how far apart they are."""


def _draw_sheets(painter: QPainter, chosen: int) -> None:
    """Draw three sheets, the chosen one (1 is the uppermost) filled, the others as their lower edges."""
    corners, apart = SHEETS
    for number in (3, 2, 1):
        sheet = [QPointF(x, y + apart * (number - 1)) for x, y in corners]
        if number == chosen:
            path = QPainterPath(sheet[-1])
            for point in sheet:
                path.lineTo(point)
            painter.fillPath(path, painter.pen().color())
            painter.drawPath(path)
        elif number == 1:
            painter.drawPolygon(sheet)
        else:
            painter.drawPolyline([sheet[1], sheet[2], sheet[3]])


def _draw_round(painter: QPainter, name: str) -> None:
    if name.startswith("layer-"):
        _draw_sheets(painter, int(name[-1]))
    elif name == "show":
        painter.setBrush(painter.pen().color())
        for x, y in ((15, 7), (8.5, 12), (13, 17)):
            painter.drawEllipse(QPointF(x, y), 2.1, 2.1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if name in NOSES:
        painter.drawEllipse(QPointF(12, 12), 5.6, 5.6)
        painter.drawPolyline([QPointF(*point) for point in NOSES[name]])
    radius = DISCS.get(name, 0.0)
    painter.drawEllipse(QPointF(12, 12), radius, radius)
    if name == "search":
        painter.drawEllipse(QPointF(10.5, 10.5), 6.0, 6.0)
        painter.drawLine(QPointF(15, 15), QPointF(20, 20))
    elif name == "theme":
        half = QPainterPath(QPointF(12, 4))
        half.arcTo(QRectF(4, 4, 16, 16), 90, 180)
        half.closeSubpath()
        painter.fillPath(half, painter.pen().color())
    elif name == "about":
        painter.drawLine(QPointF(12, 11), QPointF(12, 16.5))
        painter.drawPoint(QPointF(12, 7.6))
