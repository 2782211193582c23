"""Help and harm side by side: only what was counted is drawn, and each names its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.gui.balance import add_balance, helped_counts
from consult_app.gui.columns import Pairs
from consult_app.gui.counts import count_picture, needling_harm, side_by_side
from consult_app.gui.layout import Card
from consult_app.gui.marks import IconArray
from consult_app.gui.options_page import options_page
from consult_app.gui.sources import short_names
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from consult_app.content.records import Catalogue
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit
    from consult_app.gui.theme import Theme


def _balance(kit: PageKit, group: str, width: int = 420) -> Page:
    page = kit.page()
    add_balance(kit, kit.catalogue.group_by_id[group], page)
    laid_out(page, width)
    return page


def test_help_stands_left_and_harm_right_equally_wide(make_kit: Callable[..., PageKit]) -> None:
    page = _balance(make_kit(), "upper-trapezius")
    help_card, harm_card = page.findChild(Pairs).findChildren(Card)
    assert help_card.y() == harm_card.y()
    assert help_card.size() == harm_card.size()
    assert help_card.geometry().right() < harm_card.x()


def test_no_picture_is_drawn_of_what_nobody_counted(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    for group in catalogue.groups:
        page = _balance(kit, group.id)
        help_card, harm_card = page.findChild(Pairs).findChildren(Card)
        counted = helped_counts(kit, group)
        assert len(help_card.findChildren(IconArray)) == len(counted)
        assert (kit.words("ui.count.none") in texts(help_card)) == (not counted)
        assert len(harm_card.findChildren(IconArray)) == 1
    assert helped_counts(kit, catalogue.group_by_id["foot-intrinsics"])


def test_each_picture_says_its_figures_and_its_source(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    counts = [c for o in catalogue.details.options for choice in o.choices for c in choice.counts]
    assert len(counts) >= 6
    for count in (*counts, needling_harm(kit)):
        part = count_picture(kit, count)
        picture = part.findChild(IconArray)
        assert (picture._low, picture._high) == (round(count.low), round(count.high))
        assert picture.accessibleName() == count.text
        assert str(round(count.high)) in count.text
        works = short_names(kit, count.references)
        assert works
        assert {count.text, kit.words("ui.count.source", works=works)} <= set(texts(part))


def test_the_figures_of_harm_are_those_of_the_catalogue(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    common, count = catalogue.safety.side_effects[0], needling_harm(make_kit())
    assert (count.low, count.high, count.text) == (common.low, common.high, common.sentence)


def test_options_set_both_side_by_side(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    kit = make_kit()
    for options in catalogue.details.options:
        page = laid_out(options_page(kit, options.id), 440)
        needling = sum(choice.kind == "needling" for choice in options.choices)
        assert texts(page).count(kit.words("ui.count.harms")) >= needling > 0


def _drawn(theme: Theme, *, is_help: bool) -> QImage:
    array = IconArray(theme, 20, 40, "20 to 40 of 100", is_help=is_help, per_row=10)
    array.resize(200, array.arrange(200))
    return array.grab().toImage()


def test_help_and_harm_differ_in_shape_and_not_in_colour_alone(make_theme: Callable[..., Theme]) -> None:
    theme = make_theme()
    colours = dict(theme.colours)
    colours["accent"], colours["accent_soft"] = colours["harm"], colours["harm_maybe"]
    same = theme._replace(colours=colours)
    assert _drawn(same, is_help=True) != _drawn(same, is_help=False)


def test_a_hundred_are_drawn_in_rows_of_ten(make_theme: Callable[..., Theme]) -> None:
    array = IconArray(make_theme(), 1, 2, "1 to 2 of 100", per_row=10)
    assert array.arrange(100) == 100
    assert IconArray(make_theme(), 1, 2, "1 to 2 of 100").arrange(100) == 25


@pytest.mark.parametrize(
    ("theme", "text_size", "width"), [("light", 100, 300), ("light", 100, 836), ("dark", 200, 640)]
)
def test_nothing_is_cut_off_or_runs_out(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, theme: str, text_size: int, width: int
) -> None:
    kit = make_kit(theme, text_size)
    for group in catalogue.groups:
        page = _balance(kit, group.id, width)
        assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])
    halves = side_by_side(kit, [needling_harm(kit)])
    assert halves.arrange(width) > 0
