"""Ends a process at its first complete frame. Run in a process of its own.

Nothing of Qt is imported before the program does: the order of imports is part of what is measured.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_HIGH_PRIORITY = 1
"""``Qt.EventPriority.HighEventPriority``: looking it up would bring all names of Qt into the bare window."""


def program(stay_ms: int = 0) -> None:
    """Let the program's window end the process; to be called before the program is run.

    ``stay_ms`` milliseconds lie between the first frame and the end.
    """
    gc.disable()  # as the command line does before it imports the window
    from consult_app.gui import application

    make = application.make_window

    def make_and_watch(*given: Any, **named: Any) -> Any:  # noqa: ANN401 -- whatever the program hands over
        window = make(*given, **named)
        _end_when_painted(window.figure, stay_ms)
        return window

    application.make_window = make_and_watch


def bare_window() -> None:
    """Show a window of one label, as large as the program's."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(["bare"])
    label = QLabel("A bare window")
    _end_when_painted(label, 0)
    label.showMaximized()
    application.exec()


def _end_when_painted(widget: QWidget, stay_ms: int) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    class Watch(QObject):
        """Posts itself a message while the frame is painted; it arrives when all of that is done."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                done = QEvent(QEvent.Type.User)
                QCoreApplication.postEvent(self, done, _HIGH_PRIORITY)
            return False

        def customEvent(self, event: QEvent) -> None:
            if stay_ms:
                QTimer.singleShot(stay_ms, QCoreApplication.quit)
            else:
                os._exit(0)

    widget.installEventFilter(Watch(widget))
