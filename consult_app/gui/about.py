"""Two quiet dialogs: what this program is made of, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from consult_app import __version__
from consult_app.gui.actions import ACTIONS, key_text
from consult_app.gui.buttons import Button
from consult_app.gui.layout import Beside, Column
from consult_app.gui.texts import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue, Passport
    from consult_app.content.words import Words
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


def keys_dialog(parent: QWidget, words: Words, theme: Theme, actions: Collection[str]) -> QDialog:
    """Return the sheet of keys of the actions that the window has."""
    page = Column((28, 28, 28, 28))
    page.add(Heading(theme, words("ui.keys.title"), "title"))
    for spec in (spec for spec in ACTIONS if spec.id in actions):
        row = Text(theme, words(f"ui.action.{spec.id}"))
        key = Text(theme, key_text(spec), "strong", "accent")
        width, gap = round(theme.px(150)), round(theme.px(12))
        page.add(Beside(row, key, width, gap, round(theme.px(120))), theme.gap(8))
    return _dialog(parent, words, theme, words("ui.keys.title"), page)


def _dialog(parent: QWidget, words: Words, theme: Theme, title: str, page: Column) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setPalette(theme.palette())
    width = min(round(theme.px(560)), max(300, parent.width() - 80))
    page.resize(width, page.arrange(width))
    scroll = QScrollArea()
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
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
