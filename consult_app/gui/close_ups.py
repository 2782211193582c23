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

    def arrange(self, *, is_close: bool) -> None:
        """Stack the buttons, all as wide as the widest; the way back is there only in a close-up."""
        for button in self._buttons[:1]:
            button.setVisible(is_close)
        width = max((button.sizeHint().width() for button in self._buttons), default=0)
        y = 0
        for button in self._buttons[0 if is_close else 1 :]:
            height = button.sizeHint().height()
            button.setGeometry(0, y, width, height)
            y += height + GAP
        self.resize(width, max(0, y - GAP))
