"""The small choice where a tap lies between muscle groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.gui.buttons import LEAST_HEIGHT, Button
from tests.gui.conftest import bury

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from consult_app.gui.chooser import Chooser
    from consult_app.gui.main_window import MainWindow


@pytest.fixture
def regions(window: MainWindow) -> tuple[str, str]:
    """Two regions of two groups."""
    first, *rest = window.figure.plates[0].regions
    return first.id, next(region.id for region in rest if region.group != first.group)


@pytest.fixture
def chooser(window: MainWindow, regions: tuple[str, str]) -> Chooser:
    """The chooser, open."""
    window.figure.regions_offered.emit(regions, QPoint(200, 200))
    QApplication.processEvents()
    return window.chooser


def _buttons(chooser: Chooser) -> list[Button]:
    return [button for button in chooser.findChildren(Button) if button.isVisible()]


def test_it_offers_each_region_by_name(
    window: MainWindow, chooser: Chooser, regions: tuple[str, str]
) -> None:
    names = window.pane.regions.figure_words().regions
    assert chooser.isVisible()
    assert [button.text() for button in _buttons(chooser)] == [names[region] for region in regions]
    assert all(button.height() >= LEAST_HEIGHT for button in _buttons(chooser))


@pytest.mark.parametrize("spot", [(0, 0), (5000, 5000), (-50, 300), (300, 1)])
def test_it_stays_inside_the_figure(
    window: MainWindow, regions: tuple[str, str], spot: tuple[int, int]
) -> None:
    window.figure.regions_offered.emit(regions, QPoint(*spot))
    assert window.figure.rect().contains(window.chooser.geometry())


def test_a_choice_is_explained_and_the_offer_gone(
    window: MainWindow, chooser: Chooser, regions: tuple[str, str]
) -> None:
    QTest.mouseClick(_buttons(chooser)[1], Qt.MouseButton.LeftButton)
    selection = window._model.now.selection
    assert selection is not None
    assert f"{selection.muscle}:{selection.side}" == regions[1]
    assert not chooser.isVisible()


def test_the_first_button_has_the_focus(window: MainWindow, chooser: Chooser) -> None:
    assert window.focusWidget() is _buttons(chooser)[0]


def test_escape_takes_the_offer_back_and_keeps_the_selection(
    window: MainWindow, regions: tuple[str, str]
) -> None:
    window.select("upper-trapezius")
    window.figure.regions_offered.emit(regions, QPoint(200, 200))
    QTest.keyClick(_buttons(window.chooser)[0], Qt.Key.Key_Escape)
    assert not window.chooser.isVisible()
    assert window._model.now.selection is not None


def test_a_tap_beside_takes_the_offer_back(window: MainWindow, chooser: Chooser) -> None:
    QTest.mouseClick(window.figure, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not chooser.isVisible()


def test_a_tap_on_the_question_itself_chooses_nothing(
    window: MainWindow, regions: tuple[str, str], qtbot: QtBot
) -> None:
    figure = window.figure
    spot = _heading_over_a_muscle(window, regions)
    with qtbot.assertNotEmitted(figure.region_activated):
        QTest.mouseClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        QApplication.processEvents()
    assert window.chooser.isVisible()


def _heading_over_a_muscle(window: MainWindow, regions: tuple[str, str]) -> QPoint:
    """Open the chooser so that its heading hides a muscle; return where that is in the window."""
    for x in range(0, window.figure.width(), 10):
        window.figure.regions_offered.emit(regions, QPoint(x, 300))
        QApplication.processEvents()
        heading = window.chooser._heading
        spot = heading.mapTo(window.figure, heading.rect().center())
        if window.figure.region_at(QPointF(spot)) is not None:
            return window.figure.mapTo(window, spot)
    raise AssertionError


def test_turning_the_figure_takes_the_offer_back(window: MainWindow, chooser: Chooser) -> None:
    window.actions_by_id["view.back"].trigger()
    assert not chooser.isVisible()


def test_buttons_of_an_old_offer_are_gone(
    window: MainWindow, chooser: Chooser, regions: tuple[str, str]
) -> None:
    window.figure.regions_offered.emit(regions, QPoint(100, 100))
    bury()
    assert len(chooser.findChildren(Button)) == 2


def test_it_takes_the_theme_of_the_moment(window: MainWindow, regions: tuple[str, str]) -> None:
    window.set_theme("dark")
    window.figure.regions_offered.emit(regions, QPoint(100, 100))
    image = window.chooser.grab().toImage()
    assert image.pixelColor(20, 8) == window.theme.colour("panel")
    ink = window.chooser._heading.palette().windowText().color()
    assert ink == window.theme.colour("ink")
