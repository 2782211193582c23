"""Tap, hover, drag, zoom and keys on the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.atlas.hit_test import Candidate
from consult_app.canvas import targets
from consult_app.canvas.figure_painter import Highlight
from consult_app.canvas.figure_view import FigureView
from consult_app.canvas.pointer import DRAG_FROM
from tests.canvas.places import inside_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot

LEFT = Qt.MouseButton.LeftButton


class Heard:
    """What a figure has signalled."""

    def __init__(self, figure: FigureView) -> None:
        self.activated: list[str] = []
        self.offered: list[tuple[str, ...]] = []
        self.background = 0
        figure.region_activated.connect(self.activated.append)
        figure.regions_offered.connect(self._on_offered)
        figure.background_tapped.connect(self._on_background)

    def _on_offered(self, regions: tuple[str, ...], _spot: QPoint) -> None:
        self.offered.append(tuple(regions))

    def _on_background(self) -> None:
        self.background += 1

    @property
    def is_silent(self) -> bool:
        return not (self.activated or self.offered or self.background)


@pytest.fixture
def heard(figure: FigureView) -> Heard:
    return Heard(figure)


@pytest.fixture(scope="module")
def places(atlas: Atlas, art: PlateArt) -> dict[str, dict[str, tuple[float, float]]]:
    """A point inside each region, by plate."""
    return {plate.id: inside_points(plate, art.index(plate.levels[0])) for plate in atlas.plates}


@pytest.fixture(scope="module")
def large(art: PlateArt) -> Iterator[FigureView]:
    """A figure so large that each plate pixel can be clicked."""
    view = FigureView(art)
    view.resize(2200, 5400)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def _spot(slot: Slot, place: tuple[float, float]) -> QPoint:
    spot = slot.transform().map(QPointF(*place))
    return spot.toPoint()


def _spot_of(figure: FigureView, places: dict[str, dict[str, tuple[float, float]]], region: str) -> QPoint:
    slot = next(slot for slot in figure.slots if region in places[slot.plate.id])
    return _spot(slot, places[slot.plate.id][region])


def _drag(figure: FigureView, *spots: QPoint) -> None:
    QTest.mousePress(figure, LEFT, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(figure, spot)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(spot),
            figure.mapToGlobal(QPointF(spot)),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(figure, move)
    QTest.mouseRelease(figure, LEFT, pos=spots[-1])


def _hover(figure: FigureView, spot: QPoint) -> None:
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(spot),
        figure.mapToGlobal(QPointF(spot)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(figure, move)


def _turn_wheel(figure: FigureView, spot: QPointF, steps: int) -> None:
    wheel = QWheelEvent(
        spot,
        figure.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt's signature
    )
    QApplication.sendEvent(figure, wheel)


@pytest.mark.parametrize("azimuth", [0, 90, 180, 270])
@pytest.mark.parametrize("is_mirrored", [False, True], ids=["face to face", "mirrored"])
def test_a_click_on_any_region_of_any_plate_answers_with_that_region(
    large: FigureView,
    atlas: Atlas,
    places: dict[str, dict[str, tuple[float, float]]],
    qtbot: QtBot,
    azimuth: int,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    plate = atlas.plate(azimuth)
    large.show_plates([plate])
    large.set_mirrored(is_mirrored)
    heard = Heard(large)
    expected = [region.id for region in plate.regions]
    for region in expected:
        qtbot.mouseClick(large, LEFT, pos=_spot(large.slots[0], places[plate.id][region]))
    assert expected
    assert heard.activated == expected


def test_every_region_of_the_atlas_is_on_some_plate(
    atlas: Atlas, places: dict[str, dict[str, tuple[float, float]]]
) -> None:
    shown = {region for points in places.values() for region in points}
    assert shown == {region.id for region in atlas.regions}


def test_a_tap_far_from_all_muscles_is_a_tap_on_the_background(figure: FigureView, heard: Heard) -> None:
    QTest.mouseClick(figure, LEFT, pos=QPoint(3, 3))
    assert (heard.activated, heard.offered, heard.background) == ([], [], 1)


def test_a_tap_just_beside_a_muscle_finds_it(
    figure: FigureView, places: dict[str, dict[str, tuple[float, float]]]
) -> None:
    spot = _spot_of(figure, places, "gastrocnemius-medial-head:left")
    while figure.region_at(QPointF(spot)) is not None:
        spot -= QPoint(1, 0)
    spot -= QPoint(4, 0)
    found = figure.candidates(QPointF(spot))
    assert figure.region_at(QPointF(spot)) is None
    assert found


def test_a_tap_between_two_groups_offers_both(
    figure: FigureView, heard: Heard, front: Plate, monkeypatch: pytest.MonkeyPatch
) -> None:
    soleus = next(region for region in front.regions if region.muscle == "soleus")
    other = next(region for region in front.regions if region.group != soleus.group)
    near = (Candidate(soleus, 3.0), Candidate(other, 3.5))
    monkeypatch.setattr(targets, "regions_near", lambda *_: near)
    QTest.mouseClick(figure, LEFT, pos=QPoint(3, 3))
    assert heard.offered == [(soleus.id, other.id)]
    assert not heard.activated


def test_two_muscles_of_one_group_are_no_question(
    figure: FigureView, heard: Heard, front: Plate, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_group: dict[str, list[str]] = {}
    for region in front.regions:
        by_group.setdefault(region.group, []).append(region.id)
    one, other = next(regions for regions in by_group.values() if len(regions) > 1)[:2]
    known = {region.id: region for region in front.regions}
    near = (Candidate(known[one], 3.0), Candidate(known[other], 3.0))
    monkeypatch.setattr(targets, "regions_near", lambda *_: near)
    QTest.mouseClick(figure, LEFT, pos=QPoint(3, 3))
    assert heard.activated == [one]


def test_a_clearly_nearer_group_is_no_question(
    figure: FigureView, heard: Heard, front: Plate, monkeypatch: pytest.MonkeyPatch
) -> None:
    soleus = next(region for region in front.regions if region.muscle == "soleus")
    other = next(region for region in front.regions if region.group != soleus.group)
    near = (Candidate(soleus, 3.0), Candidate(other, 300.0))
    monkeypatch.setattr(targets, "regions_near", lambda *_: near)
    QTest.mouseClick(figure, LEFT, pos=QPoint(3, 3))
    assert heard.activated == [soleus.id]


def test_a_drag_is_not_a_tap(figure: FigureView, heard: Heard) -> None:
    middle = QPoint(250, 300)
    _drag(figure, middle, middle + QPoint(DRAG_FROM + 20, 0))
    assert heard.is_silent


def test_a_drag_that_comes_back_is_not_a_tap(figure: FigureView, heard: Heard) -> None:
    middle = QPoint(250, 300)
    figure.zoom_in()
    _drag(figure, middle, middle + QPoint(80, 40), middle)
    assert heard.is_silent


def test_a_trembling_finger_still_taps(
    figure: FigureView, heard: Heard, places: dict[str, dict[str, tuple[float, float]]]
) -> None:
    spot = _spot_of(figure, places, "rectus-abdominis:left")
    _drag(figure, spot, spot + QPoint(2, 2))
    assert heard.activated == ["rectus-abdominis:left"]


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_taps(figure: FigureView, heard: Heard, button: Qt.MouseButton) -> None:
    QTest.mouseClick(figure, button, pos=QPoint(250, 300))
    assert heard.is_silent


def test_a_drag_moves_a_zoomed_picture_with_the_finger(figure: FigureView) -> None:
    figure.zoom_in()
    before, start = figure.slots[0].origin, QPoint(400, 400)
    _drag(figure, start, start + QPoint(30, -20))
    moved = figure.slots[0].origin - before
    assert (round(moved.x()), round(moved.y())) == (30, -20)


def test_a_drag_leaves_a_fitted_picture_where_it_is(figure: FigureView) -> None:
    before = figure.slots
    _drag(figure, QPoint(400, 400), QPoint(460, 460))
    assert figure.slots == before


def test_the_wheel_zooms_where_the_pointer_is(figure: FigureView, qtbot: QtBot) -> None:
    spot = QPointF(300, 250)
    before = figure.slots[0].to_plate(spot)
    with qtbot.waitSignal(figure.zoom_changed, timeout=500):
        _turn_wheel(figure, spot, 3)
    after = figure.slots[0].to_plate(spot)
    assert figure.zoom > 1.5
    assert (after - before).manhattanLength() < 0.01


def test_turning_the_wheel_back_fits_the_picture_again(figure: FigureView) -> None:
    before = figure.slots
    _turn_wheel(figure, QPointF(300, 250), 4)
    _turn_wheel(figure, QPointF(900, 800), -9)
    assert figure.slots == before


def test_closer_further_and_whole(figure: FigureView) -> None:
    figure.zoom_in()
    figure.zoom_in()
    closer = figure.zoom
    figure.zoom_out()
    assert 1.0 < figure.zoom < closer
    figure.fit()
    assert figure.zoom == 1.0


@pytest.mark.parametrize(("dx", "dy"), [(-1, 0), (1, 0), (0, -1), (0, 1)])
def test_looking_further_moves_the_picture_the_other_way(figure: FigureView, dx: int, dy: int) -> None:
    figure.zoom_in()
    before = figure.slots[0].origin
    figure.pan_step(dx, dy)
    moved = figure.slots[0].origin - before
    assert moved.x() * dx + moved.y() * dy < 0


def test_a_smaller_window_keeps_a_zoomed_body_in_sight(figure: FigureView) -> None:
    figure.zoom_at(QPointF(0, 0), 8.0)
    figure.resize(300, 300)
    QApplication.processEvents()
    assert figure._stage == figure._stage.panned(QPointF(0, 0))


def test_the_pointer_is_a_hand_over_a_muscle_and_an_arrow_beside(
    figure: FigureView, places: dict[str, dict[str, tuple[float, float]]]
) -> None:
    _hover(figure, _spot_of(figure, places, "rectus-abdominis:left"))
    assert figure.cursor().shape() == Qt.CursorShape.PointingHandCursor
    _hover(figure, QPoint(3, 3))
    assert figure.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_leaving_the_figure_forgets_the_hover(
    figure: FigureView, places: dict[str, dict[str, tuple[float, float]]]
) -> None:
    _hover(figure, _spot_of(figure, places, "rectus-abdominis:left"))
    QApplication.sendEvent(figure, QEvent(QEvent.Type.Leave))
    assert figure.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_selected_region_takes_the_hue_of_the_selection_and_others_stay(
    figure: FigureView, places: dict[str, dict[str, tuple[float, float]]]
) -> None:
    chosen = _spot_of(figure, places, "rectus-femoris:left")
    other = _spot_of(figure, places, "pectoralis-major:right")
    before = figure.grab().toImage()
    figure.set_highlight(Highlight(selected=frozenset({"rectus-femoris:left"})))
    after = figure.grab().toImage()
    wanted = figure._art.palette.selected.hslHue()
    assert abs(after.pixelColor(chosen).hslHue() - wanted) < 20
    assert after.pixelColor(chosen) != before.pixelColor(chosen)
    assert after.pixelColor(other) == before.pixelColor(other)


def test_a_figure_without_plates_paints_its_ground_and_hears_nothing(art: PlateArt, qtbot: QtBot) -> None:
    view = FigureView(art)
    qtbot.addWidget(view)
    view.resize(300, 300)
    heard = Heard(view)
    QTest.mouseClick(view, LEFT, pos=QPoint(150, 150))
    assert heard.background == 1
    assert view.grab().toImage().pixelColor(150, 150) == art.palette.background


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (40, 900), (900, 40)])
def test_any_size_can_be_painted(figure: FigureView, size: tuple[int, int]) -> None:
    figure.set_highlight(Highlight(selected=frozenset({"soleus:left"}), name="Soleus", side="your left"))
    figure.resize(*size)
    figure.grab()
