"""What a way of using the program permits. Widgets ask the policy and never which mode it is."""

from __future__ import annotations

from typing import NamedTuple


class Policy(NamedTuple):
    """What the person at the screen may do, and what is shown.

    ``may_choose`` tells whether links lead anywhere: where they do not, pages show no controls.
    ``may_arrange`` tells whether settings and a patient's own screen can be opened.
    ``hidden_sections`` are the parts of pages that a clinic leaves out.
    """

    may_quit: bool
    shows_practitioner_layer: bool
    may_choose: bool = True
    may_arrange: bool = False
    hidden_sections: tuple[str, ...] = ()

    def shows(self, section: str) -> bool:
        """Return whether a part of pages is shown."""
        return section not in self.hidden_sections

    def without(self, sections: tuple[str, ...]) -> Policy:
        """Return the same permissions with some parts of pages left out."""
        shows_layer = self.shows_practitioner_layer and "practitioners" not in sections
        return self._replace(hidden_sections=sections, shows_practitioner_layer=shows_layer)


DESK = Policy(may_quit=True, shows_practitioner_layer=True, may_arrange=True)
"""At the chair: a practitioner is present."""

KIOSK = Policy(may_quit=False, shows_practitioner_layer=False)
"""In the waiting room: a stranger alone."""

PATIENT = Policy(may_quit=False, shows_practitioner_layer=False, may_choose=False)
"""On a second screen that mirrors the first: the patient reads and chooses nothing."""
