"""Two quiet dialogs: what this program is made of, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from consult_app import __version__
from consult_app.gui.actions import ACTIONS, keys_text
from consult_app.gui.buttons import Button
from consult_app.gui.columns import Columns
from consult_app.gui.layout import Beside, Column
from consult_app.gui.scroll_bar import QuietScrollBar
from consult_app.gui.texts import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue, Passport
    from consult_app.content.words import Words
    from consult_app.gui.actions import ActionSpec
    from consult_app.gui.theme import Theme


def about_dialog(parent: QWidget, words: Words, theme: Theme, catalogue: Catalogue, atlas: Atlas) -> QDialog:
    """Return the dialog with version, licences and the credit line of the pictures."""
    page = Column((28, 28, 28, 28))
    page.add(Heading(theme, words("ui.about.title"), "title"))
    passport = catalogue.passport
    lines = (
        words("ui.about.version", version=__version__, catalogue=passport.version),
        words("ui.about.code"),
        words("ui.about.words", licence=passport.licence),
        words("ui.about.fonts"),
    )
    for line in lines:
        page.add(Text(theme, line), theme.gap(12))
    page.add(Heading(theme, words("ui.about.passport"), "subheading"), theme.gap(20))
    for line in _passport_lines(words, passport):
        page.add(Text(theme, line), theme.gap(6))
    page.add(Heading(theme, words("ui.about.atlas"), "subheading"), theme.gap(20))
    page.add(Text(theme, atlas.credit), theme.gap(6))
    page.add(Text(theme, atlas.licence, "small", "muted"), theme.gap(6))
    return _dialog(parent, words, theme, words("ui.about.title"), page)


def _passport_lines(words: Words, passport: Passport) -> list[str]:
    """Return who answers for the words, until when, and who paid for them."""
    reviewed = words("ui.footer.not_reviewed")
    if passport.reviewer:
        reviewed = words("ui.footer.reviewed", reviewer=passport.reviewer, date=passport.reviewed_on)
    lines = [words("ui.about.authors", authors=", ".join(passport.authors)), reviewed]
    if passport.review_due:
        lines.append(words("ui.about.review_due", date=passport.review_due))
    funding = passport.funding or words("ui.about.no_funding")
    return [*lines, words("ui.about.funding", funding=funding)]


KEY_SECTIONS = (
    ("chair", ("consult", "pain", "safety", "topic", "plan", "teach", "calm", "depth", "handout", "patient")),
    ("figure", ("view", "layer", "part")),
    ("show", ("show", "list", "theme", "text")),
    ("second", ("draw", "second")),
    ("window", ()),
)
"""The areas of actions that stand together on the sheet of keys; the last one takes all others."""
COLUMN, KEY_WIDTH = 286, 136


def keys_dialog(parent: QWidget, words: Words, theme: Theme, actions: Collection[str]) -> QDialog:
    """Return the sheet of keys of the actions that the window has."""
    page = Column((28, 20, 28, 20))
    page.add(Heading(theme, words("ui.keys.title"), "title"))
    sections: dict[str, list[ActionSpec]] = {name: [] for name, _areas in KEY_SECTIONS}
    for spec in (spec for spec in ACTIONS if spec.id in actions):
        area = spec.id.split(".")[0]
        sections[next((name for name, areas in KEY_SECTIONS if area in areas), "window")].append(spec)
    blocks = [_keys(theme, words, name, specs) for name, specs in sections.items() if specs]
    page.add(Columns(blocks, round(theme.px(COLUMN)), 3, theme.gap(24)), theme.gap(12))
    return _dialog(parent, words, theme, words("ui.keys.title"), page, round(theme.px(3 * COLUMN + 120)))


def _keys(theme: Theme, words: Words, section: str, specs: Sequence[ActionSpec]) -> Column:
    """Return what belongs together on the sheet, under its heading."""
    column = Column()
    column.add(Heading(theme, words(f"ui.keys.{section}"), "subheading", "accent"))
    for spec in specs:
        name = Text(theme, words(f"ui.action.{spec.id}"), "small")
        key = Text(theme, keys_text(spec, words), "label")
        column.add(Beside(name, key, round(theme.px(KEY_WIDTH)), 8, round(theme.px(100))), 4)
    return column


def _dialog(
    parent: QWidget, words: Words, theme: Theme, title: str, page: Column, widest: int = 0
) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setPalette(theme.palette())
    width = min(widest or round(theme.px(560)), max(300, parent.width() - 80))
    page.resize(width, page.arrange(width))
    scroll = QScrollArea()
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setVerticalScrollBar(QuietScrollBar(theme, "panel"))
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    shut = Button(theme, words("ui.close"), "accent")
    shut.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.addWidget(scroll)
    layout.addWidget(shut, alignment=Qt.AlignmentFlag.AlignRight)
    height = min(page.height() + shut.sizeHint().height() + 60, max(300, parent.height() - 60))
    dialog.resize(width + 48, height)
    shut.setFocus()
    return dialog
