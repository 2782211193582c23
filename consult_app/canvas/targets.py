"""What a point of the figure means: the region under it, or the ones a finger there may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas.hit_test import region_at, regions_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF

    from consult_app.atlas.model import Region
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.canvas.stage import Slot, Stage

FINGER_MM = 10.0
"""A tap beside a muscle finds the nearest one within this distance."""
TIE_MM = 2.0
"""Two muscle groups this alike in distance are offered for choice."""


def region_under(art: PlateArt, slots: Sequence[Slot], point: QPointF) -> tuple[int, Region] | None:
    """Return slot number and region under a widget point.

    Raises:
        AtlasFault: a region raster is missing or damaged.
    """
    for number, slot in enumerate(slots):
        spot = slot.to_plate(point)
        region = region_at(slot.plate, art.index(slot.plate.levels[0]), spot.x(), spot.y())
        if region is not None:
            return number, region
    return None


def meant_regions(art: PlateArt, stage: Stage, point: QPointF, dots_per_mm: float) -> list[Region]:
    """Return what a tap may mean: one region where it is clear, one of each group where it is not.

    ``dots_per_mm`` is logical pixels per millimetre of the screen.

    Raises:
        AtlasFault: a region raster is missing or damaged.
    """
    hit = region_under(art, stage.slots(), point)
    if hit is not None:
        return [hit[1]]
    slot = stage.at(point)
    if slot is None:
        return []
    per_mm = dots_per_mm / slot.scale
    spot = slot.to_plate(point)
    raster = art.index(slot.plate.levels[0])
    near = regions_near(slot.plate, raster, spot.x(), spot.y(), FINGER_MM * per_mm)
    nearest: dict[str, Region] = {}
    for candidate in near:
        if candidate.distance <= near[0].distance + TIE_MM * per_mm:
            nearest.setdefault(candidate.region.group, candidate.region)
    return list(nearest.values())
