"""The next patient comes in: nothing of the one before is left in memory or on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.main_window import MainWindow


def wipe(window: MainWindow, model: ConsultationModel) -> None:
    """Forget the consultation, and all that the window's parts remember of it.

    What belongs to the room stays: theme, text size, whether the list is open, how the figure is drawn.
    The skin tone was chosen for a person, and goes.
    """
    clipboard = QGuiApplication.clipboard()
    # Notes that were copied, or only marked; what another program put there is not ours to take.
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    window.search.forget()
    window.figure.fit()
    window.pane.show_commands.set_skin(0)
    model.forget()
    # The page is written anew even where it is the same one: parts of it may be open, or scrolled away.
    window.panel.forget()
    window.panel.show_consultation(model.now, is_visible=True)
    window.group_list.scrollToTop()
    window.setFocus()
