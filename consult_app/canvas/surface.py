"""The figure as a thing to draw on: what is drawn, and the finger that draws or, else, touches and turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Slot as QtSlot

if TYPE_CHECKING:
    from consult_app.canvas.drawn import Drawn, Tool
    from consult_app.canvas.figure_view import FigureView
    from consult_app.canvas.gestures import Gestures
    from consult_app.canvas.hand import Hand
    from consult_app.canvas.overlay import Overlay
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.pointer import Pointer


class Surface(QObject):
    """Takes strokes on one figure; what draws is imported when somebody draws."""

    def __init__(self, figure: FigureView, art: PlateArt, overlay: Overlay, gestures: Gestures) -> None:
        super().__init__(figure)
        self._figure, self._art, self._overlay, self._gestures = figure, art, overlay, gestures
        self._hand: Hand | None = None
        self.finger: Hand | Pointer = gestures.pointer
        """What follows the mouse."""

    @property
    def drawn(self) -> Drawn:
        """What is drawn on the figure."""
        return self._overlay.drawn

    @property
    def hand(self) -> Hand:
        """The finger that draws."""
        from consult_app.canvas.hand import Hand

        if self._hand is None:
            self._hand = Hand(self._figure, self._art, self._gestures.pointer)
            self._hand.moved.connect(self._on_moved)
        return self._hand

    def show(self, drawn: Drawn) -> None:
        """Show what is drawn; while it is asked where it hurts, the body is covered with skin."""
        if drawn == self.drawn:
            return
        is_covered = drawn.is_asking != self.drawn.is_asking
        self._overlay.set_drawn(drawn)
        if is_covered:
            self._figure.repaint_body()
        self._figure.update()

    def hold(self, tool: Tool | None) -> None:
        """Draw with a tool from now on; with None, touch and turn the body again."""
        if tool == (self.hand.tool if self.finger is self._hand else None):
            return
        self.finger.cancel()
        self._gestures.forget_hover()
        self._gestures.is_selecting = tool is None
        if tool is None:
            self.finger = self._gestures.pointer
            self._figure.unsetCursor()
        else:
            self.finger = self.hand
            self.hand.tool = tool
            self._figure.setCursor(Qt.CursorShape.CrossCursor)

    @QtSlot()
    def _on_moved(self) -> None:
        self._overlay.set_live(self.hand.live)
        self._figure.update()
