"""Tells of faults in the settings, once the window stands: the rest of them is in use already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from consult_app.checking.report import line_of
from consult_app.content.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.gui.main_window import MainWindow
    from consult_app.problems import Problem

AFTER_MS = 300
"""Milliseconds after the first frame, in which the window gets ready for use."""


class SettingsFaults(QObject):
    """Waits for the window's first frame and tells of the faults then."""

    def __init__(self, window: MainWindow, problems: Sequence[Problem]) -> None:
        super().__init__(window)
        self._window = window
        words = Words(window.content.catalogue.words)
        lines = [line_of(problem) for problem in problems]
        self.text = "\n\n".join([words("ui.settings.faults"), *lines])
        window.figure.first_painted.connect(self._on_first_painted)

    @Slot()
    def _on_first_painted(self) -> None:
        QTimer.singleShot(AFTER_MS, self.tell)

    @Slot()
    def tell(self) -> None:
        """Tell of the faults."""
        self._window.tell(self.text)
