"""Puts settings that were just saved to use in a window that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from consult_app.consultation import Consultation
from consult_app.gui.desktop_hints import wants_no_motion
from consult_app.gui.theme import TEXT_SIZES
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from consult_app.gui.main_window import MainWindow
    from consult_app.settings.record import Settings


def use_settings(window: MainWindow, settings: Settings) -> None:
    """Change what differs from the settings so far; what a person chose meanwhile stays."""
    before, pane, model = window.content.settings, window.pane, window.model
    window.use(window.content.with_settings(settings))
    _use_looks(window, before, settings)
    if any(getattr(before, name) != getattr(settings, name) for name in ("shows_labels", "skin", "is_still")):
        pane.figure.set_options(pane.chosen_options(is_still=wants_no_motion()))
        pane.show_commands.changed.emit()
    if settings.is_mirrored != before.is_mirrored:
        model.start_with(Consultation(is_mirrored=settings.is_mirrored))
        if model.now.is_mirrored != settings.is_mirrored:
            model.mirror()


def _use_looks(window: MainWindow, before: Settings, settings: Settings) -> None:
    if settings.theme != before.theme:
        from consult_app.gui.application import desktop_theme

        application = QApplication.instance()
        name = settings.theme
        if name is None and isinstance(application, QApplication):
            name = desktop_theme(application)
        try:
            window.set_theme(name or window.theme.name)
        except UserFacingError as error:
            window.tell(str(error))
    if settings.text_size != before.text_size:
        window.set_text_size(settings.text_size or TEXT_SIZES[0])
