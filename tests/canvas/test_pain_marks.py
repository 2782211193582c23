"""Pain on the body: zones and sore spots that can be told apart without colour, and their legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from consult_app.atlas.model import Marks
from consult_app.canvas import pain_marks
from consult_app.canvas.body_cover import BodyCover
from consult_app.canvas.figure_painter import FigurePainter
from consult_app.canvas.marks import FigureWords
from consult_app.canvas.pain_pattern import PainPattern
from consult_app.canvas.plate_art import PlateArt
from consult_app.canvas.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.canvas.palette import FigurePalette
    from consult_app.canvas.stage import Slot
    from consult_app.gui.theme import Theme

SIZE = QSizeF(600, 900)
SQUARE = (300.0, 300.0, 700.0, 300.0, 700.0, 700.0, 300.0, 700.0)
ZONES = {"head.temple:left": (SQUARE,), "face.jaw:left": (SQUARE,)}
FOUND = Marks(ZONES, {"masseter-1:left": (500.0, 500.0)})
ROOM = QRectF(0, 0, 600, 900)


@pytest.fixture
def look(
    resources: Path, palette: FigurePalette, make_theme: Callable[..., Theme], monkeypatch: pytest.MonkeyPatch
) -> FigurePainter:
    monkeypatch.setattr("consult_app.canvas.outline_store.read_marks", lambda *_: FOUND)
    painter = FigurePainter(PlateArt(resources / "atlas", palette))
    painter.mark_font = make_theme().font("label")
    painter.words = FigureWords(legend=("Sore spot", "Most", "Spreads", "Drawn"))
    return painter


@pytest.fixture
def slots(front: Plate) -> tuple[Slot, ...]:
    return Stage((front,), SIZE).slots()


def _picture(draw: Callable[[QPainter], object]) -> QImage:
    image = QImage(600, 900, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def _inked(image: QImage, box: QRectF) -> float:
    """Return the share of pixels in a box that anything is drawn on."""
    box_px = box.toRect()
    seen = [
        image.pixelColor(x, y).alpha() > 60
        for x in range(box_px.left(), box_px.right())
        for y in range(box_px.top(), box_px.bottom())
    ]
    return sum(seen) / len(seen)


def test_a_firm_zone_is_filled_and_a_faint_one_is_hatched(
    look: FigurePainter, slots: tuple[Slot, ...]
) -> None:
    inner = slots[0].transform().mapRect(QRectF(350, 350, 300, 300))
    firm = pain_marks.zones_of(look, slots, PainPattern(primary=frozenset({"head.temple:left"})))
    faint = pain_marks.zones_of(look, slots, PainPattern(spillover=frozenset({"head.temple:left"})))
    palette = look.art.palette
    filled = _inked(_picture(lambda p: pain_marks.paint_zones(p, palette, firm)), inner)
    hatched = _inked(_picture(lambda p: pain_marks.paint_zones(p, palette, faint)), inner)
    assert filled == 1
    assert 0.1 < hatched < 0.6


def test_what_does_not_face_the_viewer_is_not_drawn(
    look: FigurePainter, slots: tuple[Slot, ...], cover: BodyCover
) -> None:
    pain = PainPattern(frozenset({"soleus-1:left"}), frozenset({"calf.back:left"}), frozenset({"heel:left"}))
    assert pain_marks.zones_of(look, slots, pain) == []
    assert pain_marks.kinds(look, slots, pain) == (False, False, False, False)
    assert pain_marks.legend_box(look, slots, ROOM, pain, (cover, ())).isEmpty()


def test_a_zone_that_is_both_is_drawn_firm(look: FigurePainter, slots: tuple[Slot, ...]) -> None:
    both = frozenset({"face.jaw:left"})
    zones = pain_marks.zones_of(look, slots, PainPattern(primary=both, spillover=both))
    assert [zone.is_primary for zone in zones] == [True]


def test_a_sore_spot_is_a_star_where_it_lies(look: FigurePainter, slots: tuple[Slot, ...]) -> None:
    pain = PainPattern(points=frozenset({"masseter-1:left", "masseter-2:left"}))
    image = _picture(lambda p: pain_marks.paint_points(p, look, slots, pain))
    middle = slots[0].transform().map(500.0, 500.0)
    assert image.pixelColor(round(middle[0]), round(middle[1])) == look.art.palette.point


@pytest.fixture
def cover(look: FigurePainter, slots: tuple[Slot, ...]) -> BodyCover:
    return BodyCover(look.art, slots, ROOM)


def test_the_legend_stands_where_nothing_else_does(
    look: FigurePainter, slots: tuple[Slot, ...], cover: BodyCover
) -> None:
    pain = PainPattern(primary=frozenset({"head.temple:left"}))
    box = pain_marks.legend_box(look, slots, ROOM, pain, (cover, ()))
    other = pain_marks.legend_box(look, slots, ROOM, pain, (cover, (box,)))
    assert cover.share(box) == 0
    assert not box.intersects(other)
    assert ROOM.contains(other)


def test_the_legend_explains_only_what_is_in_sight(
    look: FigurePainter, slots: tuple[Slot, ...], cover: BodyCover
) -> None:
    one = PainPattern(primary=frozenset({"head.temple:left"}))
    all_kinds = PainPattern(
        frozenset({"masseter-1:left"}), frozenset({"head.temple:left"}), frozenset({"face.jaw:left"})
    )
    small = pain_marks.legend_box(look, slots, ROOM, one, (cover, ()))
    drawn = pain_marks.legend_box(look, slots, ROOM, one._replace(is_drawn=True), (cover, ()))
    large = pain_marks.legend_box(look, slots, ROOM, all_kinds._replace(is_drawn=True), (cover, ()))
    assert 0 < small.height() < drawn.height() < large.height()
    assert ROOM.contains(large)
    shown = pain_marks.kinds(look, slots, all_kinds._replace(is_drawn=True))
    image = _picture(lambda p: pain_marks.paint_legend(p, look, large, shown))
    assert _inked(image, large) > 0.5


def test_an_empty_pattern_is_false() -> None:
    assert not PainPattern()
    assert PainPattern(points=frozenset({"x"}))
