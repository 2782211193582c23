"""The explanation of one muscle group, in the order in which a patient asks."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from consult_app.consultation import Selection
from consult_app.content.lookup import ShownBenefit, benefits_of, is_review_due
from consult_app.content.wording import benefit_sentence, level_name, whole_body_sentence
from consult_app.gui.answers_card import add_answers
from consult_app.gui.balance import add_balance
from consult_app.gui.care_sections import add_risks, add_teach_back, add_what_to_do
from consult_app.gui.depth_part import DepthPart
from consult_app.gui.footer import footer
from consult_app.gui.layout import Beside, Column
from consult_app.gui.practitioner_page import practitioner_part
from consult_app.gui.spot_button import SpotButton
from consult_app.gui.walk_bar import add_walk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from consult_app.consultation import Topic
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit


class GroupPage:
    """Writes the page of one muscle group."""

    def __init__(self, kit: PageKit, selection: Selection, topic: Topic | None, *, is_visible: bool) -> None:
        self._kit, self._selection, self._topic = kit, selection, topic
        self._group = kit.catalogue.group_by_id[selection.group]
        self._is_visible = is_visible

    def build(self) -> Page:
        """Return the page, planned from top to bottom."""
        page = self._kit.page()
        page.plan(self._add_head, self._add_what, self._add_where, self._plan_benefits)
        feels, risks = self._add_feels, partial(add_risks, self._kit, self._group)
        if self._kit.model.now.is_calm:
            from consult_app.gui.calm_path import add_calm_treatment, add_folded_risks

            feels = partial(add_calm_treatment, self._kit)
            risks = partial(add_folded_risks, self._kit, self._group)
        if not self._kit.model.now.is_calm:
            page.plan(partial(add_balance, self._kit, self._group))
        page.plan(self._add_uses, feels, risks, partial(add_what_to_do, self._kit, self._group))
        page.plan(partial(add_teach_back, self._kit, self._group), self._add_more)
        return page

    def _add_head(self, page: Page) -> None:
        kit, group = self._kit, self._group
        if self._topic is not None:
            page.add(kit.links([kit.topic_link(self._topic)]))
            add_walk(kit, self._selection, self._topic, page)
        page.add(kit.title(group.name), kit.theme.gap(10))
        page.add(kit.text(self._subtitle(), "body", "muted"), kit.theme.gap(4))
        if kit.has("plan.add", "teach.show"):
            page.add(kit.commands("plan.add", "plan.show", "handout.show", "teach.show"), kit.theme.gap(12))
        if not self._is_visible:
            note = kit.card("raised", "accent")
            note.add(kit.text(kit.words("ui.group.deep"), "small", "muted"))
            page.add(note, kit.theme.gap(14))
        add_answers(kit, [group], page)
        self._add_muscle(page)
        key = kit.card("key", "key_edge")
        key.setAccessibleName(kit.words("ui.group.key"))
        for message in group.key_messages:
            key.add(kit.text(message, "lead"), kit.theme.gap(8))
        page.add(key, kit.theme.gap(16))

    def _subtitle(self) -> str:
        side = self._kit.words(f"ui.side.{self._selection.side or 'both'}")
        return self._kit.words("ui.part-of", name=self._group.clinical_name, side=side)

    def _add_muscle(self, page: Column) -> None:
        """Say what the chosen one of several muscles does, and lead back to all of them."""
        kit, group = self._kit, self._group
        chosen = next((m for m in group.muscles if m.id == self._selection.muscle), None)
        if chosen is None or len(group.muscles) == 1:
            return
        card = kit.card("accent_soft", "accent")
        card.add(kit.subheading(chosen.name))
        card.add(kit.text(chosen.latin, "small", "ink"), 2)
        card.add(kit.text(chosen.action), kit.theme.gap(8))
        if kit.policy.may_choose:
            whole = kit.words("ui.group.whole", count=len(group.muscles))
            card.add(kit.links([kit.link("group", group.id, whole)]), kit.theme.gap(10))
        page.add(card, kit.theme.gap(14))

    def _add_what(self, page: Page) -> None:
        kit, group = self._kit, self._group
        kit.section(page, kit.words("ui.group.what"))
        page.add(kit.text(group.summary), kit.theme.gap(8))
        page.add(kit.text(group.does), kit.theme.gap(6))
        if len(group.muscles) > 1 and kit.policy.shows("muscles"):
            words = kit.words("ui.group.muscles", count=len(group.muscles))
            page.add(kit.disclosure(words, self._muscles), kit.theme.gap(12))

    def _muscles(self) -> QWidget:
        kit, column = self._kit, Column()
        for muscle in self._group.muscles:
            target = f"{self._group.id}/{muscle.id}"
            column.add(kit.link("muscle", target, muscle.name, "link"), kit.theme.gap(6))
            column.add(kit.text(muscle.action), -6)
        return column

    def _add_where(self, page: Page) -> None:
        kit, group = self._kit, self._group
        kit.section(page, kit.words("ui.group.where"))
        page.add(kit.text(group.felt), kit.theme.gap(8))
        kit.part(page, "ui.group.patients_say", [kit.words("ui.quote", text=t) for t in group.patients_say])
        if not kit.policy.shows("sore-spots"):
            return
        points = kit.catalogue.detail_by_group[group.id].trigger_points
        words = kit.words("ui.group.points", count=len(points))
        page.add(kit.disclosure(words, self._points), kit.theme.gap(14))

    def _points(self) -> QWidget:
        kit = self._kit
        column = Column()
        column.add(kit.text(kit.words("ui.group.points_note"), "small", "muted"))
        for point in kit.catalogue.detail_by_group[self._group.id].trigger_points:
            name = kit.catalogue.muscle_by_id[point.muscle][1].name
            column.add(kit.text(name, "strong"), kit.theme.gap(12))
            column.add(kit.text(kit.words("ui.group.point", place=point.place)), 2)
            column.add(kit.text(point.felt), 2)
            if kit.has("plan.add"):
                chosen = Selection(self._group.id, self._selection.side, point.muscle)
                column.add(kit.links([SpotButton(kit, chosen, point)]), kit.theme.gap(6))
        return column

    def _plan_benefits(self, page: Page) -> None:
        kit = self._kit
        kit.section(page, kit.words("ui.group.benefits"))
        page.add(kit.text(kit.words("ui.group.benefits_note"), "small", "muted"), kit.theme.gap(4))
        shown = benefits_of(kit.catalogue, self._group)
        for benefit in shown:
            if not benefit.everywhere:
                page.add(self._benefit(benefit), kit.theme.gap(18))
        everywhere = [benefit for benefit in shown if benefit.everywhere]
        if everywhere:
            words = kit.words("ui.group.everywhere", count=len(everywhere))
            page.add(kit.disclosure(words, self._everywhere), kit.theme.gap(18))

    def _everywhere(self) -> QWidget:
        column = Column()
        for benefit in benefits_of(self._kit.catalogue, self._group):
            if benefit.everywhere:
                column.add(self._benefit(benefit), self._kit.theme.gap(16))
        return column

    def _benefit(self, shown: ShownBenefit) -> Beside:
        kit = self._kit
        column = Column()
        column.add(kit.link("benefit", shown.benefit.id, shown.benefit.name, "link"))
        column.add(kit.text(benefit_sentence(kit.words, shown)), -6)
        if shown.evidence is None and shown.general and not shown.benefit.describes_technique:
            column.add(
                kit.text(whole_body_sentence(kit.words, shown.benefit, shown.general)), kit.theme.gap(4)
            )
        if shown.reason and not shown.benefit.describes_technique:
            column.add(kit.text(shown.reason, "body", "muted"), kit.theme.gap(4))
        return kit.with_mark(column, shown.certainty or "none", level_name(kit.words, shown.certainty))

    def _add_uses(self, page: Page) -> None:
        kit = self._kit
        kit.section(page, kit.words("ui.group.conditions"))
        kit.invite(page, "ui.group.conditions_note")
        known = kit.catalogue.condition_by_id
        page.add(kit.conditions([known[c] for c in self._group.conditions]), kit.theme.gap(12))

    def _add_feels(self, page: Page) -> None:
        kit, safety = self._kit, self._kit.catalogue.safety
        detail = kit.catalogue.detail_by_group[self._group.id]
        kit.section(page, kit.words("ui.group.feels"))
        page.add(kit.steps(detail.treatment), kit.theme.gap(8))
        kit.part(page, "ui.group.afterwards", [note.text for note in safety.after])
        page.add(kit.guides("visit"), kit.theme.gap(14))

    def _add_more(self, page: Page) -> None:
        kit = self._kit
        if kit.policy.shows_practitioner_layer:
            words = kit.words("ui.group.practitioners")
            part = DepthPart(kit, words, self._practitioners)
            part.setObjectName("practitioners")
            page.add(part, kit.theme.gap(28))
            part.follow(kit.model.now.depth)
        if is_review_due(kit.catalogue, self._group, date.today()):
            banner = kit.card("warning", "warning_edge")
            banner.add(kit.text(kit.words("ui.group.review_due"), "small"))
            page.add(banner, kit.theme.gap(28))
        page.add(footer(kit), kit.theme.gap(28))

    def _practitioners(self) -> QWidget:
        return practitioner_part(self._kit, self._group)
