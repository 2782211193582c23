from __future__ import annotations

import pytest

pytest.importorskip("numba")

from consult_app.atlas.model import Layer, Part, Plate, Region
from consult_app.atlas_maker import visibility
from consult_app.atlas_maker.visibility import Sighting

LEFT, RIGHT = (Region(f"psoas:{side}", "psoas", "iliopsoas", side) for side in ("left", "right"))
SQUARE = (0.0, 0.0, 9.0, 0.0, 9.0, 9.0, 0.0, 9.0)
HOLE = (3.0, 3.0, 3.0, 6.0, 6.0, 6.0, 6.0, 3.0)


def plate(name: str, azimuth: int, layer: Layer, part: Part = "body", scale: float = 1000.0) -> Plate:
    return Plate(
        id=name,
        part=part,
        azimuth=azimuth,
        layer=layer,
        width=10,
        height=10,
        pixels_per_metre=scale,
        axis=(5.0, 10.0),
        figure=(0, 0, 10, 10),
        levels=(),
        entries=(),
        outlines="",
        marks="",
        files={},
    )


def seen(shown: Plate, pixels: int, region: Region = LEFT) -> Sighting:
    return Sighting(shown, {region: pixels}, {"groin:left": float(pixels)}, {"psoas-1:left": pixels / 1000})


def best(*sightings: Sighting) -> tuple[str, ...]:
    return visibility.best_of_regions(sightings)[LEFT]


def test_the_plate_that_shows_most_is_best_and_three_are_named() -> None:
    shown = [seen(plate(str(azimuth), azimuth, "deep"), 100 + azimuth) for azimuth in (15, 60, 30, 45)]
    assert best(*shown) == ("60", "45", "30")


def test_where_two_are_nearly_equal_the_outer_layer_is_better() -> None:
    outer, inner = plate("outer", 15, "superficial"), plate("inner", 15, "deep")
    assert best(seen(outer, 95), seen(inner, 100)) == ("outer", "inner")
    assert best(seen(outer, 40), seen(inner, 100)) == ("inner", "outer")


def test_a_larger_picture_is_no_larger_muscle() -> None:
    body, head = plate("body", 15, "deep"), plate("head", 15, "deep", "head", 2000.0)
    assert best(seen(body, 100), seen(head, 400))[0] == "body"
    assert best(seen(body, 20), seen(head, 400))[0] == "head"


def test_zones_and_points_have_best_plates_too() -> None:
    shown = [seen(plate("a", 15, "deep"), 100), seen(plate("b", 30, "deep"), 300)]
    assert visibility.best_of_zones(shown) == {"groin:left": ("b", "a")}
    assert visibility.best_of_points(shown) == {"psoas-1:left": ("b", "a")}


def test_a_hole_is_no_area() -> None:
    assert visibility.area([SQUARE]) == 81
    assert visibility.area([SQUARE, HOLE]) == 72


def test_the_table_names_layers_azimuths_and_the_best_plate() -> None:
    sightings = [
        seen(plate("a", 180, "deep"), 300),
        seen(plate("b", 90, "deep"), 100),
        seen(plate("c", 45, "deep"), 5),
        seen(plate("d", 0, "superficial", "head"), 60),
    ]
    chosen = visibility.best_of_regions(sightings)
    lines = visibility.table(sightings, [LEFT, RIGHT], chosen).splitlines()
    assert lines == [
        "muscle,side,layer,azimuths,best plate",
        "psoas,left,superficial,,a",
        "psoas,left,deep,90 180,a",
        "psoas,right,,,",
    ]
