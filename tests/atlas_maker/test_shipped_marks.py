"""The marks of the atlas that is shipped: every zone and point shows somewhere, on its own side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("numba")

from consult_app.atlas.storage import read_atlas, read_marks
from consult_app.atlas_maker.pain_zone_table import ZONES
from consult_app.atlas_maker.pain_zones import MIDLINE
from consult_app.atlas_maker.trigger_points import TRIGGER_POINTS
from consult_app.bundle import find_resources

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas, Marks

FOLDER = find_resources() / "atlas"
PAIR = ("left", "right")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(FOLDER)


@pytest.fixture(scope="module")
def front(atlas: Atlas) -> Marks:
    return read_marks(FOLDER, atlas.plate(0))


def test_every_zone_shows_on_a_plate(atlas: Atlas) -> None:
    sides = {zone: ("midline",) if zone in MIDLINE else PAIR for zone in ZONES}
    assert set(atlas.zone_best) == {f"{zone}:{side}" for zone in ZONES for side in sides[zone]}


def test_every_trigger_point_shows_on_a_plate(atlas: Atlas) -> None:
    assert set(atlas.point_best) == {f"{point.id}:{side}" for point in TRIGGER_POINTS for side in PAIR}


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
def test_on_the_front_plate_the_left_marks_are_right_of_the_axis(
    atlas: Atlas, front: Marks, side: str, sign: int
) -> None:
    middle = atlas.plate(0).axis[0]
    for name, rings in front.zones.items():
        if name.endswith(side):
            assert all(sign * (x - middle) >= -1.5 for ring in rings for x in ring[::2]), name
    for name, (x, _) in front.points.items():
        if name.endswith(side):
            assert sign * (x - middle) > 0, name
