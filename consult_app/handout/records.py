"""What a hand-out is made from, and the parts it consists of: frozen values.

A hand-out has leaves, one for each page. A leaf is a list of parts in reading order; a part is a heading
with blocks under it. All of it is plain text: nothing in it is ever taken for markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from consult_app.consultation import Depth, PlanItem
    from consult_app.content.records import Catalogue

Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
Ground = Literal["plain", "key", "note", "help", "lung"]
"""What a part stands on: nothing, or a card of its own kind."""


class Letterhead(NamedTuple):
    """Whose paper it is: the clinic's name and its logo (PNG, JPEG or SVG), where there are any."""

    clinic: str = ""
    logo: Path | None = None


class Picture(NamedTuple):
    """A picture of the figure, and what it shows in words.

    ``draw`` makes it, as PNG, for a box of so many millimetres across and down: the page has room for it
    only when it is known what else stands there.
    """

    draw: Callable[[float, float], bytes]
    alt: str


class HandoutRequest(NamedTuple):
    """What is to be handed over.

    ``items`` is the plan, or the one thing that is explained. ``note`` is the
    practitioner's words on the plan as a whole, ``answers`` the ids of the safety questions answered with
    yes. ``today`` is the day by which a review may be overdue. ``has_home_care`` is false where a clinic
    leaves out what to do at home.
    """

    catalogue: Catalogue
    items: tuple[PlanItem, ...]
    today: date
    note: str = ""
    answers: tuple[str, ...] = ()
    depth: Depth = "plain"
    language: str = "en"
    paper: Paper = "A4"
    letterhead: Letterhead = Letterhead()
    picture: Picture | None = None
    has_home_care: bool = True


class Lines(NamedTuple):
    """Paragraphs, or a list with a dot before each text; ``title`` stands above, where there is one.

    ``reasons`` follow the texts one by one, where there are any; they may go sooner than the rest.
    """

    texts: tuple[str, ...]
    title: str = ""
    is_list: bool = False
    rank: int = 0
    reasons: tuple[str, ...] = ()
    reason_rank: int = 0


class Claim(NamedTuple):
    """What is known of one benefit; ``dots`` of four are filled, ``level`` says the same in words.

    ``reason`` has a rank of its own: it goes sooner than the rest.
    """

    name: str
    text: str
    dots: int
    level: str
    reason: str = ""
    reason_rank: int = 0
    rank: int = 0


class Hundred(NamedTuple):
    """A hundred dots: ``low`` filled, up to ``high`` ringed; what stands beside them says it in words."""

    low: int
    high: int
    beside: tuple[Lines, ...]
    rank: int = 0


class Fact(NamedTuple):
    """A name and what there is to say of it, in small print; for practitioners."""

    name: str
    text: str
    rank: int = 0


Block = Lines | Claim | Hundred | Fact
"""``rank`` 0 always stays; the higher it is, the sooner a block is left out where there is no room."""


class Part(NamedTuple):
    """A heading and what stands under it; ``is_whole`` keeps it in one column."""

    title: str
    blocks: tuple[Block, ...]
    ground: Ground = "plain"
    level: int = 2
    is_whole: bool = False


class Leaf(NamedTuple):
    """What one page tells: parts in two columns, then those across the whole width.

    ``is_even`` says that its parts are of one kind: what one of them has to leave out, all do.
    """

    columns: tuple[Part, ...]
    foot: tuple[Part, ...] = ()
    has_picture: bool = False
    is_even: bool = False


class Handout(NamedTuple):
    """All pages of a hand-out; ``closing`` stands at the end of each."""

    title: str
    subtitle: str
    leaves: tuple[Leaf, ...]
    closing: str
