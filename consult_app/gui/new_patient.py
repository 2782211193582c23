"""The next patient comes in: nothing of the one before is left in memory or on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.main_window import MainWindow


def wipe(window: MainWindow, model: ConsultationModel) -> None:
    """Forget the consultation, and all that the window's parts remember of it.

    What belongs to the room stays: theme, text size, whether the list is open, how the figure is drawn.
    The skin tone was chosen for a person, and goes.
    """
    _wipe_clipboard((*model.written, window.search.text()))
    window.search.forget()
    window.figure.fit()
    if window.pane.drawing.is_open:
        window.pane.drawing.toggle_strip()
    window.pane.show_commands.set_skin(0)
    model.forget()
    # The page is written anew even where it is the same one: parts of it may be open, or scrolled away.
    window.panel.forget()
    window.panel.show_consultation(model.now, is_visible=True)
    window.group_list.scrollToTop()
    window.setFocus()


def _wipe_clipboard(written: Iterable[str]) -> None:
    """Take back what was copied here, or only marked; what another program put there is not ours to take.

    Not every platform tells who it belongs to: what stands in one of our own texts is ours as well.
    """
    clipboard = QGuiApplication.clipboard()
    texts = tuple(written)
    modes = [(QClipboard.Mode.Clipboard, clipboard.ownsClipboard())]
    if clipboard.supportsSelection():
        modes.append((QClipboard.Mode.Selection, clipboard.ownsSelection()))
    for mode, is_owned in modes:
        found = clipboard.text(mode)
        if is_owned or (found and any(found in text for text in texts)):
            clipboard.clear(mode)
