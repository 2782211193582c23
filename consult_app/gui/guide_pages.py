"""The general pages: the first visit, the calm path through it, safety, and what needling is not for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from consult_app.gui.care_sections import URGENCIES, help_signs, side_effects
from consult_app.gui.footer import footer
from consult_app.gui.marks import IconArray
from consult_app.gui.sources import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from consult_app.content.detail_records import VisitSection
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

CALM = "visit-calm"


def guide_page(kit: PageKit, guide: str) -> Page:
    """Return one of the general pages: ``visit``, ``visit-calm`` or ``safety``."""
    if guide == "visit" and kit.model.now.is_calm:
        guide = CALM
    page = kit.page()
    page.plan(partial(_add_title, kit, guide))
    if guide == "safety":
        page.plan(*(partial(step, kit) for step in _SAFETY))
    else:
        page.plan(partial(_add_path, kit, guide))
        page.plan(*(partial(_add_section, kit, guide, part) for part in kit.catalogue.details.visit))
        page.plan(partial(_add_questions_to_ask, kit))
        page.plan(partial(_add_sources, kit, (part.references for part in kit.catalogue.details.visit)))
    page.plan(partial(_add_footer, kit))
    return page


def scope_page(kit: PageKit, identifier: str) -> Page:
    """Return the page of something that needling is not for."""
    item = next(item for item in kit.catalogue.details.not_for if item.id == identifier)
    page = kit.page()
    page.add(kit.text(kit.words("ui.topic.not-for"), "label", "muted"))
    page.add(kit.title(item.name), kit.theme.gap(4))
    is_urgent = item.urgency in URGENCIES
    card = kit.card("warning", "warning_edge") if is_urgent else kit.card("key", "key_edge")
    if is_urgent:
        card.add(kit.text(kit.words(f"ui.help.{item.urgency}"), "strong"))
    card.add(kit.text(item.text, "lead"), kit.theme.gap(6))
    page.add(card, kit.theme.gap(16))
    page.add(kit.guides("safety"), kit.theme.gap(20))
    sources(kit, page, item.references)
    page.add(footer(kit), kit.theme.gap(28))
    return page


def _add_title(kit: PageKit, guide: str, page: Page) -> None:
    page.add(kit.title(kit.words(f"ui.guide.{guide}")))
    page.add(kit.text(kit.words(f"ui.guide.{guide}_note"), "lead", "muted"), kit.theme.gap(8))


def _add_footer(kit: PageKit, page: Page) -> None:
    page.add(footer(kit), kit.theme.gap(28))


def _add_path(kit: PageKit, guide: str, page: Page) -> None:
    """Offer the other way to tell the same; on the calm path, a note above does."""
    if kit.model.now.is_calm or not kit.policy.may_choose:
        return
    other = "visit" if guide == CALM else CALM
    page.add(kit.links([kit.link("guide", other, kit.words(f"ui.guide.to_{other}"))]), kit.theme.gap(14))


def _add_section(kit: PageKit, guide: str, part: VisitSection, page: Page) -> None:
    is_calm = guide == CALM
    # The plain title may name what the calm path does without.
    title = kit.words(f"ui.visit.{part.id}") if is_calm else part.title
    kit.section(page, title)
    page.add(kit.bullets(part.calm_points if is_calm else part.points), kit.theme.gap(8))


def _add_questions_to_ask(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.safety.to_ask"))
    page.add(kit.bullets(kit.catalogue.safety.questions_to_ask), kit.theme.gap(8))


def _add_sources(kit: PageKit, lists: Iterable[Iterable[str]], page: Page) -> None:
    sources(kit, page, list(dict.fromkeys(reference for one in lists for reference in one)))


def _add_must_know(kit: PageKit, page: Page) -> None:
    card = kit.card("key", "key_edge")
    for note in kit.catalogue.safety.must_know:
        card.add(kit.text(note.text), kit.theme.gap(8))
    page.add(card, kit.theme.gap(16))


def _add_red_flags(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.safety.red_flags"))
    for urgency in URGENCIES:
        found = [flag.text for flag in kit.catalogue.safety.red_flags if flag.urgency == urgency]
        kit.part(page, f"ui.flag.{urgency}", found)


def _add_do_not(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.safety.do_not"))
    page.add(kit.bullets([note.text for note in kit.catalogue.safety.do_not_needle]), kit.theme.gap(8))


def _add_ask_first(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.safety.ask_first"))
    page.add(kit.bullets([note.text for note in kit.catalogue.safety.ask_first]), kit.theme.gap(8))


def _add_questions(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.safety.questions"))
    page.add(kit.text(kit.words("ui.safety.questions_note"), "small", "muted"), kit.theme.gap(4))
    for question in kit.catalogue.safety.questions:
        page.add(kit.text(question.ask, "strong"), kit.theme.gap(12))
        page.add(kit.text(question.why), 2)
        page.add(kit.text(kit.words("ui.safety.when_yes", text=question.when_yes), "body", "muted"), 2)


def _add_effects(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.group.risks"))
    common = kit.catalogue.safety.side_effects[0]
    low, high = round(common.low), round(common.high)
    page.add(
        IconArray(kit.theme, low, high, kit.words("ui.group.array", low=low, high=high)), kit.theme.gap(10)
    )
    page.add(kit.text(common.sentence, "strong"), kit.theme.gap(8))
    page.add(side_effects(kit), kit.theme.gap(8))


def _add_disagreements(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.safety.disagree"))
    for item in kit.catalogue.safety.disagreements:
        page.add(kit.text(item.text), kit.theme.gap(10))
        if kit.policy.shows_practitioner_layer:
            page.add(kit.text(item.clinical, "small", "muted"), kit.theme.gap(2))


def _add_after(kit: PageKit, page: Page) -> None:
    kit.section(page, kit.words("ui.group.aftercare"))
    page.add(kit.bullets([note.text for note in kit.catalogue.safety.aftercare]), kit.theme.gap(8))
    page.add(help_signs(kit), kit.theme.gap(18))


def _add_safety_sources(kit: PageKit, page: Page) -> None:
    safety = kit.catalogue.safety
    notes = (*safety.must_know, *safety.do_not_needle, *safety.ask_first, *safety.aftercare)
    lists = [note.references for note in notes]
    lists += [flag.references for flag in safety.red_flags]
    lists += [question.references for question in safety.questions]
    lists += [effect.references for effect in safety.side_effects]
    lists += [sign.references for sign in safety.help_signs]
    _add_sources(kit, lists, page)


_SAFETY: tuple[Callable[[PageKit, Page], None], ...] = (
    _add_must_know,
    _add_red_flags,
    _add_do_not,
    _add_ask_first,
    _add_questions,
    _add_effects,
    _add_disagreements,
    _add_after,
    _add_questions_to_ask,
    _add_safety_sources,
)
