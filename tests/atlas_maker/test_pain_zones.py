from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.pain_zone_table import ZONES
from consult_app.atlas_maker.pain_zones import MIDLINE, curve, zones_at
from consult_app.atlas_maker.zone_charts import CHARTS, DIGITS, REACH
from consult_app.bundle import find_resources
from consult_app.content.compiled import load

LANDMARKS = {
    "head.vertex": (30, 1775, 85),
    "head.forehead": (25, 1705, 190),
    "head.temple": (76, 1690, 110),
    "head.occiput": (40, 1680, -15),
    "face.eye": (33, 1648, 185),
    "face.ear": (85, 1640, 80),
    "face.jaw": (63, 1580, 125),
    "neck.front": (20, 1500, 132),
    "neck.back": (15, 1560, 18),
    "shoulder.top": (110, 1470, 50),
    "shoulder.side": (250, 1390, 80),
    "upper-arm.back": (215, 1260, 15),
    "elbow.point": (228, 1125, 35),
    "forearm.front": (245, 1020, 138),
    "hand.palm": (280, 820, 165),
    "hand.thumb": (350, 782, 190),
    "hand.middle": (301, 708, 215),
    "chest.upper": (60, 1400, 195),
    "chest.lower": (90, 1300, 225),
    "scapula.blade": (105, 1380, -30),
    "low-back": (40, 1070, 5),
    "sacrum": (15, 960, -30),
    "abdomen.upper": (50, 1120, 225),
    "abdomen.lower": (40, 980, 210),
    "groin": (75, 910, 190),
    "buttock.lower": (80, 870, -40),
    "thigh.front": (95, 650, 185),
    "thigh.inner": (20, 600, 90),
    "knee.front": (88, 414, 150),
    "knee.back": (80, 420, 10),
    "leg.calf": (85, 290, -8),
    "ankle.outer": (118, -10, 65),
    "foot.heel": (75, -60, 12),
    "foot.arch": (72, -55, 120),
    "foot.ball": (110, -80, 190),
    "foot.top": (112, -12, 150),
    "foot.toes": (152, -68, 250),
    "foot.big-toe": (130, -65, 255),
}
"""Places that nobody would call otherwise, on the left skin of the BodyParts3D body (millimetres)."""


def test_every_zone_of_the_catalogue_has_its_place_and_no_other() -> None:
    catalogue = load(find_resources() / "catalogue", None).catalogue
    assert catalogue is not None
    assert set(ZONES) == {zone.id for zone in catalogue.zones}
    assert {zone.id for zone in catalogue.zones if not zone.paired} == MIDLINE


@pytest.mark.parametrize("zone", LANDMARKS)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_landmark_lies_in_its_zone_only(zone: str, sign: int) -> None:
    point = np.array([LANDMARKS[zone]]) / 1000 * (sign, 1, 1)
    assert [name for name, inside in zones_at(point, ZONES).items() if inside[0]] == [zone]


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_names_a_chart_and_a_limb_that_exist(name: str) -> None:
    zone = ZONES[name]
    assert zone.chart in CHARTS
    assert zone.chart in REACH
    assert zone.limb in {"", "arm", "body", *DIGITS}
    assert zone.low < zone.high


def test_a_curve_is_smooth_and_stays_within_its_corners() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    points = curve(square)
    assert points.min() >= 0
    assert points.max() <= 4
    ways = np.diff(np.concatenate([points, points[:1]]), axis=0)
    turns = np.degrees(np.arccos(np.clip(_cosines(ways), -1, 1)))
    assert turns.max() < 30


def _cosines(ways: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[float]:
    ahead = np.roll(ways, -1, axis=0)
    sizes = np.linalg.norm(ways, axis=1) * np.linalg.norm(ahead, axis=1)
    return [float(np.dot(a, b) / size) for a, b, size in zip(ways, ahead, sizes, strict=True) if size > 0]


def test_far_from_the_body_there_is_no_zone() -> None:
    found = zones_at(np.array([(0.0, 2.5, 0.0), (0.0, -0.5, 0.0)]), ZONES)
    assert not any(inside.any() for inside in found.values())


def test_hand_and_foot_have_lines_for_every_digit() -> None:
    assert tuple(DIGITS) == (
        "hand", "thumb", "index", "middle", "ring", "little", "foot", "big-toe", "toes",
    )  # fmt: skip
    assert all(x > 0 for lines in DIGITS.values() for line in lines for x, _, _ in line)
