from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.rims import BEYOND, RIM, carried_on


def test_the_shade_goes_on_around_the_figure_and_ends_far_away() -> None:
    relief, there = np.zeros((60, 80), np.float32), np.zeros((60, 80), bool)
    there[25:35, 30:50] = True
    relief[there] = 0.3
    spread = carried_on(relief, there)
    assert spread[30, 50 + RIM - 1] == pytest.approx(0.3)
    assert spread[30, 50 + RIM] == pytest.approx(BEYOND)
    assert (spread[there] == relief[there]).all()


def test_a_picture_of_nothing_is_even() -> None:
    assert (carried_on(np.zeros((9, 9), np.float32), np.zeros((9, 9), bool)) == np.float32(BEYOND)).all()
