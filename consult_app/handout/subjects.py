"""What a sheet is about: the things of a plan, with the sore spots of a muscle put to the muscle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.consultation import PlanItem, Selection


class Subject(NamedTuple):
    """A muscle or a group on one side, the ids of the sore spots that were talked about, and the notes."""

    selection: Selection
    points: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """All notes, one below the other."""
        return "\n".join(note for note in self.notes if note.strip())


def subjects_of(items: Iterable[PlanItem]) -> tuple[Subject, ...]:
    """Return the subjects in the order of the plan.

    A sore spot goes to its muscle or else to its group on the same side; where neither stands in the plan,
    it brings its muscle along.
    """
    subjects: list[Subject] = []
    planned = tuple(items)
    for item in (*(i for i in planned if not i.point), *(i for i in planned if i.point)):
        place = _place(subjects, item) if item.point else None
        points = (item.point,) if item.point else ()
        if place is None:
            subjects.append(Subject(item.selection, points, (item.note,)))
        else:
            known = subjects[place]
            subjects[place] = known._replace(points=known.points + points, notes=(*known.notes, item.note))
    order = [(item.selection.group, item.selection.side) for item in planned]
    return tuple(sorted(subjects, key=lambda s: order.index((s.selection.group, s.selection.side))))


def _place(subjects: list[Subject], item: PlanItem) -> int | None:
    """Return the place of the subject that a sore spot belongs to: the muscle itself before the group."""
    chosen = item.selection
    same = [n for n, known in enumerate(subjects) if known.selection == chosen]
    beside = [n for n, known in enumerate(subjects) if known.selection[:2] == chosen[:2]]
    return next(iter(same + beside), None)
