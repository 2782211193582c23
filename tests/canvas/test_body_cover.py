"""How much of a box would hide the body, compared with looking at every point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from consult_app.canvas.body_cover import CELL, BodyCover
from consult_app.canvas.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas.model import Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot

ROOM = QRectF(0, 0, 800, 600)


@pytest.fixture(scope="module", params=[False, True], ids=["face to face", "mirrored"])
def slots(request: pytest.FixtureRequest, front: Plate, back: Plate) -> tuple[Slot, ...]:
    return Stage((front, back), QSizeF(800, 600), is_mirrored=request.param).slots()


@pytest.fixture(scope="module")
def cover(art: PlateArt, slots: Sequence[Slot]) -> BodyCover:
    return BodyCover(art, slots, ROOM)


@pytest.fixture(scope="module")
def bodies(art: PlateArt, slots: Sequence[Slot]) -> list[list[bool]]:
    """Whether a body stands at each point of the grid, looked at one by one."""
    columns, rows = int(ROOM.width() / CELL) + 1, int(ROOM.height() / CELL) + 1
    return [[_is_body(art, slots, QPointF(i * CELL, j * CELL)) for i in range(columns)] for j in range(rows)]


def _is_body(art: PlateArt, slots: Sequence[Slot], point: QPointF) -> bool:
    for slot in slots:
        level = slot.plate.levels[-1]
        spot = slot.to_plate(point) * (level.width / slot.plate.width)
        x, y = int(spot.x()), int(spot.y())
        is_inside = spot.x() >= 0 and spot.y() >= 0 and x < level.width and y < level.height
        if is_inside and art.index(level)[y * level.width + x]:
            return True
    return False


@given(st.integers(0, 700), st.integers(0, 500), st.integers(1, 400), st.integers(1, 400))
def test_the_share_is_that_of_the_points_in_the_box(
    cover: BodyCover, bodies: list[list[bool]], x: int, y: int, width: int, height: int
) -> None:
    box = QRectF(x, y, width, height)
    rows = bodies[int(box.top() / CELL) : int((box.bottom() + CELL) / CELL)]
    looked = [cell for row in rows for cell in row[int(box.left() / CELL) : int((box.right() + CELL) / CELL)]]
    assert cover.share(box) == pytest.approx(sum(looked) / len(looked), abs=0.02)


def test_a_box_over_the_trunk_hides_it(cover: BodyCover, slots: Sequence[Slot]) -> None:
    trunk = slots[0].figure().center()
    assert cover.share(QRectF(trunk.x() - 15, trunk.y() - 120, 30, 60)) == 1.0


def test_a_box_in_the_corner_hides_nothing(cover: BodyCover) -> None:
    assert cover.share(QRectF(0, 0, 60, 30)) == 0.0


@pytest.mark.parametrize("box", [QRectF(-500, -500, 100, 100), QRectF(5000, 10, 30, 30), QRectF()])
def test_a_box_outside_the_room_hides_nothing(cover: BodyCover, box: QRectF) -> None:
    assert cover.share(box) == 0.0
