from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.fibres import strands, streaks
from tests.atlas_maker.small_body import ball, egg


def test_fibres_run_along_a_slender_muscle() -> None:
    mesh = egg((0.2, 1.0, 0.1), (0.015, 0.1, 0.02))
    ways = strands(mesh)
    middle = np.abs(mesh.vertices[:, 1] - 1.0) < 0.05
    assert (np.abs(ways[middle, 1]) > 0.95).all()


def test_fibres_draw_together_towards_the_ends() -> None:
    mesh = egg((0.2, 1.0, 0.1), (0.02, 0.1, 0.02))
    ways = strands(mesh)
    end = (mesh.vertices[:, 1] > 1.06) & (mesh.vertices[:, 0] > 0.21)
    towards_the_line = ways[end, 0] * np.sign(ways[end, 1])
    assert (towards_the_line < 0).all()


def test_a_round_muscle_shows_no_fibres() -> None:
    assert np.abs(strands(ball((0.2, 1.0, 0.1), 0.03))).max() < 0.05


def test_streaks_follow_the_fibres() -> None:
    ways = np.zeros((120, 160, 3), np.float32)
    ways[..., 0] = 1
    drawn = streaks(ways, np.zeros((120, 160), np.int32))
    along, across = np.abs(np.diff(drawn, axis=1)).mean(), np.abs(np.diff(drawn, axis=0)).mean()
    assert along < across / 3
    assert np.abs(drawn).max() <= 1


def test_nothing_is_streaked_where_there_are_no_fibres() -> None:
    assert not streaks(np.zeros((20, 20, 3), np.float32), np.zeros((20, 20), np.int32)).any()
