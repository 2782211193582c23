"""The explanation of one muscle group, in the order in which a patient asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import ShownBenefit, benefits_of
from consult_app.content.wording import benefit_sentence, level_name, whole_body_sentence
from consult_app.gui.footer import footer
from consult_app.gui.layout import Beside, Column
from consult_app.gui.marks import IconArray
from consult_app.gui.practitioner_page import practitioner_part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from consult_app.consultation import Selection, Topic
    from consult_app.gui.page_kit import PageKit


class GroupPage:
    """Writes the page of one muscle group."""

    def __init__(self, kit: PageKit, selection: Selection, topic: Topic | None, *, is_visible: bool) -> None:
        self._kit, self._selection, self._topic = kit, selection, topic
        self._group = kit.catalogue.group_by_id[selection.group]
        self._is_visible = is_visible

    def build(self) -> Column:
        """Return the page."""
        page = self._kit.page()
        self._add_head(page)
        self._add_what(page)
        self._add_where(page)
        self._add_benefits(page)
        self._add_uses(page)
        self._add_feels(page)
        self._add_risks(page)
        self._add_what_to_do(page)
        self._add_more(page)
        return page

    def _add_head(self, page: Column) -> None:
        kit, group = self._kit, self._group
        if self._topic is not None:
            page.add(kit.topic_link(self._topic))
        page.add(kit.title(group.name), kit.theme.gap(6))
        page.add(kit.text(self._subtitle(), "body", "muted"), kit.theme.gap(4))
        if not self._is_visible:
            note = kit.card("raised", "accent")
            note.add(kit.text(kit.words("ui.group.deep"), "small", "muted"))
            page.add(note, kit.theme.gap(14))
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
        whole = kit.words("ui.group.whole", count=len(group.muscles))
        card.add(kit.links([kit.link("group", group.id, whole)]), kit.theme.gap(10))
        page.add(card, kit.theme.gap(14))

    def _add_what(self, page: Column) -> None:
        kit, group = self._kit, self._group
        kit.section(page, kit.words("ui.group.what"))
        page.add(kit.text(group.summary), kit.theme.gap(8))
        page.add(kit.text(group.does), kit.theme.gap(6))
        if len(group.muscles) > 1:
            page.add(
                kit.disclosure(kit.words("ui.group.muscles", count=len(group.muscles)), self._muscles),
                kit.theme.gap(12),
            )

    def _muscles(self) -> QWidget:
        kit, column = self._kit, Column()
        for muscle in self._group.muscles:
            target = f"{self._group.id}/{muscle.id}"
            column.add(kit.link("muscle", target, muscle.name, "link"), kit.theme.gap(6))
            column.add(kit.text(muscle.action), -6)
        return column

    def _add_where(self, page: Column) -> None:
        kit, group = self._kit, self._group
        kit.section(page, kit.words("ui.group.where"))
        page.add(kit.text(group.felt), kit.theme.gap(8))
        if group.patients_say:
            page.add(kit.text(kit.words("ui.group.patients_say"), "strong"), kit.theme.gap(12))
            quotes = [kit.words("ui.quote", text=text) for text in group.patients_say]
            page.add(kit.bullets(quotes), kit.theme.gap(6))

    def _add_benefits(self, page: Column) -> None:
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

    def _add_uses(self, page: Column) -> None:
        kit = self._kit
        kit.section(page, kit.words("ui.group.conditions"))
        page.add(kit.text(kit.words("ui.group.conditions_note"), "small", "muted"), kit.theme.gap(4))
        known = kit.catalogue.condition_by_id
        page.add(kit.conditions([known[c] for c in self._group.conditions]), kit.theme.gap(12))

    def _add_feels(self, page: Column) -> None:
        kit, safety = self._kit, self._kit.catalogue.safety
        kit.section(page, kit.words("ui.group.feels"))
        page.add(kit.bullets([note.text for note in safety.during]), kit.theme.gap(8))
        page.add(kit.text(kit.words("ui.group.afterwards"), "strong"), kit.theme.gap(12))
        page.add(kit.bullets([note.text for note in safety.after]), kit.theme.gap(6))

    def _add_risks(self, page: Column) -> None:
        kit, group, safety = self._kit, self._group, self._kit.catalogue.safety
        kit.section(page, kit.words("ui.group.risks"))
        common = safety.side_effects[0]
        words = kit.words("ui.group.array", low=round(common.low), high=round(common.high))
        array = IconArray(kit.theme, round(common.low), round(common.high), words)
        page.add(array, kit.theme.gap(10))
        page.add(kit.text(common.sentence, "strong"), kit.theme.gap(8))
        effects = [
            kit.words("ui.side_effect", name=effect.name, sentence=effect.sentence)
            for effect in safety.side_effects[1:]
        ]
        page.add(kit.bullets(effects), kit.theme.gap(6))
        if group.near_lung:
            warning = kit.card("warning", "warning_edge")
            warning.add(kit.text(kit.words("ui.group.lung"), "strong"))
            warning.add(kit.text(safety.lung_warning.text), kit.theme.gap(4))
            page.add(warning, kit.theme.gap(14))
        page.add(kit.text(kit.words("ui.group.precautions"), "strong"), kit.theme.gap(14))
        page.add(kit.bullets([precaution.text for precaution in group.precautions]), kit.theme.gap(6))

    def _add_what_to_do(self, page: Column) -> None:
        kit, group, safety = self._kit, self._group, self._kit.catalogue.safety
        kit.section(page, kit.words("ui.group.do"))
        blocks = (
            ("ui.group.red_flags", group.red_flags),
            ("ui.group.self_care", group.self_care),
            ("ui.group.aftercare", [note.text for note in safety.aftercare]),
        )
        for key, texts in blocks:
            if texts:
                page.add(kit.text(kit.words(key), "strong"), kit.theme.gap(12))
                page.add(kit.bullets(texts), kit.theme.gap(6))
        words = kit.words("ui.group.do_not_needle", count=len(safety.do_not_needle))
        page.add(kit.disclosure(words, self._do_not_needle), kit.theme.gap(16))
        words = kit.words("ui.group.ask_first", count=len(safety.ask_first))
        page.add(kit.disclosure(words, self._ask_first), kit.theme.gap(8))
        page.add(self._help_signs(), kit.theme.gap(18))

    def _do_not_needle(self) -> QWidget:
        return self._kit.bullets([note.text for note in self._kit.catalogue.safety.do_not_needle])

    def _ask_first(self) -> QWidget:
        return self._kit.bullets([note.text for note in self._kit.catalogue.safety.ask_first])

    def _help_signs(self) -> Column:
        kit = self._kit
        card = kit.card("warning", "warning_edge")
        card.add(kit.subheading(kit.words("ui.group.help")))
        for urgency in ("emergency", "same-day", "practitioner"):
            signs = [
                f"{sign.text} {sign.why}"
                for sign in kit.catalogue.safety.help_signs
                if sign.urgency == urgency
            ]
            if signs:
                card.add(kit.text(kit.words(f"ui.help.{urgency}"), "strong"), kit.theme.gap(10))
                card.add(kit.bullets(signs), kit.theme.gap(4))
        return card

    def _add_more(self, page: Column) -> None:
        kit = self._kit
        if kit.policy.shows_practitioner_layer:
            page.add(
                kit.disclosure(kit.words("ui.group.practitioners"), self._practitioners),
                kit.theme.gap(28),
            )
        page.add(footer(kit), kit.theme.gap(28))

    def _practitioners(self) -> QWidget:
        return practitioner_part(self._kit, self._group)
