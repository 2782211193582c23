from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.body import Body
from consult_app.atlas_maker.scene import Scene, join, surface_of
from consult_app.atlas_maker.shots import LAYERS, VIEWS, Shot, View, camera_of, part_of
from tests.atlas_maker.small_body import ball


def skin(*centres: tuple[float, float, float]) -> Scene:
    return join([surface_of("Skin", ball(centre, 0.05), 1) for centre in centres])


def test_plates_are_called_by_view_angle_or_part() -> None:
    named = {View("body", 0): "front", View("body", 15): "015", View("head", 45): "head-045"}
    named[View("soles", 0, pitch=-90)] = "soles"
    for view, title in named.items():
        assert Shot(view, "deep").name == f"{title}-deep"


def test_no_two_plates_have_the_same_name_and_all_azimuths_are_there() -> None:
    names = [Shot(view, layer).name for view in VIEWS for layer in view.layers]
    assert len(set(names)) == len(names)
    turned = [view for view in VIEWS if view.part == "body"]
    assert [view.azimuth for view in turned] == list(range(0, 360, 15))
    assert all(view.layers == LAYERS for view in turned)


def test_a_part_that_no_mesh_has_is_not_drawn() -> None:
    trunk = skin((0.0, 1.2, 0.1))
    assert camera_of(View("soles", 0, pitch=-90), trunk, 300) is None
    assert camera_of(View("head", 0), trunk, 300) is None
    assert camera_of(View("body", 0), trunk, 300) is not None


def test_all_pictures_of_the_head_have_one_size_and_line_up() -> None:
    head = skin((0.0, 1.6, 0.12))
    cameras = [camera_of(View("head", azimuth), head, 300) for azimuth in range(0, 360, 45)]
    frames = {(c.width, c.height, c.axis_x, c.zero_y, c.scale) for c in cameras if c is not None}
    assert len(frames) == 1


def test_from_below_the_left_foot_is_on_the_viewers_right_and_its_toes_are_up() -> None:
    feet = skin((0.1, -0.05, 0.1), (-0.1, -0.05, 0.1))
    camera = camera_of(View("soles", 0, pitch=-90), feet, 300)
    assert camera is not None
    heel, toes, high = camera.project(np.array([(0.1, -0.05, 0.05), (0.1, -0.05, 0.15), (0.1, 0.02, 0.1)]))
    assert heel[0] > camera.axis_x
    assert toes[1] < heel[1]
    assert high[2] < heel[2]


def test_a_part_keeps_only_what_can_be_seen_in_its_window() -> None:
    both = skin((0.0, 1.6, 0.12), (0.0, 1.0, 0.12))
    body = Body(both, both, both)
    head = part_of(body, "head")
    assert head.figure.vertices[:, 1].min() > 1.3
    assert set(head.figure.owner.tolist()) == {0}
    assert part_of(body, "body") is body
    one = head.figure
    corners = one.vertices[one.faces[0]]
    assert any((both.vertices[face] == corners).all() for face in both.faces)
