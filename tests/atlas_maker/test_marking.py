from __future__ import annotations

import pytest

pytest.importorskip("numba")

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from consult_app.atlas_maker.body import build_body, read_tissues
from consult_app.atlas_maker.marking import Marking, marks_of, point_scores, prepare
from consult_app.atlas_maker.pain_zones import Zone
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.placing import place_points
from consult_app.atlas_maker.plates import Picture, draw_plate
from consult_app.atlas_maker.trigger_points import TriggerPoint

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Marks

FRONT = TriggerPoint("ball-1", "ball", (80, 1200, 240))
REAR = TriggerPoint("ball-2", "ball", (80, 1200, 80))
TABLE = {
    "abdomen.upper": Zone("trunk", ((-30, 1170), (60, 1170), (60, 1230), (-30, 1230))),
    "sacrum": Zone("trunk", ((150, 1150), (210, 1150), (210, 1250), (150, 1250))),
    "low-back": Zone("trunk", ((120, 1100), (210, 1100), (210, 1250), (120, 1250))),
}


class Studio(NamedTuple):
    marking: Marking
    palette: Palette
    pictures: dict[int, Picture]

    def marks(self, azimuth: int) -> Marks:
        picture = self.pictures[azimuth]
        return marks_of(self.marking, picture.camera, picture.paints, picture.depth, self.palette)


@pytest.fixture(scope="module")
def studio(meshes: Path) -> Studio:
    palette = Palette()
    tissues = read_tissues(meshes, palette)
    body = build_body(tissues, palette, "superficial")
    marking = replace(prepare(tissues, palette, TABLE), points=place_points(tissues, palette, (FRONT, REAR)))
    views = (0, 90, 180)
    pictures = {view: draw_plate(body, palette, view, 400.0, lambda _step: None) for view in views}
    return Studio(marking, palette, pictures)


def test_zones_face_the_viewer_on_both_sides(studio: Studio) -> None:
    assert set(studio.marks(0).zones) == {"abdomen.upper:left", "abdomen.upper:right"}
    assert set(studio.marks(90).zones) == {"abdomen.upper:left", "low-back:left"}


def test_of_two_zones_the_first_of_the_table_counts(studio: Studio) -> None:
    numbers = studio.marking.zones
    middle = (np.abs(studio.marking.skin.vertices - (0, 1.2, 0.01)) < 0.01).all(axis=1)
    assert (numbers[middle] == 2).all()


def test_the_zones_of_a_camera_are_worked_out_once(studio: Studio) -> None:
    assert studio.marks(0).zones is studio.marks(0).zones


def test_a_point_is_seen_from_its_own_side_only(studio: Studio) -> None:
    assert set(studio.marks(0).points) == {"ball-1:left", "ball-1:right"}
    assert "ball-1:left" not in studio.marks(180).points


def test_left_points_lie_right_of_the_axis_on_the_front_plate(studio: Studio) -> None:
    camera = studio.pictures[0].camera
    points = studio.marks(0).points
    x, y = points["ball-1:left"]
    assert (x - camera.axis_x) / camera.scale == pytest.approx(0.08, abs=0.003)
    assert (camera.zero_y - y) / camera.scale == pytest.approx(1.2, abs=0.003)
    assert points["ball-1:right"][0] < camera.axis_x


def test_a_point_is_not_seen_where_its_muscle_is_not_shown(studio: Studio) -> None:
    picture = studio.pictures[0]
    nothing = np.where(picture.paints > 0, studio.palette.number("skin"), 0)
    marks = marks_of(studio.marking, picture.camera, nothing, picture.depth, studio.palette)
    assert marks.points == {}


def test_a_point_faces_the_viewer_most_from_its_own_side(studio: Studio) -> None:
    front, side = (point_scores(studio.marking, studio.pictures[azimuth].camera) for azimuth in (0, 90))
    assert front["ball-1:left"] > 0.9
    assert abs(side["ball-1:left"]) < 0.2
    assert front["ball-2:left"] < -0.9
