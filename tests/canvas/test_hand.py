"""A finger that draws: real presses, drags and releases become strokes in pixels of the right plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.canvas.drawn import Drawn, Tool
from consult_app.canvas.hand import FINGERTIP
from consult_app.consultation import Stroke, Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from consult_app.atlas.model import Plate
    from consult_app.canvas.figure_view import FigureView

LEFT = Qt.MouseButton.LeftButton
PEN, TOUCH = Tool("pen", "blue"), Tool("touch")
ON_CHEST = ((300.0, 420.0), (330.0, 440.0), (360.0, 430.0), (400.0, 450.0))
"""A way over the chest, in pixels of the front plate: it begins on the patient's right."""


@pytest.fixture
def drawn(figure: FigureView) -> list[Stroke]:
    """What was drawn so far."""
    strokes: list[Stroke] = []
    figure.surface.hand.drew.connect(strokes.append)
    return strokes


def _spots(figure: FigureView, places: Sequence[tuple[float, float]], slot: int = 0) -> list[QPoint]:
    transform = figure.slots[slot].transform()
    return [transform.map(QPointF(*place)).toPoint() for place in places]


def _drag(figure: FigureView, spots: Sequence[QPoint]) -> None:
    QTest.mousePress(figure, LEFT, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(figure, spot)
        QApplication.processEvents()
    QTest.mouseRelease(figure, LEFT, pos=spots[-1])


def _plain(_figure: FigureView) -> None: ...


def _mirrored(figure: FigureView) -> None:
    figure.set_mirrored(True)


def _closer(figure: FigureView) -> None:
    figure.zoom_at(QPointF(*_spots(figure, ON_CHEST)[0].toTuple()), 2.5)


def _closer_in_the_mirror(figure: FigureView) -> None:
    figure.set_mirrored(True)
    _closer(figure)


@pytest.mark.parametrize("look", [_plain, _mirrored, _closer, _closer_in_the_mirror])
@pytest.mark.parametrize("tool", [PEN, TOUCH], ids=["pen", "touch"])
def test_a_drag_becomes_a_stroke_where_the_finger_was_on_the_body(
    figure: FigureView, drawn: list[Stroke], look: Callable[[FigureView], None], tool: Tool
) -> None:
    look(figure)
    figure.surface.hold(tool)
    _drag(figure, _spots(figure, ON_CHEST))
    (stroke,) = drawn
    assert (stroke.kind, stroke.colour) == (tool.kind, tool.colour)
    assert stroke.view == Viewpoint(0, "superficial", "body")
    off = 0.8 / figure.slots[0].scale  # the mouse knows whole pixels alone
    assert len(stroke.points) == len(ON_CHEST)
    for found, wanted in zip(stroke.points, ON_CHEST, strict=True):
        assert found == pytest.approx(wanted, abs=off)


def test_what_is_drawn_on_the_other_plate_belongs_to_that_view(
    figure: FigureView, drawn: list[Stroke]
) -> None:
    figure.surface.hold(PEN)
    _drag(figure, _spots(figure, ON_CHEST, slot=1))
    assert drawn[0].view == Viewpoint(180, "superficial", "body")
    assert drawn[0].points[0] == pytest.approx(ON_CHEST[0], abs=0.8 / figure.slots[1].scale)


def test_in_the_mirror_the_other_side_of_the_screen_is_meant(
    figure: FigureView, drawn: list[Stroke], front: Plate
) -> None:
    spot = _spots(figure, ON_CHEST[:1])[0]
    figure.surface.hold(PEN)
    _drag(figure, [spot])
    figure.set_mirrored(True)
    box = figure.slots[0].rect()
    across = QPoint(round(box.left() + box.right() - spot.x()), spot.y())
    _drag(figure, [across])
    assert drawn[1].points[0] == pytest.approx(drawn[0].points[0], abs=2 / figure.slots[0].scale)
    assert drawn[0].points[0][0] < front.axis[0], "the patient's right is at the left of the front plate"


def test_a_single_tap_marks_a_spot_as_wide_as_a_fingertip(figure: FigureView, drawn: list[Stroke]) -> None:
    figure.surface.hold(TOUCH)
    _drag(figure, _spots(figure, ON_CHEST[:1]))
    (stroke,) = drawn
    assert len(stroke.points) == 1
    assert stroke.width >= FINGERTIP * figure.slots[0].plate.pixels_per_metre


def test_a_trembling_finger_marks_one_spot(figure: FigureView, drawn: list[Stroke]) -> None:
    figure.surface.hold(TOUCH)
    spot = _spots(figure, ON_CHEST[:1])[0]
    _drag(figure, [spot, spot + QPoint(2, 1), spot + QPoint(0, 3), spot])
    assert len(drawn[0].points) == 1


def test_beside_the_body_a_finger_that_shows_pain_moves_the_picture(
    figure: FigureView, drawn: list[Stroke]
) -> None:
    figure.zoom_at(QPointF(500, 450), 1.5)
    before = figure.slots[0].origin
    figure.surface.hold(TOUCH)
    corner = QPoint(12, 12)
    _drag(figure, [corner, corner + QPoint(30, 10), corner + QPoint(60, 20)])
    assert drawn == []
    assert figure.slots[0].origin - before == QPointF(60, 20)


def test_while_one_draws_no_muscle_is_chosen(figure: FigureView, drawn: list[Stroke]) -> None:
    chosen: list[str] = []
    figure.region_activated.connect(chosen.append)
    spots = _spots(figure, ON_CHEST[:1])
    figure.surface.hold(TOUCH)
    _drag(figure, spots)
    assert (len(drawn), chosen) == (1, [])
    figure.surface.hold(None)
    _drag(figure, spots)
    assert len(drawn) == 1
    assert len(chosen) == 1


def test_an_arrow_keeps_its_ends_and_needs_a_way(figure: FigureView, drawn: list[Stroke]) -> None:
    figure.surface.hold(Tool("arrow", "red"))
    _drag(figure, _spots(figure, ON_CHEST[:1]))
    assert drawn == []
    _drag(figure, _spots(figure, ON_CHEST))
    off = 0.8 / figure.slots[0].scale
    assert len(drawn[0].points) == 2
    assert drawn[0].points[0] == pytest.approx(ON_CHEST[0], abs=off)
    assert drawn[0].points[1] == pytest.approx(ON_CHEST[-1], abs=off)


def test_a_stamp_stands_where_the_finger_leaves(figure: FigureView, drawn: list[Stroke]) -> None:
    figure.surface.hold(Tool("stamp", "green", "star"))
    _drag(figure, _spots(figure, ON_CHEST))
    (stroke,) = drawn
    assert (stroke.kind, stroke.shape, len(stroke.points)) == ("stamp", "star", 1)
    assert stroke.points[0] == pytest.approx(ON_CHEST[-1], abs=0.8 / figure.slots[0].scale)


def test_the_eraser_takes_the_stroke_it_touches_on_its_own_plate(figure: FigureView) -> None:
    here = Stroke("pen", Viewpoint(0), ON_CHEST, 8.0, "blue")
    behind = here._replace(view=Viewpoint(180))
    below = here._replace(view=Viewpoint(0, "deep"))
    erased: list[Stroke] = []
    figure.surface.hand.erased.connect(erased.append)
    figure.surface.hand.ink = (here, behind, below)
    figure.surface.hold(Tool("eraser"))
    _drag(figure, _spots(figure, [(300.0, 900.0)]))
    assert erased == []
    _drag(figure, _spots(figure, ON_CHEST[1:2]))
    assert erased == [here]


def test_another_button_of_the_mouse_draws_nothing(figure: FigureView, drawn: list[Stroke]) -> None:
    figure.surface.hold(PEN)
    spot = _spots(figure, ON_CHEST[:1])[0]
    QTest.mouseClick(figure, Qt.MouseButton.RightButton, pos=spot)
    assert drawn == []


def test_a_second_finger_takes_the_stroke_back(figure: FigureView, drawn: list[Stroke]) -> None:
    figure.surface.hold(PEN)
    spots = _spots(figure, ON_CHEST)
    QTest.mousePress(figure, LEFT, pos=spots[0])
    QTest.mouseMove(figure, spots[1])
    assert figure.surface.hand.live is not None
    figure.surface.finger.cancel()
    assert figure.surface.hand.live is None
    QTest.mouseRelease(figure, LEFT, pos=spots[1])
    assert drawn == []


def test_while_it_is_asked_where_it_hurts_the_body_is_covered_with_skin(figure: FigureView) -> None:
    spot = _spots(figure, [(330.0, 480.0)])[0]
    before = figure.grab().toImage().pixelColor(spot)
    figure.surface.show(Drawn(is_asking=True))
    covered = figure.grab().toImage().pixelColor(spot)
    figure.surface.show(Drawn())
    assert covered.hsvSaturation() < before.hsvSaturation() / 2
    assert figure.grab().toImage().pixelColor(spot) == before
