from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from consult_app.canvas.paths import ring_area, rings_to_path

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas
    from consult_app.canvas.plate_art import PlateArt

SQUARE = (0.0, 0.0, 10.0, 0.0, 10.0, 10.0, 0.0, 10.0)
HOLE = (4.0, 4.0, 6.0, 4.0, 6.0, 6.0, 4.0, 6.0)
numbers = st.floats(-1000, 1000)


def test_the_area_of_a_square_is_its_side_squared() -> None:
    assert ring_area(SQUARE) == 100


@pytest.mark.parametrize("ring", [(0.0, 0.0, 4.0, 0.0, 0.0, 3.0), (0.0, 3.0, 4.0, 0.0, 0.0, 0.0)])
def test_area_does_not_depend_on_the_direction(ring: tuple[float, ...]) -> None:
    assert ring_area(ring) == 6


@given(numbers, numbers)
def test_area_does_not_depend_on_the_place(dx: float, dy: float) -> None:
    moved = tuple(value + (dx, dy)[number % 2] for number, value in enumerate(SQUARE))
    assert ring_area(moved) == pytest.approx(100, abs=1e-6)


def test_a_ring_inside_another_is_a_hole() -> None:
    path = rings_to_path([SQUARE, HOLE])
    assert path.contains(QPointF(2, 2))
    assert not path.contains(QPointF(5, 5))


def test_no_rings_make_an_empty_path() -> None:
    assert rings_to_path([]).isEmpty()


def test_a_path_spans_what_its_ring_spans() -> None:
    box = rings_to_path([SQUARE]).boundingRect()
    assert (box.x(), box.y(), box.width(), box.height()) == (0, 0, 10, 10)


def test_every_region_of_the_atlas_has_an_outline_with_an_area(atlas: Atlas, art: PlateArt) -> None:
    flat = [
        (plate.id, region.id)
        for plate in atlas.plates
        for region in plate.regions
        if sum(map(ring_area, art.outlines(plate).regions.get(region.id, ()))) <= 0
    ]
    assert flat == []
