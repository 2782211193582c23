"""Keeps the figure in step with what is drawn in the consultation, and puts new strokes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.canvas.drawn import Drawn, Tool
from consult_app.consultation import PAIN_MAP, Stroke
from consult_app.content.referral import ranked
from consult_app.gui.pain_reading import PainReading, place_names

if TYPE_CHECKING:
    from consult_app.canvas.figure_view import FigureView
    from consult_app.consultation import Consultation
    from consult_app.content.words import Words
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.window_content import WindowContent

PAIN = Tool("touch")


class Drawing(QObject):
    """What is drawn on one figure: pain while it is asked for, ink while there is a tool in the hand."""

    def __init__(
        self, figure: FigureView, model: ConsultationModel, content: WindowContent, words: Words
    ) -> None:
        super().__init__(figure)
        self._figure, self._model = figure, model
        self._catalogue, self._words = content.catalogue, words
        self.reading = PainReading(content.atlas, content.resources / "atlas")
        self._tool: Tool | None = None
        self._shown: tuple[Stroke, ...] = ()
        figure.surface.hand.drew.connect(self._on_drew)
        figure.surface.hand.erased.connect(self._on_erased)

    def take(self, tool: Tool | None) -> None:
        """Take a tool for ink in the hand, or put it down."""
        self._tool = tool
        self.show(self._model.now)

    def show(self, now: Consultation) -> None:
        """Show what is drawn in a consultation."""
        is_told = now.is_asking_where or now.selection is not None
        hurts = self.reading.hurts(now.pain if is_told else ())
        self._figure.surface.show(Drawn(hurts, now.ink, now.is_asking_where))
        self._figure.surface.hand.ink = now.ink
        self._figure.surface.hold(self._tool or (PAIN if now.is_asking_where else None))
        before, self._shown = self._shown, now.pain
        if before != now.pain and now.topic == PAIN_MAP:
            self._announce(before, now.pain)

    def _announce(self, before: tuple[Stroke, ...], now: tuple[Stroke, ...]) -> None:
        """Let a screen reader say what has come or gone, and how many muscle groups there are now."""
        from consult_app.gui.accessibility import announce

        words = self._words
        if not now:
            announce(self._figure, words("ui.pain-map.announce.nothing"))
            return
        new = [stroke for stroke in now if stroke not in before]
        gone = [stroke for stroke in before if stroke not in now]
        zones = {hurt.stroke: hurt.zones for hurt in self.reading.hurts((*gone, *now))}
        places = place_names(self._catalogue, words, sorted({z for s in new or gone for z in zones[s]}))
        count = len(ranked(self._catalogue, self.reading.felt(now)))
        place = places or words("ui.pain-map.elsewhere")
        what = "added" if new else "gone"
        announce(self._figure, words(f"ui.pain-map.announce.{what}", place=place, count=count))

    @Slot(object)
    def _on_drew(self, stroke: Stroke) -> None:
        now = self._model.now
        self._model.step(now.hurt(stroke) if stroke.kind == "touch" else now.draw(stroke))

    @Slot(object)
    def _on_erased(self, stroke: Stroke) -> None:
        self._model.step(self._model.now.erase((stroke,)))
