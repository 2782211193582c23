"""Probe: how memory grows over very many random taps, with Qt's own event loop at work as ever."""

from __future__ import annotations

import gc
import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QTimer

from consult_app.bench.memory import anonymous
from consult_app.bench.scene import open_label, open_window, press, release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

SIZE = (1366, 768)
"""Logical pixels: the smallest usual window, where a tap costs least time."""
SEED = 11
MOST_WARM = 10_000
"""So many taps, or half of all, fill the caches that have an upper bound; memory is counted from then on."""
REST_MS = 1000


def growth(resources: str, taps: int) -> float | None:
    """Tap on random points of the figure; report the growth in MiB, None where memory is not told."""
    scene = open_window(resources, SIZE)

    def begin_again() -> None:
        scene.model.clear()
        scene.model.turn_to(0)

    return _growth(scene.window.figure, taps, begin_again)


def growth_bare(taps: int) -> float | None:
    """Report the same of a bare window."""
    _application, label = open_label()
    return _growth(label, taps, label.update)


def _growth(widget: QWidget, taps: int, begin_again: Callable[[], None]) -> float | None:
    """Tap, and read the memory twice, each time in the same state at rest."""
    readings: list[float | None] = []
    steps = _steps(widget, taps, begin_again, readings)

    def go_on() -> None:
        pause = next(steps, None)
        if pause is None:
            QCoreApplication.quit()
        else:
            QTimer.singleShot(pause, go_on)

    QTimer.singleShot(REST_MS, go_on)
    QCoreApplication.exec()
    before, after = readings
    return None if before is None or after is None else after - before


def _steps(
    widget: QWidget, taps: int, begin_again: Callable[[], None], readings: list[float | None]
) -> Iterator[int]:
    """Do one thing after the other; yield the milliseconds for which the event loop is to run between."""
    chance = random.Random(SEED)  # noqa: S311 -- the same taps in every run
    warm = min(MOST_WARM, taps // 2)
    for count in (warm, taps - warm):
        for _ in range(count):
            spot = QPoint(chance.randrange(widget.width()), chance.randrange(widget.height()))
            press(widget, spot)
            release(widget, spot)
            yield 0
        begin_again()
        yield REST_MS
        gc.collect()
        readings.append(anonymous())
