"""How much of a box in the figure's widget would hide the body or what is written beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot

CELL = 12.0
"""Logical pixels between the points that are looked at."""


class BodyCover:
    """A coarse grid of where the bodies stand, summed up so that any box is answered at once.

    ``written`` are boxes of the widget that hold words and count as body.
    """

    def __init__(
        self, art: PlateArt, slots: Sequence[Slot], room: QRectF, written: Sequence[QRectF] = ()
    ) -> None:
        self._columns = int(room.width() / CELL) + 1
        self._rows = int(room.height() / CELL) + 1
        grid = [bytearray(self._columns) for _ in range(self._rows)]
        for slot in slots:
            self._mark(grid, art, slot)
        for box in written:
            self._fill(grid, box)
        self._sums = [[0] * (self._columns + 1)]
        for line in grid:
            self._sums.append(_running(self._sums[-1], line))

    def _mark(self, grid: list[bytearray], art: PlateArt, slot: Slot) -> None:
        level = slot.plate.levels[-1]
        raster = art.index(level)
        to_level = level.width / slot.plate.width
        xs = [slot.to_plate(QPointF(i * CELL, 0)).x() * to_level for i in range(self._columns)]
        inside = [(i, int(x)) for i, x in enumerate(xs) if 0 <= x < level.width]
        for row in range(self._rows):
            y = int(slot.to_plate(QPointF(0, row * CELL)).y() * to_level)
            if 0 <= y < level.height:
                start = y * level.width
                for column, x in inside:
                    if raster[start + x]:
                        grid[row][column] = 1

    def _fill(self, grid: list[bytearray], box: QRectF) -> None:
        left, right = self._held(box.left(), self._columns), self._held(box.right() + CELL, self._columns)
        top, bottom = self._held(box.top(), self._rows), self._held(box.bottom() + CELL, self._rows)
        for row in range(top, bottom):
            grid[row][left:right] = bytes([1]) * (right - left)

    def share(self, box: QRectF) -> float:
        """Return the share (0 to 1) of a box, in widget coordinates, that lies over a body."""
        left, right = self._held(box.left(), self._columns), self._held(box.right() + CELL, self._columns)
        top, bottom = self._held(box.top(), self._rows), self._held(box.bottom() + CELL, self._rows)
        cells = (right - left) * (bottom - top)
        if cells <= 0:
            return 0.0
        sums = self._sums
        return (sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]) / cells

    @staticmethod
    def _held(position: float, most: int) -> int:
        return min(max(int(position / CELL), 0), most)


def _running(above: list[int], line: Iterable[int]) -> list[int]:
    sums, total = [0], 0
    for column, value in enumerate(line, start=1):
        total += value
        sums.append(above[column] + total)
    return sums
