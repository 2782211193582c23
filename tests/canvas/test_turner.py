"""The body turns: by hand, by key, without motion; and what is painted meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.canvas.figure_options import FigureOptions
from consult_app.canvas.figure_painter import Highlight
from tests.canvas.test_figure_view import _drag, _turn_wheel

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.figure_view import FigureView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ring(atlas: Atlas) -> tuple[Plate, ...]:
    return tuple(p for p in atlas.plates if (p.part, p.layer) == ("body", "superficial"))


@pytest.fixture
def turning(figure: FigureView, atlas: Atlas, ring: tuple[Plate, ...]) -> FigureView:
    """A figure that follows its own turns, as a window would let it."""

    def follow(azimuth: int) -> None:
        figure.show_plates([atlas.plate(azimuth), atlas.plate(azimuth + 180)], ring)

    figure.turn_asked.connect(follow)
    figure.show_plates([atlas.plate(0)], ring)
    figure.show_plates([atlas.plate(0), atlas.plate(180)], ring)
    figure.come_to_rest()
    return figure


def _rest(figure: FigureView) -> None:
    figure.come_to_rest()
    QApplication.processEvents()


def test_a_drag_to_the_left_shows_what_was_at_the_right(turning: FigureView) -> None:
    asked: list[int] = []
    turning.turn_asked.connect(asked.append)
    start = QPoint(500, 400)
    _drag(turning, start, *(start - QPoint(step, 0) for step in range(10, 320, 10)))
    _rest(turning)
    assert 0 < asked[-1] <= 180
    assert turning.plates[0].azimuth == asked[-1]


def test_mirrored_a_drag_turns_the_other_way(turning: FigureView) -> None:
    asked: list[int] = []
    turning.turn_asked.connect(asked.append)
    turning.set_mirrored(True)
    start = QPoint(500, 400)
    _drag(turning, start, *(start - QPoint(step, 0) for step in range(10, 240, 10)))
    _rest(turning)
    assert 180 <= asked[-1] < 360


def test_a_drag_up_or_down_turns_nothing(turning: FigureView) -> None:
    asked: list[int] = []
    turning.turn_asked.connect(asked.append)
    start = QPoint(500, 400)
    _drag(turning, start, start + QPoint(2, 60), start + QPoint(90, 160))
    assert asked == []


def test_a_zoomed_body_is_moved_by_a_drag_and_turned_with_shift(turning: FigureView) -> None:
    asked: list[int] = []
    turning.turn_asked.connect(asked.append)
    turning.zoom_in()
    start = QPoint(500, 400)
    _drag(turning, start, start - QPoint(120, 0))
    assert asked == []
    pointer = turning._gestures.pointer
    assert pointer.is_zoomed
    turning.bodies.turner.hold(0.0)
    turning.bodies.turner.drag(300, 900)
    turning.bodies.turner.release()
    assert asked


def test_a_sideways_wheel_turns_by_plates(turning: FigureView) -> None:
    asked: list[int] = []
    turning.turn_asked.connect(asked.append)
    _turn_wheel(turning, QPointF(400, 400), 1)
    assert asked == []
    assert turning.zoom > 1
    turning._gestures.pointer.stepped.emit(1)
    assert asked == [turning.plates[0].azimuth]


def test_the_way_to_another_plate_is_shown_and_ends_at_it(turning: FigureView, atlas: Atlas) -> None:
    angles: list[float] = []
    turning.angle_changed.connect(angles.append)
    turning.show_plates([atlas.plate(90), atlas.plate(270)], turning_ring(atlas))
    assert turning.is_moving
    motion = turning.bodies.turner._motion
    for elapsed in (50, 100, 200, 5000):
        motion.advance(elapsed)
        turning.grab()
    assert not turning.is_moving
    assert angles == sorted(angles)
    assert angles[-1] == 90


def turning_ring(atlas: Atlas) -> tuple[Plate, ...]:
    return tuple(p for p in atlas.plates if (p.part, p.layer) == ("body", "superficial"))


def test_without_motion_the_same_is_reached_at_once(turning: FigureView, atlas: Atlas) -> None:
    turning.set_options(FigureOptions(is_still=True))
    turning.show_plates([atlas.plate(90), atlas.plate(270)], turning_ring(atlas))
    assert not turning.is_moving
    start = QPoint(500, 400)
    _drag(turning, start, *(start - QPoint(step, 0) for step in range(10, 320, 10)))
    assert not turning.is_moving
    assert turning.plates[0].azimuth != 90


def test_a_press_stops_a_turn_at_its_end(turning: FigureView, atlas: Atlas) -> None:
    turning.show_plates([atlas.plate(180), atlas.plate(0)], turning_ring(atlas))
    assert turning.is_moving
    QTest.mousePress(turning, LEFT, pos=QPoint(5, 5))
    assert not turning.is_moving
    assert turning.bodies.turner.angle % 360 == 180
    QTest.mouseRelease(turning, LEFT, pos=QPoint(5, 5))


@pytest.mark.parametrize("strong", [0.1, 0.5, 0.9])
def test_what_is_lit_stays_lit_while_the_body_turns(turning: FigureView, strong: float) -> None:
    lit = Highlight(selected=frozenset({"gluteus-maximus:left", "rectus-femoris:left"}))
    turning.set_highlight(lit)
    turning.bodies.turner.hold(90 * strong)
    image = turning.grab().toImage()
    wanted = turning._art.palette.selected.hslHue()
    hues = [image.pixelColor(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
    assert sum(abs(c.hslHue() - wanted) < 16 and c.hslSaturation() > 120 for c in hues) > 20


def test_a_body_between_two_plates_is_as_solid_as_at_rest(turning: FigureView) -> None:
    """Muscles that two plates share must not let the ground shine through while one melts into the other."""
    turning.bodies.turner.hold(1.0)
    alone = turning.grab().toImage()
    slot = turning.slots[0]
    spot = slot.transform().map(QPointF(slot.plate.axis[0], slot.plate.height * 0.3)).toPoint()
    turning.bodies.turner.hold(45.0)
    between = turning.grab().toImage()
    ground = turning._art.palette.background.lightness()
    assert alone.pixelColor(spot).lightness() < ground - 10
    assert between.pixelColor(spot).lightness() < ground - 10


def test_idle_loading_ends_and_nothing_ticks(
    turning: FigureView, ring: tuple[Plate, ...], qtbot: object
) -> None:
    turning.come_to_rest()
    ahead = turning.bodies._ahead
    qtbot.waitUntil(lambda: not ahead.is_waiting, timeout=8000)
    art = turning.bodies.turner.art
    height = turning.slots[0].rect().height()
    assert all(art.has(plate, height) for plate in ring if plate not in turning.plates)
    assert not turning.is_moving
