"""A field for the practitioner's own words. What is written is in the consultation at once, nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from consult_app.gui.layout import Arranged

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.gui.theme import Theme

LEAST_LINES = 2
MOST_LETTERS = 500
"""What fits on a sheet of paper beside the rest."""
PADDING, EDGE, SLACK = 8, 4, 6
"""Logical pixels: around the text, around the field, and for what rounding takes of a line."""


class NoteField(QPlainTextEdit):
    """Plain text that grows with what is written.

    Signals:
        written: the text is another one; carries whether more was written before in this visit.
        focus_changed: the field has got the focus, or lost it.
    """

    written = Signal(bool)
    focus_changed = Signal()

    def __init__(self, theme: Theme, name: str, hint: str, relayout: Callable[[], None]) -> None:
        super().__init__()
        self._theme, self._relayout = theme, relayout
        self._goes_on = False
        self._known = ""
        self._height = 0
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(theme.font("body"))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.document().setDocumentMargin(PADDING)
        self.textChanged.connect(self._on_text_changed)

    def show_note(self, note: str) -> None:
        """Show what the consultation says, where that is not what stands here."""
        if note != self.toPlainText():
            self._known = note
            self.setPlainText(note)

    def hasHeightForWidth(self) -> bool:
        """Be as tall as the text, wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, in logical pixels."""
        line = self.fontMetrics().lineSpacing()
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        inner = max(1, width - 2 * PADDING - SLACK)
        written = self.fontMetrics().boundingRect(0, 0, inner, 10000, flags, self._known + ".").height()
        # One line more than is needed: the next one never has to be scrolled to.
        return max(LEAST_LINES * line, written + line) + 2 * PADDING

    def event(self, event: QEvent) -> bool:
        """Keep Escape, and give the way back to the window where nothing is left to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast("QKeyEvent", event)
            if key.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if self._is_spent(key):
                event.ignore()
                return False
        return super().event(event)

    def _is_spent(self, key: QKeyEvent) -> bool:
        document = self.document()
        is_back = key.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
        return is_back or (key.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.window().setFocus()
        elif self._is_spent(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor there; a marked text is never dragged away, for that would stop the window."""
        cursor = self.cursorForPosition(event.position().toPoint())
        if self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin a visit: what is written in it is one step to go back."""
        super().focusInEvent(event)
        self._goes_on = False
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the visit."""
        super().focusOutEvent(event)
        self._goes_on = False
        self.focus_changed.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if len(text) > MOST_LETTERS:
            self._cut(len(text) - MOST_LETTERS)
            return
        if text != self._known:
            self._known = text
            goes_on, self._goes_on = self._goes_on, True
            self.written.emit(goes_on)
        height = self.heightForWidth(self.width())  # the parts below make room
        if height != self._height:
            self._height = height
            self._relayout()

    def _cut(self, excess: int) -> None:
        """Take as many letters away before the cursor as there are too many: they came last."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.position() - excess, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


class Framed(Arranged):
    """A frame around a field, which shows where the focus is."""

    def __init__(self, theme: Theme, field: NoteField) -> None:
        super().__init__()
        self._theme, self._field = theme, field
        field.setParent(self)
        field.focus_changed.connect(self.update)

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        height = self._field.heightForWidth(width - 2 * EDGE)
        self._field.setGeometry(EDGE, EDGE, width - 2 * EDGE, height)
        return height + 2 * EDGE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        has_focus = self._field.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus" if has_focus else "muted"), 3 if has_focus else 1.2))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
