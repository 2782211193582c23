"""The atlas that the program ships: does it show everything, from everywhere, and on the right side."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from consult_app.atlas import storage
from consult_app.atlas.hit_test import region_at

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue

LAYERS = ("superficial", "intermediate", "deep")
SIDES = ("left", "right")
LARGEST = 24_000_000
"""Bytes the atlas may have, so that all resources stay below 30 MB."""


def test_there_is_a_plate_every_fifteen_degrees_in_each_layer(atlas: Atlas) -> None:
    bodies = {(plate.azimuth, plate.layer) for plate in atlas.plates if plate.part == "body"}
    assert bodies == {(azimuth, layer) for azimuth in range(0, 360, 15) for layer in LAYERS}
    assert {(plate.part, plate.layer) for plate in atlas.plates} >= {
        (part, layer) for part in ("head", "soles") for layer in LAYERS
    }


def test_all_pictures_of_a_part_stand_on_one_floor(atlas: Atlas) -> None:
    for part in ("body", "head"):
        frames = {(p.height, p.axis[1], p.pixels_per_metre) for p in atlas.plates if p.part == part}
        assert len(frames) == 1


def test_every_muscle_is_shown_on_both_sides(atlas: Atlas, catalogue: Catalogue) -> None:
    shown = {region.id for region in atlas.regions if region.best}
    wanted = {f"{muscle}:{side}" for muscle in catalogue.muscle_by_id for side in SIDES}
    assert wanted - shown == set()
    assert len(catalogue.muscle_by_id) == 143


def test_the_best_plates_show_what_they_are_named_for(resources: Path, atlas: Atlas) -> None:
    for region in atlas.regions:
        assert all(region in atlas.plate_by_id[name].regions for name in region.best)
    marks = {plate.id: storage.read_marks(resources / "atlas", plate) for plate in atlas.plates}
    assert all(zone in marks[name].zones for zone, names in atlas.zone_best.items() for name in names)
    assert all(point in marks[name].points for point, names in atlas.point_best.items() for name in names)


def test_every_pain_zone_is_shown(atlas: Atlas, catalogue: Catalogue) -> None:
    shown = {name.rpartition(":")[0] for name, plates in atlas.zone_best.items() if plates}
    assert set(catalogue.zone_by_id) - shown == set()
    for name in atlas.zone_best:
        zone, _, side = name.rpartition(":")
        other = {"left": "right", "right": "left"}.get(side, side)
        assert f"{zone}:{other}" in atlas.zone_best


def test_every_trigger_point_is_shown_on_both_sides(atlas: Atlas) -> None:
    names = {name.rpartition(":")[0] for name in atlas.point_best}
    assert len(names) >= 178
    assert set(atlas.point_best) == {f"{name}:{side}" for name in names for side in SIDES}


def test_the_table_has_rows_for_every_muscle(resources: Path, catalogue: Catalogue) -> None:
    with (resources / "atlas" / "visibility.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["best plate"]]
    listed = {(row["muscle"], row["side"]) for row in rows}
    assert {(muscle, side) for muscle in catalogue.muscle_by_id for side in SIDES} <= listed
    assert {row["layer"] for row in rows} == set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_bodys_left_is_on_the_viewers_right_from_the_front(
    resources: Path, atlas: Atlas, layer: str
) -> None:
    plate = next(p for p in atlas.plates if (p.part, p.azimuth, p.layer) == ("body", 0, layer))
    index = storage.read_index(resources / "atlas", plate.levels[0])
    wrong = 0
    for row in range(0, plate.height, 7):
        for column in range(0, plate.width, 7):
            region = region_at(plate, index, column, row)
            far = column + 0.5 - plate.axis[0]
            if region is not None and abs(far) > 0.006 * plate.pixels_per_metre:
                wrong += (far > 0) != (region.side == "left")
    assert wrong == 0


@pytest.mark.parametrize("name", ["front-superficial", "015-intermediate", "back-deep", "left-deep",
    "head-135-intermediate", "soles-superficial"])  # fmt: skip
def test_outlines_agree_with_the_raster(resources: Path, atlas: Atlas, name: str) -> None:
    pytest.importorskip("numba")
    import numpy as np

    from consult_app.atlas_maker.contours import agreement

    plate, folder = atlas.plate_by_id[name], resources / "atlas"
    raster = np.frombuffer(storage.read_index(folder, plate.levels[0]), np.uint8)
    raster = raster.reshape(plate.height, plate.width)
    outlines = storage.read_outlines(folder, plate).regions
    for region in plate.regions:
        values = [number for number, entry in enumerate(plate.entries) if entry.region == region]
        rings = [np.array(ring).reshape(-1, 2)[:, ::-1] for ring in outlines[region.id]]
        assert agreement(np.isin(raster, values), rings) >= 0.97, region.id


def test_the_atlas_is_small_enough(resources: Path) -> None:
    assert sum(path.stat().st_size for path in (resources / "atlas").iterdir()) <= LARGEST
