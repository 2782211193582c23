"""Walking through what a topic lights: which muscle groups, in which order, and where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.consultation import PLAN, Selection
from consult_app.gui.topics import groups_of

if TYPE_CHECKING:
    from consult_app.consultation import Consultation
    from consult_app.content.records import Catalogue


def stops(catalogue: Catalogue, now: Consultation) -> tuple[Selection, ...]:
    """Return what the chosen topic leads through: its muscle groups, or what stands in the plan."""
    if now.topic is None:
        return ()
    if now.topic == PLAN:
        return tuple(dict.fromkeys(item.selection for item in now.plan))  # several spots of one muscle
    return tuple(Selection(group.id) for group in groups_of(catalogue, now.topic))


def place_in(known: tuple[Selection, ...], chosen: Selection | None) -> int | None:
    """Return at which stop the selection is, counted from 0; None where it is at none of them."""
    if chosen in known:
        return known.index(chosen)
    groups = [stop.group for stop in known]
    return groups.index(chosen.group) if chosen is not None and chosen.group in groups else None


def place_of(catalogue: Catalogue, now: Consultation) -> tuple[int, int] | None:
    """Return the number of the stop one is at, counted from 1, and of how many; None where it is no walk."""
    known = stops(catalogue, now)
    place = place_in(known, now.selection)
    return (place + 1, len(known)) if place is not None and len(known) > 1 else None


def neighbour(catalogue: Catalogue, now: Consultation, by: int) -> Selection | None:
    """Return the stop after (``by`` 1) or before (-1) the selection; None where the walk ends.

    From the topic's own page the walk begins at the first stop. The side goes along,
    but in the plan, where each has its own.
    """
    known = stops(catalogue, now)
    place = place_in(known, now.selection)
    target = place + by if place is not None else 0 if by > 0 else -1
    if not 0 <= target < len(known):
        return None
    stop, chosen = known[target], now.selection
    if chosen is None or now.topic == PLAN:
        return stop
    return stop._replace(side=chosen.side)
