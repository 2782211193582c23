"""What every page of the panel is built from: headings, paragraphs, lists, links, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from consult_app.gui.buttons import Button, Kind
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.layout import Beside, Card, Flow
from consult_app.gui.marks import EvidenceMark
from consult_app.gui.page import Page
from consult_app.gui.texts import Heading, Text, bullets, steps
from consult_app.gui.topics import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from consult_app.consultation import Topic
    from consult_app.content.records import Catalogue, Condition
    from consult_app.content.words import Words
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.layout import Column
    from consult_app.gui.theme import Theme
    from consult_app.policy import Policy

LinkKind = Literal[
    "group", "muscle", "benefit", "condition", "options", "guide", "not-for", "plan", "tool", "here"
]
"""A muscle is named as ``group/muscle``, a group on one side as ``group/side``.

A place in the plan is its number from 0; ``here`` leads to a part of the same page.
"""


class PageKit(NamedTuple):
    """The catalogue, words, looks and permissions a page is written with.

    ``model`` is the consultation that the page's controls change; ``actions`` are those of the window the
    page stands in, by id: a patient's own screen has few. ``follow`` is the slot that every link of the
    page calls; ``relayout`` is called when a part of the page has opened or shut.
    """

    catalogue: Catalogue
    words: Words
    theme: Theme
    policy: Policy
    model: ConsultationModel
    actions: Mapping[str, QAction]
    follow: Callable[[], None]
    relayout: Callable[[], None]

    def page(self) -> Page:
        """Return an empty page."""
        side = self.theme.gap(28)
        return Page((side, side, side, side), round(self.theme.px(780)))

    def text(self, text: str, style: str = "body", colour: str = "ink") -> Text:
        """Return a paragraph."""
        return Text(self.theme, text, style, colour)

    def title(self, text: str) -> Heading:
        """Return the page's heading."""
        return Heading(self.theme, text, "title")

    def section(self, page: Column, title: str, name: str = "") -> None:
        """Begin a section of a page with its heading; by ``name`` the panel can scroll to it."""
        heading = Heading(self.theme, title, "heading", "accent")
        heading.setObjectName(name)
        page.add(heading, self.theme.gap(30))

    def subheading(self, text: str) -> Heading:
        """Return a heading inside a section."""
        return Heading(self.theme, text, "subheading")

    def part(self, page: Column, key: str, texts: Iterable[str], *, keeps_all: bool = False) -> None:
        """Add a list under words of the interface, where there is anything to list."""
        found = list(texts)
        if found:
            page.add(self.text(self.words(key), "strong"), self.theme.gap(12))
            bullets = self.bullets(found)
            bullets.keeps_all = keeps_all
            page.add(bullets, self.theme.gap(6))

    def bullets(self, texts: Iterable[str]) -> Column:
        """Return a list."""
        return bullets(self.theme, texts)

    def steps(self, texts: Iterable[str], style: str = "body") -> Column:
        """Return a numbered list."""
        return steps(self.theme, texts, style)

    def card(self, ground: str, edge: str | None = None) -> Card:
        """Return an empty card; ``ground`` and ``edge`` are colour roles."""
        theme = self.theme
        card = Card(theme.colour(ground), theme.colour(edge) if edge else None, theme.gap(18))
        card.keeps_all = ground == "warning"
        return card

    def link(self, kind: LinkKind, target: str, text: str, look: Kind = "chip") -> Button:
        """Return a button that leads to a muscle group, one of its muscles, or the page of a topic."""
        button = Button(self.theme, text, look, value=f"{kind}:{target}")
        self._bind(button)
        return button

    def _bind(self, button: Button) -> None:
        """Let a button lead to what it names, where the person may choose; elsewhere it only says it."""
        if self.policy.may_choose:
            button.clicked.connect(self.follow)
            return
        button.set_inert()

    def commands(self, *action_ids: str, icon: str = "", look: Kind = "chip") -> Flow:
        """Return a button for each of these actions that the window has."""
        from consult_app.gui.toolbars import ActionButton

        known = [self.actions[action] for action in action_ids if action in self.actions]
        return self.links([ActionButton(self.theme, action, look, icon=icon) for action in known])

    def has(self, *action_ids: str) -> bool:
        """Return whether the window has any of these actions."""
        return any(action in self.actions for action in action_ids)

    def topic_link(self, topic: Topic) -> Button:
        """Return the way back to the chosen topic."""
        name = name_of(self.catalogue, topic, self.words)
        icon = "back" if self.policy.may_choose else ""
        button = Button(self.theme, name, "chip", icon=icon, value=f"{topic.kind}:{topic.id}")
        self._bind(button)
        return button

    def invite(self, page: Column, key: str) -> None:
        """Add a note that asks to choose, where the person may."""
        if self.policy.may_choose:
            page.add(self.text(self.words(key), "small", "muted"), self.theme.gap(4))

    def links(self, buttons: Iterable[QWidget]) -> Flow:
        """Return buttons in rows."""
        return Flow(buttons, self.theme.gap(8))

    def guides(self, *guides: str) -> Flow:
        """Return a button for each of these general pages, where the person may choose."""
        guides = guides if self.policy.may_choose else ()
        return self.links([self.link("guide", guide, self.words(f"ui.guide.{guide}")) for guide in guides])

    def conditions(self, conditions: Iterable[Condition]) -> Flow:
        """Return a button per condition, which lights its muscle groups."""
        return self.links([self.link("condition", c.id, c.name) for c in conditions])

    def disclosure(self, text: str, build: Callable[[], QWidget]) -> Disclosure:
        """Return a part that opens and shuts; ``build`` makes its content when it is first opened."""
        states = (self.words("ui.part.open"), self.words("ui.part.shut"))
        return Disclosure(self.theme, text, states, build, self.relayout)

    def mark(self, certainty: str, words: str) -> EvidenceMark:
        """Return an evidence mark with its words below."""
        return EvidenceMark(self.theme, certainty, words)

    def with_mark(self, main: QWidget, certainty: str, words: str) -> Beside:
        """Return a text with the evidence mark at its right."""
        mark = self.mark(certainty, words)
        width = round(self.theme.px(132))
        return Beside(main, mark, width, self.theme.gap(20), round(self.theme.px(230)))
