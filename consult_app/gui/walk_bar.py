"""The walk through a topic's muscle groups: where it begins, and where one is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from consult_app.gui.buttons import LEAST_HEIGHT
from consult_app.gui.page_place import WALK
from consult_app.gui.texts import Text
from consult_app.gui.toolbars import ActionButton
from consult_app.gui.walk import place_in, stops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.consultation import Selection, Topic
    from consult_app.content.records import MuscleGroup
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit
    from consult_app.gui.theme import Theme


class InRow(Text):
    """A short text that stands in a row of buttons, as tall as they are."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, "strong")
        self._tall = max(LEAST_HEIGHT, self.fontMetrics().height() + round(theme.px(16)))
        self.setWordWrap(False)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Ask for the height of a button, and a little room on both sides."""
        hint = super().sizeHint()
        return QSize(hint.width() + 12, self._tall)


def add_walk(kit: PageKit, chosen: Selection, topic: Topic, page: Page) -> None:
    """Add where one is among the muscle groups of a topic, with the ways to the one before and after."""
    known = stops(kit.catalogue, kit.model.now._replace(topic=topic))
    place = place_in(known, chosen)
    if len(known) < 2 or not kit.has(*WALK):
        return
    back = _button(kit, WALK[0], "back", kit.words("ui.walk.previous"))
    on = _button(kit, WALK[1], "next", kit.words("ui.walk.next"))
    said = []
    if place is not None:
        said = [InRow(kit.theme, kit.words("ui.walk.place", place=place + 1, count=len(known)))]
    page.add(kit.links([back, *said, on]), kit.theme.gap(8))


def add_walk_start(kit: PageKit, groups: Sequence[MuscleGroup], page: Page) -> None:
    """Add the first muscle group in short, with the way on through all of them."""
    if not groups or not kit.has(WALK[1]):
        return
    first = groups[0]
    card = kit.card("accent_soft", "accent")
    card.add(kit.text(kit.words("ui.walk.first", count=len(groups)), "label", "muted"))
    card.add(kit.subheading(first.name), kit.theme.gap(4))
    card.add(kit.text(first.summary), kit.theme.gap(6))
    words = kit.words("ui.walk.begin" if len(groups) > 1 else "ui.walk.read")
    button = ActionButton(kit.theme, kit.actions[WALK[1]], "accent", icon="next", label=words)
    button.setAccessibleName(words)
    card.add(kit.links([button]), kit.theme.gap(12))
    page.add(card, kit.theme.gap(18))


def _button(kit: PageKit, action: str, icon: str, label: str) -> ActionButton:
    return ActionButton(kit.theme, kit.actions[action], "chip", icon=icon, label=label)
