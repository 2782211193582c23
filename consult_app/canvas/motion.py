"""The clock of all motion on the figure: it runs while something moves and at no other time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from consult_app.canvas.turning import duration_ms, eased, turn

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME_MS = 16
FADE_MS = 190.0


class Motion(QObject):
    """Moves a number from one value to another, easing to rest.

    Signals:
        moved: the value is another one.
        rested: the value has reached its target.
    """

    moved = Signal()
    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.value = 0.0
        self._start = self._way = 0.0
        self._duration = 1.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_running(self) -> bool:
        """Whether the value is on its way."""
        return self._timer.isActive()

    def turn_from(self, angle: float, target: float) -> None:
        """Go the shortest way round from an angle to another, both in degrees."""
        way = turn(angle, target)
        self._run(angle, way, duration_ms(way))

    def fade(self) -> None:
        """Go from 0 to 1."""
        self._run(0.0, 1.0, FADE_MS)

    def _run(self, start: float, way: float, duration: float) -> None:
        self._start, self._way, self._duration = start, way, duration
        self.value = start
        self._clock.start()
        self._timer.start()
        self.moved.emit()

    def stop(self) -> None:
        """Stand still where the value is."""
        self._timer.stop()

    def advance(self, elapsed_ms: float) -> None:
        """Take the value of a time after the start."""
        share = elapsed_ms / self._duration
        self.value = self._start + self._way * eased(share)
        if share >= 1:
            self._timer.stop()
            self.rested.emit()
        else:
            self.moved.emit()

    @Slot()
    def _on_timeout(self) -> None:
        self.advance(self._clock.elapsed())


class Idle(QObject):
    """Does small pieces of work, one by one, when nothing else has happened for a while."""

    def __init__(self, parent: QObject, delay_ms: int) -> None:
        super().__init__(parent)
        self._jobs: list[Callable[[], object]] = []
        self._delay_ms = delay_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_waiting(self) -> bool:
        """Whether there is work left."""
        return self._timer.isActive()

    def put(self, jobs: list[Callable[[], object]]) -> None:
        """Do these instead of what was to be done, after a while of rest."""
        self._jobs = jobs[::-1]
        self.wait()

    def wait(self) -> None:
        """Begin the while of rest anew: something has happened."""
        self._timer.stop()
        if self._jobs:
            self._timer.start(self._delay_ms)

    @Slot()
    def _on_timeout(self) -> None:
        job = self._jobs.pop()
        job()
        if self._jobs:
            self._timer.start(BETWEEN_MS)


BETWEEN_MS = 4
"""Time between two pieces of work: whatever a person does comes first."""
