"""The one search field: muscles, complaints, conditions, benefits, body areas; answers as you type."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from consult_app.content.search import Hit
    from consult_app.content.words import Words
    from consult_app.gui.search_results import SearchResults
    from consult_app.gui.theme import Theme

MOST_HITS = 8
MOST_LETTERS = 80
HEIGHT = 46.0


class SearchBox(QLineEdit):
    """Finds things by name or in the person's own words, and lists them below itself.

    Signals:
        hit_chosen: carries the ``Hit`` the person chose.
    """

    hit_chosen = Signal(object)

    def __init__(self, find: Callable[[str, int], Sequence[Hit]], words: Words, theme: Theme) -> None:
        super().__init__()
        self._find, self._words = find, words
        self._list: SearchResults | None = None
        self.setAccessibleName(words("ui.search.name"))
        self.setPlaceholderText(words("ui.search.hint"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(MOST_LETTERS)
        self.setFrame(False)
        self.set_theme(theme)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return_pressed)

    @property
    def results(self) -> SearchResults:
        """The list of results, which floats over the window; made when it is first needed."""
        if self._list is None:
            from consult_app.gui.search_results import SearchResults

            self.setClearButtonEnabled(True)
            self._list = SearchResults(self.window(), self._words, self._theme)
            self._list.hit_chosen.connect(self._on_hit_chosen)
        return self._list

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.setFont(theme.font("body"))
        self.setMinimumHeight(round(theme.px(HEIGHT)))
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        side = round(theme.px(16))
        self.setTextMargins(side, 0, side // 2, 0)
        if self._list is not None:
            self._list.set_theme(theme)

    def search(self, text: str) -> None:
        """Show what is found for a text, as if it had been typed."""
        self.setText(text)
        self._on_text_edited(text)

    def forget(self) -> None:
        """Forget what was typed and found; the field's own way back included."""
        self.setText("")  # clear() would keep what was typed for Ctrl+Z
        if self._list is not None:
            self._list.clear()
            self._list.hide()

    def dismiss(self) -> None:
        """Shut the results."""
        if self._list is not None:
            self._list.hide()

    @property
    def _is_listing(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the field as long as there is something to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and (self._is_listing or self.text()):
            key = cast("QKeyEvent", event)
            if key.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk the results, Escape shuts them and empties the field."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._is_listing:
            self.results.step(step)
        elif event.key() == Qt.Key.Key_Escape and (self._is_listing or self.text()):
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shut the results when the person goes elsewhere."""
        super().focusOutEvent(event)
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rounded field behind the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        edge = self._theme.colour("focus" if has_focus else "line")
        painter.setPen(QPen(edge, 3 if has_focus else 1.2))
        painter.setBrush(self._theme.colour("raised"))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            spot = self.mapTo(self.window(), QPoint(0, self.height() + 4))
            self.results.show_hits(self._find(text, MOST_HITS), spot, self.width())

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if not text.strip():
            self.dismiss()

    @Slot()
    def _on_return_pressed(self) -> None:
        if self._is_listing:
            self.results.choose_current()

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit) -> None:
        self.clear()
        self.clearFocus()
        self.hit_chosen.emit(hit)
