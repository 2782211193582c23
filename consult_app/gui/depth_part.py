"""The practitioner's part of a page: open on every page while the reading depth asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.gui.disclosure import Disclosure

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from consult_app.consultation import Depth
    from consult_app.gui.page_kit import PageKit


class DepthPart(Disclosure):
    """A part that opens and shuts, and takes the reading depth of the consultation along."""

    def __init__(self, kit: PageKit, text: str, build: Callable[[], QWidget]) -> None:
        states = (kit.words("ui.part.open"), kit.words("ui.part.shut"))
        super().__init__(kit.theme, text, states, build, kit.relayout)
        self._model = kit.model
        self.keeps_all = True

    @Slot()
    def toggle(self) -> None:
        """Open or shut, here and on the pages that follow."""
        super().toggle()
        depth: Depth = "practitioner" if self.is_open else "plain"
        self._model.step(self._model.now.read_at(depth))

    def follow(self, depth: Depth) -> None:
        """Open or shut as the reading depth says."""
        if self.is_open != (depth == "practitioner"):
            super().toggle()
