"""Waits for frames and takes their time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

MS = 1000
AT_REST_MS = 60.0
"""Without a frame for this long, a movement has come to rest."""
_LONGEST = 2.0
_NAP = 0.0003


class Frames(QObject):
    """Counts the frames of a widget. All of a window is painted together, so one widget stands for it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self._ended = 0.0
        self._window = widget.window()
        self._is_painting = False
        widget.installEventFilter(self)
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what is painted, and note when the window has painted all of it."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        elif event.type() == QEvent.Type.UpdateRequest and not self._is_painting:
            self._is_painting, before = True, self.count
            self._window.event(event)
            self._is_painting = False
            if self.count > before:
                self._ended = time.perf_counter()
            return True
        return False

    def time_to_frame(self, act: Callable[[], object]) -> float | None:
        """Return the milliseconds from an act to the end of the next frame; None when none comes."""
        self._ended, begin = 0.0, time.perf_counter()
        act()
        while not self._ended:
            if time.perf_counter() - begin > _LONGEST:
                return None
            pump()
        return MS * (self._ended - begin)

    def work_of_frames(self, act: Callable[[], object], rest_ms: float = AT_REST_MS) -> list[float]:
        """Return, for each frame until rest, the milliseconds that this thread was at work for it.

        The first begins with the act itself. Waiting is no work: not for Qt's timers, not for the screen.
        """
        found: list[float] = []
        begin, before = time.perf_counter(), self.count
        act()
        work, idle = MS * (time.perf_counter() - begin), 0.0
        while idle < rest_ms:
            begin = time.perf_counter()
            pump()
            work += MS * (time.perf_counter() - begin)
            if self.count > before:
                found.append(work)
                before, work, idle = self.count, 0.0, 0.0
            else:
                begin = time.perf_counter()
                time.sleep(_NAP)
                idle += MS * (time.perf_counter() - begin)
        return found


def pump() -> None:
    """Let Qt do what there is to do. What is to be deleted waits for a running event loop, if not told."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(seconds: float = 0.2) -> None:
    """Let the window come to rest: movements end, and what it does after them is done."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pump()
        time.sleep(_NAP)
