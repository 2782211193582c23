"""The one search field: muscles, complaints, conditions, benefits, body areas; answers as you type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from consult_app.content.search import Hit
    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

MOST_HITS = 8
HIT_ROLE = int(Qt.ItemDataRole.UserRole)


class SearchBox(QLineEdit):
    """Finds things by name or in the person's own words, and lists them below itself.

    Signals:
        hit_chosen: carries the ``Hit`` the person chose.
    """

    hit_chosen = Signal(object)

    def __init__(self, find: Callable[[str, int], Sequence[Hit]], words: Words, theme: Theme) -> None:
        super().__init__()
        self._find, self._words = find, words
        self._results = QListWidget()
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._results.setFrameShape(QFrame.Shape.Box)
        self._results.setAccessibleName(words("ui.search.results"))
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("ui.search.name"))
        self.setPlaceholderText(words("ui.search.hint"))
        self.setClearButtonEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(80)
        self.setFrame(False)
        self.set_theme(theme)
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self._on_return_pressed)
        self._results.itemClicked.connect(self._on_item_clicked)

    def attach(self, window: QWidget) -> None:
        """Let the results float over a window."""
        self._results.setParent(window)
        self._results.hide()
        window.installEventFilter(self)

    @property
    def results(self) -> QListWidget:
        """The list of results below the field."""
        return self._results

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self.setFont(theme.font("body"))
        self.setMinimumHeight(round(theme.px(46)))
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        side = round(theme.px(16))
        self.setTextMargins(side, 0, side // 2, 0)
        self._row_height = round(theme.px(46))
        self._theme = theme
        self._results.setFont(theme.font("body"))
        self._results.setPalette(theme.palette())
        self._has_styled_results = False

    def _style_results(self) -> None:
        """Style the list when it is first needed: style sheets are slow to start with."""
        theme, side = self._theme, round(self._theme.px(12))
        soft, panel, ink = (theme.colour(role).name() for role in ("accent_soft", "panel", "ink"))
        self._results.setStyleSheet(
            f"QListWidget {{ border: 1.5px solid {theme.colour('accent').name()}; border-radius: 12px;"
            f" background: {panel}; padding: 6px; outline: 0; }}"
            f"QListWidget::item {{ padding: 0 {side}px; border-radius: 8px; }}"
            f"QListWidget::item:hover, QListWidget::item:selected {{ background: {soft}; color: {ink}; }}"
        )
        self._has_styled_results = True

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

    def search(self, text: str) -> None:
        """Show what is found for a text, as if it had been typed."""
        self.setText(text)
        self._on_text_edited(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk the results, Escape shuts them."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._results.isVisible():
            row = self._results.currentRow() + step
            self._results.setCurrentRow(min(max(row, 0), self._results.count() - 1))
        elif event.key() == Qt.Key.Key_Escape and (self._results.isVisible() or self.text()):
            self._results.hide()
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shut the results when the person goes elsewhere."""
        super().focusOutEvent(event)
        self._results.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shut the results when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._results.hide()
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._results.clear()
        if not text.strip():
            self._results.hide()
            return
        for hit in self._find(text, MOST_HITS):
            label = self._words("ui.search.hit", label=hit.label, kind=self._words(f"ui.kind.{hit.kind}"))
            item = QListWidgetItem(label, self._results)
            item.setData(HIT_ROLE, hit)
            item.setSizeHint(QSize(10, self._row_height))
        if not self._results.count():
            nothing = QListWidgetItem(self._words("ui.search.nothing"), self._results)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            nothing.setSizeHint(QSize(10, self._row_height))
        else:
            self._results.setCurrentRow(0)
        self._show_results()

    def _show_results(self) -> None:
        window = self._results.parentWidget()
        if window is None:
            return
        if not self._has_styled_results:
            self._style_results()
        spot = self.mapTo(window, QPoint(0, self.height() + 4))
        height = self._row_height * self._results.count() + 18
        self._results.setGeometry(
            spot.x(), spot.y(), self.width(), min(height, window.height() - spot.y() - 8)
        )
        self._results.raise_()
        self._results.show()

    @Slot()
    def _on_return_pressed(self) -> None:
        item = self._results.currentItem()
        if self._results.isVisible() and item is not None:
            self._choose(item)

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT_ROLE)
        if hit is not None:
            self._results.hide()
            self.clear()
            self.clearFocus()
            self.hit_chosen.emit(hit)
