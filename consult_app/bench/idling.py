"""Probe: what a still window costs. The event loop runs, and nothing happens."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from consult_app.bench.scene import open_label, open_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SETTLE_MS = 5000
"""What a window puts off until there is time is done by then."""

Report = dict[str, float | int | None]


class _Counts(NamedTuple):
    """Seconds of the processor, and how often threads of this process went to sleep, so far."""

    seconds: float
    sleeps: int | None


def idle(resources: str, seconds: int) -> Report:
    """Report processor time in percent of one core, and wake-ups, of our window."""
    return _rest(open_window(resources).application, seconds)


def idle_bare(seconds: int) -> Report:
    """Report the same of a bare window."""
    application, _label = open_label()
    return _rest(application, seconds)


def _rest(application: QApplication, seconds: int) -> Report:
    counts: list[_Counts] = []

    def begin() -> None:
        counts.append(_counts())
        QTimer.singleShot(1000 * seconds, end)

    def end() -> None:
        counts.append(_counts())
        application.quit()

    QTimer.singleShot(SETTLE_MS, begin)
    application.exec()
    before, after = counts
    slept = None
    if before.sleeps is not None and after.sleeps is not None:
        slept = after.sleeps - before.sleeps - 1  # one for the end of the measurement itself
    return {"percent": 100 * (after.seconds - before.seconds) / seconds, "wake_ups": slept}


def _counts() -> _Counts:
    if sys.platform == "win32":
        return _Counts(time.process_time(), None)
    import resource

    return _Counts(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw)
