"""What the buttons and keys do that concern drawing: ask where it hurts, draw, wipe away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal, Slot

from consult_app.consultation import PAIN_MAP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.canvas.figure_view import FigureView
    from consult_app.consultation import Consultation
    from consult_app.content.words import Words
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.draw_strip import DrawStrip
    from consult_app.gui.drawing import Drawing
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent


class DrawingCommands(QObject):
    """One slot per action; the drawing and its strip of tools are made when they are first needed.

    Signals:
        changed: the strip of tools has come or gone.
    """

    changed = Signal()

    def __init__(
        self, figure: FigureView, model: ConsultationModel, content: WindowContent, words: Words
    ) -> None:
        super().__init__(figure)
        self._figure, self._model, self._content, self._words = figure, model, content, words
        self._theme = content.theme
        self._drawing: Drawing | None = None
        self._strip: DrawStrip | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id."""
        return {
            "pain.show": self.toggle_pain,
            "pain.clear": self.clear_pain,
            "draw.show": self.toggle_strip,
            "draw.clear": self.clear_ink,
        }

    def states(self, now: Consultation) -> Mapping[str, bool]:
        """Return which of these actions are on, by action id."""
        return {"pain.show": now.is_asking_where, "draw.show": self.is_open}

    def possible(self, now: Consultation) -> Mapping[str, bool]:
        """Return which of these actions lead somewhere, by action id."""
        return {"pain.clear": bool(now.pain), "draw.clear": bool(now.ink)}

    @property
    def is_open(self) -> bool:
        """Whether there is a strip of tools to draw with."""
        return self._strip is not None and not self._strip.isHidden()

    def show(self, now: Consultation) -> None:
        """Show what is drawn in a consultation; where nothing is and was, there is nothing to do."""
        if self._drawing is not None or now.pain or now.ink or now.is_asking_where:
            self._made_drawing().show(now)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        if self._strip is not None:
            self._strip.set_theme(theme)

    def arrange(self) -> list[QRectF]:
        """Put the strip in its place; return what it takes of the figure."""
        if self._strip is None or not self.is_open:
            return []
        self._strip.arrange()
        return [QRectF(self._strip.geometry())]

    @Slot()
    def toggle_pain(self) -> None:
        """Ask where it hurts, or end that."""
        now = self._model.now
        if now.is_asking_where:
            self._model.clear()
        else:
            self._model.choose_topic(PAIN_MAP.kind, PAIN_MAP.id, now.viewpoint._replace(layer="superficial"))

    @Slot()
    def clear_pain(self) -> None:
        """Wipe away where it hurts."""
        self._model.step(self._model.now.heal())

    @Slot()
    def toggle_strip(self) -> None:
        """Take up the tools to draw with, or put them away."""
        drawing = self._made_drawing()
        if self._strip is None:
            from consult_app.gui.draw_strip import DrawStrip

            self._strip = DrawStrip(self._figure, self._words, drawing)
            self._strip.shut.connect(self.toggle_strip)
            self._strip.clear_asked.connect(self.clear_ink)
        if self.is_open:
            self._strip.put_away()
        else:
            self._strip.open(self._theme)
        self.changed.emit()

    @Slot()
    def clear_ink(self) -> None:
        """Wipe away everything that was drawn."""
        self._model.step(self._model.now.erase())

    def _made_drawing(self) -> Drawing:
        if self._drawing is None:
            from consult_app.gui.drawing import Drawing

            self._drawing = Drawing(self._figure, self._model, self._content, self._words)
        return self._drawing
