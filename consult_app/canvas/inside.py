"""A point well inside an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath


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
