"""Plates against the truth of the meshes they are drawn from."""

from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.body import build_body, read_tissues
from consult_app.atlas_maker.camera import camera_around
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.plates import Picture, draw, skin_light
from tests.atlas_maker.small_body import CENTRE, RADIUS

BONE_CENTRE, BONE = np.array((0.0, 1.2, 0.10)), np.array((0.12, 0.10, 0.05))
AZIMUTHS = (0, 30, 90, 165, 240, 345)


@pytest.fixture(scope="module")
def drawn(meshes: object) -> tuple[dict[int, Picture], Palette]:
    palette = Palette()
    body = build_body(read_tissues(meshes, palette), palette, "superficial")
    pictures = {}
    for azimuth in AZIMUTHS:
        camera = camera_around(body.skin.vertices, azimuth, 500)
        pictures[azimuth] = draw(body, palette, camera, skin_light(body, camera), lambda _line: None)
    return pictures, palette


def reach(centre: np.ndarray, half: np.ndarray, start: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Return how far along ``way`` from the points ``start`` the near side of an egg lies (inf: missed)."""
    scaled, along = (start - centre) / half, way / half
    a, b, c = along @ along, scaled @ along, (scaled**2).sum(axis=1) - 1
    inside = b * b - a * c
    return np.where(inside > 0, (-b - np.sqrt(np.maximum(inside, 0))) / a, np.inf)


@pytest.mark.parametrize("azimuth", AZIMUTHS)
def test_a_pixel_has_the_region_of_the_mesh_a_ray_hits_first(
    drawn: tuple[dict[int, Picture], Palette], azimuth: int
) -> None:
    picture, palette = drawn[0][azimuth], drawn[1]
    camera, random = picture.camera, np.random.default_rng(azimuth)
    rows, columns = random.integers(0, camera.height, 4000), random.integers(0, camera.width, 4000)
    start = camera.locate(rows.astype(float), columns.astype(float), np.full(4000, 1.0))
    way = -camera.directions[2]
    eggs = [(BONE_CENTRE, BONE), *((np.array(c), np.full(3, RADIUS)) for c in CENTRE.values())]
    depths = np.array([reach(centre, half, start, way) for centre, half in eggs])
    names = np.array(["", *(f"ball:{side}" for side in CENTRE)])
    expected = np.where(np.isfinite(depths.min(axis=0)), names[depths.argmin(axis=0)], "")
    regions = [palette.paints[number].region for number in picture.paints[rows, columns].tolist()]
    found = np.array([region.id if region else "" for region in regions])
    assert (found == expected).mean() > 0.99
    assert (expected != "").sum() > 30


def test_left_regions_lie_at_x_above_zero(drawn: tuple[dict[int, Picture], Palette]) -> None:
    pictures, palette = drawn
    for picture in pictures.values():
        for number in np.unique(picture.paints).tolist():
            region = palette.paints[number].region
            rows, columns = np.nonzero((picture.paints == number) & np.isfinite(picture.depth))
            if region is not None:
                depth = picture.depth[rows, columns].astype(float)
                x = picture.camera.locate(rows.astype(float), columns.astype(float), depth)[:, 0]
                assert ((x > 0) == (region.side == "left")).mean() > 0.99


def test_the_depth_is_that_of_the_nearest_surface(drawn: tuple[dict[int, Picture], Palette]) -> None:
    picture = drawn[0][0]
    x, y, depth = picture.camera.project(np.array([CENTRE["left"]]))[0]
    assert picture.depth[int(y), int(x)] == pytest.approx(depth + RADIUS, abs=0.002)
    assert picture.depth[0, 0] == -np.inf


def test_the_light_stays_with_the_viewer(drawn: tuple[dict[int, Picture], Palette]) -> None:
    def brightness(azimuth: int) -> float:
        picture = drawn[0][azimuth]
        x, y, _ = picture.camera.project(np.array([CENTRE["left"]]))[0]
        return float(picture.relief[int(y) - 6 : int(y) + 6, int(x) - 6 : int(x) + 6].mean())

    assert abs(brightness(0) - brightness(30)) < 12
