"""How many of 100: pictures with their words and their source, for help and for harm alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.detail_records import Count
from consult_app.gui.columns import Pairs
from consult_app.gui.layout import Column
from consult_app.gui.marks import IconArray
from consult_app.gui.sources import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from consult_app.gui.page_kit import PageKit

PER_ROW = 10
LEAST_HALF = 140
"""Logical pixels, at 100 % text, below which help and harm stand below each other."""


def needling_harm(kit: PageKit) -> Count:
    """Return how often needling has any small side effect."""
    effect = kit.catalogue.safety.side_effects[0]
    return Count("harms", effect.low, effect.high, effect.sentence, effect.references)


def count_picture(kit: PageKit, count: Count) -> Column:
    """Return the picture of a count, its sentence and its source."""
    column = Column()
    low, high = round(count.low), round(count.high)
    is_help = count.says == "helps"
    column.add(IconArray(kit.theme, low, high, count.text, is_help=is_help, per_row=PER_ROW))
    column.add(kit.text(count.text, "small"), kit.theme.gap(8))
    add_source(kit, column, count.references, 6)
    return column


def add_source(kit: PageKit, column: Column, references: Iterable[str], gap: int) -> None:
    """Add where something was found, in short, below ``gap`` pixels; patients are not shown sources."""
    if kit.policy.shows_practitioner_layer:
        works = short_names(kit, references)
        column.add(kit.text(kit.words("ui.count.source", works=works), "small", "muted"), kit.theme.gap(gap))


def side_by_side(kit: PageKit, counts: Sequence[Count]) -> Pairs:
    """Return what was counted of help at the left and of harm at the right, as large on either side."""
    halves: list[QWidget] = []
    for says in ("helps", "harms"):
        half = Column()
        half.add(kit.text(kit.words(f"ui.count.{says}"), "label", "muted"))
        found = [count for count in counts if count.says == says]
        for count in found:
            half.add(count_picture(kit, count), kit.theme.gap(8))
        if not found:
            half.add(kit.text(kit.words("ui.count.none"), "small", "muted"), kit.theme.gap(8))
        halves.append(half)
    return Pairs(halves, kit.theme.gap(16), round(kit.theme.px(LEAST_HALF)))
