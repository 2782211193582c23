"""The settings as a value, with what may stand in each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

Paper = Literal["A4", "Letter"]

THEMES = ("light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes in percent."""
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
SKINS = ("neutral", "fair", "tan", "brown", "dark")
"""The skin tones of every theme, in their order."""
SECTIONS = ("muscles", "sore-spots", "home-care", "teach-back", "options", "practitioners", "studies")
"""The parts of pages that a clinic may leave out."""
STAYING = (
    "after", "before", "benefits", "certainty", "evidence", "help", "precautions", "red-flags", "risks",
    "safety", "side-effects", "sources",
)  # fmt: skip
"""Parts that somebody may want to leave out and cannot: how sure anyone is, and what may go wrong."""
LOGO_ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
MOST_LETTERS = 80
"""Letters of a clinic's name at most: it has to fit on one line of a sheet of paper."""
_LETTER_COUNTRIES = ("_US", "_CA")


class Settings(NamedTuple):
    """What a clinic has chosen. None leaves the choice to the desktop, or to the program.

    ``text_size`` is in percent, ``skin`` the number of a skin tone (0 is neutral).
    """

    clinic: str = ""
    logo: Path | None = None
    language: str = "en"
    theme: str | None = None
    text_size: int | None = None
    is_mirrored: bool = False
    paper: Paper = "A4"
    hidden_groups: tuple[str, ...] = ()
    hidden_sections: tuple[str, ...] = ()
    shows_labels: bool = False
    skin: int = 0
    is_still: bool = False


class Known(NamedTuple):
    """What settings may name: the ids of the muscle groups, and the languages of the catalogue."""

    groups: Collection[str] = ()
    languages: Collection[str] = ("en",)


def usual_settings() -> Settings:
    """Return the settings of somebody who has chosen nothing."""
    return Settings(paper=usual_paper())


def usual_paper() -> Paper:
    """Return the paper that is usual where the person lives, as far as the environment tells."""
    place = next((os.environ[name] for name in ("LC_ALL", "LC_PAPER", "LANG") if os.environ.get(name)), "")
    return "Letter" if place.partition(".")[0].endswith(_LETTER_COUNTRIES) else "A4"
