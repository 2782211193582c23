from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.camera import camera_around
from consult_app.atlas_maker.scene import join, surface_of
from consult_app.atlas_maker.seeing import see
from consult_app.atlas_maker.smoothing import weld
from tests.atlas_maker.small_body import ball, box

CENTRES, RADIUS = ((0.0, 1.0, 0.1), (0.03, 1.01, 0.13)), 0.05


@pytest.mark.parametrize("azimuth", [0, 30, 90, 200])
def test_every_pixel_shows_the_surface_that_is_nearest(azimuth: int) -> None:
    scene = join([surface_of(str(i), ball(c, RADIUS, 96), i + 1) for i, c in enumerate(CENTRES)])
    camera = camera_around(scene.vertices, azimuth, 900)
    sight = see(scene, camera)
    rows, columns = np.indices(sight.depth.shape)
    depths = []
    for x, y, depth in camera.project(np.array(CENTRES)):
        apart = ((columns + 0.5 - x) ** 2 + (rows + 0.5 - y) ** 2) / camera.scale**2
        depths.append(np.where(apart < RADIUS**2, depth + np.sqrt(np.maximum(RADIUS**2 - apart, 0)), -np.inf))
    expected = np.where(np.max(depths, axis=0) == -np.inf, 0, np.argmax(depths, axis=0) + 1)
    assert (sight.paints != expected).mean() < 0.004
    both = (sight.paints == expected) & (expected > 0)
    assert np.median(np.abs(sight.depth[both] - np.max(depths, axis=0)[both])) < 1e-4


def test_normals_of_a_ball_point_outwards_and_to_the_viewer() -> None:
    scene = join([surface_of("ball", ball((0, 1, 0.1), RADIUS), 1)])
    camera = camera_around(scene.vertices, 0, 900)
    sight = see(scene, camera)
    middle = sight.normals[camera.height // 2]
    there = sight.owner[camera.height // 2] >= 0
    assert (middle[there][:, 2] > 0).all()
    assert (np.diff(middle[there][:, 0]) > 0).all()


def test_a_surface_ends_where_it_is_no_longer_kept() -> None:
    mesh = weld(box((-0.1, 1.0, 0.0), (0.1, 1.2, 0.1)))
    surface = surface_of("box", mesh, 1)
    surface.kept[:] = mesh.vertices[:, 0]
    camera = camera_around(mesh.vertices, 0, 500)
    there = see(join([surface]), camera).paints > 0
    assert not there[:, : int(camera.axis_x)].any()
    assert there[camera.height // 2, int(camera.axis_x) + 2]


def test_two_runs_give_the_same_picture() -> None:
    scene = join([surface_of(str(i), ball(c, RADIUS, 48), i + 1) for i, c in enumerate(CENTRES)])
    camera = camera_around(scene.vertices, 15, 900)
    first, second = see(scene, camera), see(scene, camera)
    assert first.owner.tobytes() == second.owner.tobytes()
    assert first.depth.tobytes() == second.depth.tobytes()
    assert first.normals.tobytes() == second.normals.tobytes()
