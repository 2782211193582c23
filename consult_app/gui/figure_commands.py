"""What the figure's buttons and keys do: turn, peel, go close, mirror, look around, show more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.atlas.model import VIEW_AZIMUTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.canvas.figure_view import FigureView
    from consult_app.gui.consultation_model import ConsultationModel


class FigureCommands(QObject):
    """One slot per action that concerns where the figure is looked at from."""

    def __init__(self, figure: FigureView, model: ConsultationModel) -> None:
        super().__init__(figure)
        self._figure, self._model = figure, model

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id."""
        return {
            "view.front": self.front,
            "view.left": self.left,
            "view.back": self.back,
            "view.right": self.right,
            "view.turn-left": self.turn_left,
            "view.turn-right": self.turn_right,
            "layer.superficial": self.superficial,
            "layer.intermediate": self.intermediate,
            "layer.deep": self.deep,
            "part.body": self.body,
            "part.head": self.head,
            "part.palms": self.palms,
            "part.soles": self.soles,
            "view.mirror": self._model.mirror,
            "view.zoom-in": self._figure.zoom_in,
            "view.zoom-out": self._figure.zoom_out,
            "view.fit": self._figure.fit,
            "view.pan-left": self.pan_left,
            "view.pan-right": self.pan_right,
            "view.pan-up": self.pan_up,
            "view.pan-down": self.pan_down,
        }

    @Slot()
    def front(self) -> None:
        """Look at the front."""
        self._model.turn_to(VIEW_AZIMUTHS["front"])

    @Slot()
    def left(self) -> None:
        """Look at the patient's left side."""
        self._model.turn_to(VIEW_AZIMUTHS["left"])

    @Slot()
    def back(self) -> None:
        """Look at the back."""
        self._model.turn_to(VIEW_AZIMUTHS["back"])

    @Slot()
    def right(self) -> None:
        """Look at the patient's right side."""
        self._model.turn_to(VIEW_AZIMUTHS["right"])

    @Slot()
    def turn_left(self) -> None:
        """Turn the body by one plate, to see more of what is at the left of the screen."""
        self.turn(-1)

    @Slot()
    def turn_right(self) -> None:
        """Turn the body by one plate, to see more of what is at the right of the screen."""
        self.turn(1)

    def turn(self, steps: int) -> None:
        """Turn the body by some plates to the right of the screen."""
        azimuth = self._figure.next_azimuth(steps)
        if azimuth is not None:
            self._model.turn_to(azimuth)

    @Slot()
    def superficial(self) -> None:
        """Look at the surface."""
        self._model.peel_to("superficial")

    @Slot()
    def intermediate(self) -> None:
        """Look below the surface."""
        self._model.peel_to("intermediate")

    @Slot()
    def deep(self) -> None:
        """Look at what lies deepest."""
        self._model.peel_to("deep")

    @Slot()
    def body(self) -> None:
        """Look at the whole body again."""
        self._model.look_at("body")

    @Slot()
    def head(self) -> None:
        """Look at head and neck from near."""
        self._model.look_at("head")

    @Slot()
    def palms(self) -> None:
        """Look at the hands from near."""
        self._model.look_at("palms")

    @Slot()
    def soles(self) -> None:
        """Look at the soles of the feet."""
        self._model.look_at("soles")

    @Slot()
    def pan_left(self) -> None:
        """Look further left."""
        self._figure.pan_step(-1, 0)

    @Slot()
    def pan_right(self) -> None:
        """Look further right."""
        self._figure.pan_step(1, 0)

    @Slot()
    def pan_up(self) -> None:
        """Look further up."""
        self._figure.pan_step(0, -1)

    @Slot()
    def pan_down(self) -> None:
        """Look further down."""
        self._figure.pan_step(0, 1)
