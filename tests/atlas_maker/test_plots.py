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
    assert plots.in_rectus(points).tolist() == [True, True, False, False]


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
