from __future__ import annotations

import pytest

pytest.importorskip("numba")

from typing import TYPE_CHECKING

import numpy as np
import yaml

from consult_app.atlas_maker.body import read_tissues
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.placing import Points, place_points
from consult_app.atlas_maker.trigger_points import TRIGGER_POINTS, TriggerPoint
from consult_app.bundle import find_resources
from consult_app.content.compiled import load
from tests.atlas_maker.small_body import CENTRE, RADIUS

if TYPE_CHECKING:
    from pathlib import Path

TABLE = (TriggerPoint("ball-1", "ball", (80, 1200, 240)), TriggerPoint("lost-1", "lost", (0, 1200, 300)))


@pytest.fixture(scope="module")
def placed(meshes: Path) -> Points:
    palette = Palette()
    return place_points(read_tissues(meshes, palette), palette, TABLE)


def test_each_point_has_a_left_and_a_right_place(placed: Points) -> None:
    assert placed.keys == ("ball-1:left", "ball-1:right", "lost-1:left", "lost-1:right")
    assert placed.regions[:2] == ("ball:left", "ball:right")
    assert (placed.places[0] * (-1, 1, 1)) == pytest.approx(placed.places[1], abs=1e-3)


def test_a_point_lies_on_its_muscle_and_faces_outwards(placed: Points) -> None:
    x, y, z = CENTRE["left"]
    assert placed.places[0] == pytest.approx((x, y, z + RADIUS), abs=2e-3)
    assert placed.normals[0] == pytest.approx((0, 0, 1), abs=0.1)


def test_a_muscle_without_a_mesh_is_marked_on_the_skin(placed: Points) -> None:
    assert placed.places[2] == pytest.approx((0, 1.2, 0.25), abs=2e-3)


def test_every_point_has_its_own_id_and_lies_on_the_left() -> None:
    ids = [point.id for point in TRIGGER_POINTS]
    assert len(ids) == len(set(ids)) == 178
    assert all(point.id.rsplit("-", 1)[0] == point.muscle for point in TRIGGER_POINTS)
    assert all(0 < point.at[0] < 360 for point in TRIGGER_POINTS)
    assert all(-85 < point.at[1] < 1780 and -50 < point.at[2] < 270 for point in TRIGGER_POINTS)


def test_no_two_points_share_a_place() -> None:
    places = np.array([point.at for point in TRIGGER_POINTS], float)
    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 1e3 * np.eye(len(places))
    assert apart.min() > 4


def test_every_point_names_a_muscle_of_the_catalogue() -> None:
    catalogue = load(find_resources() / "catalogue", None).catalogue
    assert catalogue is not None
    known = {muscle.id for group in catalogue.groups for muscle in group.muscles}
    assert {point.muscle for point in TRIGGER_POINTS} <= known


def test_the_points_of_the_catalogue_are_all_here() -> None:
    named = {
        point["id"]
        for path in sorted((find_resources() / "catalogue" / "muscles").glob("*.yaml"))
        for point in yaml.safe_load(path.read_text(encoding="utf-8")).get("trigger_points", ())
    }
    assert named <= {point.id for point in TRIGGER_POINTS}
