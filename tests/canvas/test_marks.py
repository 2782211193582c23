"""The patient's own left and right beside the legs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from consult_app.canvas import marks
from consult_app.canvas.marks import FigureWords
from consult_app.canvas.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot
    from consult_app.gui.theme import Theme

WORDS = FigureWords("YOUR LEFT", "YOUR RIGHT", {0: "Front", 180: "Back"})
SIZE = QSizeF(600, 900)
MIRRORED = pytest.mark.parametrize("is_mirrored", [False, True], ids=["face to face", "mirrored"])


@pytest.mark.parametrize(
    ("azimuth", "at_left", "at_right"),
    [(0, "YOUR RIGHT", "YOUR LEFT"), (180, "YOUR LEFT", "YOUR RIGHT")],
)
@MIRRORED
def test_side_marks_are_the_patients_own(
    atlas: Atlas,
    azimuth: int,
    at_left: str,
    at_right: str,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    slot = Stage((atlas.plate(azimuth),), SIZE, is_mirrored=is_mirrored).slots()[0]
    if is_mirrored:
        at_left, at_right = at_right, at_left
    assert marks._sides(slot, WORDS) == [(at_left, True), (at_right, False)]


@pytest.mark.parametrize("azimuth", range(0, 360, 15))
def test_sides_are_written_at_every_azimuth_that_shows_both(front: Plate, azimuth: int) -> None:
    slot = Stage((front._replace(azimuth=azimuth),), SIZE).slots()[0]
    sides = {is_at_left: text for text, is_at_left in marks._sides(slot, WORDS)}
    left_is_at_left = 90 < azimuth < 270
    expected = (
        {True: "YOUR LEFT", False: "YOUR RIGHT"}
        if left_is_at_left
        else {True: "YOUR RIGHT", False: "YOUR LEFT"}
    )
    assert sides == ({} if azimuth in (90, 270) else expected)


def test_the_name_of_a_view_lies_between_two_quarter_turns(front: Plate) -> None:
    words = FigureWords(
        "", "", {0: "Front", 45: "Front left", 90: "Left", 315: "Front right"}, parts={"soles": "Soles"}
    )
    names = [words.view_of(front._replace(azimuth=azimuth)) for azimuth in (0, 15, 75, 90, 345)]
    assert names == ["Front", "Front left", "Front left", "Left", "Front right"]
    assert words.view_of(front._replace(part="soles")) == "Soles"


@pytest.mark.parametrize("in_row", [False, True])
@pytest.mark.parametrize("part", ["body", "head"])
@pytest.mark.parametrize("azimuth", [0, 45, 135])
def test_marks_of_one_plate_do_not_lie_on_one_another(
    front: Plate,
    make_theme: Callable[..., Theme],
    azimuth: int,
    part: str,
    in_row: bool,  # noqa: FBT001
) -> None:
    plate = front._replace(azimuth=azimuth, part=part)  # type: ignore[arg-type]
    slot = Stage((plate,), SIZE).slots()[0]
    metrics = QFontMetrics(make_theme().font("label"))
    boxes = [mark.box for mark in marks.marks_of(slot, QRectF(0, 0, 600, 900), WORDS, metrics, in_row=in_row)]
    assert len(boxes) == 3
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


@pytest.mark.parametrize("azimuth", [90, 270])
def test_side_views_carry_no_side_marks(atlas: Atlas, azimuth: int) -> None:
    slot = Stage((atlas.plate(azimuth),), SIZE).slots()[0]
    assert marks._sides(slot, WORDS) == []


@pytest.mark.parametrize("azimuth", [0, 180])
@MIRRORED
def test_each_mark_stands_on_the_side_where_those_muscles_are(
    atlas: Atlas,
    art: PlateArt,
    azimuth: int,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    slot = Stage((atlas.plate(azimuth),), SIZE, is_mirrored=is_mirrored).slots()[0]
    at_left = {is_at_left: text for text, is_at_left in marks._sides(slot, WORDS)}[True]
    wrong = [
        region.id
        for region in slot.plate.regions
        if (f"YOUR {region.side.upper()}" == at_left) != _is_at_left(art, slot, region.id)
    ]
    assert wrong == []


def _is_at_left(art: PlateArt, slot: Slot, region: str) -> bool:
    box = slot.transform().mapRect(art.region_path(slot.plate, region).boundingRect())
    return box.center().x() < slot.transform().map(slot.plate.axis[0], 0.0)[0]


@pytest.mark.parametrize("zoom", [1.0, 4.0])
@MIRRORED
def test_marks_are_painted_inside_the_room(
    front: Plate,
    make_theme: Callable[..., Theme],
    zoom: float,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    theme, room = make_theme("light"), QRectF(0, 0, 600, 900)
    slot = Stage((front,), SIZE, zoom, is_mirrored=is_mirrored).slots()[0]
    image = QImage(600, 900, QImage.Format.Format_ARGB32)
    image.fill(theme.figure.background)
    painter = QPainter(image)
    marks.paint(painter, slot, room, WORDS, (theme.font("label"), theme.figure))
    painter.end()
    edges = {image.pixelColor(x, y).rgba() for x in (0, 599) for y in range(900)}
    inner = {image.pixelColor(x, y).rgba() for x in range(0, 600, 2) for y in range(0, 900, 2)}
    assert edges == {theme.figure.background.rgba()}
    assert len(inner) > 1
