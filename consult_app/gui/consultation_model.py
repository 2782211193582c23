"""The one consultation of a window: it changes here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from consult_app.consultation import BodySide, Consultation, History, Selection, TopicKind, Viewpoint

if TYPE_CHECKING:
    from consult_app.atlas.model import Layer, Part


class ConsultationModel(QObject):
    """Holds the consultation with its history.

    Signals:
        changed: the consultation is another one now.
        pointed: another muscle group is pointed at, or none any more.
        forgotten: everything about the patient has just been forgotten; comes after ``changed``.
    """

    changed = Signal()
    pointed = Signal()
    forgotten = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History()
        self._pointed_at: Selection | None = None
        self._start = Consultation()

    @property
    def now(self) -> Consultation:
        """The consultation as it stands."""
        return self._history.present

    @property
    def pointed_at(self) -> Selection | None:
        """What is shown on the figure for a moment without being chosen; no step of the consultation."""
        return self._pointed_at

    def point_at(self, selection: Selection | None) -> None:
        """Show something on the figure until something else happens."""
        if selection != self._pointed_at:
            self._pointed_at = selection
            self.pointed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back to."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Whether an undone step can be done again."""
        return bool(self._history.future)

    def begin(self) -> None:
        """Forget the steps so far: they led to the start and are no way back."""
        self._go(History(self.now))

    def forget(self) -> None:
        """Forget everything about this patient: nothing of it can be brought back."""
        self._go(History(self._start))
        self.forgotten.emit()

    def start_with(self, start: Consultation) -> None:
        """Begin here after every patient."""
        self._start = start

    def show(self, consultation: Consultation) -> None:
        """Take over a consultation that is held elsewhere; there is no way back from it."""
        self._go(History(consultation))

    @property
    def written(self) -> frozenset[str]:
        """Every note that the consultation holds, or could bring back."""
        states = (self.now, *self._history.past, *self._history.future)
        notes = {note for state in states for note in (state.note, *(item.note for item in state.plan))}
        return frozenset(notes - {""})

    def light_beside(self, selections: tuple[Selection, ...]) -> None:
        """Light further groups together with the one that is explained."""
        self.step(self.now.light_beside(selections))

    def select(
        self, group: str, side: BodySide | None, muscle: str | None, view: Viewpoint | None = None
    ) -> None:
        """Explain a group; ``view`` turns and peels the figure in the same step."""
        chosen = self.now.select(group, side, muscle)
        self.step(chosen if view is None else chosen.look_from(view))

    def choose_topic(self, kind: TopicKind, topic_id: str, view: Viewpoint | None = None) -> None:
        """Light the groups of a benefit or condition; ``view`` turns the figure in the same step."""
        chosen = self.now.choose_topic(kind, topic_id)
        self.step(chosen if view is None else chosen.look_from(view))

    def turn_to(self, azimuth: int) -> None:
        """Turn the figure (degrees); turns in a row are one step to go back."""
        self._go(self._history.turn(self.now.turn_to(azimuth)))

    def peel_to(self, layer: Layer) -> None:
        """Look at another layer."""
        self.step(self.now.peel_to(layer))

    def look_at(self, part: Part) -> None:
        """Go close to a part of the body, or back to the whole of it."""
        self.step(self.now.look_from(self.now.viewpoint._replace(part=part)))

    @Slot()
    def clear(self) -> None:
        """Choose nothing."""
        self.step(self.now.clear())

    @Slot()
    def mirror(self) -> None:
        """Change between face to face and mirror."""
        self.step(self.now.mirror())

    @Slot()
    def undo(self) -> None:
        """Go one step back."""
        self._go(self._history.undo())

    @Slot()
    def redo(self) -> None:
        """Go one step forward again."""
        self._go(self._history.redo())

    def step(self, consultation: Consultation) -> None:
        """Go on to another state of the consultation; the one now stays a step to go back to."""
        self._go(self._history.step(consultation))

    def write(self, consultation: Consultation, *, goes_on: bool) -> None:
        """Go on to a state with other notes; ``goes_on`` makes it one step with what was written before."""
        self._go(self._history.write(consultation, goes_on=goes_on))

    def _go(self, history: History) -> None:
        is_other = history != self._history
        has_moved_on = history.present.page != self.now.page
        self._history = history
        if has_moved_on:
            self.point_at(None)
        if is_other:
            self.changed.emit()
