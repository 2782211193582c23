"""Small pictures for motion: lit by their colour table, bounded, never from damaged files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas import moving_art
from consult_app.canvas.figure_painter import Highlight
from consult_app.canvas.moving_art import MovingArt, colour_table

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.palette import FigurePalette


@pytest.fixture
def moving(resources: Path, qapp: object) -> MovingArt:  # noqa: ARG001
    return MovingArt(resources / "atlas")


def test_a_small_plate_is_smaller_than_it_is_shown(
    moving: MovingArt, front: Plate, palette: FigurePalette
) -> None:
    image = moving.paint(front, 900, palette, Highlight())
    assert image.height() == round(moving_art.SHARPNESS * 900)
    assert image.width() / image.height() == pytest.approx(front.width / front.height, abs=0.01)
    assert image.pixelColor(0, 0).alpha() == 0


def test_regions_take_the_colour_of_how_they_are_lit(front: Plate, palette: FigurePalette) -> None:
    regions = [region.id for region in front.regions[:4]]
    lit = Highlight(
        selected=frozenset(regions[:1]),
        rest=frozenset(regions[1:2]),
        paired=frozenset(regions[2:3]),
        topic=frozenset(regions[3:4]),
    )
    table = colour_table(front, palette, lit)
    seen = {e.region.id: table[n] for n, e in enumerate(front.entries) if e.region is not None}
    wanted = [palette.selected, palette.rest, palette.paired, palette.topic]
    assert [seen[region] for region in regions] == [colour.rgba() for colour in wanted]
    assert len(table) == 256


def test_what_is_kept_stays_within_its_memory(
    moving: MovingArt, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving_art, "MOST_BYTES", 600_000)
    for plate in atlas.plates:
        moving.load(plate, 900)
    assert moving._held() <= 600_000
    assert moving.has(atlas.plates[-1], 900)


@pytest.mark.parametrize("kind", ["relief", "raster"])
def test_a_damaged_file_is_a_fault(resources: Path, tmp_path: Path, front: Plate, kind: str) -> None:
    folder = shutil.copytree(resources / "atlas", tmp_path / "atlas")
    (folder / getattr(front.levels[-1], kind)).write_bytes(b"nothing")
    with pytest.raises(AtlasFault):
        MovingArt(folder).load(front, 900)
