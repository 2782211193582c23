"""What is written beside a plate: the view's name, and the patient's own left and right."""

from __future__ import annotations

from math import cos, radians
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont, QFontMetrics, QPainter

    from consult_app.atlas.model import Plate
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.stage import Slot

LEGS_SHARE, BELOW_HANDS_SHARE = 0.26, 0.64
"""Where the sides are written: beside the legs, below the hands, as shares of the figure's box."""
ROW_SHARE = 0.32
"""Where the sides are written in the line of the view's name, from the middle of the figure's box."""
CLEAR = 0.08
"""How far into the figure's box the sides may reach where the body is seen at an angle."""
FACING = 0.2
"""Cosine of the azimuth below which one side hides the other: then the view's name tells the side."""
PAD = 5.0


class FigureWords(NamedTuple):
    """The figure's own words: side marks, view names by azimuth, names by region id and by part.

    ``views`` has a name for each quarter turn and, at 45, 135, 225 and 315, one for all between two.
    """

    your_left: str = ""
    your_right: str = ""
    views: Mapping[int, str] = MappingProxyType({})
    regions: Mapping[str, str] = MappingProxyType({})
    parts: Mapping[str, str] = MappingProxyType({})
    labels: Mapping[str, str] = MappingProxyType({})
    legend: tuple[str, str, str, str] = ("", "", "", "")

    def label_of(self, region_id: str) -> str:
        """Return the short name of a region's muscle; a figure without words shows the id."""
        try:
            return self.labels[region_id]
        except KeyError:
            return region_id

    def view_of(self, plate: Plate) -> str:
        """Return what a plate shows: a part of the body, or the body from somewhere."""
        if plate.part in ("soles", "palms"):
            return self.parts.get(plate.part, "")
        quarter, beyond = divmod(plate.azimuth % 360, 90)
        return self.views.get(quarter * 90 + 45 if beyond else quarter * 90, "")

    def name_of(self, region_id: str) -> str:
        """Return the name of a region; a figure without words shows its id."""
        try:
            return self.regions[region_id]
        except KeyError:
            return region_id


class Mark(NamedTuple):
    """One text beside a plate, in widget coordinates."""

    box: QRectF
    text: str
    flags: Qt.AlignmentFlag


def marks_of(
    slot: Slot, room: QRectF, words: FigureWords, metrics: QFontMetrics, *, in_row: bool = False
) -> list[Mark]:
    """Return the marks of one plate; those of a zoomed figure stay in sight inside ``room``.

    ``in_row`` writes the sides in one line with the view's name and not beside the legs; in close-ups they
    stand above.
    """
    figure = slot.figure()
    if not figure.intersects(room):
        return []
    seen = figure.intersected(room)
    caption = words.view_of(slot.plate)
    size = metrics.size(0, caption)
    y = min(figure.bottom() + 6, room.bottom() - size.height() - 2 * PAD)
    box = QRectF(seen.center().x() - size.width() / 2, y, size.width(), size.height())
    marks = [Mark(box, caption, Qt.AlignmentFlag.AlignCenter)]
    for text, is_at_left in _sides(slot, words):
        if slot.plate.part != "body":
            above = box.translated(0, max(room.top() + PAD, figure.top() - size.height() - PAD) - box.top())
            marks.append(_in_row(figure, room, above, text, metrics, is_at_left=is_at_left))
            continue
        if in_row:
            marks.append(_in_row(figure, room, box, text, metrics, is_at_left=is_at_left))
            continue
        lines = "\n".join(text.split(" "))
        size = metrics.size(0, lines)
        place = _side_box(slot, room, size.width() + 2, size.height(), is_at_left=is_at_left)
        flags = Qt.AlignmentFlag.AlignRight if is_at_left else Qt.AlignmentFlag.AlignLeft
        marks.append(Mark(place, lines, flags))
    return marks


def _in_row(
    figure: QRectF, room: QRectF, caption: QRectF, text: str, metrics: QFontMetrics, *, is_at_left: bool
) -> Mark:
    """Return a side's words in the line of the view's name, clear of it and inside the room."""
    width = metrics.horizontalAdvance(text) + 2
    away = max(figure.width() * ROW_SHARE, (caption.width() + width) / 2 + 4 * PAD)
    middle = caption.center().x() + (-away if is_at_left else away)
    left = max(room.left() + PAD, min(room.right() - PAD - width, middle - width / 2))
    box = QRectF(left, caption.top(), width, caption.height())
    return Mark(box, text, Qt.AlignmentFlag.AlignCenter)


def paint(
    painter: QPainter,
    slot: Slot,
    room: QRectF,
    words: FigureWords,
    looks: tuple[QFont, FigurePalette],
    *,
    in_row: bool = False,
) -> list[QRectF]:
    """Write the marks of one plate in a font and the colours of the figure; return where."""
    font, palette = looks
    painter.setFont(font)
    marks = marks_of(slot, room, words, painter.fontMetrics(), in_row=in_row)
    for mark in marks:
        _write(painter, palette, mark, has_ground=slot.is_zoomed)
    return [mark.box for mark in marks]


def _write(painter: QPainter, palette: FigurePalette, mark: Mark, *, has_ground: bool) -> None:
    if has_ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.background)
        painter.drawRoundedRect(mark.box.adjusted(-PAD, -PAD, PAD, PAD), 6, 6)
    painter.setPen(palette.muted)
    painter.drawText(mark.box, mark.flags, mark.text)


def _side_box(slot: Slot, room: QRectF, width: float, height: float, *, is_at_left: bool) -> QRectF:
    """Return where a side is written; outside ``room`` it is held at its edge."""
    figure = slot.figure()
    # Seen from the front or the back the legs stand in the middle; otherwise the whole body is cleared.
    is_upright = slot.plate.azimuth % 180 == 0
    aside = figure.width() * LEGS_SHARE if is_upright else figure.width() / 2 - CLEAR * figure.width()
    x = figure.center().x() - aside - width if is_at_left else figure.center().x() + aside
    y = figure.top() + figure.height() * BELOW_HANDS_SHARE
    x = max(room.left() + 2 * PAD, min(x, room.right() - 2 * PAD - width))
    y = max(room.top() + 2 * PAD, min(y, room.bottom() - 8 * PAD - height))
    return QRectF(x, y, width, height)


def _sides(slot: Slot, words: FigureWords) -> list[tuple[str, bool]]:
    """Return each side's words with whether they stand at the left of the picture."""
    across = cos(radians(slot.plate.azimuth))
    if abs(across) < FACING:
        return []
    at_left, at_right = words.your_right, words.your_left
    if (across < 0) != slot.is_mirrored:
        at_left, at_right = at_right, at_left
    return [(at_left, True), (at_right, False)]
