"""The ways to deal with a condition, side by side, and ticks that are never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.gui.buttons import Button
from consult_app.gui.options_page import options_page
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit


@pytest.mark.parametrize(
    ("theme", "text_size", "width"), [("light", 100, 436), ("light", 100, 836), ("dark", 200, 640)]
)
def test_no_page_of_options_is_cut_off_or_runs_out(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, theme: str, text_size: int, width: int
) -> None:
    kit = make_kit(theme, text_size)
    assert len(catalogue.details.options) >= 5
    for options in catalogue.details.options:
        page = laid_out(options_page(kit, options.id), width)
        assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])


def test_every_choice_is_told_whole(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    for options in catalogue.details.options:
        said = set(texts(laid_out(options_page(make_kit(), options.id), 600)))
        for choice in options.choices:
            assert {choice.name, choice.what, choice.helps, choice.harms, choice.effort} <= said


def _tick(page: Page, text: str) -> Button:
    button = next(button for button in page.findChildren(Button) if button.text() == text)
    button.click()
    return button


def test_what_matters_counts_for_the_choices_it_favours(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit, options = make_kit(), catalogue.details.options[0]
    page = laid_out(options_page(kit, options.id), 600)
    matter = options.matters[0]
    _tick(page, matter.text)
    said = texts(page)
    fits = said.count(kit.words("ui.options.fit", count=1, of=1))
    misses = said.count(kit.words("ui.options.fit", count=0, of=1))
    assert (fits, misses) == (len(matter.favours), len(options.choices) - len(matter.favours))
    assert matter.why in said


def test_ticks_are_gone_when_the_page_is_left(window: MainWindow, catalogue: Catalogue) -> None:
    options = catalogue.details.options[0]
    window.choose_topic("options", options.id)
    assert _tick(window.panel.page, options.matters[0].text).isChecked()
    window.choose_topic("condition", options.condition)
    window.choose_topic("options", options.id)
    buttons = window.panel.page.findChildren(Button)
    assert not any(button.isChecked() for button in buttons)


def test_a_condition_leads_to_its_options_and_lights_its_groups(
    window: MainWindow, catalogue: Catalogue
) -> None:
    for options in catalogue.details.options:
        window.choose_topic("condition", options.condition)
        values = [button.value for button in window.panel.page.findChildren(Button)]
        assert f"options:{options.id}" in values
        window.choose_topic("options", options.id)
        assert window.pane.regions.lit_groups(window._model.now)
