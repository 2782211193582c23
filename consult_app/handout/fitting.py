"""How a hand-out is made to fit its pages: first smaller, then with less, in a fixed order.

The steps are tried on the typeset page and not guessed: the first one with which no leaf takes more than a
page is the one. Text is never smaller than ``LEAST_TEXT``.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from consult_app.handout.records import Claim, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from consult_app.handout.records import Block, Handout, Leaf, Part

SMALL_TEXT, LEAST_TEXT = 9.5, 9.0
"""Points: before anything that matters is left out, and where even that does not do."""
MOST_MISSES = 4
"""Blocks of a leaf that found no room before the rest is not tried: each try takes a tenth of a second."""


class Setting(NamedTuple):
    """Text size in points, least height of the picture in millimetres, highest rank that stays."""

    text: float
    picture: float
    rank: int


def settings(handout: Handout) -> tuple[Setting, ...]:
    """Return the settings to be tried for a hand-out, the most generous first: each needs less room."""
    ranks = sorted({rank for rank in _ranks(handout) if rank}, reverse=True)
    most = ranks[0] if ranks else 0
    found = [Setting(10.5, 84, most), Setting(10, 78, most)]
    for rank in [most, *(rank - 1 for rank in ranks)]:
        found += [Setting(10, 74, rank)] if rank >= 7 else []
        found += [Setting(SMALL_TEXT, 66, rank)] if rank else []
    # Warning signs and structures at risk (rank 1) are worth smaller letters and a smaller picture.
    last = min(1, most)
    found += [Setting(SMALL_TEXT, 54, last), Setting(LEAST_TEXT, 50, last)]
    return (*found, Setting(LEAST_TEXT, 50, 0), Setting(LEAST_TEXT, 40, 0), Setting(LEAST_TEXT, 0, 0))


def fitted(handout: Handout, fits: Callable[[Handout, Setting], bool]) -> tuple[Handout, Setting]:
    """Return a hand-out with what stays of it, and the setting in which it fits; else the leanest.

    ``fits`` is asked few times: where one setting fits, all that come after it do. What was left out comes
    back block by block as long as there is room for it.
    """
    tried = settings(handout)
    low, high = 0, len(tried) - 1
    while low < high:
        middle = (low + high) // 2
        if fits(reduced(handout, tried[middle].rank), tried[middle]):
            high = middle
        else:
            low = middle + 1
    return _filled_up(handout, tried[low], fits), tried[low]


def _filled_up(handout: Handout, setting: Setting, fits: Callable[[Handout, Setting], bool]) -> Handout:
    """Return what stays with that of the rest for which there is room, what is most wanted first."""
    kept = reduced(handout, setting.rank)
    back: frozenset[int] = frozenset()
    first = 0
    for leaf in handout.leaves:
        missed = 0
        for numbers in _left_out(leaf, setting.rank, first):
            fuller = reduced(handout, setting.rank, back | numbers)
            if missed < MOST_MISSES and fits(fuller, setting):
                back |= numbers
                kept = fuller
            else:
                missed += MOST_MISSES // 2 if leaf.is_even else 1
        first += len(_blocks_of(leaf))
    return kept


def _left_out(leaf: Leaf, rank: int, first: int) -> list[frozenset[int]]:
    """Return the numbers of the blocks of a leaf that have a higher rank, in the order of their ranks.

    Those of a rank come together, in each part for itself unless the leaf is even: half a list of what
    lies near would mislead. ``first`` is the number of the leaf's first block.
    """
    numbers = count(first)
    found: dict[tuple[int, int], set[int]] = {}
    for place, part in enumerate((*leaf.columns, *leaf.foot)):
        for block, number in zip(part.blocks, numbers, strict=False):
            if block.rank > rank:
                found.setdefault((block.rank, 0 if leaf.is_even else place), set()).add(number)
    return [frozenset(found[key]) for key in sorted(found)]


def reduced(handout: Handout, rank: int, back: Collection[int] = ()) -> Handout:
    """Return a hand-out without the blocks of a higher rank, and without headings over nothing.

    ``back`` are the numbers of blocks that stay all the same, counted from 0 through the whole hand-out.
    """
    numbers = count()
    leaves = tuple(
        leaf._replace(
            columns=_parts(leaf.columns, rank, numbers, back), foot=_parts(leaf.foot, rank, numbers, back)
        )
        for leaf in handout.leaves
    )
    return handout._replace(leaves=leaves)


def _parts(
    parts: tuple[Part, ...], rank: int, numbers: Iterator[int], back: Collection[int]
) -> tuple[Part, ...]:
    found = []
    for part in parts:
        numbered = tuple(zip(part.blocks, numbers, strict=False))
        stay = tuple(_without_reason(b, rank) for b, number in numbered if b.rank <= rank or number in back)
        if stay:
            found.append(part._replace(blocks=stay))
    return tuple(found)


def _without_reason(block: Block, rank: int) -> Block:
    if isinstance(block, Claim) and block.reason_rank > rank:
        return block._replace(reason="", reason_rank=0)
    if isinstance(block, Lines) and block.reason_rank > rank:
        return block._replace(reasons=(), reason_rank=0)
    return block


def _blocks_of(leaf: Leaf) -> list[Block]:
    return [block for part in (*leaf.columns, *leaf.foot) for block in part.blocks]


def _ranks(handout: Handout) -> set[int]:
    blocks = [block for leaf in handout.leaves for block in _blocks_of(leaf)]
    return {b.rank for b in blocks} | {b.reason_rank for b in blocks if isinstance(b, Claim | Lines)}
