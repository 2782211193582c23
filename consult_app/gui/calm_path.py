"""Pages on the calm path: nothing on needles unless it is asked for, and a word on what is left out.

Warnings are never shortened, and what can go wrong is one touch away, told with every word.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from consult_app.content.calm import CalmReader
from consult_app.gui.buttons import Button
from consult_app.gui.care_sections import tell_risks
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.layout import Card, Column
from consult_app.gui.texts import Bullet, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.consultation import Consultation
    from consult_app.content.records import MuscleGroup
    from consult_app.content.words import Words
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

TOLD_WHOLE = ("options", "not-for", "tool", "zone", "area")
"""Kinds of topics whose pages are compared, answered or looked up: they are told with every word."""


def take_calm_path(kit: PageKit, page: Page, now: Consultation) -> None:
    """Let a page leave out what the calm path does without, and say so at its top."""
    kind, topic = (now.topic.kind, now.topic.id) if now.topic is not None else ("", "")
    is_whole = now.selection is None and (kind in TOLD_WHOLE or topic == "safety")
    if not is_whole:
        page.soften = _Softener(kit.words).soften
    is_tool = now.selection is None and kind == "tool"
    if not page.is_whole and not is_tool:
        page.begin_with(partial(_add_note, kit, "ui.calm.whole" if is_whole else "ui.calm.note"))


def _add_note(kit: PageKit, key: str, page: Page) -> None:
    card = kit.card("accent_soft", "accent")
    card.setObjectName("calm-note")
    card.add(kit.text(kit.words(key), "small"))
    if key == "ui.calm.note" and kit.has("calm.toggle"):
        leave = Button(kit.theme, kit.words("ui.calm.leave"))
        leave.clicked.connect(kit.actions["calm.toggle"].trigger)
        card.add(kit.links([leave]), kit.theme.gap(8))
    page.add(card)
    page.add(Column(), kit.theme.gap(14))


def add_calm_treatment(kit: PageKit, page: Page) -> None:
    """Add what happens the first time, and what helps those who are uneasy."""
    for part in kit.catalogue.details.visit:
        if part.id in ("first-appointment", "fear-of-needles"):
            kit.section(page, kit.words(f"ui.visit.{part.id}"))
            page.add(kit.bullets(part.calm_points), kit.theme.gap(8))
    page.add(kit.guides("visit"), kit.theme.gap(14))


def add_folded_risks(kit: PageKit, group: MuscleGroup, page: Page) -> None:
    """Add what can go wrong, folded away: told whole to those who ask for it."""
    kit.section(page, kit.words("ui.group.risks"))
    page.add(kit.text(kit.words("ui.calm.risks")), kit.theme.gap(8))
    page.add(kit.disclosure(kit.words("ui.calm.open_risks"), _Risks(kit, group).build), kit.theme.gap(12))


class _Risks:
    def __init__(self, kit: PageKit, group: MuscleGroup) -> None:
        self._kit, self._group = kit, group

    def build(self) -> QWidget:
        """Return them as on any other page."""
        column = Column()
        column.keeps_all = True
        tell_risks(self._kit, self._group, column)
        return column


class _Softener:
    """Shortens or hides texts of a page; asked again, it looks at what has come since."""

    def __init__(self, words: Words) -> None:
        self._reader = CalmReader(words)

    def soften(self, page: QWidget) -> None:
        """Leave out what the calm path does without."""
        for part in _parts(page):
            if isinstance(part, Text):
                self._shorten(part)
            elif (isinstance(part, Disclosure) and not self._reader.is_calm(part.text)) or (
                isinstance(part, Card) and part.is_empty
            ):
                part.hide()

    def _shorten(self, label: Text) -> None:
        calm = self._reader.calm_part(label.text())
        if calm == label.text():
            return
        label.setText(calm)
        if not calm:
            label.hide()
            bullet = label.parentWidget()
            if isinstance(bullet, Bullet):
                bullet.hide()


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Yield what lies in a widget, but not in what is to be kept whole."""
    # Cards come after what stands in them: by then it is known whether anything is left.
    for child in widget.children():
        if not isinstance(child, QWidget) or (isinstance(child, Column) and child.keeps_all):
            continue
        yield from _parts(child)
        yield child
