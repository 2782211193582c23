from __future__ import annotations

import pytest

pytest.importorskip("numba")

from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker.camera import AXIS_Z, Camera, camera_around
from consult_app.atlas_maker.scene import Scene, join, surface_of
from consult_app.atlas_maker.zone_outlines import zone_rings
from tests.atlas_maker.small_body import ball

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult_app.atlas.model import Ring

SKIN = join([surface_of("Skin", ball((0.0, 1.0, AXIS_Z), 0.1, 96), 1)])
NAMES = ("face.jaw", "sacrum")
SCALE = 1000.0


def zones(skin: Scene) -> NDArray[np.int64]:
    """A jaw around the equator's front, a sacrum round the pole of the back."""
    x, y, z = (skin.vertices - (0, 1.0, AXIS_Z)).T
    jaw = (z > 0.05) & (np.abs(y) < 0.04)
    back = (z < 0) & (np.hypot(x, y) < 0.05)
    return np.where(jaw, 1, np.where(back, 2, 0))


def rings_at(azimuth: int, shown: int = 1) -> tuple[Camera, dict[str, tuple[Ring, ...]]]:
    camera = camera_around(SKIN.vertices, azimuth, SCALE)
    there = np.full((camera.height, camera.width), bool(shown))
    return camera, zone_rings(SKIN, zones(SKIN), NAMES, camera, there)


def corners(ring: Ring) -> NDArray[np.float64]:
    return np.array(ring).reshape(-1, 2)


def area(ring: Ring) -> float:
    x, y = corners(ring).T
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def test_each_view_shows_the_zones_that_face_it() -> None:
    assert set(rings_at(0)[1]) == {"face.jaw:left", "face.jaw:right"}
    assert set(rings_at(180)[1]) == {"sacrum:midline"}


def test_the_side_of_a_zone_is_the_body_s_own() -> None:
    camera, rings = rings_at(0)
    (left,), (right,) = rings["face.jaw:left"], rings["face.jaw:right"]
    assert corners(left)[:, 0].min() >= camera.axis_x - 1
    assert corners(right)[:, 0].max() <= camera.axis_x + 1
    assert area(left) == pytest.approx(area(right), rel=0.03)


def test_a_ring_is_as_large_as_its_zone_and_has_few_corners() -> None:
    (ring,) = rings_at(180)[1]["sacrum:midline"]
    assert area(ring) == pytest.approx(np.pi * 50**2, rel=0.03)
    assert len(corners(ring)) < 60
    x, y = (corners(ring).min(axis=0) + corners(ring).max(axis=0)) / 2
    camera, _ = rings_at(180)
    assert (x, y) == pytest.approx((camera.axis_x, camera.zero_y - SCALE), abs=3)


def test_rings_are_quarters_of_a_pixel() -> None:
    for rings in rings_at(0)[1].values():
        for ring in rings:
            assert all(float(4 * value).is_integer() for value in ring)


def test_where_the_plate_shows_nothing_there_are_no_zones() -> None:
    assert rings_at(0, shown=0)[1] == {}


def test_a_sliver_at_the_rim_is_left_out() -> None:
    _, rings = rings_at(90)
    assert all(area(ring) > 30 for found in rings.values() for ring in found)
    assert "face.jaw:right" not in rings
