"""The general pages: nothing cut off, nothing left out, and no sharp word on the calm path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from consult_app.gui.buttons import Button
from consult_app.gui.guide_pages import guide_page, scope_page
from consult_app.gui.marks import IconArray
from consult_app.policy import KIOSK
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.page_kit import PageKit

GUIDES = ("visit", "visit-calm", "safety")
SHARP = re.compile(r"needl|prick|inject|punctur|blood", re.IGNORECASE)
looks = pytest.mark.parametrize(
    ("theme", "text_size", "width"), [("light", 100, 436), ("light", 200, 640), ("dark", 200, 483)]
)


@looks
def test_no_general_page_is_cut_off_or_runs_out(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, theme: str, text_size: int, width: int
) -> None:
    kit = make_kit(theme, text_size)
    pages = [guide_page(kit, guide) for guide in GUIDES]
    pages += [scope_page(kit, item.id) for item in catalogue.details.not_for]
    for page in pages:
        laid_out(page, width)
        assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])


def test_the_calm_path_has_no_sharp_word(make_kit: Callable[..., PageKit]) -> None:
    said = texts(laid_out(guide_page(make_kit(policy=KIOSK), "visit-calm"), 500))
    footer = said.index(next(text for text in said if text.startswith("This program informs")))
    assert [text for text in said[:footer] if SHARP.search(text)] == []
    assert len(said) > 20


def test_the_two_paths_lead_to_each_other(make_kit: Callable[..., PageKit]) -> None:
    for guide, other in (("visit", "visit-calm"), ("visit-calm", "visit")):
        page = laid_out(guide_page(make_kit(), guide), 500)
        assert f"guide:{other}" in [button.value for button in page.findChildren(Button)]


def test_everything_about_the_visit_is_told(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    plain = texts(laid_out(guide_page(make_kit(), "visit"), 500))
    calm = texts(laid_out(guide_page(make_kit(), "visit-calm"), 500))
    for part in catalogue.details.visit:
        assert {part.title, *part.points} <= set(plain)
        assert set(part.calm_points) <= set(calm)


def test_everything_about_safety_is_told(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    page = laid_out(guide_page(make_kit(), "safety"), 500)
    said, safety = set(texts(page)), catalogue.safety
    for notes in (safety.must_know, safety.do_not_needle, safety.ask_first, safety.aftercare):
        assert {note.text for note in notes} <= said
    assert {flag.text for flag in safety.red_flags} <= said
    assert {effect.sentence for effect in safety.side_effects} <= said
    assert {text for item in safety.disagreements for text in (item.text, item.clinical)} <= said
    assert set(safety.questions_to_ask) <= said
    assert {text for question in safety.questions for text in (question.ask, question.why)} <= said
    assert len(page.findChildren(IconArray)) == len(safety.side_effects)


def test_practitioners_words_and_sources_stay_out_of_the_kiosk(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    said = "\n".join(texts(laid_out(guide_page(make_kit(policy=KIOSK), "safety"), 500)))
    assert [item.id for item in catalogue.safety.disagreements if item.clinical in said] == []
    assert "doi:" not in said


def test_what_needling_is_not_for_says_what_to_do(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    for item in catalogue.details.not_for:
        said = texts(scope_page(kit, item.id))
        assert {item.name, item.text} <= set(said)
        if item.urgency != "none":
            assert kit.words(f"ui.help.{item.urgency}") in said


def test_the_window_shows_a_general_page_and_goes_back(window: MainWindow) -> None:
    window.select("deltoid")
    window.choose_topic("guide", "safety")
    assert window.panel.page.findChildren(IconArray)
    assert not window.pane.regions.lit_groups(window._model.now)
    window.actions_by_id["history.back"].trigger()
    assert window._model.now.selection is not None
