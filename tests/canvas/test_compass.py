"""The compass shows where the body looks, and turns it by press and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from consult_app.canvas.compass import Compass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from consult_app.canvas.palette import FigurePalette
    from consult_app.gui.theme import Theme


@pytest.fixture
def compass(qtbot: QtBot, palette: FigurePalette, make_theme: Callable[..., Theme]) -> Iterator[Compass]:
    figure = QWidget()
    qtbot.addWidget(figure)
    dial = Compass(figure, ("L", "R"), palette)
    dial.set_looks(palette, make_theme().font("label"))
    figure.show()
    yield dial
    figure.close()


@pytest.mark.parametrize(
    ("way", "azimuth"), [((0, 30), 0), ((-30, 0), 90), ((0, -30), 180), ((30, 0), 270), ((-20, 20), 45)]
)
def test_a_press_asks_for_where_the_nose_would_point(
    compass: Compass, way: tuple[int, int], azimuth: int
) -> None:
    middle = QPointF(compass.width() / 2, compass.height() / 2)
    assert compass.azimuth_at(middle + QPointF(*way)) == pytest.approx(azimuth)
    compass.set_mirrored(True)
    assert compass.azimuth_at(middle + QPointF(*way)) == pytest.approx(-azimuth % 360)


def test_a_press_in_the_middle_asks_for_nothing(compass: Compass) -> None:
    assert compass.azimuth_at(QPointF(compass.width() / 2 + 1, compass.height() / 2)) is None


def test_a_press_and_a_drag_turn(compass: Compass) -> None:
    asked: list[float] = []
    compass.azimuth_asked.connect(asked.append)
    middle = compass.rect().center()
    QTest.mousePress(compass, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, -30))
    QTest.mouseMove(compass, middle + QPoint(-30, 0))
    QTest.mouseRelease(compass, Qt.MouseButton.LeftButton, pos=middle + QPoint(-30, 0))
    assert asked[0] == pytest.approx(180, abs=3)


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Up, 1)])
def test_arrow_keys_step(compass: Compass, key: Qt.Key, step: int) -> None:
    asked: list[int] = []
    compass.step_asked.connect(asked.append)
    QTest.keyClick(compass, key)
    QTest.keyClick(compass, Qt.Key.Key_Home)
    assert asked == [step]


def test_another_angle_is_another_picture(compass: Compass) -> None:
    front = _kept_picture(compass)
    compass.set_angle(90.0)
    assert _kept_picture(compass) != front
    compass.set_angle(0.0)
    assert _kept_picture(compass) == front


def _kept_picture(compass: Compass) -> QImage:
    """Return the dial as it is painted for the second time, from when on its picture is kept."""
    compass.grab()
    return compass.grab().toImage()
