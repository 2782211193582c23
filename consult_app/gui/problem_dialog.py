"""What a person sees when the program's own files are not in order: every fault, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.content.words import Words

TITLE = "Consultation aid: the program cannot start"
LEAD = (
    "Something in the program's files needs mending. Nothing is shown until then, "
    "so that nobody reads half a truth."
)


class ProblemDialog(QDialog):
    """Lists sentences that each say what is wrong, where, and what to do.

    Its own words are in the code: it stands in when the catalogue, which holds all others, is broken.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        lead = QLabel(LEAD)
        lead.setWordWrap(True)
        listing = QPlainTextEdit("\n\n".join(sentences))
        listing.setReadOnly(True)
        listing.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        listing.setAccessibleName(TITLE)
        shut = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        shut.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (lead, listing, shut):
            layout.addWidget(part)
        self.resize(820, 460)


def show_fault(parent: QWidget, words: Words, sentence: str) -> None:
    """Tell of one fault that was found while the window is open; the window stays as it was."""
    box = QMessageBox(QMessageBox.Icon.Warning, words("ui.app"), sentence, parent=parent)
    box.exec()
