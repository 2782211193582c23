"""Plates and regions of the atlas.

Plate coordinates are pixels of the plate's sharpest level, x to the right, y down. ``axis`` is where
the body's vertical turning axis (x) and the floor (y) lie, so plates of all azimuths line up. Insets
(head, soles, palms) are plates of a part with a scale of their own. Sides are always the body's own.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Side = Literal["left", "right", "midline"]
Layer = Literal["superficial", "intermediate", "deep"]
Part = Literal["body", "head", "soles", "palms"]
Tissue = Literal["empty", "veil", "skin", "bone", "cartilage", "tendon", "muscle"]

TISSUES: tuple[Tissue, ...] = ("empty", "veil", "skin", "bone", "cartilage", "tendon", "muscle")
VIEW_AZIMUTHS: Mapping[str, int] = {"front": 0, "left": 90, "back": 180, "right": 270}
"""Azimuth in degrees of each named view; 90 looks at the patient's left."""

Ring = tuple[float, ...]
"""A closed outline as x0, y0, x1, y1, … in plate pixels."""


PlateIds = tuple[str, ...]
_NOWHERE: Mapping[str, PlateIds] = MappingProxyType({})


class Region(NamedTuple):
    """One muscle on one side of the body; ``best`` names the plates that show it best, best first."""

    id: str
    muscle: str
    group: str
    side: Side
    best: PlateIds = ()


class Entry(NamedTuple):
    """What one value of a plate's index raster stands for."""

    tissue: Tissue
    region: Region | None


class Level(NamedTuple):
    """One resolution of a plate: pixel size and the names of its two raster files."""

    width: int
    height: int
    relief: str
    raster: str


class StoredFile(NamedTuple):
    """What a plate file must be: bytes on disk and SHA-256."""

    size: int
    sha256: str


class _PlateFields(NamedTuple):
    id: str
    part: Part
    azimuth: int
    layer: Layer
    width: int
    height: int
    pixels_per_metre: float
    axis: tuple[float, float]
    figure: tuple[int, int, int, int]
    levels: tuple[Level, ...]
    entries: tuple[Entry, ...]
    outlines: str
    marks: str
    files: Mapping[str, StoredFile]


class Plate(_PlateFields):
    """One picture of the body or a part of it: an azimuth and a layer.

    ``figure`` is the box (x, y, width, height) of the skin in plate pixels; ``levels`` run from the
    sharpest to the coarsest; ``entries[value]`` explains a value of the index raster.
    """

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions that can be seen on this plate, in raster order."""
        return tuple(entry.region for entry in self.entries if entry.region is not None)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Ids of the muscle groups that can be seen on this plate."""
        return frozenset(region.group for region in self.regions)

    def level_for(self, height: float) -> Level:
        """Return the coarsest level that is still at least ``height`` pixels tall, else the sharpest."""
        fitting = [level for level in self.levels if level.height >= height]
        return min(fitting, key=lambda level: level.height) if fitting else self.levels[0]


class Outlines(NamedTuple):
    """Smooth outlines of one plate, in plate pixels: the figure and each visible region."""

    silhouette: tuple[Ring, ...]
    regions: Mapping[str, tuple[Ring, ...]]


class Marks(NamedTuple):
    """What lies on the body and faces the viewer of one plate, in plate pixels.

    ``zones`` are the outlines of pain zones by ``<zone>:<left|right|midline>`` (odd-even rule), ``points``
    the places of trigger points by ``<point>:<left|right>``.
    """

    zones: Mapping[str, tuple[Ring, ...]]
    points: Mapping[str, tuple[float, float]]


class _AtlasFields(NamedTuple):
    credit: str
    licence: str
    regions: tuple[Region, ...]
    plates: tuple[Plate, ...]
    zone_best: Mapping[str, PlateIds] = _NOWHERE
    point_best: Mapping[str, PlateIds] = _NOWHERE


class Atlas(_AtlasFields):
    """All plates and regions, with the credit line that must be shown with them.

    ``zone_best`` and ``point_best`` name the plates (best first) that show a pain zone or a trigger point
    best, by the keys of ``Marks``.
    """

    @cached_property
    def region_by_id(self) -> Mapping[str, Region]:
        """Regions by id (``muscle:side``)."""
        return {region.id: region for region in self.regions}

    @cached_property
    def plate_by_id(self) -> Mapping[str, Plate]:
        """Plates by id."""
        return {plate.id: plate for plate in self.plates}

    def plate(self, azimuth: int, layer: Layer = "superficial", part: Part = "body") -> Plate:
        """Return the plate of ``layer`` and ``part`` whose azimuth (degrees) is nearest.

        Raises:
            LookupError: the atlas has no such plate.
        """
        candidates = [plate for plate in self.plates if plate.layer == layer and plate.part == part]
        if not candidates:
            raise LookupError(f"{part}, {layer}")
        return min(candidates, key=lambda plate: abs((plate.azimuth - azimuth + 180) % 360 - 180))
