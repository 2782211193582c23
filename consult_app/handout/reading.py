"""A hand-out as plain lines, page by page, in reading order: what a screen reader is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.handout.records import Claim, Fact, Hundred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.handout.records import Block, Handout, Lines


def lines_of(handout: Handout) -> list[tuple[str, ...]]:
    """Return the lines of each page."""
    pages = []
    for number, leaf in enumerate(handout.leaves):
        head = () if number else (handout.title, handout.subtitle)
        parts = [
            line for part in (*leaf.columns, *leaf.foot) for line in (part.title, *_of_blocks(part.blocks))
        ]
        pages.append((*head, *filter(None, parts), handout.closing))
    return pages


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Claim):
            yield from (block.name, block.level, block.text, block.reason)
        elif isinstance(block, Hundred):
            for lines in block.beside:
                yield from _of_lines(lines)
        elif isinstance(block, Fact):
            yield from (block.name, block.text)
        else:
            yield from _of_lines(block)


def _of_lines(lines: Lines) -> Iterator[str]:
    yield lines.title
    for number, text in enumerate(lines.texts):
        yield text
        if number < len(lines.reasons):
            yield lines.reasons[number]
