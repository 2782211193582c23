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


def patch(right: float = 0.0) -> np.ndarray:
    """Places 0.5 mm apart on an upright plane, 120 rows of 160."""
    rows, columns = np.indices((120, 160))
    places = np.stack([columns * 0.0005 + right, 1.0 - rows * 0.0005, np.full(rows.shape, 0.1)], axis=2)
    return places.reshape(-1, 3)


def test_streaks_follow_the_fibres() -> None:
    ways = np.zeros((120 * 160, 3), np.float32)
    ways[:, 0] = 1
    drawn = streaks(patch(), ways).reshape(120, 160)
    along, across = np.abs(np.diff(drawn, axis=1)).mean(), np.abs(np.diff(drawn, axis=0)).mean()
    assert along < across / 2.5
    assert np.abs(drawn).max() <= 1
    assert 0.2 < drawn.std() < 0.8


def test_streaks_stay_on_the_muscle_wherever_it_is_seen_from() -> None:
    ways = np.zeros((120 * 160, 3), np.float32)
    ways[:, 0] = 1
    first, moved = (streaks(patch(right), ways).reshape(120, 160) for right in (0.0, 0.005))
    assert np.abs(first[:, 10:] - moved[:, :-10]).mean() < 0.05


def test_nothing_is_streaked_where_there_are_no_fibres() -> None:
    assert not streaks(patch(), np.zeros((120 * 160, 3), np.float32)).any()
