"""Help and harm side by side: as surely, as large and with as much of a source on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import benefits_of, options_for
from consult_app.content.wording import benefit_sentence, level_name
from consult_app.gui.columns import Pairs
from consult_app.gui.counts import add_source, count_picture, needling_harm

if TYPE_CHECKING:
    from consult_app.content.detail_records import Count
    from consult_app.content.records import Condition, MuscleGroup
    from consult_app.gui.layout import Card
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

LEAST_CARD = 170
"""Logical pixels, at 100 % text, below which the two stand below each other."""


def add_balance(kit: PageKit, group: MuscleGroup, page: Page) -> None:
    """Add what may help most here beside what may go wrong."""
    kit.section(page, kit.words("ui.balance.title"))
    cards = [_help(kit, group), _harm(kit)]
    page.add(Pairs(cards, kit.theme.gap(12), round(kit.theme.px(LEAST_CARD))), kit.theme.gap(12))
    gravest = kit.catalogue.safety.side_effects[-1]
    page.add(kit.text(gravest.name, "strong"), kit.theme.gap(14))
    page.add(kit.text(gravest.sentence), kit.theme.gap(4))
    add_source(kit, page, gravest.references, 4)


def helped_counts(kit: PageKit, group: MuscleGroup) -> list[tuple[Condition, Count]]:
    """Return how many of 100 needling helped, for the conditions that the group names."""
    found = []
    for identifier in group.conditions:
        options = options_for(kit.catalogue, identifier)
        choices = [choice for choice in options.choices if choice.kind == "needling"] if options else []
        counts = [count for choice in choices for count in choice.counts if count.says == "helps"]
        found += [(kit.catalogue.condition_by_id[identifier], count) for count in counts]
    return found


def _help(kit: PageKit, group: MuscleGroup) -> Card:
    card = kit.card("raised", "accent")
    card.add(kit.text(kit.words("ui.count.helps"), "label", "muted"))
    counts = helped_counts(kit, group)
    for condition, count in counts:
        card.add(kit.text(condition.name, "strong"), kit.theme.gap(8))
        card.add(count_picture(kit, count), kit.theme.gap(8))
    shown = benefits_of(kit.catalogue, group)[0]
    card.add(kit.text(shown.benefit.name, "strong"), kit.theme.gap(10))
    card.add(kit.text(benefit_sentence(kit.words, shown), "small"), kit.theme.gap(4))
    card.add(kit.mark(shown.certainty or "none", level_name(kit.words, shown.certainty)), kit.theme.gap(8))
    if shown.graded is not None and shown.graded.references:
        add_source(kit, card, shown.graded.references, 8)
    if not counts:
        card.add(kit.text(kit.words("ui.count.none"), "small", "muted"), kit.theme.gap(12))
    return card


def _harm(kit: PageKit) -> Card:
    card = kit.card("raised", "warning_edge")
    card.add(kit.text(kit.words("ui.count.harms"), "label", "muted"))
    card.add(kit.text(kit.catalogue.safety.side_effects[0].name, "strong"), kit.theme.gap(8))
    card.add(count_picture(kit, needling_harm(kit)), kit.theme.gap(8))
    return card
