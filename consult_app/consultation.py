"""The state of one consultation: a frozen value and pure transitions, with a way back (no Qt).

Sides are the patient's own. The figure's azimuth is in degrees: 0 looks at the front, 90 at the
patient's left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from consult_app.atlas.model import Layer, Part

TopicKind = Literal["benefit", "condition", "area", "zone", "options", "guide", "not-for", "tool"]
BodySide = Literal["left", "right"]
Depth = Literal["plain", "practitioner"]
StrokeKind = Literal["touch", "pen", "arrow", "stamp"]

MOST_STEPS_BACK = 200


class Selection(NamedTuple):
    """What is explained: a muscle group, on one side or on both, perhaps by one of its muscles."""

    group: str
    side: BodySide | None = None
    muscle: str | None = None


class Topic(NamedTuple):
    """What is read beside the figure: its muscle groups, where it has any, light up together.

    ``guide`` is one of the general pages, ``not-for`` something that needling is not for, ``tool`` a
    page on which something is done together: ``pain`` (where it hurts), ``plan``, ``safety``.
    """

    kind: TopicKind
    id: str


PAIN_MAP = Topic("tool", "pain")
"""The page on which the patient shows where it hurts."""
PLAN = Topic("tool", "plan")
"""The page of what goes on the sheet of paper."""
SAFETY_CHECK = Topic("tool", "safety")
"""The page with the questions before a treatment."""

PATIENT_KINDS: frozenset[TopicKind] = frozenset(
    ("benefit", "condition", "area", "zone", "options", "guide", "not-for")
)
"""Kinds of topics whose pages a patient's own screen may show."""
PATIENT_TOOLS: frozenset[Topic] = frozenset((PAIN_MAP,))
"""What is done together that a patient's own screen may know of as well."""


def is_for_patients(topic: Topic) -> bool:
    """Return whether a patient's own screen may show the page of a topic: only where it is declared."""
    return topic.kind in PATIENT_KINDS or topic in PATIENT_TOOLS


class Viewpoint(NamedTuple):
    """Which picture is looked at: a part of the body, an azimuth in degrees, a layer."""

    azimuth: int = 0
    layer: Layer = "superficial"
    part: Part = "body"


class Stroke(NamedTuple):
    """Something drawn on the figure with a finger or a mouse.

    ``points`` are in pixels of the plate that ``view`` names (the plate's own frame, y downwards);
    ``width`` is in the same pixels. A ``touch`` says that it hurts there, the others explain; ``shape``
    names what a ``stamp`` shows.
    """

    kind: StrokeKind
    view: Viewpoint
    points: tuple[tuple[float, float], ...]
    width: float
    colour: str = ""
    shape: str = ""


class PlanItem(NamedTuple):
    """Something talked about that goes on the sheet of paper, with the practitioner's own words.

    ``point`` is the id of one sore spot of the selected muscle; empty where the muscle as such is meant.
    """

    selection: Selection
    note: str = ""
    point: str = ""

    @property
    def what(self) -> tuple[Selection, str]:
        """What was talked about, without the words on it."""
        return self.selection, self.point


