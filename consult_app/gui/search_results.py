"""The answers of the search field, floating below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.content.search import Hit
    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

HIT_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT = 46.0
FRAME = 18
"""Logical pixels that border and padding need above and below the rows."""


class SearchResults(QListWidget):
    """Lists hits; the field keeps the keyboard.

    Signals:
        hit_chosen: carries the ``Hit`` the person chose.
    """

    hit_chosen = Signal(object)

    def __init__(self, window: QWidget, words: Words, theme: Theme) -> None:
        super().__init__(window)
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words("ui.search.results"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_clicked)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._row_height = round(theme.px(ROW_HEIGHT))
        self.setFont(theme.font("body"))
        side = round(theme.px(12))
        edge, soft, panel, ink = (
            theme.colour(role).name() for role in ("accent", "accent_soft", "panel", "ink")
        )
        self.setStyleSheet(
            f"QListWidget {{ border: 1.5px solid {edge}; border-radius: 12px; padding: 6px; outline: 0;"
            f" background: {panel}; color: {ink}; }}"
            f"QListWidget::item {{ padding: 0 {side}px; border-radius: 8px; }}"
            f"QListWidget::item:hover, QListWidget::item:selected {{ background: {soft}; color: {ink}; }}"
        )

    def show_hits(self, hits: Iterable[Hit], spot: QPoint, width: int) -> None:
        """Show hits, or that there are none, below a point of the window."""
        self.clear()
        for hit in hits:
            label = self._words("ui.search.hit", label=hit.label, kind=self._words(f"ui.kind.{hit.kind}"))
            self._add(label).setData(HIT_ROLE, hit)
        if self.count():
            self.setCurrentRow(0)
        else:
            self._add(self._words("ui.search.nothing")).setFlags(Qt.ItemFlag.NoItemFlags)
        room = self.window().height() - spot.y() - 8
        self.setGeometry(spot.x(), spot.y(), width, min(self._row_height * self.count() + FRAME, room))
        self.raise_()
        self.show()

    def step(self, rows: int) -> None:
        """Go some rows down or, below zero, up."""
        self.setCurrentRow(min(max(self.currentRow() + rows, 0), self.count() - 1))

    def choose_current(self) -> None:
        """Choose the row that is marked, if it is a hit."""
        item = self.currentItem()
        if item is not None:
            self._on_item_clicked(item)

    def _add(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self)
        item.setSizeHint(QSize(10, self._row_height))
        return item

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT_ROLE)
        if hit is not None:
            self.hit_chosen.emit(hit)
