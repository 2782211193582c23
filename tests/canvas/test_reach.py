"""No region is too small: close enough, a finger finds each of them."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from consult_app.canvas.stage import MOST_ZOOM, Stage, frame_of
from consult_app.canvas.targets import meant_regions
from tests.canvas.places import inside_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.plate_art import PlateArt

ROOM = QSizeF(820, 696)
"""What the figure has in the window of a small laptop, 1366 × 768."""
DOTS_PER_MM = 96 / 25.4
TARGET = 24.0
"""Logical pixels: the least size of a target on a desktop."""
NARROW = {"extensor-digiti-minimi": 20.0}
"""Muscles that are less wide than a target on every plate, and how wide they are at least."""
DIRECTIONS = 8

Places = dict[str, dict[str, tuple[float, float]]]


@pytest.fixture(scope="module")
def places(atlas: Atlas, art: PlateArt) -> Places:
    """The middle of the roomiest place of each region, by plate."""
    return {plate.id: inside_points(plate, art.index(plate.levels[0])) for plate in atlas.plates}


@pytest.fixture(scope="module")
def far(atlas: Atlas) -> dict[str, Stage]:
    """Each plate as it stands when the whole figure fits, by plate."""
    rings: dict[tuple[str, str], list[Plate]] = {}
    for plate in atlas.plates:
        rings.setdefault((plate.part, plate.layer), []).append(plate)
    frames = {key: frame_of(plates) for key, plates in rings.items()}
    return {plate.id: Stage((plate,), ROOM, frame=frames[plate.part, plate.layer]) for plate in atlas.plates}


def _nearest(stage: Stage, place: tuple[float, float]) -> tuple[Stage, QPointF]:
    """Return the stage as near as can be, and where in the widget a place of its plate stands then."""
    spot = stage.slots()[0].transform().map(QPointF(*place))
    near = stage.zoomed_at(spot, MOST_ZOOM)
    assert near.zoom == MOST_ZOOM
    return near, near.slots()[0].transform().map(QPointF(*place))


def _answers(art: PlateArt, stage: Stage, spot: QPointF) -> list[str]:
    return [region.id for region in meant_regions(art, stage, spot, DOTS_PER_MM)]


def _around(spot: QPointF, away: float) -> Iterator[QPointF]:
    for number in range(DIRECTIONS):
        angle = 2 * pi * number / DIRECTIONS
        yield spot + QPointF(away * cos(angle), away * sin(angle))


def _is_target(art: PlateArt, stage: Stage, place: tuple[float, float], region: str) -> bool:
    """Return whether a whole target around a place, seen from near, answers with a region or offers it."""
    near, spot = _nearest(stage, place)
    size = NARROW.get(region.partition(":")[0], TARGET)
    return all(region in _answers(art, near, tap) for tap in _around(spot, size / 2))


def _all_places(art: PlateArt, plate: Plate, region: str) -> Iterator[tuple[float, float]]:
    """Yield the middle of every pixel that a region has on a plate."""
    values = {
        value for value, entry in enumerate(plate.entries) if entry.region and entry.region.id == region
    }
    for number, value in enumerate(art.index(plate.levels[0])):
        if value in values:
            row, column = divmod(number, plate.width)
            yield column + 0.5, row + 0.5


def test_from_near_a_tap_finds_every_region_of_every_plate(
    atlas: Atlas, art: PlateArt, places: Places, far: dict[str, Stage]
) -> None:
    missed = []
    for plate in atlas.plates:
        for region in plate.regions:
            stage, spot = _nearest(far[plate.id], places[plate.id][region.id])
            tap = QPointF(spot.toPoint())
            if not QRectF(QPointF(), ROOM).contains(tap) or _answers(art, stage, tap) != [region.id]:
                missed.append((plate.id, region.id))
    assert missed == []


def test_from_near_each_region_is_somewhere_as_large_as_a_target(
    atlas: Atlas, art: PlateArt, places: Places, far: dict[str, Stage]
) -> None:
    small = set(atlas.region_by_id)
    for plate in atlas.plates:
        here = small.intersection(places[plate.id])
        small -= {name for name in here if _is_target(art, far[plate.id], places[plate.id][name], name)}
    assert len(small) < 20  # few enough to look at every pixel of them
    for region in sorted(small):
        plates = [atlas.plate_by_id[name] for name in atlas.region_by_id[region].best]
        spots = ((plate, place) for plate in plates for place in _all_places(art, plate, region))
        if any(_is_target(art, far[plate.id], place, region) for plate, place in spots):
            small.discard(region)
    assert small == set()
