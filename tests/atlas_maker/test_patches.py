from __future__ import annotations

import pytest

pytest.importorskip("numba")

from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker import drapes
from consult_app.atlas_maker.patches import Patch, lay
from consult_app.atlas_maker.smoothing import vertex_normals
from consult_app.atlas_maker.unrolling import Column, Facing, Wrapping, taut, wrap
from tests.atlas_maker.small_body import ball

if TYPE_CHECKING:
    from consult_app.atlas_maker.meshes import Mesh

COLUMN = Column(z=0.1, low=1.0, high=1.2, facing="back")
PATCH = Patch((0.0, 1.0), (((10, 1.15), (40, 1.14)), ((10, 1.06), (40, 1.07))), thickness=0.004, lift=0.0005)


def around(mesh: Mesh, column: Column = COLUMN) -> Wrapping:
    return wrap(column, mesh.vertices, mesh.faces, np.ones(len(mesh.vertices)))


@pytest.mark.parametrize("facing", ["front", "back"])
def test_rolling_undoes_unrolling(facing: Facing) -> None:
    column = Column(0.1, 0.0, 2.0, facing)
    points = ball((0.02, 1.1, 0.12), 0.05).vertices
    assert np.allclose(column.roll(column.unroll(points)), points)


@pytest.mark.parametrize(("facing", "z"), [("front", 0.2), ("back", 0.0)])
def test_angle_zero_faces_front_or_back_and_left_is_positive(facing: Facing, z: float) -> None:
    column = Column(0.1, 0.0, 2.0, facing)
    angles = column.unroll(np.array([(0, 1, z), (0.01, 1, z), (-0.01, 1, z)]))[:, 0]
    assert angles[0] == 0
    assert angles[2] < 0 < angles[1]


def test_the_outermost_radius_of_a_ball_is_its_own() -> None:
    wrapping = around(ball((0, 1.1, 0.1), 0.06, 96))
    assert wrapping.at(np.array([5.0]), np.array([1.1])) == pytest.approx(0.06, abs=2e-4)
    assert np.isnan(wrapping.radius[5]).all()


def test_a_taut_sheet_bridges_hollows_and_lies_nowhere_below() -> None:
    bumps = [ball((0, 1.08, 0.05), 0.03, 48), ball((0, 1.14, 0.05), 0.03, 48)]
    first, second = (around(bump) for bump in bumps)
    wrapping = wrap_both(first, second)
    sheet = taut(wrapping)
    there = ~np.isnan(wrapping.radius)
    assert (sheet.radius[there] >= wrapping.radius[there] - 1e-9).all()
    between = sheet.at(np.array([0.0]), np.array([1.11]))
    assert between > wrapping.at(np.array([0.0]), np.array([1.1095])) + 0.005


def wrap_both(first: Wrapping, second: Wrapping) -> Wrapping:
    return Wrapping(first.column, np.fmax(first.radius, second.radius))


@pytest.mark.parametrize("side", [1, -1])
def test_a_drape_lies_above_what_is_beneath(side: int) -> None:
    wrapping = around(ball((0, 1.1, 0.1), 0.09, 96))
    mesh = lay(PATCH, taut(wrapping), side)
    angle, height, radius = COLUMN.unroll(mesh.vertices).T
    beneath = wrapping.at(angle, height)
    assert (radius > beneath).all()
    assert (radius < beneath + 0.008).all()
    assert np.median(radius - beneath) > 0.003


def test_a_left_drape_lies_at_positive_x_and_the_right_one_mirrors_it() -> None:
    sheet = taut(around(ball((0, 1.1, 0.1), 0.09, 96)))
    left, right = lay(PATCH, sheet, 1), lay(PATCH, sheet, -1)
    assert (left.vertices[:, 0] > 0).all()
    assert np.allclose(left.vertices * (-1, 1, 1), right.vertices, atol=2e-4)


@pytest.mark.parametrize("side", [1, -1])
def test_a_drape_shows_its_outer_face(side: int) -> None:
    mesh = lay(PATCH, taut(around(ball((0, 1.1, 0.1), 0.09, 96))), side)
    outwards = mesh.vertices - (0, 1.1, 0.1)
    assert (np.einsum("ij,ij->i", vertex_normals(mesh), outwards) > 0).mean() > 0.99


def test_the_left_drapes_of_the_trunk_stay_on_the_left() -> None:
    for drape in drapes.DRAPES:
        assert all(0 <= point[0] <= 130 for fibre in drape.patch.fibres for point in fibre)
        assert len(drape.patch.places) == len(drape.patch.fibres)


def test_a_third_number_says_how_deep_a_fibre_lies() -> None:
    wrapping = taut(around(ball((0, 1.1, 0.1), 0.09, 96)))
    sunk = tuple(tuple((*point, 0.01) for point in fibre) for fibre in PATCH.fibres)
    deep = lay(Patch(PATCH.places, sunk, PATCH.thickness, lift=PATCH.lift), wrapping, 1)
    shallow = lay(PATCH, wrapping, 1)
    apart = COLUMN.unroll(shallow.vertices)[:, 2] - COLUMN.unroll(deep.vertices)[:, 2]
    assert np.allclose(apart, 0.01)
