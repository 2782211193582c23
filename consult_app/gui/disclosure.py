"""A part of a page that opens and shuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.gui.buttons import Button
from consult_app.gui.layout import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from consult_app.gui.theme import Theme


class Disclosure(Column):
    """A button and, when it is open, what ``build`` returns; built when first opened.

    ``states`` are the words for open and shut that a screen reader says.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        states: tuple[str, str],
        build: Callable[[], QWidget],
        relayout: Callable[[], None],
    ) -> None:
        super().__init__()
        self._theme, self._states, self._build, self._relayout = theme, states, build, relayout
        self.text = text
        self._content: QWidget | None = None
        self._button = Button(theme, text, "bar", icon="shut")
        self._button.clicked.connect(self.toggle)
        self._button.setAccessibleDescription(states[1])
        self.add(self._button)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._content is not None and not self._content.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Open or shut."""
        if self._content is None:
            self._content = self._build()
            self.add(self._content, self._theme.gap(14))
            self._content.show()
        else:
            self._content.setVisible(not self.is_open)
        self._button.set_icon("open" if self.is_open else "shut")
        self._button.setAccessibleDescription(self._states[0 if self.is_open else 1])
        self._relayout()
