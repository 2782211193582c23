"""What the window's buttons and keys do: search, list, looks, steps back, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from consult_app.gui.theme import TEXT_SIZES
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.main_window import MainWindow


THEMES = ("light", "dark", "contrast")


class WindowCommands(QObject):
    """One slot per action that concerns the window as a whole."""

    def __init__(self, window: MainWindow, model: ConsultationModel) -> None:
        super().__init__(window)
        self._window, self._model = window, model

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id."""
        return {
            "list.toggle": self.toggle_list,
            "show.menu": self.toggle_show_menu,
            "search.focus": self.focus_search,
            "theme.toggle": self.toggle_theme,
            "text.larger": self.enlarge_text,
            "text.smaller": self.shrink_text,
            "selection.clear": self.start_again,
            "history.back": self._model.undo,
            "history.forward": self._model.redo,
            "help.keys": self.show_keys,
            "help.about": self.show_about,
        }

    @Slot()
    def toggle_list(self) -> None:
        """Open or shut the list of muscle groups."""
        self._window.toggle_list()

    @Slot()
    def toggle_show_menu(self) -> None:
        """Open or shut the choices about how the figure is shown."""
        self._window.toggle_show_menu()

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field."""
        self._window.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.search.selectAll()

    @Slot()
    def toggle_theme(self) -> None:
        """Take the next of the themes: light, dark, high contrast."""
        now = self._window.theme.name
        place = THEMES.index(now) if now in THEMES else -1
        try:
            self._window.set_theme(THEMES[(place + 1) % len(THEMES)])
        except UserFacingError as error:
            self._window.tell(str(error))

    @Slot()
    def enlarge_text(self) -> None:
        """Show text one size larger."""
        now = self._window.theme.text_size
        self._window.set_text_size(min((size for size in TEXT_SIZES if size > now), default=now))

    @Slot()
    def shrink_text(self) -> None:
        """Show text one size smaller."""
        now = self._window.theme.text_size
        self._window.set_text_size(max((size for size in TEXT_SIZES if size < now), default=now))

    @Slot()
    def start_again(self) -> None:
        """Choose nothing and show the whole figure."""
        self._window.chooser.dismiss()
        self._window.figure.fit()
        self._model.clear()
        if self._model.now.part != "body":
            self._model.look_at("body")

    @Slot()
    def show_keys(self) -> None:
        """Show the sheet of keys."""
        self._window.show_keys()

    @Slot()
    def show_about(self) -> None:
        """Show version, licences and credits."""
        self._window.show_about()
