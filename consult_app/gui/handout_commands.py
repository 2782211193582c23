"""What the keys for the sheet to take home do; the sheet and its page are built when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.handout_page import HandoutPage
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.window_content import WindowContent


class HandoutCommands(QObject):
    """Opens the page of the hand-out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._page: HandoutPage | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id."""
        return {"handout.show": self.show, "handout.save": self.save}

    @property
    def content(self) -> WindowContent:
        """What the window is made from, with the settings of now."""
        return self.window.content

    @property
    def model(self) -> ConsultationModel:
        """The consultation."""
        return self.window.model

    @property
    def page(self) -> HandoutPage | None:
        """The page of the hand-out, while it is open."""
        return self._page

    @Slot()
    def show(self) -> None:
        """Show the sheet as it will be printed; where it is shown already, print it."""
        if self._page is not None:
            self._page.print_out()
            return
        self._open()

    @Slot()
    def save(self) -> None:
        """Save the sheet as a PDF file."""
        page = self._page or self._open()
        page.finish()
        page.save()

    def _open(self) -> HandoutPage:
        from consult_app.gui.handout_page import HandoutPage

        self._page = HandoutPage(self)
        self._page.shut.connect(self._on_shut)
        return self._page

    @Slot()
    def _on_shut(self) -> None:
        self._page = None
