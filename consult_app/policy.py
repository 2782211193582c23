"""What a way of using the program permits. Widgets ask the policy and never which mode it is."""

from __future__ import annotations

from typing import NamedTuple


class Policy(NamedTuple):
    """What the person at the screen may do."""

    may_quit: bool
    shows_practitioner_layer: bool


DESK = Policy(may_quit=True, shows_practitioner_layer=True)
"""At the chair: a practitioner is present."""

KIOSK = Policy(may_quit=False, shows_practitioner_layer=False)
"""In the waiting room: a stranger alone."""
