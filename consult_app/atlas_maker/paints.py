"""Paints: what a pixel of the figure can be, as one number per kind of tissue and region."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, cast

from consult_app.atlas.model import TISSUES, Region, Side, Tissue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.atlas_maker.meshes import Part

EMPTY = 0
_TISSUE_OF: dict[str, Tissue] = {"membrane": "tendon"}


@dataclass(frozen=True, slots=True)
class Paint:
    """A tissue, and the region it belongs to when it can be chosen."""

    tissue: Tissue
    region: Region | None = None

    @property
    def rank(self) -> tuple[int, str]:
        """The place of the paint among others: by tissue, then by region; empty comes first."""
        return TISSUES.index(self.tissue), self.region.id if self.region else ""


@dataclass
class Palette:
    """All paints of an atlas, numbered in the order in which they were first asked for; 0 is empty."""

    paints: list[Paint] = field(default_factory=lambda: [Paint(tissue) for tissue in TISSUES])
    _number: dict[Paint, int] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def number(self, tissue: Tissue, region: Region | None = None) -> int:
        """Return the number of a paint."""
        paint = Paint(tissue, region)
        with self._lock:
            if not self._number:
                self._number = {known: number for number, known in enumerate(self.paints)}
            if paint not in self._number:
                self._number[paint] = len(self.paints)
                self.paints.append(paint)
            return self._number[paint]

    def ordered(self, numbers: Iterable[int]) -> list[int]:
        """Return paint numbers by tissue and region: an order that does not depend on who asked first."""
        return sorted(numbers, key=lambda number: self.paints[number].rank)

    def __getstate__(self) -> dict[str, object]:
        return {"paints": self.paints, "_number": self._number}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state, _lock=Lock())

    def of_part(self, part: Part) -> int:
        """Return the number of the paint of a mesh."""
        tissue = _TISSUE_OF.get(part.tissue, cast("Tissue", part.tissue))
        if not part.muscle or part.side == "midline":
            return self.number(tissue)
        return self.number(tissue, region(part.muscle, part.group, part.side))


def region(muscle: str, group: str, side: str) -> Region:
    """Return the region of a muscle on one side of the body."""
    return Region(f"{muscle}:{side}", muscle, group, cast("Side", side))
