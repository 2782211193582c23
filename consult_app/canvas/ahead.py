"""Loads ahead what will probably be looked at next, in small pieces, while nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas.motion import Idle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject

    from consult_app.canvas.figure_painter import FigurePainter
    from consult_app.canvas.stage import Slot

REST_MS = 220
"""The figure has been left alone for this long before anything is loaded."""


class Ahead(Idle):
    """Work for idle times; a file that cannot be read is told of when its plate is looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, REST_MS)

    def load(self, jobs: Iterable[Callable[[], object]]) -> None:
        """Do this work, and nothing that was planned before."""
        self.put([_Guarded(job) for job in jobs])


class Sharpening:
    """Painting the picture of one plate as it will stand in a slot."""

    def __init__(self, look: FigurePainter, slot: Slot, ratio: float) -> None:
        self._look, self._slot, self._ratio = look, slot, ratio

    def __call__(self) -> None:
        """Paint it."""
        self._look.prepare(self._slot, self._ratio)


class _Guarded:
    def __init__(self, job: Callable[[], object]) -> None:
        self._job = job

    def __call__(self) -> None:
        try:
            self._job()
        except AtlasFault:
            return
