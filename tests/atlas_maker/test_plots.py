from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker import plots, zones


def on_scalp(angle: float, height: float) -> np.ndarray:
    return plots.HEAD.roll(np.array([[angle, height, 0.09]]))


@pytest.mark.parametrize(
    ("muscle", "angle", "height"),
    [("frontalis", 15, 1.71), ("temporalis", 65, 1.68), ("masseter", 50, 1.60), ("occipitalis", 158, 1.65)],
)
def test_muscles_of_the_head_lie_where_they_belong(muscle: str, angle: float, height: float) -> None:
    found = {
        plot.muscle
        for plot in plots.PLOTS
        for side in (1, -1)
        if plots.on_head(plot, on_scalp(side * angle, height))
    }
    assert found == {muscle}


def test_rectus_abdominis_is_the_front_strip_of_the_abdominal_wall() -> None:
    points = np.array([(0.04, 1.1, 0.22), (-0.04, 1.1, 0.22), (0.12, 1.1, 0.15), (0.04, 1.1, 0.0)])
    assert (plots.rectus_zone(points) > 0).tolist() == [True, True, False, False]


def test_head_hands_and_feet_keep_their_skin_and_the_trunk_does_not() -> None:
    points = np.array(
        [
            (0, 1.7, 0.1),
            (0.3, 0.8, 0.13),
            (-0.3, 0.8, 0.13),
            (0.1, -0.06, 0.15),
            (0, 1.2, 0.2),
            (0, 1.45, 0.15),
        ]
    )
    assert (zones.skin_zone(points) > 0).tolist() == [True, True, True, True, False, False]


def test_the_modest_part_of_the_skin_is_left_out() -> None:
    points = np.array([(0, 0.78, 0.2), (0, 0.95, 0.21), (0.1, 0.78, 0.18)])
    assert (zones.modest(points) > 0).tolist() == [False, True, True]


def test_hands_feet_and_nape_are_bared_beneath_the_first_layer() -> None:
    points = np.array([(0.3, 0.8, 0.13), (0.1, -0.06, 0.15), (0, 1.61, -0.01), (0, 1.7, 0.1)])
    assert (zones.skin_zone(points, "superficial") > 0).tolist() == [True, True, True, True]
    assert (zones.skin_zone(points, "intermediate") > 0).tolist() == [False, False, False, True]


def test_the_deep_layer_opens_a_window_over_the_jaw_and_keeps_a_strip_of_skin_below_it() -> None:
    points = np.array([(0.06, 1.60, 0.125), (0.055, 1.566, 0.125), (0.06, 1.66, 0.125), (0.03, 1.60, 0.18)])
    for side in (1, -1):
        mirrored = points * (side, 1, 1)
        assert (zones.skin_zone(mirrored, "deep") > 0).tolist() == [False, True, True, True]
        assert zones.skin_zone(mirrored, "intermediate")[0] > 0


def test_the_piece_cut_out_of_the_jaw_bone_leaves_joint_and_angle() -> None:
    branch, joint = (0.048, 1.60, 0.125), (0.047, 1.63, 0.103)
    angle, chin = (0.043, 1.568, 0.112), (0, 1.56, 0.18)
    assert (zones.jaw_cut(np.array([branch, joint, angle, chin])) > 0).tolist() == [False, True, True, True]


def test_ends_of_intercostal_muscles_beyond_the_costal_margin_are_outside_the_rib_cage() -> None:
    points = np.array([(0.10, 1.13, 0.165), (0.10, 1.20, 0.165), (0.08, 1.08, 0.04)])
    assert (zones.rib_cage(points) > 0).tolist() == [False, True, True]
