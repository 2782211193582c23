"""Buttons at the figure that lead to close-ups and back to the whole body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from consult_app.gui.toolbars import ActionButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from consult_app.gui.theme import Theme

GAP = 6
MOST_SHARE = 0.34
"""Share of a figure's width that the stack may take in a close-up."""


class CloseUps(QWidget):
    """The way back to the whole body and one button per part that can be seen from near, in a stack."""

    def __init__(self, figure: QWidget, theme: Theme, name: str, actions: Sequence[QAction]) -> None:
        super().__init__(figure)
        self.setAccessibleName(name)
        self._buttons = [ActionButton(theme, action, "chip") for action in actions]
        for button in self._buttons:
            button.setParent(self)
        self.setVisible(bool(self._buttons))

    @property
    def has_buttons(self) -> bool:
        """Whether there are any close-ups."""
        return bool(self._buttons)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        for button in self._buttons:
            button.set_theme(theme)

    def arrange(self, room: int, *, is_close: bool) -> None:
        """Stack the buttons, all as wide as the widest; the way back is there only in a close-up.

        In a figure that is only ``room`` pixels wide, a close-up would hide behind all of them: there the
        way back stands alone.
        """
        width = max((button.sizeHint().width() for button in self._buttons), default=0)
        is_narrow = width > MOST_SHARE * room
        shown = self._buttons[: 1 if is_narrow else None] if is_close else self._buttons[1:]
        y = 0
        for button in self._buttons:
            button.setVisible(button in shown)
        for button in shown:
            height = button.sizeHint().height()
            button.setGeometry(0, y, width, height)
            y += height + GAP
        self.resize(width, max(0, y - GAP))
