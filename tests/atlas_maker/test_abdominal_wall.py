from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.abdominal_wall import INTERNAL_OBLIQUE, TRANSVERSUS_ABDOMINIS
from consult_app.atlas_maker.diaphragm import REAR_SHEATH, diaphragm
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.patches import lay
from consult_app.atlas_maker.unrolling import Column, taut, wrap
from tests.atlas_maker.small_body import egg

COLUMN = Column(z=0.10, low=0.78, high=1.48, facing="front")


def test_one_lies_under_the_other_and_both_under_the_wall() -> None:
    wall = egg((0.0, 1.08, 0.10), (0.15, 0.40, 0.12))
    wrapping = taut(wrap(COLUMN, wall.vertices, wall.faces, np.ones(len(wall.vertices))))
    depth = {}
    for name, patch in (("internal", INTERNAL_OBLIQUE), ("transversus", TRANSVERSUS_ABDOMINIS)):
        angle, height, radius = COLUMN.unroll(lay(patch, wrapping, 1).vertices).T
        middle = (np.abs(angle - 75) < 3) & (np.abs(height - 1.07) < 0.01)
        depth[name] = float(np.median((wrapping.at(angle, height) - radius)[middle]))
    assert 0 < depth["internal"] < depth["transversus"] < 0.03


@pytest.mark.parametrize("patch", [INTERNAL_OBLIQUE, TRANSVERSUS_ABDOMINIS, REAR_SHEATH])
def test_each_point_of_their_fibres_has_angle_height_and_depth(patch: object) -> None:
    from consult_app.atlas_maker.patches import Patch

    assert isinstance(patch, Patch)
    assert len(patch.places) == len(patch.fibres)
    for fibre in patch.fibres:
        assert all(len(point) == 3 and 0 <= point[0] <= 130 and point[2] > 0 for point in fibre)


def test_fibres_of_the_oblique_rise_and_those_of_the_transversus_stay_level() -> None:
    middle = INTERNAL_OBLIQUE.fibres[4]
    assert middle[-1][1] - middle[0][1] > 0.1
    level = TRANSVERSUS_ABDOMINIS.fibres[2]
    assert abs(level[-1][1] - level[0][1]) < 0.01


def test_the_diaphragm_is_quiet_and_domed() -> None:
    palette = Palette()
    left, right = diaphragm(palette)
    assert palette.paints[left.paint].region is None
    assert (left.mesh.vertices[:, 0] >= -1e-12).all()
    assert np.allclose(left.mesh.vertices * (-1, 1, 1), right.mesh.vertices)
    top = left.mesh.vertices[left.mesh.vertices[:, 1].argmax()]
    assert 0.02 < top[0] < 0.08
