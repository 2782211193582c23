from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker import shading
from consult_app.atlas_maker.occlusion import openness

SCALE = 1000.0


def ground(height: int = 80, width: int = 100) -> tuple[shading.Grey, shading.Grey]:
    depth = np.zeros((height, width), np.float32)
    normals = np.zeros((height, width, 3), np.float32)
    normals[..., 2] = 1
    return depth, normals


def test_light_comes_from_the_upper_left() -> None:
    ways = np.array([[(-0.6, 0.6, 0.53), (0.6, -0.6, 0.53)]], np.float32)
    bright, dark = shading.light(ways, np.ones((1, 2), np.float32))[0]
    assert bright > dark + 0.3


def test_flat_ground_is_fully_open() -> None:
    depth, normals = ground()
    assert openness(depth, normals, SCALE, 0.02).min() == 1


def test_a_groove_is_less_open_than_its_surroundings() -> None:
    depth, normals = ground()
    depth[:, 48:52] = -0.006
    opened = openness(depth, normals, SCALE, 0.01)
    assert opened[40, 50] < 0.75
    assert opened[40, 20] == 1


def test_what_stands_in_front_casts_a_soft_shadow_to_the_lower_right() -> None:
    depth, _ = ground()
    depth[30:50, 30:50] = 0.08
    shadow = shading.cast_shadow(depth, SCALE)
    assert shadow[40, 40] == 0
    assert shadow[54, 54] > shadow[26, 26]
    assert shadow[54, 54] > 0.1


def test_lines_run_between_surfaces_but_not_along_the_silhouette() -> None:
    owner = np.full((40, 60), -1, np.int32)
    owner[10:30, 10:30], owner[10:30, 30:50] = 0, 1
    depth = np.where(owner >= 0, 0.0, -np.inf).astype(np.float32)
    lines = shading.edges(owner, owner + 1, depth)
    assert lines[20, 30] > 0.3
    assert lines[20, 11] < 0.01
