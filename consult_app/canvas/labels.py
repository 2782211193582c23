"""Names of muscles beside the bodies, as in an anatomical chart.

Beside one body both columns are used, each for the half of the body next to it; beside two bodies each
has the column at its own edge of the window. A muscle that is seen on both sides is named once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from consult_app.canvas.inside import point_inside
from consult_app.canvas.label_layout import Item, Label, in_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from consult_app.atlas.model import Region
    from consult_app.canvas.figure_painter import FigurePainter, Highlight
    from consult_app.canvas.stage import Slot

COLUMN_SHARE, LEAST_COLUMN, MOST_COLUMN = 0.22, 120.0, 240.0
EDGE, GAP, TOP, BOTTOM = 12.0, 22.0, 14.0, 40.0
"""Logical pixels: beside and between column and body, and above and below the columns."""
LEAST_AREA = 130.0
"""Square logical pixels a muscle has to cover to be named."""
LINE_ALPHA, GROUND_ALPHA = 150, 220
DOT = 2.2


class Column(NamedTuple):
    """A column of names: its box, and whether it stands at the left of the body."""

    box: QRectF
    is_left: bool


class Labels:
    """Places and draws the labels of one figure."""

    def __init__(self, look: FigurePainter) -> None:
        self._look = look
        self._placed: list[tuple[Column, list[Label]]] = []
        self._taken: tuple[QRectF, ...] = ()
        self._first: frozenset[str] = frozenset()
        self._has_ground = False
        self.is_placed = False

    def column(self, width: float) -> float:
        """Return the width of a column beside a figure of some width."""
        return min(MOST_COLUMN, max(LEAST_COLUMN, COLUMN_SHARE * width)) if width > 3 * LEAST_COLUMN else 0.0

    def forget(self) -> None:
        """Forget all labels: plates, zoom, size or fonts have changed."""
        self._placed, self.is_placed = [], False

    def outdate(self) -> None:
        """Place the labels anew when there is time; until then they stay as they are."""
        self.is_placed = False

    def names_any(self, regions: frozenset[str]) -> bool:
        """Return whether any of some regions is named."""
        return any(label.item.region in regions for _column, labels in self._placed for label in labels)

    def boxes(self) -> list[QRectF]:
        """Return the boxes of all labels in the widget."""
        return [self._box(column, label) for column, labels in self._placed for label in labels]

    def at(self, point: QPointF) -> str | None:
        """Return the id of the region whose name is at a point."""
        for column, labels in self._placed:
            for label in labels:
                if self._box(column, label).contains(point):
                    return label.item.region
        return None

    def place(
        self,
        slots: Sequence[Slot],
        room: QRectF,
        taken: Sequence[QRectF] = (),
        first: frozenset[str] = frozenset(),
    ) -> None:
        """Find what to name and where, beside boxes that are taken; takes some tens of milliseconds.

        The regions ``first`` are named before all others, and then the largest.

        Raises:
            AtlasFault: a file of a plate is missing or damaged.
        """
        self.is_placed, self._taken, self._first = True, tuple(taken), first
        self._has_ground = any(slot.is_zoomed for slot in slots)
        self._placed = []
        metrics = QFontMetricsF(self._look.mark_font)
        line = metrics.height() + 7
        width = self.column(room.width())
        for number, slot in enumerate(slots):
            columns = self._columns(slot, room, width, number, len(slots))
            found = self._items(slot, room, metrics, columns, line)
            for column, items in zip(columns, found, strict=True):
                port = column.box.right() + 5 if column.is_left else column.box.left() - 5
                box = column.box
                self._placed.append((column, in_column(items, port, box.top(), box.bottom(), line)))

    def _columns(self, slot: Slot, room: QRectF, width: float, number: int, count: int) -> tuple[Column, ...]:
        """Return the columns that a slot may use, near its body but never outside the room."""
        figure = slot.figure()
        top, height = room.top() + TOP, room.height() - TOP - BOTTOM
        left = max(room.left() + EDGE, figure.left() - GAP - width)
        right = min(room.right() - EDGE - width, figure.right() + GAP)
        at_left = Column(self._free(QRectF(left, top, width, height)), is_left=True)
        at_right = Column(self._free(QRectF(right, top, width, height)), is_left=False)
        if count == 1:
            return at_left, at_right
        return (at_left,) if number == 0 else (at_right,)

    def _free(self, box: QRectF) -> QRectF:
        """Return a column's box without what is taken of its ends."""
        for taken in self._taken:
            if taken.intersects(box) and taken.center().y() < box.center().y():
                box.setTop(max(box.top(), taken.bottom() + EDGE))
            elif taken.intersects(box):
                box.setBottom(min(box.bottom(), taken.top() - EDGE))
        return box

    def _items(
        self, slot: Slot, room: QRectF, metrics: QFontMetricsF, columns: Sequence[Column], line: float
    ) -> list[list[Item]]:
        """Return what to name in each column, the largest muscles first, each once."""
        most = [int(column.box.height() / line) for column in columns]
        found: list[list[Item]] = [[] for _ in columns]
        axis = slot.figure().center().x()
        for regions in self._by_size(slot, room):
            name = self._look.words.label_of(regions[0].id)
            if metrics.horizontalAdvance(name) > columns[0].box.width():
                continue
            places: dict[int, Item] = {}
            for region in regions:
                path = self._look.art.region_path(slot.plate, region.id)
                anchor = slot.transform().map(point_inside(path))
                place = self._column_of(anchor, axis, columns)
                if place is not None and room.contains(anchor) and len(found[place]) < most[place]:
                    places.setdefault(place, Item(region.id, name, (anchor.x(), anchor.y())))
            if places:
                # The emptier column takes the name, where the muscle is seen on both sides.
                emptier = min(places, key=lambda place: len(found[place]) / max(1, most[place]))
                found[emptier].append(places[emptier])
            if all(len(items) >= room_for for items, room_for in zip(found, most, strict=True)):
                break
        return found

    @staticmethod
    def _column_of(anchor: QPointF, axis: float, columns: Sequence[Column]) -> int | None:
        """Return the number of the column on whose side of the body an anchor lies."""
        for number, column in enumerate(columns):
            if column.is_left == (anchor.x() <= axis):
                return number
        return None

    def _by_size(self, slot: Slot, room: QRectF) -> Iterable[list[Region]]:
        """Return the regions in sight by muscle, the largest muscle and the larger side first."""
        transform = slot.transform()
        muscles: dict[str, list[tuple[float, Region]]] = {}
        for region in slot.plate.regions:
            box = transform.mapRect(self._look.art.region_path(slot.plate, region.id).boundingRect())
            seen = box.intersected(room)
            area = seen.width() * seen.height()
            if area >= LEAST_AREA:
                muscles.setdefault(region.muscle, []).append((area, region))
        for sides in muscles.values():
            sides.sort(key=lambda side: -side[0])

        def importance(sides: list[tuple[float, Region]]) -> tuple[bool, float]:
            return not any(region.id in self._first for _area, region in sides), -sides[0][0]

        ordered = sorted(muscles.values(), key=importance)
        return [self._worth_naming(sides) for sides in ordered]

    def _worth_naming(self, sides: list[tuple[float, Region]]) -> list[Region]:
        """Return the sides of a muscle at which a line may end: the lit, else those that are seen well."""
        lit = [region for _area, region in sides if region.id in self._first]
        return lit or [region for area, region in sides if area > sides[0][0] / 2]

    def paint(self, painter: QPainter, lit: Highlight) -> None:
        """Draw lines and names."""
        palette = self._look.art.palette
        painter.setFont(self._look.mark_font)
        lines = QColor(palette.ink)
        lines.setAlpha(LINE_ALPHA)
        for column, labels in self._placed:
            for label in labels:
                is_lit = label.item.region in lit.selected
                painter.setPen(QPen(palette.callout if is_lit else lines, 2.0 if is_lit else 1.0))
                painter.drawLine(QPointF(*label.port), QPointF(*label.item.anchor))
                painter.setBrush(palette.callout if is_lit else palette.ink)
                painter.setPen(QPen(palette.background, 1.0))
                painter.drawEllipse(QPointF(*label.item.anchor), DOT + 1, DOT + 1)
                self._write(painter, column, label, palette.callout if is_lit else palette.ink)

    def _write(self, painter: QPainter, column: Column, label: Label, ink: QColor) -> None:
        box = self._box(column, label)
        if self._has_ground:
            ground = QColor(self._look.art.palette.background)
            ground.setAlpha(GROUND_ALPHA)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 5, 5)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label.item.name)

    def _box(self, column: Column, label: Label) -> QRectF:
        metrics = QFontMetricsF(self._look.mark_font)
        height = metrics.height() + 4
        width = metrics.horizontalAdvance(label.item.name) + 4
        left = column.box.right() - width if column.is_left else column.box.left()
        return QRectF(left, label.port[1] - height / 2, width, height)
