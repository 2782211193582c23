"""Turns the body: follows a finger, goes to a plate that is asked for, and paints it meanwhile.

While it moves, smaller pictures are drawn, each plate melting into the next; at rest the figure paints
the plate itself, as sharp as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from consult_app.canvas.motion import Motion
from consult_app.canvas.turning import Ring, blended, glided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from consult_app.atlas.model import Plate
    from consult_app.canvas.figure_painter import FigurePainter, Highlight
    from consult_app.canvas.moving_art import MovingArt
    from consult_app.canvas.stage import Slot as PlateSlot
    from consult_app.canvas.stage import Stage

HALF_TURN_SHARE = 0.7
"""Share of the shorter side of the figure that a finger has to go for half a turn."""
LEAST_BLEND = 0.02


class Turner(QObject):
    """The turning body of one figure.

    Signals:
        turned: the body, let go by a finger, will rest at an azimuth in degrees.
        moved: the body has to be painted anew.
        rested: the body stands still.
    """

    turned = Signal(int)
    moved = Signal()
    rested = Signal()

    def __init__(self, parent: QObject, look: FigurePainter) -> None:
        super().__init__(parent)
        self._look = look
        self._art: MovingArt | None = None
        self.is_stepwise = False
        self.has_just_rested = False
        self.target: int | None = None
        self._plates: dict[int, Plate] = {}
        self._ring = Ring(())
        self._motion = Motion(self)
        self._held: float | None = None
        self._clock = QElapsedTimer()
        self._speed = 0.0
        self._motion.moved.connect(self.moved)
        self._motion.rested.connect(self._on_rested)

    @property
    def art(self) -> MovingArt:
        """The small pictures that are seen in motion; the first frame has none."""
        from consult_app.canvas.moving_art import MovingArt

        if self._art is None:
            self._art = MovingArt(self._look.art.folder)
        return self._art

    def set_ring(self, plates: Sequence[Plate]) -> None:
        """Take the plates the body can turn to: of one part, in one layer."""
        self._plates = {plate.azimuth: plate for plate in plates}
        self._ring = Ring.of(self._plates)

    @property
    def can_turn(self) -> bool:
        """Whether there is more than one azimuth."""
        return len(self._plates) > 1

    @property
    def is_moving(self) -> bool:
        """Whether the body is held by a finger or on its way."""
        return self._held is not None or self._motion.is_running

    @property
    def is_held(self) -> bool:
        """Whether a finger turns the body."""
        return self._held is not None

    @property
    def angle(self) -> float:
        """Where the body stands, in degrees, while it moves."""
        return self._motion.value if self._held is None else self._held

    def neighbours(self, azimuth: float, reach: int) -> list[Plate]:
        """Return the plates around an azimuth, the nearest first, up to ``reach`` places away."""
        if not self._plates:
            return []
        steps = [step for away in range(1, reach + 1) for step in (away, -away)]
        found = [self._ring.step(azimuth, step) for step in steps]
        return [self._plates[place] for place in dict.fromkeys(found)]

    # Motion

    def go(self, start: float, target: int) -> None:
        """Turn from an angle to a plate."""
        self._held = None
        self.target = target
        self._motion.turn_from(start, target)

    def step(self, angle: float, by: int) -> int | None:
        """Return the azimuth a number of places further round; None where the body cannot turn."""
        return self._ring.step(angle, by) if self.can_turn else None

    def hold(self, angle: float) -> None:
        """Let a finger take the body, which stands at an angle."""
        self._motion.stop()
        self._held, self._speed = angle, 0.0
        self._clock.start()

    def drag(self, by: float, extent: float) -> None:
        """Follow the finger: ``by`` logical pixels on a figure ``extent`` pixels large."""
        if self._held is None:
            return
        degrees = by * 180 / max(1.0, HALF_TURN_SHARE * extent)
        elapsed = max(1, self._clock.restart()) / 1000
        self._speed = 0.6 * self._speed + 0.4 * degrees / elapsed
        self._held += degrees
        self.moved.emit()

    def release(self) -> None:
        """Let the body go: it comes to rest on a plate."""
        if self._held is None:
            return
        angle, self._held = self._held, None
        may_glide = not self.is_stepwise and self._clock.elapsed() <= STILL_MS
        self.target = self._ring.nearest(glided(angle, self._speed) if may_glide else angle)
        if self.is_stepwise:
            self._motion.value = float(self.target)
            self.turned.emit(self.target)
            self._on_rested()
        else:
            self._motion.turn_from(angle, self.target)
            self.turned.emit(self.target)

    def stop(self) -> None:
        """Stand at the plate that was on its way; a finger has let go."""
        self._held = None
        if self._motion.is_running:
            self._motion.stop()
            if self.target is not None:
                self._motion.value = float(self.target)
            self._on_rested()

    @Slot()
    def _on_rested(self) -> None:
        self.has_just_rested = True
        self.target = None
        self.rested.emit()

    # Painting

    def pair(self, azimuth: int, stage: Stage) -> tuple[PlateSlot, ...]:
        """Return the plates of an azimuth in place, with the opposite one where two are shown."""
        opposite = self._plates[self._ring.nearest(azimuth + 180)]
        plates = (self._plates[azimuth], opposite)[: len(stage.plates)]
        return stage._replace(plates=plates).slots()

    def stages(self, stage: Stage) -> list[tuple[tuple[PlateSlot, ...], float]]:
        """Return what is seen now: slots with how strongly they are seen, the strongest last."""
        before, after, share = self._ring.between(self.angle)
        strength = round(share) if self.is_stepwise else blended(share)
        parts = [(after, strength), (before, 1 - strength)]
        seen = sorted((part for part in parts if part[1] > LEAST_BLEND), key=lambda part: part[1])
        return [(self.pair(azimuth, stage), strong) for azimuth, strong in seen]

    def prepare(self, stage: Stage, ratio: float) -> None:
        """Read what painting this moment needs, before a painter is at work.

        Raises:
            AtlasFault: a file of a plate is missing or damaged.
        """
        for slots, _strength in self.stages(stage):
            for slot in slots:
                self.art.load(slot.plate, _height(slot, ratio))

    def paint(self, painter: QPainter, stage: Stage, ratio: float, lit: Highlight) -> None:
        """Paint the body as it stands at this moment."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self.stages(stage)
        for number in range(len(seen[0][0])):
            layers = []
            for slots, strength in seen:
                slot = slots[number]
                image = self.art.paint(slot.plate, _height(slot, ratio), self._look.art.palette, lit)
                layers.append(Moving(image, slot, strength))
            _paint_mixed(painter, layers)

    def loading(self, stage: Stage, azimuth: float, ratio: float) -> list[Callable[[], object]]:
        """Return the work of making the body ready to turn, a plate at a time, the nearest first."""
        slots = stage.slots()
        if not slots:
            return []
        height = _height(slots[0], ratio)
        around = self.neighbours(azimuth, (len(self._plates) + 1) // 2)
        return [_Loading(self.art, plate, height) for plate in around if not self.art.has(plate, height)]


class Moving(NamedTuple):
    """The small picture of a plate in its place, and how strongly it is seen (0 to 1)."""

    image: QImage
    slot: PlateSlot
    strength: float

    def draw(self, painter: QPainter) -> None:
        """Draw the picture into its slot."""
        plate = self.slot.plate
        painter.setTransform(self.slot.transform(), combine=True)
        painter.drawImage(QRectF(0, 0, plate.width, plate.height), self.image)


def _paint_mixed(painter: QPainter, layers: Sequence[Moving]) -> None:
    """Draw one picture, or two of which one melts into the other, small and then once enlarged."""
    if len(layers) == 1:
        painter.save()
        layers[0].draw(painter)
        painter.restore()
        return
    box = layers[0].slot.rect().united(layers[1].slot.rect())
    factor = layers[0].image.height() / layers[0].slot.rect().height()
    first, second = (_alone(layer, box, factor) for layer in layers)
    # With this mode the opacity mixes the two, edges and all, and does not lay one over the other.
    on_first = QPainter(first)
    on_first.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    on_first.setOpacity(layers[1].strength)
    on_first.drawImage(0, 0, second)
    on_first.end()
    painter.drawImage(box, first)


def _alone(layer: Moving, box: QRectF, factor: float) -> QImage:
    """Return what one picture is in a box of the widget, ``factor`` pixels for each of the widget's."""
    image = QImage((box.size() * factor).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(factor, factor)
    painter.translate(-box.topLeft())
    layer.draw(painter)
    painter.end()
    return image


STILL_MS = 90
"""A finger that rests this long before it is lifted does not throw the body."""


class _Loading:
    """One small plate to be read."""

    def __init__(self, art: MovingArt, plate: Plate, height: float) -> None:
        self._art, self._plate, self._height = art, plate, height

    def __call__(self) -> None:
        self._art.load(self._plate, self._height)


def _height(slot: PlateSlot, ratio: float) -> float:
    """Return how tall a plate is shown, in device pixels; a zoomed one is not read any larger."""
    return min(slot.plate.height, slot.plate.height * slot.scale * ratio)
