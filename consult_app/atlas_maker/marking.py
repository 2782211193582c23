"""Marks on a plate: the pain zones and trigger points that face the viewer, in plate pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas.model import Marks
from consult_app.atlas_maker.pain_zone_table import ZONES
from consult_app.atlas_maker.pain_zones import zones_at
from consult_app.atlas_maker.placing import Points, place_points
from consult_app.atlas_maker.scene import join
from consult_app.atlas_maker.zone_outlines import STORED, zone_rings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.atlas.model import Ring
    from consult_app.atlas_maker.body import Tissues
    from consult_app.atlas_maker.camera import Camera
    from consult_app.atlas_maker.index_raster import Labels
    from consult_app.atlas_maker.pain_zones import Zone
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Scene

Grey = NDArray[np.float32]

NEAR, SHARE = 0.006, 0.15
"""A point is marked where its muscle fills this share of what shows within this distance (metres) …"""
BENEATH, BENEATH_SKIN = 0.010, 0.028
"""… at nearly its depth: so far (metres) apart at most; more where the muscle is drawn on the skin."""


@dataclass(frozen=True)
class Marking:
    """The marks of a body: ``zones`` holds per vertex of ``skin`` the zone's number, 0 for none."""

    skin: Scene
    zones: NDArray[np.int64]
    names: tuple[str, ...]
    points: Points
    drawn: dict[Camera, Mapping[str, tuple[Ring, ...]]] = field(default_factory=dict, compare=False)
    """Zones of the cameras that were asked for: they are the same in every layer."""


def prepare(tissues: Tissues, palette: Palette, table: Mapping[str, Zone] = ZONES) -> Marking:
    """Find the zones on the skin and the points on the muscles of a body; of two zones the first counts."""
    skin = join(tissues.skins)
    numbers = np.zeros(len(skin.vertices), np.int64)
    for number, mask in enumerate(zones_at(skin.vertices, table).values(), start=1):
        numbers[mask & (numbers == 0)] = number
    return Marking(skin, numbers, tuple(table), place_points(tissues, palette))


def marks_of(marking: Marking, camera: Camera, labels: Labels, depth: Grey, palette: Palette) -> Marks:
    """Return the marks of one plate.

    ``labels`` (paint numbers) and ``depth`` (metres towards the viewer) are what ``camera`` sees, per
    plate pixel.
    """
    zones = marking.drawn.get(camera)
    if zones is None:
        zones = zone_rings(marking.skin, marking.zones, marking.names, camera, labels > 0)
        marking.drawn[camera] = zones
    return Marks(zones, seen_points(marking.points, camera, labels, depth, palette))


def point_scores(marking: Marking, camera: Camera) -> dict[str, float]:
    """Return for each point how squarely its place faces the viewer: 1 exactly, below 0 turned away."""
    facing = camera.turn(marking.points.normals)[:, 2]
    return dict(zip(marking.points.keys, facing.tolist(), strict=True))


def seen_points(
    points: Points, camera: Camera, labels: Labels, depth: Grey, palette: Palette
) -> dict[str, tuple[float, float]]:
    """Return where (plate pixels) the points lie whose muscle shows at them."""
    paints = _paints(palette)
    places = camera.project(points.places)
    seen = {}
    for key, region, (x, y, near) in zip(points.keys, points.regions, places.tolist(), strict=True):
        around = _around(x, y, NEAR * camera.scale, labels.shape)
        filled = sum(
            np.count_nonzero(np.abs(depth[around][labels[around] == number] - near) <= beneath)
            for number, beneath in paints.get(region, ())
        )
        if filled > SHARE * len(around[0]):
            seen[key] = (round(x * STORED) / STORED, round(y * STORED) / STORED)
    return seen


def _paints(palette: Palette) -> dict[str, list[tuple[int, float]]]:
    """Return for each region its paint numbers, and how deep (metres) beneath each a point may lie."""
    regions: dict[str, list[tuple[int, float]]] = {}
    for number, paint in enumerate(palette.paints):
        if paint.region is not None:
            beneath = BENEATH_SKIN if paint.tissue == "skin" else BENEATH
            regions.setdefault(paint.region.id, []).append((number, beneath))
    return regions


def _around(x: float, y: float, reach: float, shape: tuple[int, ...]) -> tuple[NDArray[np.int64], ...]:
    """Return rows and columns of the pixels of a raster within ``reach`` of a place (pixels)."""
    rows, columns = (
        np.arange(max(0, int(at - reach)), min(size, int(at + reach) + 1))
        for at, size in ((y, shape[0]), (x, shape[1]))
    )
    row, column = np.meshgrid(rows, columns, indexing="ij")
    near = (row + 0.5 - y) ** 2 + (column + 0.5 - x) ** 2 <= reach**2
    return row[near], column[near]
