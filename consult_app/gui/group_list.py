"""All muscle groups as a list, head to foot: the way in for keys, screen readers and deep muscles.

Below the selected group stand its muscles, where it has several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from consult_app.gui.group_delegate import ID_ROLE, LIT_ROLE, MUSCLE_ROLE, GroupDelegate
from consult_app.gui.scroll_bar import QuietScrollBar

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    from consult_app.consultation import Selection
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent


class GroupList(QListWidget):
    """Lists the groups under their body areas, always in step with the consultation.

    Signals:
        group_chosen: carries the id of the group the person chose.
        muscle_chosen: carries the ids of group and muscle the person chose.
    """

    group_chosen = Signal(str)
    muscle_chosen = Signal(str, str)

    def __init__(self, catalogue: Catalogue, name: str, theme: Theme) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._items: dict[str, QListWidgetItem] = {}
        self._opened = ""
        self._muscles: dict[str, QListWidgetItem] = {}
        # A viewport of our own: asked for Qt's, PySide builds every widget class it knows to name its type.
        self.setViewport(QWidget())
        self._delegate = GroupDelegate(theme, self)
        self._bar = QuietScrollBar(theme, "figure")
        self.setVerticalScrollBar(self._bar)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.hovered_row = -1
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._fill()
        self.itemClicked.connect(self._on_item_clicked)
        self.itemActivated.connect(self._on_item_clicked)
        self.currentItemChanged.connect(self._on_current_item_changed)

    def use(self, content: WindowContent) -> None:
        """List the groups of another catalogue."""
        self._catalogue = content.catalogue
        self._items, self._muscles, self._opened = {}, {}, ""
        self.clear()
        self._fill()

    def _fill(self) -> None:
        for area in self._catalogue.areas:
            groups = [group for group in self._catalogue.groups if group.area == area.id]
            if not groups:
                continue
            self._add(area.name).setFlags(Qt.ItemFlag.NoItemFlags)
            for group in groups:
                item = self._add(group.name)
                item.setData(ID_ROLE, group.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group.name}, {group.clinical_name}")
                self._items[group.id] = item

    def _add(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setText(text)
        self.addItem(item)
        return item

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._delegate.set_theme(theme)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("figure"))
        self.setPalette(palette)
        self._bar.set_theme(theme)
        self.scheduleDelayedItemsLayout()

    def show_state(self, selected: Selection | None, lit: Collection[str]) -> None:
        """Mark the selected group or muscle, and the groups that a benefit or condition lights."""
        for group, item in self._items.items():
            if bool(item.data(LIT_ROLE)) != (group in lit):
                item.setData(LIT_ROLE, group in lit)
        self.blockSignals(True)  # noqa: FBT003 -- what is shown is not a choice
        self._open(selected.group if selected else "")
        chosen = None
        if selected is not None:
            chosen = self._muscles.get(selected.muscle or "") or self._items.get(selected.group)
        if chosen is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(chosen)
            self.scrollToItem(chosen)
        self.blockSignals(False)  # noqa: FBT003

    def _open(self, group_id: str) -> None:
        """Let the muscles of a group stand below it, and those of no other."""
        if group_id == self._opened:
            return
        for item in self._muscles.values():
            self.takeItem(self.row(item))
        self._muscles, self._opened = {}, group_id
        group = self._catalogue.group_by_id.get(group_id)
        if group is None or group_id not in self._items or len(group.muscles) < 2:
            return
        row = self.row(self._items[group_id])
        for number, muscle in enumerate(group.muscles, start=1):
            item = QListWidgetItem()
            item.setText(muscle.name)
            item.setData(ID_ROLE, group_id)
            item.setData(MUSCLE_ROLE, muscle.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{muscle.name}, {group.clinical_name}")
            self.insertItem(row + number, item)
            self._muscles[muscle.id] = item

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row the pointer is on."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the names to the new width."""
        super().resizeEvent(event)
        self._delegate.set_width(self.viewport().width())
        self.scheduleDelayedItemsLayout()

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_item_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        """Follow the arrow keys."""
        if item is not None and self.hasFocus():
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        group, muscle = item.data(ID_ROLE), item.data(MUSCLE_ROLE)
        if isinstance(muscle, str):
            self.muscle_chosen.emit(group, muscle)
        elif isinstance(group, str):
            self.group_chosen.emit(group)
