from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.camera import AXIS_Z, MARGIN, camera_around

LEFT_HAND, NOSE = (0.3, 1.0, AXIS_Z), (0.0, 1.6, 0.25)
BODY = np.array([(-0.36, -0.085, -0.05), (0.36, 1.78, 0.27), LEFT_HAND, NOSE])


def seen(azimuth: int, point: tuple[float, float, float]) -> tuple[float, float, float]:
    camera = camera_around(BODY, azimuth, 100)
    x, y, depth = camera.project(np.array([point]))[0]
    return x - camera.axis_x, y - camera.zero_y, depth


def test_from_the_front_the_left_hand_is_on_the_viewers_right() -> None:
    assert seen(0, LEFT_HAND)[0] == pytest.approx(30)


def test_from_the_back_the_left_hand_is_on_the_viewers_left() -> None:
    assert seen(180, LEFT_HAND)[0] == pytest.approx(-30)


def test_azimuth_90_looks_at_the_left_side() -> None:
    assert seen(90, LEFT_HAND)[2] == pytest.approx(0.3)
    assert seen(270, LEFT_HAND)[2] == pytest.approx(-0.3)


def test_from_the_left_the_face_looks_to_the_viewers_left() -> None:
    assert seen(90, NOSE)[0] < 0 < seen(270, NOSE)[0]


def test_up_is_up() -> None:
    assert seen(0, NOSE)[1] == pytest.approx(-160)


@pytest.mark.parametrize("azimuth", [0, 15, 90, 180, 345])
def test_locating_a_pixel_undoes_projecting_it(azimuth: int) -> None:
    camera = camera_around(BODY, azimuth, 250)
    projected = camera.project(BODY)
    found = camera.locate(projected[:, 1] - 0.5, projected[:, 0] - 0.5, projected[:, 2])
    assert np.allclose(found, BODY)


@pytest.mark.parametrize("azimuth", [0, 45, 90])
def test_the_picture_holds_everything_with_a_margin(azimuth: int) -> None:
    camera = camera_around(BODY, azimuth, 1400)
    points = camera.project(BODY)[:, :2]
    assert (points >= MARGIN).all()
    assert (points <= (camera.width - MARGIN, camera.height - MARGIN)).all()
    assert camera.width % 2 == camera.height % 2 == 0


def test_all_azimuths_have_the_floor_in_the_same_row() -> None:
    rows = {camera_around(BODY, azimuth, 1400).zero_y for azimuth in range(0, 360, 15)}
    assert len(rows) == 1
