"""What is drawn over the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from consult_app.canvas.body_cover import BodyCover
from consult_app.canvas.figure_painter import FigurePainter, FigureWords, Highlight, point_inside
from consult_app.canvas.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.gui.theme import Theme


@pytest.fixture
def painter(art: PlateArt, make_theme: Callable[..., Theme]) -> FigurePainter:
    painter = FigurePainter(art)
    painter.words = FigureWords("YOUR LEFT", "YOUR RIGHT")
    painter.font = painter.mark_font = make_theme("light").font("strong")
    return painter


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


@pytest.mark.parametrize(
    ("azimuth", "is_mirrored", "marks"),
    [
        (0, False, ["YOUR RIGHT", "YOUR LEFT"]),
        (0, True, ["YOUR LEFT", "YOUR RIGHT"]),
        (180, False, ["YOUR LEFT", "YOUR RIGHT"]),
        (180, True, ["YOUR RIGHT", "YOUR LEFT"]),
        (90, False, []),
        (270, False, []),
    ],
)
def test_side_marks_are_the_patients_own(
    painter: FigurePainter, atlas: Atlas, azimuth: int, is_mirrored: bool, marks: list[str]  # noqa: FBT001
) -> None:
    slot = Stage((atlas.plate(azimuth),), QSizeF(600, 900), is_mirrored=is_mirrored).slots()[0]
    assert [text for text, _ in painter._side_marks(slot)] == marks


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_each_mark_stands_on_the_side_where_those_muscles_are(
    painter: FigurePainter, art: PlateArt, front: Plate, is_mirrored: bool  # noqa: FBT001
) -> None:
    slot = Stage((front,), QSizeF(600, 900), is_mirrored=is_mirrored).slots()[0]
    region = next(region for region in front.regions if region.side == "left")
    box = slot.transform().mapRect(art.region_path(front, region.id).boundingRect())
    is_at_left = box.center().x() < slot.figure().center().x()
    assert ("YOUR LEFT", is_at_left) in painter._side_marks(slot)


def test_the_name_points_into_what_is_selected(
    painter: FigurePainter, art: PlateArt, front: Plate, back: Plate
) -> None:
    size = QSizeF(1000, 900)
    slots, room = Stage((front, back), size).slots(), QRectF(0, 0, 1000, 900)
    region = front.regions[0].id
    highlight = Highlight(selected=frozenset({region}), name="Name", side="your left")
    placed = painter.place_name(slots, highlight, room, BodyCover(art, slots, room))
    assert placed is not None
    assert any(
        art.region_path(slot.plate, region).contains(slot.to_plate(placed.anchor)) for slot in slots
    )


def test_there_is_no_name_where_nothing_is_selected(painter: FigurePainter, art: PlateArt, front: Plate) -> None:
    slots, room = Stage((front,), QSizeF(600, 900)).slots(), QRectF(0, 0, 600, 900)
    cover = BodyCover(art, slots, room)
    assert painter.place_name(slots, Highlight(), room, cover) is None
    hidden = Highlight(selected=frozenset({"deep:left"}), name="Deep")
    assert painter.place_name(slots, hidden, room, cover) is None
