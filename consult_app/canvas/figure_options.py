"""What a person may choose about how the figure is shown; none of it changes what is explained."""

from __future__ import annotations

from typing import NamedTuple


class FigureOptions(NamedTuple):
    """Choices at the figure.

    ``shows_pain`` draws where the pain of a selection is felt, ``shows_labels`` names muscles beside the
    body, ``is_paired`` shows the opposite side as well where there is room, ``is_still`` leaves out all
    motion, ``skin`` is the number of a skin tone (0 is neutral).
    ``has_legend`` explains the marks of pain beside the body.
    """

    shows_pain: bool = True
    shows_labels: bool = False
    is_paired: bool = True
    is_still: bool = False
    skin: int = 0
    has_legend: bool = True
