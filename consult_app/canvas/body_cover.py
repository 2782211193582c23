"""How much of a box in the figure's widget would hide the body or what is written beside it."""

from __future__ import annotations

from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

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
            self._sums.append(list(map(add, self._sums[-1], accumulate(line, initial=0))))

    def _mark(self, grid: list[bytearray], art: PlateArt, slot: Slot) -> None:
        level = slot.plate.levels[-1]
        raster = art.index(level)
        to_level = level.width / slot.plate.width
        xs = [slot.to_plate(QPointF(i * CELL, 0)).x() * to_level for i in range(self._columns)]
        inside = [(i, int(x)) for i, x in enumerate(xs) if 0 <= x < level.width]
        for row, cells in enumerate(grid):
            y = int(slot.to_plate(QPointF(0, row * CELL)).y() * to_level)
            if 0 <= y < level.height:
                line = raster[y * level.width : (y + 1) * level.width]
                for column in [i for i, x in inside if line[x]]:
                    cells[column] = 1

    def _fill(self, grid: list[bytearray], box: QRectF) -> None:
        left, right = self._held(box.left(), self._columns), self._held(box.right() + CELL, self._columns)
        top, bottom = self._held(box.top(), self._rows), self._held(box.bottom() + CELL, self._rows)
        for row in range(top, bottom):
            grid[row][left:right] = bytes([1]) * (right - left)

    def share(self, box: QRectF) -> float:
        """Return the share (0 to 1) of a box, in widget coordinates, that lies over a body."""
        return self.share_at(box.left(), box.top(), box.width(), box.height())

    def share_at(self, left: float, top: float, width: float, height: float) -> float:
        """Return the same for a box that is given by its corner and size: quicker, where many are tried."""
        first, last = self._held(left, self._columns), self._held(left + width + CELL, self._columns)
        upper, lower = self._held(top, self._rows), self._held(top + height + CELL, self._rows)
        cells = (last - first) * (lower - upper)
        if cells <= 0:
            return 0.0
        above, below = self._sums[upper], self._sums[lower]
        return (below[last] - above[last] - below[first] + above[first]) / cells

    @staticmethod
    def _held(position: float, most: int) -> int:
        cell = int(position / CELL)
        return 0 if cell < 0 else most if cell > most else cell
