"""The set of region buttons over a figure: made, placed, named, and walked with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from consult_app.canvas.region_button import RegionButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from consult_app.atlas.model import Region
    from consult_app.canvas.marks import FigureWords
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot as PlateSlot

Key = tuple[int, str]
"""The number of a slot and the id of a region in it."""


class RegionButtons(QObject):
    """Keeps one button per visible region of every plate; one of them can be reached with Tab.

    Signals:
        activated: a button was pressed, by key or by a screen reader; carries the region id.
        focus_moved: the focus ring has to be drawn anew.
    """

    activated = Signal(str)
    focus_moved = Signal()

    def __init__(self, figure: QWidget, art: PlateArt) -> None:
        super().__init__(figure)
        self._figure = figure
        self._art = art
        self._buttons: dict[Key, RegionButton] = {}
        self._tab_stop: Key | None = None

    def place(self, slots: Sequence[PlateSlot], words: FigureWords) -> None:
        """Make, name and lay out the buttons for the plates as they stand."""
        wanted = {
            (number, region.id): (slot, region)
            for number, slot in enumerate(slots)
            for region in sorted(slot.plate.regions, key=lambda r: self._top(slot, r))
        }
        focused = self.focused()
        for key in [key for key in self._buttons if key not in wanted]:
            self._drop(key)
        for key, (slot, region) in wanted.items():
            self._place_one(key, slot, region, words)
        # In the order in which they are read: a button that stays keeps its place among the new ones.
        self._buttons = {key: self._buttons[key] for key in wanted}
        if self._tab_stop not in self._buttons:
            self._set_tab_stop(next(iter(self._buttons), None))
        if focused is not None and focused not in self._buttons:
            self._refocus(focused[1])

    def _refocus(self, region_id: str) -> None:
        """Keep the focus on the figure when its button has gone: on the same region, or where Tab leads."""
        same = next((key for key in self._buttons if key[1] == region_id), self._tab_stop)
        if same in self._buttons:
            self._buttons[same].setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> Key | None:
        """Return the slot number and region id of the button with the keyboard focus."""
        button = QApplication.focusWidget()
        if not isinstance(button, RegionButton):
            return None
        key = (button.slot, button.region_id)
        return key if self._buttons.get(key) is button else None

    def focus_region(self, region_id: str) -> None:
        """Give a region the keyboard focus, on the first plate that shows it."""
        for key, button in self._buttons.items():
            if key[1] == region_id:
                self._set_tab_stop(key)
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def prefer(self, region_id: str) -> None:
        """Let Tab reach this region first from now on."""
        for key in self._buttons:
            if key[1] == region_id:
                self._set_tab_stop(key)
                return

    def buttons(self) -> list[RegionButton]:
        """Return all buttons, head to foot, plate by plate."""
        return list(self._buttons.values())

    def _top(self, slot: PlateSlot, region: Region) -> float:
        return self._art.region_path(slot.plate, region.id).boundingRect().top()

    def _place_one(self, key: Key, slot: PlateSlot, region: Region, words: FigureWords) -> None:
        if key not in self._buttons:
            button = RegionButton(self._figure, key[0], region.id)
            button.clicked.connect(self._on_button_clicked)
            button.focus_changed.connect(self._on_button_focus_changed)
            button.step_requested.connect(self._on_button_step_requested)
            self._buttons[key] = button
            button.show()
        box = slot.transform().mapRect(self._art.region_path(slot.plate, region.id).boundingRect())
        name = words.name_of(region.id)
        view = words.view_of(slot.plate)
        self._buttons[key].set_place(name, view, box.toAlignedRect())

    def _drop(self, key: Key) -> None:
        button = self._buttons.pop(key)
        button.blockSignals(True)  # noqa: FBT003
        button.hide()
        button.deleteLater()

    def _set_tab_stop(self, key: Key | None) -> None:
        if self._tab_stop in self._buttons:
            self._buttons[self._tab_stop].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._tab_stop = key
        if key in self._buttons:
            self._buttons[key].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RegionButton):
            self.activated.emit(button.region_id)

    @Slot()
    def _on_button_focus_changed(self) -> None:
        key = self.focused()
        if key is not None:
            self._set_tab_stop(key)
        self.focus_moved.emit()

    @Slot(int, int)
    def _on_button_step_requested(self, dx: int, dy: int) -> None:
        start = self.focused()
        key = self.neighbour(start, dx, dy) if start is not None else None
        if key is not None:
            self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def neighbour(self, start: Key, dx: int, dy: int) -> Key | None:
        """Return where an arrow key leads.

        Up and down walk one side of one body from head to foot, so that nothing is left out; left and
        right go to the nearest region there, on the other side or on the other body.
        """
        if dy:
            side = start[1].rpartition(":")[2]
            column = [key for key in self._buttons if key[0] == start[0] and key[1].endswith(f":{side}")]
            column.sort(key=lambda key: (self._middle(key).y(), key))
            place = column.index(start) + dy
            return column[place] if 0 <= place < len(column) else None
        ahead = [key for key in self._buttons if (self._middle(key).x() - self._middle(start).x()) * dx > 1]
        return min(ahead, key=lambda key: self._effort(start, key), default=None)

    def _effort(self, start: Key, key: Key) -> float:
        """Return how far a region lies sideways, a step up or down counting three times."""
        away = self._middle(key) - self._middle(start)
        return abs(away.x()) + 3 * abs(away.y())

    def _middle(self, key: Key) -> QPointF:
        return QPointF(self._buttons[key].geometry().center())
