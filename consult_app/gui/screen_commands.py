"""What the keys for the patient's own screen and for the settings do; the parts are built when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.second_screen import SecondScreen
    from consult_app.gui.settings_page import SettingsPage
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent

EDGE = 10
"""Logical pixels around the state of the patient's screen."""


class ScreenCommands(QObject):
    """One slot per action; marks the actions of the patient's screen with what is on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._second: SecondScreen | None = None
        self._settings: SettingsPage | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id; none where nobody may open these parts."""
        if not self._window.content.policy.may_arrange:
            return {}
        return {
            "second.toggle": self.toggle_second,
            "second.freeze": self.freeze_second,
            "second.blank": self.blank_second,
            "settings.show": self.toggle_settings,
        }

    @property
    def second(self) -> SecondScreen:
        """The patient's screen, whether it is on or not."""
        if self._second is None:
            from consult_app.gui.second_screen import SecondScreen

            self._second = SecondScreen(self._window)
            self._second.changed.connect(self.mark)
        return self._second

    def zones(self) -> tuple[QWidget, ...]:
        """Return what Tab walks of the patient's screen in the practitioner's window."""
        status = None if self._second is None else self._second.status
        return () if status is None else (status,)

    def make_room(self, figure: QRect) -> QRect:
        """Put the state of the patient's screen above the figure; return the room that is left for it."""
        status = None if self._second is None else self._second.status
        if status is None:
            return figure
        size = status.fit(figure.width() - 2 * EDGE)
        # At the right: the list of muscle groups may lie over the figure's left.
        status.move(figure.right() + 1 - EDGE - size.width(), figure.top() + EDGE)
        status.raise_()
        return figure.adjusted(0, size.height() + EDGE, 0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        if self._second is not None:
            self._second.set_theme(theme)

    def use(self, content: WindowContent) -> None:
        """Take other settings, and what they leave of the catalogue."""
        if self._second is not None:
            self._second.use(content)

    @Slot()
    def toggle_second(self) -> None:
        """Open or shut the patient's screen."""
        self.second.toggle()

    @Slot()
    def freeze_second(self) -> None:
        """Keep what the patient sees, or let it follow again."""
        self.second.freeze()

    @Slot()
    def blank_second(self) -> None:
        """Show the patient a calm empty page, or the consultation again."""
        self.second.blank()

    @Slot()
    def toggle_settings(self) -> None:
        """Open the settings, or leave them as they were."""
        if self._settings is not None:
            self._settings.dismiss()
            return
        from consult_app.gui.settings_page import SettingsPage

        self._settings = SettingsPage(self._window)
        self._settings.shut.connect(self._on_settings_shut)

    @Slot()
    def _on_settings_shut(self) -> None:
        self._settings = None

    @Slot()
    def mark(self) -> None:
        """Mark the actions of the patient's screen with its state."""
        second, actions = self._second, self._window.actions_by_id
        if "second.toggle" not in actions:
            return
        is_on = second is not None and second.is_on
        actions["second.toggle"].setChecked(is_on)
        for name, state in (("second.freeze", "frozen"), ("second.blank", "blank")):
            now = second.state if second is not None and is_on else ""
            actions[name].setEnabled(now in ("live", "frozen", state))
            actions[name].setChecked(now == state)
