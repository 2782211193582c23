"""The order in which Tab walks a window: zone after zone, each as it is read.

Pages and region buttons come and go; Qt would put every new one at the end of its own chain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def next_stop(window: QWidget, zones: Sequence[QWidget], step: int) -> QWidget | None:
    """Return the widget that Tab reaches next (``step`` 1) or before (-1); None where there is none."""
    stops: list[QWidget] = []
    for zone in zones:
        stops += [stop for stop in _stops(zone) if stop not in stops]
    if not stops:
        return None
    now = window.focusWidget()
    if now in stops:
        return stops[(stops.index(now) + step) % len(stops)]
    return stops[0 if step > 0 else -1]


def first_stop_below(zone: QWidget, y: int) -> QWidget | None:
    """Return the first widget that Tab reaches in a zone at or below ``y`` (pixels of the zone)."""
    found = (stop for stop in _stops(zone) if stop.mapTo(zone, QPoint(0, 0)).y() >= y)
    return next(found, None)


def _stops(zone: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a zone, from top to bottom and left to right."""
    inside = [zone, *zone.findChildren(QWidget)]
    stops = [
        w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
    ]

    def place(stop: QWidget) -> tuple[int, int]:
        corner = stop.mapTo(zone, QPoint(0, 0)) if stop is not zone else QPoint(0, 0)
        return corner.y(), corner.x()

    return sorted(stops, key=place)
