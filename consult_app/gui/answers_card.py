"""What the answers before a treatment mean: told where the muscle is explained, and on the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import precautions_for
from consult_app.gui.layout import Column
from consult_app.gui.precaution_mark import SIDE, PrecautionMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.content.records import MuscleGroup
    from consult_app.content.safety_records import SafetyQuestion
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit


def add_answers(kit: PageKit, groups: Sequence[MuscleGroup], page: Page) -> None:
    """Add what was answered with yes and concerns any of these muscle groups; no yes says nothing."""
    found = precautions_for(kit.catalogue, groups, kit.model.now.answers)
    if not found:
        return
    card = kit.card("warning", "warning_edge")
    card.setObjectName("answers")
    card.add(kit.subheading(kit.words("ui.check.talk", count=len(found))))
    for question in found:
        card.add(marked(kit, question), kit.theme.gap(12))
    if kit.has("safety.show"):
        card.add(kit.commands("safety.show"), kit.theme.gap(12))
    page.add(card, kit.theme.gap(16))


def marked(kit: PageKit, question: SafetyQuestion) -> Column:
    """Return what a yes means, with the mark of its gravity hung to its left."""
    advice = kit.words(f"ui.check.{question.precaution}")
    side = round(kit.theme.px(SIDE))
    column = Column((side + kit.theme.gap(12), 0, 0, 0))
    column.add(kit.text(advice, "label"))
    column.add(kit.text(question.when_yes), 2)
    mark = PrecautionMark(kit.theme, question.precaution, advice)
    mark.setParent(column)
    mark.setGeometry(0, 0, side, side)
    return column
