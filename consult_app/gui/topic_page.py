"""A topic and the muscle groups it belongs to: the way in from the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import WHOLE_BODY, ShownBenefit, groups_for_benefit, groups_for_condition
from consult_app.content.wording import benefit_sentence, level_meaning, level_name
from consult_app.gui.footer import footer
from consult_app.gui.layout import Column
from consult_app.gui.topics import groups_of, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.consultation import Topic
    from consult_app.content.records import Benefit, Condition, MuscleGroup
    from consult_app.gui.page_kit import PageKit


def topic_page(kit: PageKit, topic: Topic) -> Column:
    """Return the page of the chosen topic."""
    if topic.kind == "benefit":
        return benefit_page(kit, kit.catalogue.benefit_by_id[topic.id])
    if topic.kind == "condition":
        return condition_page(kit, kit.catalogue.condition_by_id[topic.id])
    page = kit.page()
    page.add(kit.text(kit.words(f"ui.topic.{topic.kind}"), "label", "muted"))
    page.add(kit.title(name_of(kit.catalogue, topic)), kit.theme.gap(4))
    page.add(kit.text(kit.words(f"ui.topic.{topic.kind}_note"), "lead"), kit.theme.gap(10))
    _add_groups(kit, page, groups_of(kit.catalogue, topic))
    page.add(footer(kit), kit.theme.gap(28))
    return page


def benefit_page(kit: PageKit, benefit: Benefit) -> Column:
    """Return the page of a benefit."""
    page = kit.page()
    page.add(kit.text(kit.words("ui.topic.benefit"), "label", "muted"))
    page.add(kit.title(benefit.name), kit.theme.gap(4))
    page.add(kit.text(benefit.summary, "lead"), kit.theme.gap(10))
    overall = kit.catalogue.headlines.get((benefit.id, WHOLE_BODY))
    shown = ShownBenefit(benefit, benefit.reason, everywhere=True, evidence=overall, general=overall)
    column = Column()
    column.add(kit.text(kit.words("ui.topic.overall"), "strong"))
    column.add(kit.text(benefit_sentence(kit.words, shown)), 2)
    column.add(kit.text(level_meaning(kit.words, shown.certainty), "body", "muted"), kit.theme.gap(4))
    mark = kit.with_mark(column, shown.certainty or "none", level_name(kit.words, shown.certainty))
    page.add(mark, kit.theme.gap(18))
    page.add(kit.text(benefit.reason), kit.theme.gap(10))
    if benefit.correction:
        card = kit.card("key", "key_edge")
        card.add(kit.text(kit.words("ui.topic.correction"), "strong"))
        card.add(kit.text(benefit.correction), kit.theme.gap(4))
        page.add(card, kit.theme.gap(18))
    _add_groups(kit, page, groups_for_benefit(kit.catalogue, benefit.id))
    page.add(footer(kit), kit.theme.gap(28))
    return page


def condition_page(kit: PageKit, condition: Condition) -> Column:
    """Return the page of a condition."""
    page = kit.page()
    page.add(kit.text(kit.words("ui.topic.condition"), "label", "muted"))
    page.add(kit.title(condition.name), kit.theme.gap(4))
    if condition.clinical_name and condition.clinical_name != condition.name:
        page.add(kit.text(condition.clinical_name, "body", "muted"), kit.theme.gap(4))
    page.add(kit.text(condition.summary, "lead"), kit.theme.gap(10))
    card = kit.card("raised", "accent")
    card.add(kit.text(kit.words("ui.topic.not_a_diagnosis"), "small"))
    page.add(card, kit.theme.gap(16))
    if condition.includes:
        kit.section(page, kit.words("ui.topic.includes"))
        known = kit.catalogue.condition_by_id
        page.add(kit.conditions([known[c] for c in condition.includes]), kit.theme.gap(12))
    _add_groups(kit, page, groups_for_condition(kit.catalogue, condition.id))
    page.add(footer(kit), kit.theme.gap(28))
    return page


def _add_groups(kit: PageKit, page: Column, groups: Sequence[MuscleGroup]) -> None:
    if not groups:
        page.add(kit.text(kit.words("ui.topic.no_groups")), kit.theme.gap(18))
        return
    kit.section(page, kit.words("ui.topic.groups", count=len(groups)))
    page.add(kit.text(kit.words("ui.topic.groups_note"), "small", "muted"), kit.theme.gap(4))
    page.add(kit.links([kit.link("group", g.id, g.name) for g in groups]), kit.theme.gap(12))
