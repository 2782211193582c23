from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from consult_app.atlas.model import Plate
from consult_app.canvas.stage import MOST_ZOOM, PAIR_FROM_ASPECT, Slot, Stage


def _plate(name: str, width: int = 1000, height: int = 2600) -> Plate:
    return Plate(
        id=name,
        part="body",
        azimuth=0,
        layer="superficial",
        width=width,
        height=height,
        pixels_per_metre=1400.0,
        axis=(width / 2, height - 10.0),
        figure=(10, 10, width - 20, height - 20),
        levels=(),
        entries=(),
        outlines="",
        marks="",
        files={},
    )


FRONT, BACK = _plate("front"), _plate("back", 980, 2590)
WIDE = Stage((FRONT, BACK), QSizeF(1200, 900))

lengths = st.floats(-3000, 3000)
points = st.builds(QPointF, lengths, lengths)
sizes = st.builds(QSizeF, st.integers(200, 4000), st.integers(200, 3000))
slots = st.builds(
    Slot,
    st.just(FRONT),
    points,
    st.floats(0.02, 9),
    is_mirrored=st.booleans(),
    is_zoomed=st.booleans(),
)
factors = st.floats(0.2, 5)


@st.composite
def stages(draw: st.DrawFn) -> Stage:
    """Stages of any size, perhaps zoomed and panned a few times."""
    stage = Stage((FRONT, BACK), draw(sizes), is_mirrored=draw(st.booleans()))
    for factor in draw(st.lists(factors, max_size=3)):
        stage = stage.zoomed_at(_spot(stage, draw), factor)
        stage = stage.panned(draw(points))
    return stage


def _spot(stage: Stage, draw: st.DrawFn) -> QPointF:
    share = st.floats(0, 1)
    return QPointF(draw(share) * stage.size.width(), draw(share) * stage.size.height())


def _is_near(one: QPointF, other: QPointF, slack: float = 1e-4) -> bool:
    return (one - other).manhattanLength() < slack * (1 + one.manhattanLength())


@given(slots, points)
def test_to_plate_is_the_inverse_of_the_transform(slot: Slot, point: QPointF) -> None:
    assert _is_near(slot.transform().map(slot.to_plate(point)), point)


@given(slots)
def test_a_slot_covers_what_its_transform_makes_of_the_plate(slot: Slot) -> None:
    mapped = slot.transform().mapRect(QRectF(0, 0, slot.plate.width, slot.plate.height))
    assert _is_near(mapped.topLeft(), slot.rect().topLeft())
    assert _is_near(mapped.bottomRight(), slot.rect().bottomRight())


@given(stages())
def test_mirroring_turns_each_plate_around_within_its_own_box(stage: Stage) -> None:
    other = Stage(stage.plates, stage.size, stage.zoom, stage.pan, not stage.is_mirrored)
    for one, turned in zip(stage.slots(), other.slots(), strict=True):
        assert one.rect() == turned.rect()
        middle = one.rect().center()
        away = QPointF(10, 0)
        x = one.to_plate(middle + away).x() + turned.to_plate(middle + away).x()
        assert x == pytest.approx(one.plate.width, abs=1e-6)


@given(st.data(), stages(), factors)
def test_zooming_in_keeps_the_point_under_the_pointer(
    data: st.DataObject, stage: Stage, factor: float
) -> None:
    spot = _spot(stage, data.draw)
    zoomed = stage.zoomed_at(spot, max(1.0, factor))
    for before, after in zip(stage.slots(), zoomed.slots(), strict=True):
        assert _is_near(before.to_plate(spot), after.to_plate(spot))


@given(stages(), factors, points)
def test_zoom_stays_within_its_limits(stage: Stage, factor: float, point: QPointF) -> None:
    assert 1.0 <= stage.zoomed_at(point, factor).zoom <= MOST_ZOOM


@given(stages(), points)
def test_panning_always_leaves_the_middle_of_the_picture_in_reach(stage: Stage, by: QPointF) -> None:
    moved = stage.panned(by)
    picture = QRectF(QPointF(0, 0), moved.size * moved.zoom)
    picture.moveCenter(QPointF(moved.size.width() / 2, moved.size.height() / 2) + moved.pan)
    room = QRectF(QPointF(0, 0), moved.size)
    assert picture.adjusted(-1, -1, 1, 1).contains(room)


@given(sizes)
def test_an_unzoomed_stage_shows_every_plate_whole(size: QSizeF) -> None:
    room = QRectF(QPointF(0, 0), size).adjusted(-1, -1, 1, 1)
    shown = Stage((FRONT, BACK), size).slots()
    assert all(room.contains(slot.rect()) for slot in shown)


@given(sizes)
def test_two_plates_never_overlap(size: QSizeF) -> None:
    shown = Stage((FRONT, BACK), size).slots()
    assert len(shown) == 1 or not shown[0].rect().intersects(shown[1].rect())


def test_plates_stand_on_one_floor() -> None:
    floors = {round(slot.transform().map(QPointF(*slot.plate.axis)).y(), 6) for slot in WIDE.slots()}
    assert len(floors) == 1


def test_a_narrow_stage_shows_the_main_view_alone() -> None:
    size = QSizeF(900 * PAIR_FROM_ASPECT - 2, 900)
    assert [slot.plate for slot in Stage((FRONT, BACK), size).slots()] == [FRONT]


def test_a_stage_without_plates_or_room_is_empty() -> None:
    assert Stage((), QSizeF(500, 500)).slots() == ()
    assert Stage((FRONT,), QSizeF(0, 500)).slots() == ()


def test_the_whole_zoom_out_comes_back_to_the_fitted_picture() -> None:
    zoomed = WIDE.zoomed_at(QPointF(100, 700), 4).zoomed_at(QPointF(900, 100), 0.01)
    assert zoomed.slots() == WIDE.slots()


def test_the_nearest_plate_is_found_between_and_beside_plates() -> None:
    left, right = WIDE.slots()
    assert WIDE.at(QPointF(0, 450)) == left
    assert WIDE.at(right.rect().center()) == right
    assert WIDE.at(QPointF(1199, 0)) == right


def test_the_figure_is_the_skin_within_the_plate() -> None:
    slot = WIDE.slots()[0]
    assert slot.rect().contains(slot.figure())
    assert slot.figure().width() == pytest.approx(980 * slot.scale)
