"""A topic and the muscle groups it belongs to: the way in from the other side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from consult_app.consultation import SAFETY_CHECK
from consult_app.content.lookup import (
    WHOLE_BODY,
    ShownBenefit,
    codes_of,
    groups_for_benefit,
    groups_for_condition,
    options_for,
)
from consult_app.content.wording import benefit_sentence, level_meaning, level_name
from consult_app.gui.footer import footer
from consult_app.gui.layout import Column
from consult_app.gui.sources import sources
from consult_app.gui.topics import groups_of, name_of
from consult_app.gui.walk_bar import add_walk_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.consultation import Topic
    from consult_app.content.records import Benefit, Condition, MuscleGroup
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit


def topic_page(kit: PageKit, topic: Topic) -> Page:
    """Return the page of the chosen topic."""
    if topic.kind == "benefit":
        return benefit_page(kit, kit.catalogue.benefit_by_id[topic.id])
    if topic.kind == "condition":
        return condition_page(kit, kit.catalogue.condition_by_id[topic.id])
    if topic.kind == "tool":
        return _tool_page(kit, topic)
    if topic.kind == "options":
        from consult_app.gui.options_page import options_page

        return options_page(kit, topic.id)
    if topic.kind in ("guide", "not-for"):
        from consult_app.gui.guide_pages import guide_page, scope_page

        return guide_page(kit, topic.id) if topic.kind == "guide" else scope_page(kit, topic.id)
    page = kit.page()
    page.add(kit.text(kit.words(f"ui.topic.{topic.kind}"), "label", "muted"))
    page.add(kit.title(name_of(kit.catalogue, topic, kit.words)), kit.theme.gap(4))
    page.add(kit.text(kit.words(f"ui.topic.{topic.kind}_note"), "lead"), kit.theme.gap(10))
    add_walk_start(kit, groups_of(kit.catalogue, topic), page)
    _add_groups(kit, groups_of(kit.catalogue, topic), page)
    page.add(footer(kit), kit.theme.gap(28))
    return page


def _tool_page(kit: PageKit, topic: Topic) -> Page:
    """Return a page on which something is done together."""
    if topic == SAFETY_CHECK:
        from consult_app.gui.safety_check_page import safety_check_page

        return safety_check_page(kit)
    from consult_app.gui.plan_page import plan_page

    return plan_page(kit)


def benefit_page(kit: PageKit, benefit: Benefit) -> Page:
    """Return the page of a benefit."""
    page = kit.page()
    page.plan(
        partial(_benefit_head, kit, benefit),
        partial(add_walk_start, kit, groups_for_benefit(kit.catalogue, benefit.id)),
        partial(_benefit_meaning, kit, benefit),
        partial(_add_groups, kit, groups_for_benefit(kit.catalogue, benefit.id)),
        partial(_add_end, kit, benefit.references),
    )
    return page


def _benefit_head(kit: PageKit, benefit: Benefit, page: Page) -> None:
    page.add(kit.text(kit.words("ui.topic.benefit"), "label", "muted"))
    page.add(kit.title(benefit.name), kit.theme.gap(4))
    page.add(kit.text(benefit.summary, "lead"), kit.theme.gap(10))
    overall = kit.catalogue.headlines.get((benefit.id, WHOLE_BODY))
    shown = ShownBenefit(benefit, benefit.reason, everywhere=True, evidence=overall, general=overall)
    column = Column()
    column.add(kit.text(kit.words("ui.topic.overall"), "strong"))
    said = benefit_sentence(kit.words, shown) if overall else kit.words("evidence.none-overall")
    column.add(kit.text(said), 2)
    column.add(kit.text(level_meaning(kit.words, shown.certainty), "body", "muted"), kit.theme.gap(4))
    mark = kit.with_mark(column, shown.certainty or "none", level_name(kit.words, shown.certainty))
    page.add(mark, kit.theme.gap(18))


def _benefit_meaning(kit: PageKit, benefit: Benefit, page: Page) -> None:
    for key, text in (("ui.topic.how", benefit.how), ("ui.topic.for_whom", benefit.for_whom)):
        page.add(kit.text(kit.words(key), "strong"), kit.theme.gap(16))
        page.add(kit.text(text), kit.theme.gap(4))
    if benefit.everywhere:
        page.add(kit.text(kit.words("ui.topic.everywhere"), "strong"), kit.theme.gap(16))
        page.add(kit.text(benefit.reason), kit.theme.gap(4))
    if benefit.correction:
        card = kit.card("key", "key_edge")
        card.add(kit.text(kit.words("ui.topic.correction"), "strong"))
        card.add(kit.text(benefit.correction), kit.theme.gap(4))
        page.add(card, kit.theme.gap(18))


def condition_page(kit: PageKit, condition: Condition) -> Page:
    """Return the page of a condition."""
    page = kit.page()
    page.plan(
        partial(_condition_head, kit, condition),
        partial(add_walk_start, kit, groups_for_condition(kit.catalogue, condition.id)),
        partial(_condition_care, kit, condition),
        partial(_add_groups, kit, groups_for_condition(kit.catalogue, condition.id)),
        partial(_add_end, kit, condition.references),
    )
    return page


def _condition_head(kit: PageKit, condition: Condition, page: Page) -> None:
    page.add(kit.text(kit.words("ui.topic.condition"), "label", "muted"))
    page.add(kit.title(condition.name), kit.theme.gap(4))
    clinical = _clinical_line(kit, condition)
    if clinical:
        page.add(kit.text(clinical, "body", "muted"), kit.theme.gap(4))
    page.add(kit.text(condition.summary, "lead"), kit.theme.gap(10))
    if condition.red_flags:
        warning = kit.card("warning", "warning_edge")
        warning.add(kit.text(kit.words("ui.topic.red_flags"), "strong"))
        warning.add(kit.bullets(condition.red_flags), kit.theme.gap(4))
        page.add(warning, kit.theme.gap(16))
    card = kit.card("raised", "accent")
    card.add(kit.text(kit.words("ui.topic.not_a_diagnosis"), "small"))
    page.add(card, kit.theme.gap(16))


def _clinical_line(kit: PageKit, condition: Condition) -> str:
    """Return the clinical name, and for practitioners the codes."""
    parts = [condition.clinical_name] if condition.clinical_name != condition.name else []
    codes = codes_of(condition)
    if codes and kit.policy.shows_practitioner_layer:
        parts.append(kit.words("ui.topic.codes", codes=", ".join(codes)))
    return " · ".join(parts)


def _condition_care(kit: PageKit, condition: Condition, page: Page) -> None:
    kit.part(page, "ui.topic.first_steps", condition.first_steps)
    options = options_for(kit.catalogue, condition.id)
    if options is not None and kit.policy.shows("options") and kit.policy.may_choose:
        button = kit.link("options", options.id, kit.words("ui.topic.options"), "accent")
        page.add(kit.links([button]), kit.theme.gap(16))
    if condition.includes:
        kit.section(page, kit.words("ui.topic.includes"))
        known = kit.catalogue.condition_by_id
        page.add(kit.conditions([known[c] for c in condition.includes]), kit.theme.gap(12))


def _add_groups(kit: PageKit, groups: Sequence[MuscleGroup], page: Page) -> None:
    if not groups:
        page.add(kit.text(kit.words("ui.topic.no_groups")), kit.theme.gap(18))
        return
    kit.section(page, kit.words("ui.topic.groups", count=len(groups)))
    notes = (
        ("ui.topic.groups_lit", "ui.topic.groups_note") if kit.policy.may_choose else ("ui.topic.groups_lit",)
    )
    page.add(kit.text(" ".join(map(kit.words, notes)), "small", "muted"), kit.theme.gap(4))
    page.add(kit.links([kit.link("group", g.id, g.name) for g in groups]), kit.theme.gap(12))


def _add_end(kit: PageKit, references: Sequence[str], page: Page) -> None:
    sources(kit, page, references)
    page.add(footer(kit), kit.theme.gap(28))
