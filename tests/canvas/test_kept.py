"""Small pictures are drawn when they are new, kept from the second time on, and forgotten when told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from consult_app.canvas.kept import MOST, Kept

pytestmark = pytest.mark.usefixtures("qapp")
BOX = QRectF(10, 20, 30, 15)


class _Pen:
    """Fills a box, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        self.count += 1
        painter.fillRect(box, QColor("teal"))


def _paint(kept: Kept, pen: _Pen, box: QRectF = BOX, key: str = "a") -> QImage:
    image = QImage(80, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    kept.paint(painter, box, key, pen)
    painter.end()
    return image


def test_the_third_time_nothing_is_drawn_and_the_picture_is_the_same() -> None:
    kept, pen = Kept(), _Pen()
    pictures = [_paint(kept, pen) for _ in range(3)]
    assert pen.count == 2
    assert pictures[0] == pictures[1] == pictures[2]
    assert pictures[2].pixelColor(10, 20) == QColor("teal")
    assert pictures[2].pixelColor(9, 20) == QColor("white")


def test_it_moves_without_being_drawn_anew() -> None:
    kept, pen = Kept(), _Pen()
    _paint(kept, pen)
    _paint(kept, pen)
    moved = _paint(kept, pen, BOX.translated(20, 5))
    assert pen.count == 2
    assert moved.pixelColor(30, 25) == QColor("teal")


def test_another_key_size_or_look_is_drawn() -> None:
    kept, pen = Kept(), _Pen()
    for _ in range(2):
        _paint(kept, pen)
    _paint(kept, pen, key="b")
    _paint(kept, pen, BOX.adjusted(0, 0, 4, 0))
    assert pen.count == 4
    kept.forget()
    _paint(kept, pen)
    assert pen.count == 5


def test_the_number_of_pictures_is_bounded() -> None:
    kept, pen = Kept(), _Pen()
    for number in range(2 * MOST):
        _paint(kept, pen, key=str(number))
    assert len(kept._pictures) == MOST
    pen.count = 0
    _paint(kept, pen, key=str(2 * MOST - 1))
    _paint(kept, pen, key="0")
    assert pen.count == 2
