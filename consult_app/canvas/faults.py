"""Plates that cannot be shown, and the one sentence that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtCore import Slot as QtSlot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas.storage import AtlasFault
    from consult_app.canvas.stage import Slot


class Faults(QObject):
    """Remembers which plates are unreadable.

    Signals:
        found: carries a sentence, once control is back at the event loop.
    """

    found = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sentence = ""
        self._unreadable: set[str] = set()

    def note(self, slots: Sequence[Slot], fault: AtlasFault) -> None:
        """Remember that the plates on show cannot be used."""
        self._unreadable.update(slot.plate.id for slot in slots)
        self.sentence = str(fault)
        QTimer.singleShot(0, self._tell)

    def spare(self, slots: Sequence[Slot]) -> bool:
        """Return whether none of some plates is known to be unreadable."""
        return not any(slot.plate.id in self._unreadable for slot in slots)

    @QtSlot()
    def _tell(self) -> None:
        self.found.emit(self.sentence)
