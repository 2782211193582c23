"""What the panel says before anything is chosen: how to begin, what dry needling is, ways in."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from consult_app.gui.footer import footer
from consult_app.gui.tile import Tile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from consult_app.content.records import Catalogue, Condition
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

MOST_SHOWN = 16
"""Conditions shown before the person asks for all of them."""


def start_page(kit: PageKit) -> Page:
    """Return the first page."""
    page = kit.page()
    choosing = (_add_how, _add_what, _add_must_know, _add_benefits, _add_conditions)
    reading = (_add_welcome, _add_what, _add_must_know, _add_footer)
    page.plan(*(partial(step, kit) for step in (choosing if kit.policy.may_choose else reading)))
    return page


def _pain_tile(kit: PageKit) -> Tile:
    """Return the way to where it hurts: what most people come with."""
    texts = kit.words("ui.tool.pain"), kit.words("ui.tool.pain_note")
    tile = Tile(kit.theme, *texts, icon="touch", value="tool:pain")
    tile.clicked.connect(kit.follow)
    return tile


def _add_how(kit: PageKit, page: Page) -> None:
    page.add(kit.title(kit.words("ui.start.title")))
    page.add(kit.text(kit.words("ui.start.how"), "lead", "muted"), kit.theme.gap(8))
    if "pain.show" in kit.actions:
        page.add(_pain_tile(kit), kit.theme.gap(16))
    page.add(kit.guides("visit", "safety"), kit.theme.gap(10))


def _add_welcome(kit: PageKit, page: Page) -> None:
    page.add(kit.title(kit.words("ui.second.start")))
    page.add(kit.text(kit.words("ui.second.start_note"), "lead", "muted"), kit.theme.gap(8))


def _add_footer(kit: PageKit, page: Page) -> None:
    page.add(footer(kit), kit.theme.gap(28))


def _add_what(kit: PageKit, page: Page) -> None:
    if kit.model.now.is_calm:
        what = next(part for part in kit.catalogue.details.visit if part.id == "what-it-is")
        kit.section(page, kit.words("ui.visit.what-it-is"))
        page.add(kit.bullets(what.calm_points), kit.theme.gap(8))
        return
    kit.section(page, kit.words("ui.start.what"))
    for key in ("ui.start.what_1", "ui.start.what_2", "ui.start.what_3"):
        page.add(kit.text(kit.words(key)), kit.theme.gap(8))


def _add_must_know(kit: PageKit, page: Page) -> None:
    card = kit.card("key", "key_edge")
    card.add(kit.text(kit.words("ui.start.must_know"), "strong"))
    for note in kit.catalogue.safety.must_know:
        card.add(kit.text(note.text), kit.theme.gap(8))
    page.add(card, kit.theme.gap(18))


def _add_benefits(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.start.benefits"))
    page.add(kit.text(kit.words("ui.start.benefits_note"), "small", "muted"), kit.theme.gap(4))
    benefits = [kit.link("benefit", b.id, b.name) for b in kit.catalogue.benefits]
    page.add(kit.links(benefits), kit.theme.gap(12))


def _add_conditions(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.start.conditions"))
    page.add(kit.text(kit.words("ui.start.conditions_note"), "small", "muted"), kit.theme.gap(4))
    page.add(kit.conditions(_widespread(kit.catalogue)), kit.theme.gap(12))
    conditions = _ConditionIndex(kit)
    words = kit.words("ui.start.all_conditions", count=len(kit.catalogue.conditions))
    page.add(kit.disclosure(words, conditions.build), kit.theme.gap(16))
    page.add(footer(kit), kit.theme.gap(28))


class _ConditionIndex:
    """All conditions by name."""

    def __init__(self, kit: PageKit) -> None:
        self._kit = kit

    def build(self) -> QWidget:
        """Return a button per condition."""
        return self._kit.conditions(sorted(self._kit.catalogue.conditions, key=_name))


def _name(condition: Condition) -> str:
    return condition.name.casefold()


def _widespread(catalogue: Catalogue) -> list[Condition]:
    """Return the conditions that most muscle groups name themselves, by name."""
    counts = Counter(condition for group in catalogue.groups for condition in group.conditions)
    ranked = sorted(counts, key=lambda condition: (-counts[condition], condition))[:MOST_SHOWN]
    return sorted((catalogue.condition_by_id[condition] for condition in ranked), key=_name)
