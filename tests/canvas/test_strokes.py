"""Strokes as they are painted: on their own plate, told apart without colour, without any window."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from consult_app.canvas.drawn import STAMPS, Drawn, Hurt
from consult_app.canvas.figure_painter import FigurePainter
from consult_app.canvas.little_picture import LittlePictures, slot_around
from consult_app.canvas.pain_pattern import PainPattern
from consult_app.canvas.stage import Slot
from consult_app.canvas.strokes import Strokes, hit, outline_of, paint_ink_stroke
from consult_app.consultation import Stroke, Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.plate_art import PlateArt

LINE = Stroke("pen", Viewpoint(0), ((100.0, 400.0), (200.0, 400.0), (300.0, 400.0)), 8.0, "blue")
TOUCH = Stroke("touch", Viewpoint(0), ((300.0, 420.0),), 40.0)
THERE = "chest.upper:right"


def _picture(paint: Callable[[QPainter], None], side: int = 800) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def _slot(plate: Plate, *, is_mirrored: bool = False) -> Slot:
    return Slot(plate, QPointF(0, 0), 0.5, is_mirrored, is_zoomed=False)


def _strokes(art: PlateArt, drawn: Drawn) -> Strokes:
    strokes = Strokes(FigurePainter(art))
    strokes.set_drawn(drawn)
    return strokes


def _is_near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return sum(abs(a - b) for a, b in pairs) < 60  # type: ignore[operator]


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_ink_is_painted_where_it_was_drawn_on_the_plate(
    art: PlateArt,
    front: Plate,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    strokes = _strokes(art, Drawn(ink=(LINE,)))
    slot = _slot(front, is_mirrored=is_mirrored)
    image = _picture(lambda painter: strokes.paint_ink(painter, [slot]))
    x = front.width - 200.0 if is_mirrored else 200.0
    assert _is_near(image.pixelColor(round(x / 2), 200), art.palette.inks["blue"])
    assert image.pixelColor(round(x / 2), 240).alpha() == 0


def test_ink_is_on_no_other_plate(art: PlateArt, front: Plate, back: Plate) -> None:
    elsewhere = (LINE._replace(view=Viewpoint(180)), LINE._replace(view=Viewpoint(0, "deep")))
    strokes = _strokes(art, Drawn(ink=elsewhere))
    image = _picture(lambda painter: strokes.paint_ink(painter, [_slot(front)]))
    assert image == _picture(lambda _painter: None)
    image = _picture(lambda painter: strokes.paint_ink(painter, [_slot(back)]))
    assert image.pixelColor(100, 200).alpha() > 0


def test_the_colours_can_be_told_apart_by_the_shape_of_their_line(palette: FigurePalette) -> None:
    gaps = {}
    for ink, colour in palette.inks.items():
        line = LINE._replace(points=((20.0, 50.0), (220.0, 50.0), (420.0, 50.0)), width=6.0, colour=ink)
        image = _picture(
            lambda painter, line=line: paint_ink_stroke(painter, QTransform(), 1.0, line, palette)
        )
        row = [_is_near(image.pixelColor(x, 50), colour) for x in range(30, 410)]
        gaps[ink] = sum(was and not now for was, now in pairwise(row))
    assert set(gaps) == {"blue", "red", "green"}
    assert gaps["blue"] == 0
    assert 5 <= gaps["red"] < 0.8 * gaps["green"]


def test_each_stamp_has_a_shape_of_its_own_that_no_mirror_turns(palette: FigurePalette) -> None:
    images = []
    for shape in STAMPS:
        stamp = Stroke("stamp", Viewpoint(0), ((60.0, 60.0),), 60.0, "blue", shape)
        mirror = QTransform(-1, 0, 0, 1, 120, 0)
        plain, mirrored = (
            _picture(lambda p, t=turn, s=stamp: paint_ink_stroke(p, t, 1.0, s, palette), 120)
            for turn in (QTransform(), mirror)
        )
        assert plain == mirrored
        images.append(bytes(plain.constBits()))
    assert len(set(images)) == len(STAMPS) == 4


def test_an_arrow_is_wide_at_its_tip(palette: FigurePalette) -> None:
    arrow = Stroke("arrow", Viewpoint(0), ((20.0, 100.0), (180.0, 100.0)), 6.0, "blue")
    image = _picture(lambda painter: paint_ink_stroke(painter, QTransform(), 1.0, arrow, palette), 200)

    def height(x: int) -> int:
        return sum(image.pixelColor(x, y).alpha() > 200 for y in range(200))

    assert height(158) > 2 * height(60) > 0
    assert height(190) == 0


def test_pain_is_firm_where_it_was_drawn_and_its_zone_is_shown_from_elsewhere(
    art: PlateArt, front: Plate, back: Plate
) -> None:
    key = next(key for key in art.marks(front).zones if key in art.marks(back).zones)
    strokes = _strokes(art, Drawn((Hurt(TOUCH, frozenset({key})),), is_asking=True))
    near = _picture(lambda painter: strokes.paint_pain_edges(painter, [_slot(front)]))
    edge = QPointF(*TOUCH.points[0]) / 2 + QPointF(TOUCH.width / 4, 0)
    assert near.pixelColor(edge.toPoint()).alpha() > 150
    far = _picture(lambda painter: strokes.paint_pain(painter, [_slot(back)]), 1000)
    inked = QRectF(art.zone_path(back, key).boundingRect())
    seen = [(x, y) for x in range(0, 1000, 3) for y in range(0, 1000, 3) if far.pixelColor(x, y).alpha()]
    assert seen
    box = _slot(back).transform().mapRect(inked).adjusted(-2, -2, 2, 2)
    assert all(box.contains(QPointF(x, y)) for x, y in seen)


def test_pain_lies_on_the_skin_that_all_layers_share(art: PlateArt, front: Plate) -> None:
    deep = TOUCH._replace(view=Viewpoint(0, "deep"))
    strokes = _strokes(art, Drawn((Hurt(deep),), is_asking=True))
    image = _picture(lambda painter: strokes.paint_pain(painter, [_slot(front)]))
    assert image.pixelColor(150, 210).alpha() > 0


def test_the_last_drawn_stroke_within_reach_is_hit(front: Plate) -> None:
    later = LINE._replace(colour="red")
    assert hit(front, (LINE, later), QPointF(150, 403), 3.0) == later
    assert hit(front, (LINE,), QPointF(150, 415), 3.0) is None
    assert hit(front, (LINE,), QPointF(150, 415), 20.0) == LINE


def test_a_touch_covers_a_disc_and_a_line_has_round_ends() -> None:
    assert outline_of(TOUCH).boundingRect().width() == pytest.approx(40.0, abs=0.1)
    assert outline_of(LINE).boundingRect().width() == pytest.approx(208.0, abs=1)


# Little pictures


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_little_picture_shows_what_was_drawn_in_its_middle(
    front: Plate,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    box = QRectF(10, 20, 120, 120)
    drawn = QRectF(280, 400, 40, 40)
    slot = slot_around(front, [drawn], box, is_mirrored)
    middle = slot.transform().map(drawn.center())
    assert (middle.x(), middle.y()) == pytest.approx((70, 80), abs=0.5)
    assert box.width() / slot.scale >= 0.4 * front.pixels_per_metre


def test_a_large_drawing_fits_into_a_little_picture(front: Plate) -> None:
    box, drawn = QRectF(0, 0, 120, 120), QRectF(100, 200, 500, 1200)
    slot = slot_around(front, [drawn], box, is_mirrored=False)
    assert box.contains(slot.transform().mapRect(drawn))


def test_a_little_picture_shows_body_drawing_and_zone(
    resources: Path, palette: FigurePalette, art: PlateArt, front: Plate
) -> None:
    pictures = LittlePictures(resources / "atlas", palette)
    zone = art.zone_path(front, THERE).boundingRect()
    middle = (zone.center().x(), zone.center().y())
    hurts = (Hurt(TOUCH._replace(points=(middle,)), frozenset({THERE})),)
    box = QRectF(0, 0, 120, 120)

    def shown(pain: PainPattern) -> QImage:
        return _picture(
            lambda painter: pictures.paint(painter, box, front, pain, hurts, is_mirrored=False), 120
        )

    plain, firm = shown(PainPattern()), shown(PainPattern(primary=frozenset({THERE})))
    faint = shown(PainPattern(spillover=frozenset({THERE})))
    assert plain.pixelColor(60, 60).alpha() == 255
    assert plain.pixelColor(0, 0).alpha() == 0
    changed = {name: sum(
        plain.pixel(x, y) != image.pixel(x, y) for x in range(120) for y in range(120)
    ) for name, image in (("firm", firm), ("faint", faint))}  # fmt: skip
    assert changed["firm"] > changed["faint"] > 0


def test_a_little_picture_of_a_damaged_plate_is_left_empty(
    tmp_path: Path, palette: FigurePalette, front: Plate
) -> None:
    pictures = LittlePictures(tmp_path, palette)
    box = QRectF(0, 0, 120, 120)
    image = _picture(
        lambda painter: pictures.paint(painter, box, front, PainPattern(), (Hurt(TOUCH),), is_mirrored=False),
        120,
    )
    assert image == _picture(lambda _painter: None, 120)
