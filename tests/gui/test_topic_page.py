"""Benefits and conditions, each with its groups; the start page that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from consult_app.content.lookup import groups_for_benefit, groups_for_condition
from consult_app.gui.buttons import Button
from consult_app.gui.start_page import start_page
from consult_app.gui.texts import Heading
from consult_app.gui.topic_page import benefit_page, condition_page
from tests.gui.hearing import hear
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from consult_app.content.records import Catalogue
    from consult_app.gui.page_kit import PageKit

looks = pytest.mark.parametrize(
    ("theme", "text_size", "width"),
    [("light", 100, 436), ("light", 200, 640), ("dark", 100, 900), ("dark", 200, 483)],
)


def _faults(page: QWidget) -> tuple[list[str], list[str], list[str]]:
    return clipped(page), outside(page), overlapping(page)


def _led_to(page: QWidget, kind: str) -> list[str]:
    values = [button.value.partition(":") for button in page.findChildren(Button)]
    return [target for found, _, target in values if found == kind]


@looks
def test_no_page_of_a_benefit_or_condition_is_cut_off_or_runs_out(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, theme: str, text_size: int, width: int
) -> None:
    kit = make_kit(theme, text_size)
    faults = {b.id: _faults(laid_out(benefit_page(kit, b), width)) for b in catalogue.benefits}
    faults |= {c.id: _faults(laid_out(condition_page(kit, c), width)) for c in catalogue.conditions}
    assert len(catalogue.benefits) == 15
    assert {page: found for page, found in faults.items() if any(found)} == {}


@looks
def test_the_start_page_is_neither_cut_off_nor_runs_out(
    make_kit: Callable[..., PageKit], theme: str, text_size: int, width: int
) -> None:
    page = laid_out(start_page(make_kit(theme, text_size)), width)
    assert _faults(page) == ([], [], [])


def test_the_start_page_leads_to_every_benefit_and_condition(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    page = laid_out(start_page(make_kit()), 500)
    assert _led_to(page, "benefit") == [benefit.id for benefit in catalogue.benefits]
    assert set(_led_to(page, "condition")) == {condition.id for condition in catalogue.conditions}


def test_the_start_page_tells_what_everybody_must_know(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    said = texts(whole(start_page(make_kit())))
    assert {note.text for note in catalogue.safety.must_know} <= set(said)


def test_every_page_says_that_it_informs_and_does_not_diagnose(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    pages = (whole(start_page(kit)), whole(benefit_page(kit, catalogue.benefits[0])))
    for page in (*pages, whole(condition_page(kit, catalogue.conditions[0]))):
        assert kit.words("ui.footer.informs") in "\n".join(texts(page))


def test_a_benefit_leads_to_each_of_its_groups(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    for benefit in catalogue.benefits:
        wanted = [group.id for group in groups_for_benefit(catalogue, benefit.id)]
        assert _led_to(whole(benefit_page(kit, benefit)), "group") == wanted


def test_a_condition_leads_to_its_groups_and_narrower_conditions(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    for condition in catalogue.conditions:
        page = whole(condition_page(kit, condition))
        wanted = [group.id for group in groups_for_condition(catalogue, condition.id)]
        assert _led_to(page, "group") == wanted
        assert _led_to(page, "condition") == list(condition.includes)


def test_every_condition_says_that_it_is_no_diagnosis(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    for condition in catalogue.conditions:
        assert kit.words("ui.topic.not_a_diagnosis") in texts(whole(condition_page(kit, condition)))


def test_the_title_of_a_topic_is_a_heading(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    page = whole(benefit_page(make_kit(), catalogue.benefits[0]))
    title = page.findChildren(Heading)[0]
    assert title.text() == catalogue.benefits[0].name
    assert hear(title).role == QAccessible.Role.Heading
