"""The bodies of a figure: standing still, turning, or melting from one layer or part into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtCore import Slot as QtSlot

from consult_app.atlas.storage import AtlasFault
from consult_app.canvas.ahead import Ahead, Sharpening
from consult_app.canvas.body_layer import BodyLayer
from consult_app.canvas.turner import Turner
from consult_app.canvas.turning import turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from consult_app.atlas.model import Plate
    from consult_app.canvas.figure_painter import FigurePainter, Highlight
    from consult_app.canvas.stage import Slot, Stage

SHARPEN_MS = 30
"""After a turn the soft picture stays so long before the sharp one is painted, where it is not at hand."""
SAME_PLACE = 0.5
"""Degrees within which a body already stands where it is to go."""


class MovingBodies(QObject):
    """Paints bodies and moves them.

    Signals:
        changed: they have to be painted anew.
        turned: turned by hand, the body will rest at an azimuth in degrees.
        angle_changed: the body stands at another angle, in degrees.
    """

    changed = Signal()
    turned = Signal(int)
    angle_changed = Signal(float)

    def __init__(self, parent: QObject, look: FigurePainter) -> None:
        super().__init__(parent)
        self._look = look
        self.still = BodyLayer(self, look)
        self.turner = Turner(self, look)
        self.is_motionless = False
        self._ahead = Ahead(self)
        self._soft: tuple[tuple[Slot, ...], float] | None = None
        self._sharpen = QTimer(self)
        self._sharpen.setSingleShot(True)
        self._sharpen.setInterval(SHARPEN_MS)
        self._sharpen.timeout.connect(self._on_sharpen)
        self.still.faded.connect(self.changed)
        self.turner.turned.connect(self.turned)
        self.turner.moved.connect(self._on_moved)
        self.turner.rested.connect(self._on_rested)

    @property
    def is_turning(self) -> bool:
        """Whether the body turns."""
        return self.turner.is_moving

    @property
    def is_moving(self) -> bool:
        """Whether anything moves."""
        return self.turner.is_moving or self.still.is_fading

    def stop(self) -> None:
        """Let what is on its way arrive at once."""
        self.turner.stop()
        self.still.end_fade()

    def arrive(self) -> None:
        """Let everything arrive, and be painted as sharp as it is."""
        self.stop()
        self._sharpen.stop()
        self._soft, self.turner.has_just_rested = None, False

    def disturb(self) -> None:
        """Put off what is loaded ahead: a person is doing something."""
        self._ahead.wait()

    def set_ring(self, plates: Sequence[Plate]) -> None:
        """Take the plates the body can turn to."""
        self.turner.set_ring(plates)

    def leave(self, slots: Sequence[Slot], target: Plate, room: QRect, ratio: float) -> None:
        """Begin the way from the bodies on show to a plate that is to be the main one."""
        if self.is_motionless or not slots or room.isEmpty():
            return
        main = slots[0].plate
        angle = self.turner.angle if self.turner.is_moving else float(main.azimuth)
        is_same_picture = (main.layer, main.part) == (target.layer, target.part)
        if not is_same_picture and self._are_ready(slots, ratio):
            self.still.fade_from(room, slots, ratio)
        has_to_turn = abs(turn(angle, target.azimuth)) > SAME_PLACE and main.part == target.part
        is_on_its_way = self.turner.target == target.azimuth
        if has_to_turn and not is_on_its_way:
            self.turner.go(angle, target.azimuth)
        elif self.turner.is_moving and not is_on_its_way:
            self.turner.stop()  # it had hardly left, or another part comes: nobody wants it there any more

    def _are_ready(self, slots: Sequence[Slot], ratio: float) -> bool:
        return all(self._look.is_ready(slot, ratio) for slot in slots)

    # Painting

    def prepare(self, stage: Stage, slots: Sequence[Slot], ratio: float) -> None:
        """Read what painting needs, before a painter is at work.

        Raises:
            AtlasFault: a file of a plate is missing or damaged.
        """
        if self.turner.is_moving:
            self.turner.prepare(stage, ratio)
            return
        if self._is_soft(slots, ratio):
            self.turner.prepare(stage, ratio)
            return
        for slot in slots:
            self._look.prepare(slot, ratio)

    def paint(
        self,
        painter: QPainter,
        room: QRect,
        stage: Stage,
        slots: Sequence[Slot],
        ratio: float,
        lit: Highlight,
    ) -> None:
        """Paint ground and bodies as they are at this moment."""
        if self.turner.is_moving or self._is_soft(slots, ratio):
            self.still.paint_ground(painter, room)
            self.turner.paint(painter, stage, ratio, lit)
        else:
            self.still.paint(painter, room, slots, ratio)
        self.still.paint_old(painter)

    def seen(self, stage: Stage, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        """Return the plates that are seen at this moment."""
        return self.turner.stages(stage)[-1][0] if self.turner.is_moving else slots

    def _is_soft(self, slots: Sequence[Slot], ratio: float) -> bool:
        """Return whether the picture of a turn stays until the sharp one has been painted."""
        return self._soft is not None and self._soft == (tuple(slots), ratio)

    @property
    def is_soft(self) -> bool:
        """Whether the last picture of a turn is still on show."""
        return self._soft is not None

    def rest_in(self, slots: tuple[Slot, ...], ratio: float) -> None:
        """Show a turn's last picture until there is time to paint the plate it has come to."""
        if self.turner.has_just_rested and not self._are_ready(slots, ratio):
            self._soft = (slots, ratio)
            self._sharpen.start()
        self.turner.has_just_rested = False

    @QtSlot()
    def _on_sharpen(self) -> None:
        if self._soft is not None:
            slots, ratio = self._soft
            try:
                for slot in slots:
                    self._look.prepare(slot, ratio)
            except AtlasFault:
                pass  # told of when it is painted, as any other
            self._soft = None
            self.changed.emit()

    @QtSlot()
    def _on_moved(self) -> None:
        self.angle_changed.emit(self.turner.angle)
        self.changed.emit()

    @QtSlot()
    def _on_rested(self) -> None:
        self.still.forget()
        self.angle_changed.emit(self.turner.angle)
        self.changed.emit()

    # Ahead

    def load_ahead(self, stage: Stage, slots: Sequence[Slot], ratio: float) -> None:
        """Load, when there is nothing else to do, what the next turn will show."""
        if not slots or not self.turner.can_turn:
            return
        azimuth = slots[0].plate.azimuth
        small = self.turner.loading(stage, azimuth, ratio)
        near = [self.turner.pair(plate.azimuth, stage) for plate in self.turner.neighbours(azimuth, 1)]
        sharp = [
            Sharpening(self._look, slot, ratio)
            for pair in near
            for slot in pair
            if not self._look.is_ready(slot, ratio)
        ]
        self._ahead.load([*small[:4], *sharp, *small[4:]])
