"""Blocks of text or buttons in as many columns as there is room for, about equally tall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.gui.layout import Arranged, arrange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class Columns(Arranged):
    """Keeps each block whole; ``least`` is the width in logical pixels below which there is a column less."""

    def __init__(self, blocks: Sequence[QWidget], least: int, most: int, gap: int) -> None:
        super().__init__()
        self._blocks, self._least, self._most, self._gap = list(blocks), least, most, gap
        for block in self._blocks:
            block.setParent(self)

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        fitting = (width + self._gap) // (self._least + self._gap)
        count = max(1, min(self._most, fitting, len(self._blocks)))
        each = (width - (count - 1) * self._gap) // count
        tall = [arrange(block, each) for block in self._blocks]
        columns = _shared_out(tall, count)
        heights = []
        for number, column in enumerate(columns):
            y = 0
            for place in column:
                self._blocks[place].setGeometry(number * (each + self._gap), y, each, tall[place])
                y += tall[place] + self._gap
            heights.append(y - self._gap)
        return max(heights, default=0)


def _shared_out(heights: Sequence[int], count: int) -> list[list[int]]:
    """Return the numbers of the blocks of each column: the tallest first, each to the shortest column."""
    columns: list[list[int]] = [[] for _ in range(count)]
    for place in sorted(range(len(heights)), key=lambda place: -heights[place]):
        shortest = min(columns, key=lambda column: sum(heights[known] for known in column))
        shortest.append(place)
    return sorted(sorted(column) for column in columns)


class Pairs(Arranged):
    """Cards in two columns of equal rows, or one below the other where there is too little room."""

    def __init__(self, cards: Sequence[QWidget], gap: int, least: int) -> None:
        super().__init__()
        self._cards, self._gap, self._least = cards, gap, least
        for card in cards:
            card.setParent(self)

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        across = 2 if (width - self._gap) // 2 >= self._least else 1
        each = (width - (across - 1) * self._gap) // across
        y = 0
        for start in range(0, len(self._cards), across):
            row = self._cards[start : start + across]
            tall = max(arrange(card, each) for card in row)
            for number, card in enumerate(row):
                card.setGeometry(number * (each + self._gap), y, each, tall)
            y += tall + self._gap
        return max(0, y - self._gap)
