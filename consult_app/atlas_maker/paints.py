"""Paints: what a pixel of the figure can be, as one number per kind of tissue and region."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from consult_app.atlas.model import TISSUES, Region, Side, Tissue

if TYPE_CHECKING:
    from consult_app.atlas_maker.meshes import Part

EMPTY = 0
_TISSUE_OF: dict[str, Tissue] = {"membrane": "tendon"}


@dataclass(frozen=True, slots=True)
class Paint:
    """A tissue, and the region it belongs to when it can be chosen."""

    tissue: Tissue
    region: Region | None = None


@dataclass
class Palette:
    """All paints of an atlas, numbered in the order in which they were first asked for; 0 is empty."""

    paints: list[Paint] = field(default_factory=lambda: [Paint(tissue) for tissue in TISSUES])
    _number: dict[Paint, int] = field(default_factory=dict)

    def number(self, tissue: Tissue, region: Region | None = None) -> int:
        """Return the number of a paint."""
        if not self._number:
            self._number = {paint: number for number, paint in enumerate(self.paints)}
        paint = Paint(tissue, region)
        if paint not in self._number:
            self._number[paint] = len(self.paints)
            self.paints.append(paint)
        return self._number[paint]

    def of_part(self, part: Part) -> int:
        """Return the number of the paint of a mesh."""
        tissue = _TISSUE_OF.get(part.tissue, cast("Tissue", part.tissue))
        if not part.muscle or part.side == "midline":
            return self.number(tissue)
        return self.number(tissue, region(part.muscle, part.group, part.side))


def region(muscle: str, group: str, side: str) -> Region:
    """Return the region of a muscle on one side of the body."""
    return Region(f"{muscle}:{side}", muscle, group, cast("Side", side))
