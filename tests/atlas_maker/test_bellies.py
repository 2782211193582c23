from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("numba")

from consult_app.atlas_maker.bellies import Belly, muscle_of
from consult_app.atlas_maker.smoothing import vertex_normals

BELLY = Belly(((0.05, 1.0, 0.1), (0.06, 1.05, 0.1), (0.05, 1.1, 0.1)), 0.02, 0.01, (1.0, 0.0, 0.0))


def test_a_belly_is_as_wide_and_thick_as_it_says_and_thin_at_its_ends() -> None:
    points = muscle_of("m", [BELLY], 1, 6).mesh.vertices
    middle = points[np.abs(points[:, 1] - 1.05) < 0.004]
    assert np.ptp(middle[:, 0]) == pytest.approx(0.02, abs=0.002)
    assert np.ptp(middle[:, 2]) == pytest.approx(0.01, abs=0.001)
    top = points[points[:, 1] > 1.0985]
    assert np.ptp(top[:, 0]) < 0.008


@pytest.mark.parametrize("side", [1, -1])
def test_a_belly_shows_its_outer_face(side: int) -> None:
    mesh = muscle_of("m", [BELLY], side, 6).mesh
    middle = np.stack([side * np.interp(mesh.vertices[:, 1], [1, 1.05, 1.1], [0.05, 0.06, 0.05]),
                       mesh.vertices[:, 1], np.full(len(mesh.vertices), 0.1)], axis=1)  # fmt: skip
    outwards = np.einsum("ij,ij->i", vertex_normals(mesh), mesh.vertices - middle)
    assert (outwards[:-2] > 0).mean() > 0.98


def test_every_edge_of_a_belly_has_two_triangles() -> None:
    faces = muscle_of("m", [BELLY], 1, 6).mesh.faces
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()


def test_the_right_side_mirrors_the_left() -> None:
    left, right = muscle_of("m", [BELLY, BELLY], 1, 6), muscle_of("m", [BELLY, BELLY], -1, 6)
    assert np.allclose(left.mesh.vertices * (-1, 1, 1), right.mesh.vertices)
    assert np.allclose(left.ways * (-1, 1, 1), right.ways)
    assert (left.mesh.vertices[:, 0] > 0).all()


def test_fibres_follow_the_line() -> None:
    ways = muscle_of("m", [BELLY], 1, 6).ways
    assert (ways[:, 1] > 0.5).all()


def test_flesh_may_end_before_the_tendon_does() -> None:
    long = Belly(((0.05, 1.0, 0.1), (0.05, 1.1, 0.1)), 0.02, 0.02, (1.0, 0.0, 0.0), (0.3, 0.1), 0.6)
    points = muscle_of("m", [long], 1, 6).mesh.vertices
    tendon = points[(points[:, 1] > 1.065) & (points[:, 1] < 1.095)]
    assert np.ptp(tendon[:, 0]) == pytest.approx(0.002, abs=2e-4)
