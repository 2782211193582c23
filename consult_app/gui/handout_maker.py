"""From a consultation to its hand-out: what is on the screen is what stands on the sheet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from consult_app.consultation import PlanItem
from consult_app.content.words import Words
from consult_app.gui.printed_figure import FigureArtist
from consult_app.handout.records import HandoutRequest, Letterhead, Paper
from consult_app.handout.render import TypesetHandout
from consult_app.handout.subjects import subjects_of

if TYPE_CHECKING:
    from consult_app.canvas.figure_options import FigureOptions
    from consult_app.consultation import Consultation, Depth, Selection
    from consult_app.gui.window_content import WindowContent


class Sheet(NamedTuple):
    """How a hand-out is wanted; ``is_plan`` takes the plan and not what is explained."""

    is_plan: bool = False
    has_notes: bool = False
    paper: Paper = "A4"
    letterhead: Letterhead = Letterhead()


def subjects(now: Consultation) -> tuple[bool, ...]:
    """Return what there is to hand out, as ``Sheet.is_plan``: what is explained, the plan, or nothing."""
    return (False,) * (now.selection is not None) + (True,) * bool(now.plan)


def request_of(
    content: WindowContent, now: Consultation, sheet: Sheet, options: FigureOptions, today: date | None = None
) -> HandoutRequest:
    """Return what the hand-out of a consultation is made from; there has to be something to hand out."""
    items = now.plan
    if now.selection is not None and not sheet.is_plan:
        items = _about(now, now.selection)
    if not sheet.has_notes:
        items = tuple(item._replace(note="") for item in items)
    depth: Depth = now.depth if content.policy.shows_practitioner_layer else "plain"
    artist = FigureArtist(content, Words(content.catalogue.words), _pictured(now, items), options)
    return HandoutRequest(
        content.catalogue,
        items,
        today or date.today(),
        note=now.note if sheet.has_notes and sheet.is_plan else "",
        answers=now.answers,
        depth=depth,
        language=content.catalogue.passport.languages[0],
        paper=sheet.paper,
        letterhead=sheet.letterhead,
        picture=artist.picture(),
        has_home_care=content.policy.shows("home-care"),
    )


def _about(now: Consultation, chosen: Selection) -> tuple[PlanItem, ...]:
    """Return what is explained, with its note, and what stands in the plan of its sore spots."""
    place = now.place_in_plan(chosen)
    spots = (item for item in now.plan if item.point and item.selection[:2] == chosen[:2])
    return (PlanItem(chosen) if place is None else now.plan[place], *spots)


def make(content: WindowContent, request: HandoutRequest) -> TypesetHandout:
    """Return the typeset hand-out.

    Raises:
        UserFacingError: the logo cannot be used, or the typesetter is missing.
    """
    return TypesetHandout(request, content.resources / "fonts")


def _pictured(now: Consultation, items: tuple[PlanItem, ...]) -> Consultation:
    """Return the consultation whose figure is printed: everything on the sheet is lit, the view stays."""
    chosen = list(dict.fromkeys(subject.selection for subject in subjects_of(items)))
    topic = None if now.topic is None or now.topic.kind == "tool" else now.topic
    beside = now.beside if now.selection == chosen[0] and len(chosen) == 1 else tuple(chosen[1:])
    return now._replace(selection=chosen[0], beside=beside, topic=topic)
