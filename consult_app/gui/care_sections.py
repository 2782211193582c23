"""The closing sections of a muscle group's page: what can go wrong, what to do, what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.gui.layout import Column
from consult_app.gui.marks import IconArray

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from consult_app.content.detail_records import TeachBack
    from consult_app.content.records import MuscleGroup
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

URGENCIES = ("emergency", "same-day", "practitioner")


def add_risks(kit: PageKit, group: MuscleGroup, page: Page) -> None:
    """Add the section on what can go wrong."""
    kit.section(page, kit.words("ui.group.risks"))
    tell_risks(kit, group, page)


def tell_risks(kit: PageKit, group: MuscleGroup, page: Column) -> None:
    """Add what can go wrong: the common as numbers, then what is special to this place."""
    safety = kit.catalogue.safety
    if group.near_lung:
        warning = kit.card("warning", "warning_edge")
        warning.add(kit.text(kit.words("ui.group.lung"), "strong"))
        warning.add(kit.text(safety.lung_warning.text), kit.theme.gap(4))
        page.add(warning, kit.theme.gap(10))
    common, gravest = safety.side_effects[0], safety.side_effects[-1]
    words = kit.words("ui.group.array", low=round(common.low), high=round(common.high))
    page.add(IconArray(kit.theme, round(common.low), round(common.high), words), kit.theme.gap(14))
    page.add(kit.text(common.sentence, "strong"), kit.theme.gap(8))
    page.add(kit.text(gravest.name, "strong"), kit.theme.gap(10))
    page.add(kit.text(gravest.sentence), 2)
    page.add(kit.disclosure(kit.words("ui.group.effects"), _Effects(kit).build), kit.theme.gap(12))
    kit.part(page, "ui.group.precautions", [precaution.text for precaution in group.precautions])


def add_what_to_do(kit: PageKit, group: MuscleGroup, page: Page) -> None:
    """Add what to do before and after, at home, and when to get help."""
    detail = kit.catalogue.detail_by_group[group.id]
    kit.section(page, kit.words("ui.group.do"))
    kit.part(page, "ui.group.red_flags", group.red_flags, keeps_all=True)
    kit.part(page, "ui.group.before", detail.before)
    kit.part(page, "ui.group.after", detail.after)
    if kit.policy.shows("home-care"):
        kit.part(page, "ui.group.self_care", group.self_care)
    page.add(kit.guides("safety"), kit.theme.gap(16))
    page.add(help_signs(kit, near_lung=group.near_lung), kit.theme.gap(18))
    if "handout.show" in kit.actions:
        page.add(kit.commands("handout.show", icon="sheet"), kit.theme.gap(18))


def add_teach_back(kit: PageKit, group: MuscleGroup, page: Page) -> None:
    """Add questions whose answers open: to see together what was understood."""
    questions = kit.catalogue.detail_by_group[group.id].teach_back
    if not kit.policy.shows("teach-back"):
        return
    if kit.model.now.is_calm:
        from consult_app.content.calm import CalmReader

        reader = CalmReader(kit.words)
        questions = tuple(q for q in questions if reader.is_calm(f"{q.question} {q.answer}"))
    if not questions:
        return
    kit.section(page, kit.words("ui.group.teach_back"), "teach-back")
    page.add(kit.text(kit.words("ui.group.teach_back_note"), "small", "muted"), kit.theme.gap(4))
    for question in questions:
        page.add(kit.disclosure(question.question, _Answer(kit, question).build), kit.theme.gap(10))


def help_signs(kit: PageKit, *, near_lung: bool = True) -> Column:
    """Return the card of signs that need help, the most urgent first; those of the lung only near it."""
    signs = [s for s in kit.catalogue.safety.help_signs if near_lung or s.scope != "near-lung"]
    card = kit.card("warning", "warning_edge")
    card.add(kit.subheading(kit.words("ui.group.help")))
    for urgency in URGENCIES:
        found = [sign for sign in signs if sign.urgency == urgency]
        if found:
            card.add(kit.text(kit.words(f"ui.help.{urgency}"), "strong"), kit.theme.gap(10))
            card.add(kit.bullets([f"{sign.text} {sign.why}" for sign in found]), kit.theme.gap(4))
    return card


class _Effects:
    """All side effects with how often they happen, one denominator for all."""

    def __init__(self, kit: PageKit) -> None:
        self._kit = kit

    def build(self) -> QWidget:
        """Return them as pictures of a hundred and in words."""
        return side_effects(self._kit)


def side_effects(kit: PageKit) -> Column:
    """Return each side effect as a picture of a hundred sessions, with its sentence."""
    column = Column()
    for effect in kit.catalogue.safety.side_effects[1:]:
        low, high = round(effect.low), round(effect.high)
        column.add(kit.text(effect.name, "strong"), kit.theme.gap(14))
        words = kit.words("ui.effect.array", name=effect.name, low=low, high=high)
        column.add(IconArray(kit.theme, low, high, words), kit.theme.gap(6))
        column.add(kit.text(effect.sentence), kit.theme.gap(4))
    return column


class _Answer:
    """The answer to one question."""

    def __init__(self, kit: PageKit, question: TeachBack) -> None:
        self._kit, self._question = kit, question

    def build(self) -> QWidget:
        """Return it on a card of its own."""
        card = self._kit.card("key", "key_edge")
        card.add(self._kit.text(self._question.answer))
        return card
