from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.charts import Flat, Node, Tube, mirrored

AHEAD = (0.0, 0.0, 1.0)
UPRIGHT = Tube((Node((0.1, 1.0, 0.0), 0.0, AHEAD), Node((0.1, 2.0, 0.0), 10.0, AHEAD)))
BENT = Tube(
    (
        Node((0.1, 1.0, 0.0), 0.0, AHEAD),
        Node((0.1, 0.6, 0.0), 1.0, AHEAD),
        Node((0.2, 0.2, 0.1), 2.0, AHEAD),
    )
)


@pytest.mark.parametrize(
    ("point", "place"),
    [
        ((0.1, 1.5, 0.05), (0, 5)),
        ((0.15, 1.2, 0.0), (90, 2)),
        ((0.05, 1.9, 0.0), (-90, 9)),
        ((0.15, 1.5, -0.05), (135, 5)),
    ],
)
def test_a_tube_counts_degrees_from_its_front_outwards(
    point: tuple[float, float, float], place: tuple[float, float]
) -> None:
    assert UPRIGHT.place(np.array([point]))[0] == pytest.approx(place, abs=1e-6)


def test_a_tube_goes_on_beyond_its_ends() -> None:
    assert UPRIGHT.place(np.array([(0.1, 2.1, 0.05)]))[0, 1] == pytest.approx(11)


def test_the_place_along_a_bent_tube_grows_evenly() -> None:
    middle = np.linspace((0.1, 0.98, 0.04), (0.1, 0.6, 0.04), 200)
    lower = np.linspace((0.1, 0.6, 0.04), (0.2, 0.22, 0.14), 200)[1:]
    along = BENT.place(np.concatenate([middle, lower]))[:, 1]
    steps = np.diff(along)
    assert (steps > 0).all()
    assert steps.max() < 2 * np.median(steps)


def test_the_nodes_keep_their_places() -> None:
    assert BENT.place(np.array([(0.1, 1.0, 0.01), (0.2, 0.2, 0.11)]))[:, 1] == pytest.approx((0, 2), abs=0.03)


def test_a_flat_chart_is_two_coordinates_in_millimetres() -> None:
    assert Flat((2, 1)).place(np.array([(0.1, 0.2, 0.3)])) == pytest.approx(np.array([[300.0, 200.0]]))


def test_right_points_are_laid_onto_the_left() -> None:
    points = np.array([(-0.1, 1.0, 0.2), (0.1, 1.0, 0.2)])
    assert (mirrored(points) == points[1]).all()
    assert points[0, 0] == -0.1
