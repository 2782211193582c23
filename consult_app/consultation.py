"""The state of one consultation: a frozen value and pure transitions, with a way back (no Qt).

Sides are the patient's own. The figure's azimuth is in degrees: 0 looks at the front, 90 at the
patient's left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from consult_app.atlas.model import Layer, Part

TopicKind = Literal["benefit", "condition", "area", "zone", "options", "guide", "not-for"]
BodySide = Literal["left", "right"]

MOST_STEPS_BACK = 200


class Selection(NamedTuple):
    """What is explained: a muscle group, on one side or on both, perhaps by one of its muscles."""

    group: str
    side: BodySide | None = None
    muscle: str | None = None


class Topic(NamedTuple):
    """What is read beside the figure: its muscle groups, where it has any, light up together.

    ``guide`` is one of the general pages, ``not-for`` something that needling is not for.
    """

    kind: TopicKind
    id: str


class Viewpoint(NamedTuple):
    """Which picture is looked at: a part of the body, an azimuth in degrees, a layer."""

    azimuth: int = 0
    layer: Layer = "superficial"
    part: Part = "body"


class Consultation(NamedTuple):
    """What is chosen and how the figure stands."""

    selection: Selection | None = None
    topic: Topic | None = None
    azimuth: int = 0
    layer: Layer = "superficial"
    is_mirrored: bool = False
    beside: tuple[Selection, ...] = ()
    part: Part = "body"

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
