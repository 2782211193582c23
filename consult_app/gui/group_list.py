"""All muscle groups as a list, head to foot: the way in for keys, screen readers and deep muscles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from consult_app.gui.theme import Theme, scroll_bar_style

if TYPE_CHECKING:
    from collections.abc import Collection

    from consult_app.content.records import Catalogue

PAD, SIDE = 7.0, 10.0
"""Space above and below, and beside a name, in logical pixels at 100 % text."""
ID_ROLE = int(Qt.ItemDataRole.UserRole)


class GroupList(QListWidget):
    """Lists the groups under their body areas, always in step with the consultation.

    Signals:
        group_chosen: carries the id of the group the person chose.
    """

    group_chosen = Signal(str)

    def __init__(self, catalogue: Catalogue, name: str, theme: Theme) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._lit: frozenset[str] = frozenset()
        self._items: dict[str, QListWidgetItem] = {}
        self._headings: list[QListWidgetItem] = []
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._fill()
        self.itemClicked.connect(self._on_item_clicked)
        self.activated.connect(self._on_activated)

    def _fill(self) -> None:
        for area in self._catalogue.areas:
            groups = [group for group in self._catalogue.groups if group.area == area.id]
            if not groups:
                continue
            heading = QListWidgetItem(area.name, self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._headings.append(heading)
            for group in groups:
                item = QListWidgetItem(group.name, self)
                item.setData(ID_ROLE, group.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group.name}, {group.clinical_name}")
                self._items[group.id] = item

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.setFont(theme.font("small"))
        self.setStyleSheet(_item_style(theme))
        for heading in self._headings:
            heading.setFont(theme.font("label"))
            heading.setForeground(QBrush(theme.colour("accent")))
            heading.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("raised"))
        self.setPalette(palette)
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(theme))
        self._mark_lit()

    def show_state(self, selected: str | None, lit: Collection[str]) -> None:
        """Mark the selected group, and those that a benefit or condition lights."""
        self._lit = frozenset(lit)
        self._mark_lit()
        item = self._items.get(selected or "")
        if item is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def _mark_lit(self) -> None:
        for group, item in self._items.items():
            is_lit = group in self._lit
            item.setText(("◆ " if is_lit else "") + self._catalogue.group_by_id[group].name)
            font = self._theme.font("small")
            font.setBold(is_lit)
            item.setFont(font)
        if self.isVisible():
            self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each row the height that its wrapped name needs."""
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        pad, side = round(self._theme.px(PAD)), round(self._theme.px(SIDE))
        width = max(40, self.viewport().width() - 2 * side - 8)
        flags = int(Qt.TextFlag.TextWordWrap)
        for row in range(self.count()):
            item = self.item(row)
            text = QFontMetrics(item.font()).boundingRect(0, 0, width, 1000, flags, item.text())
            item.setSizeHint(QSize(width, text.height() + 2 * pad + 4))

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item.data(ID_ROLE))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._choose(index.data(ID_ROLE))

    def _choose(self, group: object) -> None:
        if isinstance(group, str):
            self.group_chosen.emit(group)


def _item_style(theme: Theme) -> str:
    """Return the style sheet that gives each row room for a finger."""
    pad, side = round(theme.px(PAD)), round(theme.px(SIDE))
    accent, ink = theme.colour("accent").name(), theme.colour("accent_ink").name()
    soft, focus = theme.colour("accent_soft").name(), theme.colour("focus").name()
    return (
        f"QListWidget {{ outline: 0; background: {theme.colour('figure').name()}; }}"
        f"QListWidget::item {{ padding: {pad}px {side}px; border-radius: 8px;"
        " border: 2px solid transparent; }"
        f"QListWidget::item:hover {{ background: {soft}; }}"
        f"QListWidget::item:disabled {{ background: transparent; }}"
        f"QListWidget::item:selected {{ background: {accent}; color: {ink}; }}"
        f"QListWidget::item:focus {{ border: 2px solid {focus}; }}"
    )
