"""Showing where it hurts, as a finger would do it, and reading what the page then lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.atlas.storage import read_marks
from consult_app.atlas.touched import middle_of
from consult_app.consultation import PAIN_MAP, Viewpoint
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.pain_map_page import MatchCard
from tests.gui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas.model import Plate
    from consult_app.canvas.figure_view import FigureView
    from consult_app.gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def show_pain(window: MainWindow, *zones: str) -> None:
    """Ask where it hurts, and note some zones as their buttons do."""
    window.choose_topic(PAIN_MAP.kind, PAIN_MAP.id)
    for key in zones:
        stroke = window.panel._pain_reading().touch(key, window._model.now.viewpoint)
        assert stroke is not None, key
        window._model.step(window._model.now.hurt(stroke))


def look_at(window: MainWindow, plate: Plate) -> None:
    """Turn the figure to a plate; the layer of the skin is the uppermost."""
    view = Viewpoint(plate.azimuth, "superficial", plate.part)
    window._model.step(window._model.now.look_from(view))
    settle(window)


def spot_of(window: MainWindow, plate: Plate, place: tuple[float, float]) -> QPoint:
    """Return where a place of a plate is in the figure."""
    slot = next(slot for slot in window.figure.slots if slot.plate.azimuth == plate.azimuth)
    return slot.transform().map(QPointF(*place)).toPoint()


def touch_zone(window: MainWindow, key: str) -> None:
    """Turn to where a zone is seen best and touch its middle with the mouse."""
    atlas = window._content.atlas
    plate = atlas.plate_by_id[atlas.zone_best[key][0]]
    look_at(window, plate)
    rings = read_marks(window._content.resources / "atlas", plate).zones[key]
    QTest.mouseClick(window.figure, LEFT, pos=spot_of(window, plate, middle_of(rings)))
    QApplication.processEvents()


def drag(figure: FigureView, spots: Sequence[QPoint]) -> None:
    """Press at the first spot, go over the others and leave at the last."""
    QTest.mousePress(figure, LEFT, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(figure, spot)
        QApplication.processEvents()
    QTest.mouseRelease(figure, LEFT, pos=spots[-1])
    QApplication.processEvents()


def cards(window: MainWindow) -> list[MatchCard]:
    """Return the muscle groups of the page from top to bottom, those behind “more” as well."""
    page = window.panel.page
    for part in page.findChildren(Disclosure):
        if part.text == window._words("ui.pain-map.more") and not part.is_open:
            part.toggle()
    return sorted(page.findChildren(MatchCard), key=lambda card: card.mapTo(page, QPoint(0, 0)).y())
