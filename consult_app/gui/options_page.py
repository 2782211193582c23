"""The ways to deal with one condition, side by side, and what matters to the person who chooses.

What is ticked lives on the page alone: it is never stored, and gone when the page is left.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.content.wording import level_name
from consult_app.gui.buttons import Button
from consult_app.gui.columns import Pairs
from consult_app.gui.counts import needling_harm, side_by_side
from consult_app.gui.footer import footer
from consult_app.gui.layout import Card, Column
from consult_app.gui.sources import sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.content.detail_records import Choice, Matter, Options
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

LEAST_CARD = 300
"""Logical pixels, at 100 % text, below which choices stand below each other instead of in pairs."""


def options_page(kit: PageKit, identifier: str) -> Page:
    """Return the page of the choices with this id."""
    options = next(item for item in kit.catalogue.details.options if item.id == identifier)
    page = kit.page()
    page.plan(
        partial(_add_head, kit, options), partial(_add_choices, kit, options), partial(_add_end, kit, options)
    )
    return page


def _add_head(kit: PageKit, options: Options, page: Page) -> None:
    condition = kit.catalogue.condition_by_id[options.condition]
    page.add(kit.text(kit.words("ui.options.kind"), "label", "muted"))
    page.add(kit.title(kit.words("ui.options.title", name=condition.name)), kit.theme.gap(4))
    page.add(kit.text(options.intro, "lead"), kit.theme.gap(10))
    page.add(kit.conditions([condition]), kit.theme.gap(14))


def _add_choices(kit: PageKit, options: Options, page: Page) -> None:
    cards = [_ChoiceCard(kit, choice) for choice in options.choices]
    if options.matters:
        kit.section(page, kit.words("ui.options.matters"))
        page.add(kit.text(kit.words("ui.options.matters_note"), "small", "muted"), kit.theme.gap(4))
        page.add(_Matters(kit, options.matters, cards), kit.theme.gap(12))
    kit.section(page, kit.words("ui.options.choices"))
    page.add(Pairs(cards, kit.theme.gap(14), round(kit.theme.px(LEAST_CARD))), kit.theme.gap(12))


def _add_end(kit: PageKit, options: Options, page: Page) -> None:
    page.add(kit.text(kit.words("ui.options.together"), "body", "muted"), kit.theme.gap(20))
    found = dict.fromkeys(reference for choice in options.choices for reference in choice.references)
    found |= dict.fromkeys(needling_harm(kit).references)
    sources(kit, page, list(found))
    page.add(footer(kit), kit.theme.gap(28))


class _ChoiceCard(Card):
    """One way: what it is, what helps, what harms, the effort, and how sure anyone is."""

    def __init__(self, kit: PageKit, choice: Choice) -> None:
        super().__init__(kit.theme.colour("raised"), kit.theme.colour("accent"), kit.theme.gap(18))
        self.kind = choice.kind
        counts = choice.counts
        if choice.kind == "needling" and not any(count.says == "harms" for count in counts):
            counts = (*counts, needling_harm(kit))
        self._kit = kit
        self.add(kit.subheading(choice.name))
        self.add(kit.text(choice.what), kit.theme.gap(4))
        for key, text in (("helps", choice.helps), ("harms", choice.harms), ("effort", choice.effort)):
            self.add(kit.text(kit.words(f"ui.options.{key}"), "strong"), kit.theme.gap(12))
            self.add(kit.text(text), 2)
            if key == "harms" and counts:
                self.add(side_by_side(kit, counts), kit.theme.gap(12))
        level = None if choice.certainty == "none" else choice.certainty
        words = kit.words("ui.options.ungraded") if level is None else level_name(kit.words, level)
        self.add(kit.mark(choice.certainty, words), kit.theme.gap(12))
        self._fit = kit.text("", "strong", "accent")
        self.add(self._fit, kit.theme.gap(10))
        self._fit.hide()

    def show_fit(self, count: int, of: int) -> None:
        """Say how many of the things that matter speak for this way."""
        self._fit.setText(self._kit.words("ui.options.fit", count=count, of=of))
        self._fit.setVisible(of > 0)


class _Matters(Column):
    """What may matter, to be ticked; the reasons of what is ticked stand below."""

    def __init__(self, kit: PageKit, matters: Sequence[Matter], cards: Sequence[_ChoiceCard]) -> None:
        super().__init__()
        self._kit, self._matters, self._cards = kit, matters, cards
        self._buttons = [self._button(matter) for matter in matters]
        self.add(kit.links(self._buttons))
        self._why = kit.text("", "body", "muted")
        self.add(self._why, kit.theme.gap(10))
        self._why.hide()

    def _button(self, matter: Matter) -> Button:
        button = Button(self._kit.theme, matter.text, value=matter.id)
        button.setCheckable(True)
        button.toggled.connect(self._on_toggled)
        return button

    @Slot()
    def _on_toggled(self) -> None:
        ticked = [m for m, button in zip(self._matters, self._buttons, strict=True) if button.isChecked()]
        for button in self._buttons:
            button.set_icon("tick" if button.isChecked() else "")
            button.updateGeometry()
        for card in self._cards:
            card.show_fit(sum(card.kind in matter.favours for matter in ticked), len(ticked))
        self._why.setText(" ".join(matter.why for matter in ticked))
        self._why.setVisible(bool(ticked))
        self._kit.relayout()
