"""The point where a name's leader ends lies inside what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from consult_app.canvas.inside import point_inside

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas
    from consult_app.canvas.plate_art import PlateArt


def test_the_point_inside_a_region_is_inside_its_outline(atlas: Atlas, art: PlateArt) -> None:
    outside = [
        (plate.id, region.id)
        for plate in atlas.plates
        for region in plate.regions
        if not (path := art.region_path(plate, region.id)).contains(point_inside(path))
    ]
    assert outside == []


def test_the_point_inside_a_ring_is_not_in_its_hole() -> None:
    path = QPainterPath()
    path.addEllipse(QRectF(0, 0, 100, 100))
    path.addEllipse(QRectF(15, 15, 70, 70))
    assert path.contains(point_inside(path))


def test_an_empty_path_has_a_point_all_the_same() -> None:
    assert point_inside(QPainterPath()).isNull()