class Consultation(NamedTuple):
    """What is chosen, how the figure stands, and what was gathered while talking.

    ``pain`` is where the patient says it hurts, ``ink`` what was drawn to explain, ``answers`` the ids
    of the safety questions that were answered with yes, ``note`` the practitioner's words on the plan as
    a whole, ``is_calm`` the path without pictures of needles and words for them.
    """

    selection: Selection | None = None
    topic: Topic | None = None
    azimuth: int = 0
    layer: Layer = "superficial"
    is_mirrored: bool = False
    beside: tuple[Selection, ...] = ()
    part: Part = "body"
    depth: Depth = "plain"
    is_calm: bool = False
    pain: tuple[Stroke, ...] = ()
    ink: tuple[Stroke, ...] = ()
    plan: tuple[PlanItem, ...] = ()
    note: str = ""
    answers: tuple[str, ...] = ()

    @property
    def is_asking_where(self) -> bool:
        """Whether a touch on the figure says that it hurts there."""
        return self.selection is None and self.topic == PAIN_MAP

    @property
    def page(self) -> tuple[object, ...]:
        """All that the page beside the figure depends on, but for notes: they are written on the page."""
        where = (self.selection, self.topic, self.depth, self.is_calm)
        if self.selection is not None:
            return (*where, tuple(item.what for item in self.plan), self.answers)
        gathered = {
            PAIN_MAP: self.pain,
            PLAN: (tuple(item.what for item in self.plan), self.answers),
            SAFETY_CHECK: self.answers,
        }
        return (*where, gathered.get(self.topic)) if self.topic is not None else where

    @property
    def viewpoint(self) -> Viewpoint:
        """Which picture is looked at."""
        return Viewpoint(self.azimuth, self.layer, self.part)

    def select(self, group: str, side: BodySide | None = None, muscle: str | None = None) -> Consultation:
        """Explain a muscle group; a chosen topic stays lit behind it."""
        return self._replace(selection=Selection(group, side, muscle), beside=())

    def light_beside(self, selections: tuple[Selection, ...]) -> Consultation:
        """Light further groups together with the one that is explained, until another is."""
        return self._replace(beside=selections)

    def choose_topic(self, kind: TopicKind, topic_id: str) -> Consultation:
        """Read about a topic, and light every muscle group it belongs to."""
        return self._replace(selection=None, topic=Topic(kind, topic_id), beside=())

    def clear(self) -> Consultation:
        """Choose nothing; the figure stays as it stands."""
        return self._replace(selection=None, topic=None, beside=())

    def turn_to(self, azimuth: int) -> Consultation:
        """Turn the figure to an azimuth in degrees, taken modulo 360."""
        return self._replace(azimuth=azimuth % 360)

    def peel_to(self, layer: Layer) -> Consultation:
        """Look at another layer."""
        return self._replace(layer=layer)

    def look_from(self, view: Viewpoint) -> Consultation:
        """Turn, peel and go close in one step."""
        return self._replace(azimuth=view.azimuth % 360, layer=view.layer, part=view.part)

    def mirror(self) -> Consultation:
        """Change between face to face and mirror."""
        return self._replace(is_mirrored=not self.is_mirrored)

    # Where it hurts, and what is drawn

    def hurt(self, stroke: Stroke) -> Consultation:
        """Note that it hurts there."""
        return self._replace(pain=(*self.pain, stroke))

    def heal(self, strokes: Collection[Stroke] | None = None) -> Consultation:
        """Wipe away some of where it hurts, or all of it."""
        return self._replace(pain=() if strokes is None else tuple(s for s in self.pain if s not in strokes))

    def draw(self, stroke: Stroke) -> Consultation:
        """Draw on the figure."""
        return self._replace(ink=(*self.ink, stroke))

    def erase(self, strokes: Collection[Stroke] | None = None) -> Consultation:
        """Wipe away some of what was drawn, or all of it."""
        return self._replace(ink=() if strokes is None else tuple(s for s in self.ink if s not in strokes))

    # The plan

    def place_in_plan(self, selection: Selection | None, point: str = "") -> int | None:
        """Return where something stands in the plan, counted from 0; None where it does not."""
        found = (place for place, item in enumerate(self.plan) if item.what == (selection, point))
        return next(found, None)

    def add_to_plan(self, selection: Selection, point: str = "") -> Consultation:
        """Put something at the plan's end, unless it stands there already."""
        if self.place_in_plan(selection, point) is not None:
            return self
        return self._replace(plan=(*self.plan, PlanItem(selection, point=point)))

    def drop_from_plan(self, place: int) -> Consultation:
        """Take one thing out of the plan; ``place`` counts from 0."""
        return self._replace(plan=self.plan[:place] + self.plan[place + 1 :])

    def move_in_plan(self, place: int, by: int) -> Consultation:
        """Move one thing of the plan up (negative) or down, as far as there is room."""
        rest = self.plan[:place] + self.plan[place + 1 :]
        target = min(len(rest), max(0, place + by))
        return self._replace(plan=(*rest[:target], self.plan[place], *rest[target:]))

    def note_in_plan(self, place: int, note: str) -> Consultation:
        """Write the practitioner's words beside one thing of the plan."""
        item = self.plan[place]._replace(note=note)
        return self._replace(plan=(*self.plan[:place], item, *self.plan[place + 1 :]))

    def write_note(self, note: str) -> Consultation:
        """Write the practitioner's words on the plan as a whole."""
        return self._replace(note=note)

    def answer(self, question: str, *, is_yes: bool) -> Consultation:
        """Answer a safety question."""
        rest = tuple(known for known in self.answers if known != question)
        return self._replace(answers=(*rest, question) if is_yes else rest)

    # How it is told

    def read_at(self, depth: Depth) -> Consultation:
        """Read in plain words alone, or with the practitioner's part open."""
        return self._replace(depth=depth)

    def calm(self) -> Consultation:
        """Take the calm path, or leave it."""
        return self._replace(is_calm=not self.is_calm)

    def for_patient(self) -> Consultation:
        """Return what a patient's own screen may know of it: plain words, no notes, no undeclared page.

        Only what is named here goes over. A field that is added later stays with the practitioner.
        """
        topic = self.topic if self.topic is not None and is_for_patients(self.topic) else None
        return Consultation(
            selection=self.selection,
            topic=topic,
            azimuth=self.azimuth,
            layer=self.layer,
            is_mirrored=self.is_mirrored,
            beside=self.beside,
            part=self.part,
            is_calm=self.is_calm,
            pain=self.pain,
            ink=self.ink,
            plan=_without_notes(self).plan if topic == PLAN else (),
            answers=self.answers if topic == SAFETY_CHECK else (),
        )


class History(NamedTuple):
    """The consultation now, with the steps before it and those undone."""

    present: Consultation = Consultation()
    past: tuple[Consultation, ...] = ()
    future: tuple[Consultation, ...] = ()

    def step(self, present: Consultation) -> History:
        """Go on to another state; a step that changes nothing is none."""
        if present == self.present:
            return self
        return History(present, (*self.past, self.present)[-MOST_STEPS_BACK:])

    def turn(self, present: Consultation) -> History:
        """Go on to a state that only looks from elsewhere; turns in a row are one step to go back."""
        if self.past and _differ_in_view_alone(self.past[-1], self.present):
            return History(self.past[-1], self.past[:-1]).step(present)
        return self.step(present)

    def write(self, present: Consultation, *, goes_on: bool) -> History:
        """Go on to a state with other notes; ``goes_on`` makes it one step with what was written before."""
        if goes_on and self.past and _differ_in_notes_alone(self.past[-1], self.present):
            return History(self.past[-1], self.past[:-1]).step(present)
        return self.step(present)

    def undo(self) -> History:
        """Go one step back, where there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> History:
        """Go forward again to the step last undone, where there is one."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])


def _differ_in_view_alone(one: Consultation, other: Consultation) -> bool:
    """Return whether the figure was turned between two states, and nothing else happened."""
    return one.azimuth != other.azimuth and one.turn_to(other.azimuth) == other


def _differ_in_notes_alone(one: Consultation, other: Consultation) -> bool:
    """Return whether something was written between two states, and nothing else happened."""
    return one != other and _without_notes(one) == _without_notes(other)


def _without_notes(state: Consultation) -> Consultation:
    return state._replace(note="", plan=tuple(item._replace(note="") for item in state.plan))
