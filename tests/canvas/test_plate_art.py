"""Plates as painted pictures: in every palette, within bounds, and never from damaged files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas import plate_art
from consult_app.canvas.plate_art import PlateArt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.palette import FigurePalette
    from consult_app.gui.theme import Theme


@pytest.fixture
def copied(resources: Path, tmp_path: Path) -> Path:
    """An atlas folder that a test may damage."""
    return shutil.copytree(resources / "atlas", tmp_path / "atlas")


def _held(art: PlateArt) -> int:
    return sum(image.sizeInBytes() for image in art._images.values())


@pytest.mark.parametrize("size", [(1, 1), (104, 264), (519, 1318), (600, 1500)])
def test_a_plate_is_painted_in_the_size_asked_for(art: PlateArt, front: Plate, size: tuple[int, int]) -> None:
    image = art.figure(front, *size)
    assert (image.width(), image.height()) == size


def test_nothing_is_painted_beside_the_body(art: PlateArt, front: Plate) -> None:
    assert art.figure(front, 519, 1318).pixelColor(0, 0).alpha() == 0


def test_the_body_itself_is_opaque_at_its_muscles(art: PlateArt, front: Plate) -> None:
    level = front.levels[-1]
    image, raster = art.figure(front, level.width, level.height), art.index(level)
    muscles = [value for value, entry in enumerate(front.entries) if entry.tissue == "muscle"]
    places = [raster.find(value) for value in muscles]
    seen = [image.pixelColor(place % level.width, place // level.width) for place in places if place >= 0]
    assert seen
    assert {colour.alpha() for colour in seen} == {255}


def test_the_shade_is_the_relief_alone(art: PlateArt, front: Plate) -> None:
    shade = art.shade(front, 519, 1318)
    seen = {shade.pixelColor(260, y).alpha() for y in range(300, 900, 20)}
    assert (shade.width(), shade.height()) == (519, 1318)
    assert len(seen) > 5
    assert max(seen) < 255


def test_another_palette_paints_another_picture(
    resources: Path, front: Plate, make_theme: Callable[..., Theme]
) -> None:
    art = PlateArt(resources / "atlas", make_theme("light").figure)
    light = art.figure(front, 104, 264)
    art.set_palette(make_theme("dark").figure)
    assert art.figure(front, 104, 264) != light
    assert art.palette.name == "dark"


def test_the_same_picture_is_painted_once(art: PlateArt, front: Plate) -> None:
    assert art.figure(front, 104, 264) is art.figure(front, 104, 264)


def test_painted_pictures_stay_within_their_memory(art: PlateArt, atlas: Atlas) -> None:
    for plate in atlas.plates:
        for width in range(600, 1000, 50):
            art.figure(plate, width, 2000)
    assert _held(art) <= plate_art.MOST_BYTES


def test_a_picture_larger_than_all_memory_is_still_painted(art: PlateArt, front: Plate) -> None:
    assert not art.figure(front, 4000, 5000).isNull()
    art.figure(front, 104, 264)
    assert _held(art) <= plate_art.MOST_BYTES


def test_rasters_stay_within_their_number(
    art: PlateArt, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plate_art, "MOST_INDEXES", 2)
    for plate in atlas.plates:
        for level in plate.levels:
            assert len(art.index(level)) == level.width * level.height
    assert len(art._indexes) == 2


def test_a_region_that_a_plate_does_not_show_has_an_empty_outline(art: PlateArt, front: Plate) -> None:
    assert art.region_path(front, "no-such:left").isEmpty()


@pytest.mark.parametrize("level", [0, -1])
def test_a_damaged_relief_is_a_fault_that_names_the_file(
    copied: Path, front: Plate, palette: FigurePalette, level: int
) -> None:
    chosen = front.levels[level]
    (copied / chosen.relief).write_bytes(b"no picture at all")
    with pytest.raises(AtlasFault, match=chosen.relief):
        PlateArt(copied, palette).figure(front, chosen.width, chosen.height)


def test_a_relief_of_another_plate_is_a_fault(copied: Path, atlas: Atlas, palette: FigurePalette) -> None:
    front, left = atlas.plate(0), atlas.plate(90)
    shutil.copy(copied / left.levels[0].relief, copied / front.levels[0].relief)
    with pytest.raises(AtlasFault):
        PlateArt(copied, palette).figure(front, front.width, front.height)


def test_a_missing_raster_is_a_fault(copied: Path, front: Plate, palette: FigurePalette) -> None:
    (copied / front.levels[0].raster).unlink()
    with pytest.raises(AtlasFault, match="missing"):
        PlateArt(copied, palette).index(front.levels[0])


def test_changed_outlines_are_a_fault(copied: Path, front: Plate, palette: FigurePalette) -> None:
    path = copied / front.outlines
    path.write_bytes(path.read_bytes().replace(b"1", b"2"))
    with pytest.raises(AtlasFault, match="changed or damaged"):
        PlateArt(copied, palette).outlines(front)
