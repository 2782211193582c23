"""Every pain zone and every trigger point is drawn on at least one plate, on the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from consult_app.canvas import pain_marks
from consult_app.canvas.figure_painter import FigurePainter
from consult_app.canvas.pain_pattern import PainPattern
from consult_app.canvas.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.content.records import Catalogue

SIDES = ("left", "right")
SLACK = 2.0
"""Plate pixels by which a smoothed outline may reach beyond the body."""
LEAST = 50.0
"""Square pixels of a plate: a zone that is smaller could not be made out."""


@pytest.fixture(scope="module")
def zones(catalogue: Catalogue) -> list[str]:
    """The keys of all zones of the catalogue."""
    sides = {zone.id: SIDES if zone.paired else ("midline",) for zone in catalogue.zones}
    return [f"{zone}:{side}" for zone, found in sides.items() for side in found]


@pytest.fixture(scope="module")
def points(catalogue: Catalogue) -> list[str]:
    """The keys of all trigger points of the catalogue."""
    details = catalogue.detail_by_group.values()
    return [f"{point.id}:{side}" for found in details for point in found.trigger_points for side in SIDES]


def _best(atlas: Atlas, names: Mapping[str, Sequence[str]], key: str) -> list[Plate]:
    return [atlas.plate_by_id[name] for name in names.get(key, ())]


def test_every_zone_of_the_catalogue_lies_on_the_body_of_its_best_plate(
    atlas: Atlas, art: PlateArt, zones: list[str]
) -> None:
    missed = []
    for key in zones:
        plates = _best(atlas, atlas.zone_best, key)[:1]
        boxes = [(art.zone_path(plate, key).boundingRect(), QRectF(*plate.figure)) for plate in plates]
        fits = [body.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box) for box, body in boxes]
        if fits != [True] or boxes[0][0].width() * boxes[0][0].height() < LEAST:
            missed.append(key)
    assert len(zones) == len(atlas.zone_best)
    assert missed == []


def test_every_trigger_point_of_the_catalogue_lies_on_the_body_of_its_best_plate(
    atlas: Atlas, art: PlateArt, points: list[str]
) -> None:
    missed = []
    for key in points:
        plates = _best(atlas, atlas.point_best, key)[:1]
        if [_is_on_body(art, plate, art.marks(plate).points[key]) for plate in plates] != [True]:
            missed.append(key)
    assert len(points) == len(set(points)) == len(atlas.point_best)
    assert missed == []


def _is_on_body(art: PlateArt, plate: Plate, place: tuple[float, float]) -> bool:
    """Return whether a place of a plate shows any tissue."""
    column, row = map(int, place)
    value = art.index(plate.levels[0])[row * plate.width + column]
    return QRectF(*plate.figure).contains(QPointF(*place)) and plate.entries[value].tissue != "empty"


def test_what_lies_on_a_plate_is_drawn_there(
    atlas: Atlas, art: PlateArt, zones: list[str], points: list[str]
) -> None:
    undrawn = []
    for names, keys in ((atlas.zone_best, zones), (atlas.point_best, points)):
        for key in keys:
            plate = _best(atlas, names, key)[0]
            if not _ink(art, plate, key):
                undrawn.append(key)
    assert undrawn == []


def _ink(art: PlateArt, plate: Plate, key: str) -> bool:
    """Return whether the marks of a key leave anything on a picture of a plate."""
    look, slots = FigurePainter(art), Stage((plate,), QSizeF(300, 400)).slots()
    pain = PainPattern(points=frozenset({key}), primary=frozenset({key}))
    image = QImage(300, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    pain_marks.paint_zones(painter, art.palette, pain_marks.zones_of(look, slots, pain))
    pain_marks.paint_points(painter, look, slots, pain)
    painter.end()
    return any(bytes(image.constBits()))
