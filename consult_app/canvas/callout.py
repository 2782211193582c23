"""The name at the figure: a pill with a leader line, placed where it hides no body and no edge."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot, inf
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

PADDING_X, PADDING_Y, RADIUS = 14.0, 9.0, 10.0
EDGE = 8.0
STEP = 32.0
"""Logical pixels between the places that are tried."""
WIDEST_EM = 10.5
"""Width, in heights of a line, from which a name is broken into lines."""
COVER_COST, ANY_COVER_COST, ANCHOR_COST = 6.0, 0.25, 3.0
NEAR = 12.0
"""Logical pixels that a name keeps from what it names."""
WRAP = Qt.TextFlag.TextWordWrap

HiddenShare = Callable[[float, float, float, float], float]
"""Says how much (0 to 1) of a box, given by left, top, width and height, would hide the body."""


class Callout(NamedTuple):
    """A name with its side, and where it points, in widget coordinates."""

    name: str
    side: str
    anchor: QPointF
    box: QRectF
    wrap: Qt.TextFlag = WRAP


def place(
    names: tuple[str, str],
    fonts: tuple[QFont, QFont],
    anchor: QPointF,
    room: QRectF,
    hidden_share: HiddenShare,
) -> Callout:
    """Return the callout for ``anchor`` inside ``room``; ``names`` and ``fonts`` are of name and side.

    The nearest box that hides least is taken, and no box leaves ``room``.
    """
    size, wrap = _size(*names, fonts, room)
    # Numbers and no Qt values: some hundred places are tried for each tap.
    wide, high, at_x, at_y = size.width(), size.height(), anchor.x(), anchor.y()
    middle_x, middle_y, most = wide / 2 - at_x, high / 2 - at_y, max(room.width(), 1.0)
    xs, ys = _spots(anchor, size, room)
    spots = sorted((hypot(x + middle_x, y + middle_y) / most, y, x) for y in ys for x in xs)
    best, least = (at_x, at_y), inf
    # From near to far: what is farther away than the best so far costs in total cannot be better.
    for away, y, x in spots:
        if away >= least:
            break
        share = hidden_share(x, y, wide, high)
        cost = away + (ANY_COVER_COST + COVER_COST * share if share else 0.0)
        if x - NEAR <= at_x <= x + wide + NEAR and y - NEAR <= at_y <= y + high + NEAR:
            cost += ANCHOR_COST  # it hides what it names
        if cost < least:
            best, least = (x, y), cost
    return Callout(*names, anchor, QRectF(QPointF(*best), size), wrap)


def _size(name: str, side: str, fonts: tuple[QFont, QFont], room: QRectF) -> tuple[QSizeF, Qt.TextFlag]:
    """Return the size of the pill, and how its text is broken into lines."""
    bold, plain = QFontMetricsF(fonts[0]), QFontMetricsF(fonts[1])
    widest = min(bold.height() * WIDEST_EM, room.width() - 2 * (EDGE + PADDING_X))
    longest = max(bold.horizontalAdvance(word) for word in name.split())
    # A word that is wider than the room is broken where it must be: better than a name cut off.
    wrap = WRAP if longest <= widest else Qt.TextFlag.TextWrapAnywhere
    flags = int(wrap)
    named = bold.boundingRect(QRectF(0, 0, widest, 1000), flags, name)
    sided = plain.boundingRect(QRectF(0, 0, widest, 1000), flags, side) if side else QRectF()
    width = max(named.width(), sided.width()) + 2 * PADDING_X + 2
    return QSizeF(width, named.height() + sided.height() + 2 * PADDING_Y), wrap


def _spots(anchor: QPointF, size: QSizeF, room: QRectF) -> tuple[list[float], list[float]]:
    """Return the x and the y of top left corners of boxes inside ``room``, in a grid around the anchor."""
    most_x = max(room.x() + EDGE, room.right() - EDGE - size.width())
    most_y = max(room.y() + EDGE, room.bottom() - EDGE - size.height())
    reach_x, reach_y = size.width() + 5 * STEP, size.height() + 6 * STEP
    xs = _steps(anchor.x() - reach_x, anchor.x() + reach_x - size.width(), room.x() + EDGE, most_x)
    ys = _steps(anchor.y() - reach_y, anchor.y() + reach_y - size.height(), room.y() + EDGE, most_y)
    return xs, ys


def _steps(start: float, stop: float, least: float, most: float) -> list[float]:
    count = int((stop - start) // STEP) + 1
    return sorted({min(max(start + i * STEP, least), most) for i in range(count)})


def paint(painter: QPainter, callout: Callout, fonts: tuple[QFont, QFont], fill: QColor, ink: QColor) -> None:
    """Draw a callout: leader, dot and pill with the name above the side."""
    box = callout.box
    end = QPointF(
        min(max(callout.anchor.x(), box.left() + RADIUS), box.right() - RADIUS),
        min(max(callout.anchor.y(), box.top() + RADIUS), box.bottom() - RADIUS),
    )
    painter.setPen(QPen(fill, 2.0))
    painter.drawLine(callout.anchor, end)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(fill)
    painter.drawEllipse(callout.anchor, 4.5, 4.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    inner = box.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
    painter.setPen(ink)
    painter.setFont(fonts[0])
    painter.drawText(
        inner, callout.wrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, callout.name
    )
    painter.setFont(fonts[1])
    painter.drawText(
        inner, callout.wrap | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, callout.side
    )
