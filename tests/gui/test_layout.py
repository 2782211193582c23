"""Laying out a page in one pass."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from consult_app.gui.layout import Arranged, Beside, Card, Column, Flow, arrange

pytestmark = pytest.mark.usefixtures("qapp")


class Block(QWidget):
    """A widget of one size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        return self._size


class Paragraph(QWidget):
    """A widget of a certain area, like a wrapped text."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 -- Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 -- Qt's name
        return 10_000 // width


def _places(*widgets: QWidget) -> list[tuple[int, int, int, int]]:
    return [widget.geometry().getRect() for widget in widgets]  # type: ignore[misc]


def test_a_column_puts_widgets_one_below_the_other() -> None:
    first, second, column = Block(10, 30), Paragraph(), Column((5, 6, 7, 8))
    column.add(first, 99)
    column.add(second, 4)
    assert column.arrange(112) == 6 + 30 + 4 + 100 + 8
    assert _places(first, second) == [(5, 6, 100, 30), (5, 40, 100, 100)]


def test_a_hidden_widget_takes_no_room() -> None:
    first, second, column = Block(10, 30), Block(10, 20), Column()
    column.add(first)
    column.add(second, 4)
    second.hide()
    assert column.arrange(100) == 30


def test_a_column_stays_readable_where_there_is_much_room() -> None:
    block, column = Block(10, 30), Column(widest=200)
    column.add(block)
    column.arrange(1000)
    assert _places(block) == [(400, 0, 200, 30)]


@pytest.mark.parametrize("width", [0, 1, 5])
def test_a_column_without_room_still_has_a_height(width: int) -> None:
    column = Column((20, 20, 20, 20))
    column.add(Paragraph())
    assert column.arrange(width) > 0


def test_a_flow_fills_rows() -> None:
    blocks = [Block(40, 10), Block(40, 25), Block(40, 10)]
    flow = Flow(blocks, 8)
    assert flow.arrange(100) == 25 + 8 + 10
    assert _places(*blocks) == [(0, 0, 40, 10), (48, 0, 40, 25), (0, 33, 40, 10)]


def test_a_flow_narrows_what_is_too_wide() -> None:
    block = Block(400, 10)
    flow = Flow([block], 8)
    flow.arrange(100)
    assert block.width() == 100


def test_an_empty_flow_has_no_height() -> None:
    assert Flow([], 8).arrange(100) == 0


def test_beside_puts_the_narrow_one_at_the_right() -> None:
    main, aside = Block(10, 50), Block(10, 20)
    beside = Beside(main, aside, 30, 10, 50)
    assert beside.arrange(100) == 50
    assert _places(main, aside) == [(0, 0, 60, 50), (70, 0, 30, 20)]


def test_beside_puts_it_below_where_there_is_too_little_room() -> None:
    main, aside = Block(10, 50), Block(10, 20)
    beside = Beside(main, aside, 30, 10, 80)
    assert beside.arrange(100) == 50 + 5 + 20
    assert _places(main, aside) == [(0, 0, 100, 50), (0, 55, 100, 20)]


def test_a_card_holds_its_column_away_from_its_edges() -> None:
    block, card = Block(10, 30), Card(QColor("white"), QColor("red"), padding=16)
    card.add(block)
    assert card.arrange(100) == 14 + 30 + 14
    assert _places(block) == [(20, 14, 64, 30)]
    card.resize(100, 58)
    assert card.grab().toImage().pixelColor(2, 29) == QColor("red")


def test_any_widget_can_be_arranged() -> None:
    assert arrange(Block(10, 30), 100) == 30
    assert arrange(Paragraph(), 100) == 100
    with pytest.raises(NotImplementedError):
        Arranged().arrange(10)
