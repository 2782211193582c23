"""Which plates show a region, a pain zone or a trigger point, and which of them best."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from consult_app.atlas.description import MOST_BEST
from consult_app.atlas.model import VIEW_AZIMUTHS
from consult_app.atlas_maker.index_raster import SPECK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from consult_app.atlas.model import Layer, Marks, Part, Plate, PlateIds, Region, Ring
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.plates import Picture

K = TypeVar("K", "Region", str)

TABLE_FILE = "visibility.csv"
COLUMNS = ("muscle", "side", "layer", "azimuths", "best plate")
OF_LAYER: Mapping[Layer, float] = {"superficial": 1.0, "intermediate": 0.9, "deep": 0.8}
OF_PART: Mapping[Part, float] = {"body": 1.0, "head": 0.85, "soles": 0.85, "palms": 0.85}
OF_NAMED_VIEW = 1.05
"""How much a plate counts by its layer, its part, and as one of the four named views: where plates show
something nearly equally well, the one that needs less peeling and turning is better."""


@dataclass(frozen=True)
class Sighting:
    """What one plate shows: pixels per region, area (pixels) per zone, how frontal each point is (0…1)."""

    plate: Plate
    regions: Mapping[Region, int]
    zones: Mapping[str, float]
    points: Mapping[str, float]


def sighting(
    plate: Plate, picture: Picture, palette: Palette, marks: Marks, facing: Mapping[str, float]
) -> Sighting:
    """Return what is to be seen on a plate; ``facing`` says how frontal trigger points are."""
    counts: dict[Region, int] = {}
    for number, count in enumerate(np.bincount(picture.paints.reshape(-1)).tolist()):
        region = palette.paints[number].region
        if count and region is not None:
            counts[region] = counts.get(region, 0) + count
    zones = {name: area(rings) for name, rings in marks.zones.items()}
    return Sighting(plate, counts, zones, {name: facing.get(name, 0.0) for name in marks.points})


def area(rings: Iterable[Ring]) -> float:
    """Return the area (square pixels) of odd-even rings whose holes turn the other way."""
    total = 0.0
    for ring in rings:
        x, y = np.array(ring[0::2]), np.array(ring[1::2])
        total += float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
    return abs(total)


def best_of_regions(sightings: Sequence[Sighting]) -> dict[Region, PlateIds]:
    """Return the best plates of each region that any plate shows."""
    return _best((seen.plate, _areas(seen, seen.regions)) for seen in sightings)


def best_of_zones(sightings: Sequence[Sighting]) -> dict[str, PlateIds]:
    """Return the best plates of each pain zone."""
    return _best((seen.plate, _areas(seen, seen.zones)) for seen in sightings)


def best_of_points(sightings: Sequence[Sighting]) -> dict[str, PlateIds]:
    """Return the best plates of each trigger point."""
    return _best((seen.plate, seen.points) for seen in sightings)


def table(sightings: Sequence[Sighting], regions: Iterable[Region], best: Mapping[Region, PlateIds]) -> str:
    """Return as CSV in which layers and from which azimuths (degrees) each region can be seen on the body."""
    shown: dict[tuple[Region, Layer], list[int]] = {}
    for seen in sightings:
        for region, count in seen.regions.items():
            places = shown.setdefault((region, seen.plate.layer), [])
            if seen.plate.part == "body" and count >= SPECK:
                places.append(seen.plate.azimuth)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for region in sorted(regions):
        layers = [layer for layer in OF_LAYER if (region, layer) in shown]
        if not layers:
            writer.writerow((region.muscle, region.side, "", "", ""))
        for layer in layers:
            azimuths = " ".join(str(azimuth) for azimuth in sorted(shown[region, layer]))
            writer.writerow((region.muscle, region.side, layer, azimuths, best[region][0]))
    return stream.getvalue()


def _areas(seen: Sighting, pixels: Mapping[K, float]) -> dict[K, float]:
    """Return areas in square metres."""
    return {name: count / seen.plate.pixels_per_metre**2 for name, count in pixels.items()}


def _best(shown: Iterable[tuple[Plate, Mapping[K, float]]]) -> dict[K, PlateIds]:
    """Return the plates with the highest values; of equal ones the earlier."""
    ranked: dict[K, list[tuple[float, int, str]]] = {}
    for number, (plate, values) in enumerate(shown):
        weight = _weight(plate)
        for name, value in values.items():
            ranked.setdefault(name, []).append((-weight * value, number, plate.id))
    return {name: tuple(plate for *_, plate in sorted(places)[:MOST_BEST]) for name, places in ranked.items()}


def _weight(plate: Plate) -> float:
    is_named = plate.part == "body" and plate.azimuth in VIEW_AZIMUTHS.values()
    return OF_LAYER[plate.layer] * OF_PART[plate.part] * (OF_NAMED_VIEW if is_named else 1.0)
