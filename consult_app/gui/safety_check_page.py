"""The questions before a treatment. What is a yes is to be talked over; no list says more than that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.content.lookup import precautions_for
from consult_app.gui.answers_card import marked
from consult_app.gui.buttons import Button
from consult_app.gui.footer import footer
from consult_app.gui.layout import Beside, Card, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.content.safety_records import SafetyQuestion
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

ANSWER = 92
"""Logical pixels, at 100 % text, for the button beside a question."""


def safety_check_page(kit: PageKit) -> Page:
    """Return the page with all questions, lit where the answer is yes."""
    page = kit.page()
    page.plan(partial(_add_head, kit), partial(_add_result, kit))
    scopes = list(dict.fromkeys(question.scope for question in kit.catalogue.safety.questions))
    for scope in sorted(scopes, key=("everywhere", "near-lung").__contains__, reverse=True):
        asked = [question for question in kit.catalogue.safety.questions if question.scope == scope]
        page.plan(partial(_add_questions, kit, scope, asked))
    page.plan(partial(_add_end, kit))
    return page


def _add_head(kit: PageKit, page: Page) -> None:
    page.add(kit.text(kit.words("ui.topic.tool"), "label", "muted"))
    page.add(kit.title(kit.words("ui.tool.safety")), kit.theme.gap(4))
    page.add(kit.text(kit.words("ui.check.how"), "lead"), kit.theme.gap(10))


def _add_result(kit: PageKit, page: Page) -> None:
    """Add what is to be talked over, and what no list can say."""
    found = precautions_for(kit.catalogue, kit.catalogue.groups, kit.model.now.answers)
    card = kit.card("warning", "warning_edge") if found else kit.card("raised", "accent")
    card.setObjectName("safety-result")
    if found:
        card.add(kit.subheading(kit.words("ui.check.talk", count=len(found))))
    else:
        card.add(kit.text(kit.words("ui.check.none"), "strong"))
    for question in found:
        said = marked(kit, question)
        said.add(kit.text(question.ask, "small", "muted"), 4)
        card.add(said, kit.theme.gap(12))
    card.add(kit.text(kit.words("ui.check.never"), "body"), kit.theme.gap(12))
    page.add(card, kit.theme.gap(16))


def _add_questions(kit: PageKit, scope: str, questions: Sequence[SafetyQuestion], page: Page) -> None:
    kit.section(page, _scope_name(kit, scope))
    for question in questions:
        page.add(QuestionCard(kit, question), kit.theme.gap(10))


def _scope_name(kit: PageKit, scope: str) -> str:
    if scope in ("everywhere", "near-lung"):
        return kit.words(f"ui.check.{scope}")
    return next(area.name for area in kit.catalogue.areas if area.id == scope)


def _add_end(kit: PageKit, page: Page) -> None:
    page.add(kit.text(kit.words("ui.check.never"), "strong"), kit.theme.gap(20))
    page.add(kit.guides("safety"), kit.theme.gap(12))
    if kit.has("plan.show", "handout.show"):
        page.add(kit.commands("plan.show", "handout.show"), kit.theme.gap(8))
    page.add(footer(kit), kit.theme.gap(28))


class QuestionCard(Card):
    """One question, its reason and its answer; a yes shows what follows from it."""

    def __init__(self, kit: PageKit, question: SafetyQuestion) -> None:
        theme, is_yes = kit.theme, question.id in kit.model.now.answers
        ground, edge = ("warning", "warning_edge") if is_yes else ("raised", None)
        super().__init__(theme.colour(ground), theme.colour(edge) if edge else None, theme.gap(14))
        self._kit, self._question = kit, question
        column = Column()
        column.add(kit.text(question.ask, "strong"))
        column.add(kit.text(question.why, "small", "muted"), 4)
        width = round(theme.px(ANSWER))
        self.add(Beside(column, self._answer(is_yes=is_yes), width, theme.gap(14), round(theme.px(190))))
        if is_yes:
            self.add(marked(kit, question), theme.gap(12))

    def _answer(self, *, is_yes: bool) -> Button:
        words = self._kit.words("ui.check.yes")
        button = Button(
            self._kit.theme, words, "chip", icon="tick" if is_yes else "box", value=self._question.id
        )
        button.setCheckable(True)
        button.setChecked(is_yes)
        button.setAccessibleName(self._kit.words("ui.check.answer", question=self._question.ask))
        button.setObjectName(self._question.id)
        button.setEnabled(self._kit.has("safety.show"))
        button.toggled.connect(self._on_toggled)
        return button

    @Slot(bool)
    def _on_toggled(self, is_yes: bool) -> None:  # noqa: FBT001 -- what the signal carries
        from consult_app.gui.accessibility import announce

        model, question = self._kit.model, self._question
        said = question.when_yes if is_yes else self._kit.words("ui.check.said_not")
        announce(self.window(), said)
        model.step(model.now.answer(question.id, is_yes=is_yes))
