"""One invisible button per visible region, so that screen readers and keys reach what a tap reaches."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractButton, QWidget

NOWHERE = QRegion(-2, -2, 1, 1)


class RegionButton(QAbstractButton):
    """Stands over one region of one plate; the figure draws it, this speaks and takes keys.

    Signals:
        focus_changed: it has gained or lost the keyboard focus.
        step_requested: an arrow key asks for the neighbour in direction (dx, dy).
    """

    focus_changed = Signal()
    step_requested = Signal(int, int)

    def __init__(self, parent: QWidget, slot: int, region_id: str) -> None:
        super().__init__(parent)
        self.slot = slot
        self.region_id = region_id
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_place(self, name: str, description: str, box: QRect) -> None:
        """Name the button and lay it over its region (box in the figure's logical pixels)."""
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        if self.accessibleDescription() != description:
            self.setAccessibleDescription(description)
        if self.geometry() != box:
            self.setGeometry(box)
            # Nothing is painted here: a mask beside the button spares the repaint of all buttons.
            self.setMask(NOWHERE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the figure draws regions and focus ring."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the figure to draw the ring."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the figure to take the ring away."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window, where they turn the body."""
        is_override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_override and _arrow(cast("QKeyEvent", event)) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to the neighbour, Enter presses like Space does."""
        arrow = _arrow(event)
        if arrow is not None:
            self.step_requested.emit(*arrow)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _arrow(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the direction of an arrow key that is pressed alone."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    # Looked up here: PySide builds the five hundred members of Qt.Key when they are first touched.
    directions = {
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Up: (0, -1),
        Qt.Key.Key_Down: (0, 1),
    }
    return directions.get(Qt.Key(event.key()))
