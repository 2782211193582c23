from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.meshes import Mesh
from consult_app.atlas_maker.smoothing import FINE_EDGE, mean_edge, smooth, subdivide, vertex_normals, weld
from tests.atlas_maker.small_body import ball, box

BALL = ball((0.0, 0.0, 0.0), 0.05)


def loose(mesh: Mesh) -> Mesh:
    """Every triangle with vertices of its own, as in the files."""
    return Mesh(
        mesh.vertices[mesh.faces.reshape(-1)], np.arange(mesh.faces.size, dtype=np.int32).reshape(-1, 3)
    )


def test_welding_joins_loose_triangles() -> None:
    welded = weld(loose(BALL))
    assert len(welded.vertices) == len(BALL.vertices)
    assert len(welded.faces) == len(BALL.faces)


def test_welding_leaves_out_collapsed_triangles() -> None:
    mesh = Mesh(
        np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 1e-7]]), np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    )
    assert len(weld(mesh).faces) == 1


def test_subdividing_keeps_a_ball_round_and_closed() -> None:
    finer = subdivide(BALL)
    assert len(finer.faces) == 4 * len(BALL.faces)
    radius = np.linalg.norm(finer.vertices, axis=1)
    assert radius.min() > 0.0490
    assert radius.max() < 0.0501


def test_the_border_of_an_open_sheet_stays_in_place() -> None:
    grid = np.array([(x, y, 0.0) for y in range(3) for x in range(3)], float)
    faces = [(a, a + 1, a + 3) for a in (0, 1, 3, 4)] + [(a + 1, a + 4, a + 3) for a in (0, 1, 3, 4)]
    finer = subdivide(Mesh(grid, np.array(faces, np.int32)))
    assert finer.vertices[:, :2].min() == 0
    assert finer.vertices[:, :2].max() == 2


def test_coarse_meshes_become_fine() -> None:
    assert mean_edge(BALL) > FINE_EDGE
    assert mean_edge(smooth(loose(BALL))) < FINE_EDGE


def test_normals_of_a_ball_point_away_from_its_middle() -> None:
    normals = vertex_normals(BALL)
    assert (np.einsum("ij,ij->i", normals, BALL.vertices / 0.05) > 0.99).all()


def test_normals_of_a_box_are_of_unit_length() -> None:
    normals = vertex_normals(weld(box((0, 0, 0), (1, 1, 1))))
    assert np.allclose(np.linalg.norm(normals, axis=1), 1)
