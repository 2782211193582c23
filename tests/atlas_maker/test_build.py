from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("numba")

import numpy as np
from PIL import Image

from consult_app.atlas import storage
from consult_app.atlas_maker import build
from consult_app.atlas_maker.contours import agreement
from tests.atlas_maker.conftest import few_views
from tests.atlas_maker.small_body import SKIN

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from consult_app.atlas.model import Plate


def raster(folder: Path, plate: Plate, level: int = 0) -> NDArray[np.uint8]:
    chosen = plate.levels[level]
    data = storage.read_index(folder, chosen)
    return np.frombuffer(data, np.uint8).reshape(chosen.height, chosen.width)


def pixels(folder: Path, plate: Plate, region: str) -> NDArray[np.bool_]:
    values = [
        number for number, entry in enumerate(plate.entries) if entry.region and entry.region.id == region
    ]
    return np.isin(raster(folder, plate), values)


def test_the_stored_atlas_is_complete_and_unharmed(made: tuple[Path, list[str]]) -> None:
    folder, _ = made
    atlas = storage.read_atlas(folder)
    assert [plate.id for plate in atlas.plates] == [
        *(f"{view}-superficial" for view in ("front", "left", "back", "right")),
        *(f"045-{layer}" for layer in ("superficial", "intermediate", "deep")),
    ]
    assert list(storage.check_files(folder, atlas)) == []
    assert "BodyParts3D" in atlas.credit
    assert atlas.credit in (folder / "CREDITS").read_text(encoding="utf-8")


def test_on_the_front_plate_left_regions_are_right_of_the_axis(made: tuple[Path, list[str]]) -> None:
    plate = storage.read_atlas(made[0]).plate(0)
    for side, sign in (("left", 1), ("right", -1)):
        columns = np.nonzero(pixels(made[0], plate, f"ball:{side}"))[1]
        assert len(columns) > 100
        assert ((columns + 0.5 - plate.axis[0]) * sign > 0).all()


def test_azimuth_90_shows_the_left_ball_in_front_of_the_right_one(made: tuple[Path, list[str]]) -> None:
    atlas = storage.read_atlas(made[0])
    assert {region.side for region in atlas.plate(90).regions} == {"left"}
    assert {region.side for region in atlas.plate(270).regions} == {"right"}


def test_skin_without_anything_on_it_is_a_veil(made: tuple[Path, list[str]]) -> None:
    plate = storage.read_atlas(made[0]).plate(0)
    tissues = np.array([entry.tissue for entry in plate.entries])[raster(made[0], plate)]
    assert tissues[0, 0] == "empty"
    left, top, _, height = plate.figure
    assert tissues[top + height // 2, left + 2] == "veil"
    assert "bone" in tissues


def test_the_figure_is_the_box_of_the_skin(made: tuple[Path, list[str]]) -> None:
    plate = storage.read_atlas(made[0]).plate(0)
    width, height = (round(2 * half * 300) for half in SKIN[:2])
    assert abs(plate.figure[2] - width) <= 2
    assert abs(plate.figure[3] - height) <= 2


def test_outlines_agree_with_the_raster(made: tuple[Path, list[str]]) -> None:
    for plate in storage.read_atlas(made[0]).plates:
        outlines = storage.read_outlines(made[0], plate)
        assert set(outlines.regions) == {region.id for region in plate.regions}
        for name, rings in outlines.regions.items():
            drawn = [np.array(ring).reshape(-1, 2)[:, ::-1] for ring in rings]
            assert agreement(pixels(made[0], plate, name), drawn) >= 0.97
        silhouette = [np.array(ring).reshape(-1, 2)[:, ::-1] for ring in outlines.silhouette]
        assert agreement(raster(made[0], plate) > 0, silhouette) >= 0.97


def test_the_second_level_is_half_the_size(made: tuple[Path, list[str]]) -> None:
    for plate in storage.read_atlas(made[0]).plates:
        first, second = plate.levels
        assert (first.width, first.height) == (2 * second.width, 2 * second.height)
        for level in plate.levels:
            picture = Image.open(io.BytesIO(storage.read_file(made[0], plate, level.relief)))
            assert (picture.size, picture.mode) == ((level.width, level.height), "L")


def test_the_relief_has_no_fringe_where_the_figure_ends(made: tuple[Path, list[str]]) -> None:
    plate = storage.read_atlas(made[0]).plate(0)
    relief = np.asarray(Image.open(made[0] / plate.levels[0].relief)).astype(int)
    left, top, _, height = plate.figure
    row = top + height // 2
    assert abs(relief[row, left - 4] - relief[row, left + 1]) < 12


def test_two_runs_give_the_same_bytes_whatever_the_number_of_threads(
    made: tuple[Path, list[str]], meshes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_views(monkeypatch)
    build.make_atlas(meshes, tmp_path, lambda _line: None, threads=3)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in made[0].iterdir())
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (made[0] / path.name).read_bytes(), path.name


def test_every_region_names_the_plates_that_show_it_best(made: tuple[Path, list[str]]) -> None:
    atlas = storage.read_atlas(made[0])
    for region in atlas.regions:
        assert 1 <= len(region.best) <= 3
        for name in region.best:
            assert region in atlas.plate_by_id[name].regions
    assert atlas.region_by_id["ball:left"].best[0] in ("front-superficial", "left-superficial")


def test_the_table_says_from_where_each_region_is_seen(made: tuple[Path, list[str]]) -> None:
    with (made[0] / "visibility.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    shown = {(row["side"], row["layer"]): row["azimuths"].split() for row in rows if row["muscle"] == "ball"}
    assert {"0", "45", "90"} <= set(shown["left", "superficial"])
    assert shown["left", "deep"] == ["45"]
    assert "90" not in shown["right", "superficial"]


def test_progress_says_which_plate_and_which_step(made: tuple[Path, list[str]]) -> None:
    assert "front, superficial: shading …" in made[1]
    assert made[1][0] == "reading meshes …"
