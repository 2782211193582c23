"""Which zones a touch or a line lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.storage import read_marks
from consult_app.atlas.touched import Line, middle_of, zones_touched

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Plate

SQUARE = (100.0, 100.0, 200.0, 100.0, 200.0, 200.0, 100.0, 200.0)
BESIDE = (200.0, 100.0, 300.0, 100.0, 300.0, 200.0, 200.0, 200.0)
HOLE = (140.0, 140.0, 160.0, 140.0, 160.0, 160.0, 140.0, 160.0)
ZONES = {"a:left": (SQUARE,), "b:left": (BESIDE,)}


@pytest.fixture(scope="module")
def plate(atlas: Atlas) -> Plate:
    """A plate of 1000 pixels to a metre: a step of the grid is four of them."""
    return atlas.plate(0)._replace(pixels_per_metre=1000.0)


def test_a_touch_means_the_zone_that_holds_its_middle(plate: Plate) -> None:
    found = zones_touched(plate, ZONES, Line(((195.0, 150.0),), 40.0))
    assert found == {"a:left": pytest.approx(0.02**2 * 3.14159, rel=0.01)}


def test_a_touch_beside_all_zones_means_the_nearest_within_reach(plate: Plate) -> None:
    assert set(zones_touched(plate, ZONES, Line(((80.0, 150.0),), 20.0))) == {"a:left"}
    assert set(zones_touched(plate, ZONES, Line(((330.0, 150.0),), 20.0))) == {"b:left"}
    assert zones_touched(plate, ZONES, Line(((30.0, 150.0),), 20.0)) == {}


def test_a_line_is_shared_out_by_area(plate: Plate) -> None:
    found = zones_touched(plate, ZONES, Line(((120.0, 150.0), (260.0, 150.0)), 20.0))
    assert found["a:left"] / found["b:left"] == pytest.approx(90 / 70, rel=0.08)
    assert sum(found.values()) == pytest.approx(0.16 * 0.02, rel=0.25)


def test_a_way_gone_twice_counts_once(plate: Plate) -> None:
    once = zones_touched(plate, ZONES, Line(((120.0, 150.0), (180.0, 150.0)), 20.0))
    twice = zones_touched(plate, ZONES, Line(((120.0, 150.0), (180.0, 150.0), (120.0, 150.0)), 20.0))
    assert once == twice


def test_a_zone_that_was_only_brushed_is_left_out(plate: Plate) -> None:
    assert set(zones_touched(plate, ZONES, Line(((110.0, 150.0), (195.0, 150.0)), 20.0))) == {"a:left"}


def test_a_line_beside_all_zones_means_the_nearest(plate: Plate) -> None:
    found = zones_touched(plate, ZONES, Line(((80.0, 120.0), (80.0, 180.0)), 10.0))
    assert set(found) == {"a:left"}
    assert found["a:left"] > 0


def test_what_lies_in_a_hole_is_outside(plate: Plate) -> None:
    zones = {"a:left": (SQUARE, HOLE), "inner:left": (HOLE,)}
    assert set(zones_touched(plate, zones, Line(((150.0, 150.0),), 10.0))) == {"inner:left"}


def test_the_middle_of_a_bent_zone_lies_inside_it() -> None:
    bent = (0.0, 0.0, 100.0, 0.0, 100.0, 20.0, 20.0, 20.0, 20.0, 100.0, 0.0, 100.0)
    x, y = middle_of([bent])
    assert (0 < x < 100 and 0 < y < 20) or (0 < x < 20 and 0 < y < 100)


def test_the_middle_of_a_zone_is_far_from_its_long_edges() -> None:
    tall = (0.0, 0.0, 50.0, 0.0, 50.0, 400.0, 0.0, 400.0)
    x, y = middle_of([tall])
    assert 20 <= x <= 30
    assert 20 <= y <= 380


def test_a_touch_in_the_middle_of_any_zone_means_that_zone(atlas: Atlas, resources: Path) -> None:
    missed = {}
    for key, best in atlas.zone_best.items():
        for name in best:
            plate = atlas.plate_by_id[name]
            zones = read_marks(resources / "atlas", plate).zones
            width = 0.02 * plate.pixels_per_metre
            found = zones_touched(plate, zones, Line((middle_of(zones[key]),), width))
            if set(found) != {key}:
                missed[key, name] = found
    assert len(atlas.zone_best) == 149
    assert missed == {}
