"""What the figure's buttons and keys do: turn, mirror, look closer, look around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.atlas.model import VIEW_AZIMUTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.canvas.figure_view import FigureView
    from consult_app.gui.consultation_model import ConsultationModel


class FigureCommands(QObject):
    """One slot per action that concerns the figure."""

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
