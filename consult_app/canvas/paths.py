"""Outlines as painter paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.atlas.model import Ring


def rings_to_path(rings: Iterable[Ring]) -> QPainterPath:
    """Return closed rings as one odd-even path, in the rings' own coordinates."""
    path = QPainterPath()
    for ring in rings:
        points = [QPointF(x, y) for x, y in zip(ring[::2], ring[1::2], strict=True)]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


def ring_area(ring: Ring) -> float:
    """Return the unsigned area of a ring, in its units squared."""
    xs, ys = ring[::2], ring[1::2]
    doubled = sum(
        x * y_next - x_next * y
        for x, y, x_next, y_next in zip(xs, ys, xs[1:] + xs[:1], ys[1:] + ys[:1], strict=True)
    )
    return abs(doubled) / 2
