"""What a way of using the program permits. Widgets ask the policy and never which mode it is."""

from __future__ import annotations

from typing import NamedTuple


class Policy(NamedTuple):
    """What the person at the screen may do; ``idle_reset_seconds`` None means never."""

    may_quit: bool
    may_print: bool
    may_open_links: bool
    shows_practitioner_layer: bool
    idle_reset_seconds: int | None


DESK = Policy(
    may_quit=True, may_print=True, may_open_links=True, shows_practitioner_layer=True, idle_reset_seconds=None
)
"""At the chair: a practitioner is present."""

KIOSK = Policy(
    may_quit=False,
    may_print=True,
    may_open_links=False,
    shows_practitioner_layer=False,
    idle_reset_seconds=90,
)
"""In the waiting room: a stranger alone, who is forgotten after a while."""
