"""What is written beside a plate: the view's name, and the patient's own left and right."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont, QFontMetrics, QPainter

    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.stage import Slot

LEGS_SHARE, BELOW_HANDS_SHARE = 0.26, 0.64
"""Where the sides are written: beside the legs, below the hands, as shares of the figure's box."""
PAD = 5.0


class FigureWords(NamedTuple):
    """The figure's own words: side marks, view names by azimuth, region names by region id."""

    your_left: str = ""
    your_right: str = ""
    views: Mapping[int, str] = MappingProxyType({})
    regions: Mapping[str, str] = MappingProxyType({})

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


def marks_of(slot: Slot, room: QRectF, words: FigureWords, metrics: QFontMetrics) -> list[Mark]:
    """Return the marks of one plate; those of a zoomed figure stay in sight inside ``room``."""
    figure = slot.figure()
    if not figure.intersects(room):
        return []
    seen = figure.intersected(room)
    caption = words.views.get(slot.plate.azimuth, "")
    size = metrics.size(0, caption)
    y = min(figure.bottom() + 6, room.bottom() - size.height() - 2 * PAD)
    box = QRectF(seen.center().x() - size.width() / 2, y, size.width(), size.height())
    marks = [Mark(box, caption, Qt.AlignmentFlag.AlignCenter)]
    for text, is_at_left in _sides(slot, words):
        lines = "\n".join(text.split(" "))
        size = metrics.size(0, lines)
        box = _side_box(figure, room, size.width() + 2, size.height(), is_at_left=is_at_left)
        flags = Qt.AlignmentFlag.AlignRight if is_at_left else Qt.AlignmentFlag.AlignLeft
        marks.append(Mark(box, lines, flags))
    return marks


def paint(
    painter: QPainter, slot: Slot, room: QRectF, words: FigureWords, font: QFont, palette: FigurePalette
) -> None:
    """Write the marks of one plate."""
    painter.setFont(font)
    for mark in marks_of(slot, room, words, painter.fontMetrics()):
        _write(painter, palette, mark, has_ground=slot.is_zoomed)


def _write(painter: QPainter, palette: FigurePalette, mark: Mark, *, has_ground: bool) -> None:
    if has_ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.background)
        painter.drawRoundedRect(mark.box.adjusted(-PAD, -PAD, PAD, PAD), 6, 6)
    painter.setPen(palette.muted)
    painter.drawText(mark.box, mark.flags, mark.text)


def _side_box(figure: QRectF, room: QRectF, width: float, height: float, *, is_at_left: bool) -> QRectF:
    """Return where a side is written; outside ``room`` it is held at its edge."""
    legs = figure.width() * LEGS_SHARE
    x = figure.center().x() - legs - width if is_at_left else figure.center().x() + legs
    y = figure.top() + figure.height() * BELOW_HANDS_SHARE
    x = max(room.left() + 2 * PAD, min(x, room.right() - 2 * PAD - width))
    y = max(room.top() + 2 * PAD, min(y, room.bottom() - 8 * PAD - height))
    return QRectF(x, y, width, height)


def _sides(slot: Slot, words: FigureWords) -> list[tuple[str, bool]]:
    """Return each side's words with whether they stand at the left of the picture."""
    facing = {0: (words.your_right, words.your_left), 180: (words.your_left, words.your_right)}
    if slot.plate.azimuth not in facing:
        return []
    at_left, at_right = facing[slot.plate.azimuth]
    if slot.is_mirrored:
        at_left, at_right = at_right, at_left
    return [(at_left, True), (at_right, False)]
