"""Puts the trigger points on the muscles of a body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from consult_app.atlas_maker.trigger_points import TRIGGER_POINTS, TriggerPoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas_maker.body import Tissues
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Surface

Floats = NDArray[np.float64]

SIDES = (("left", 1.0), ("right", -1.0))
OFF = 0.002
"""Distance (metres) between aim and muscle from which it tells which way the point faces."""


@dataclass(frozen=True)
class Points:
    """Trigger points of both sides: ``<id>:<side>``, region id, place (metres) and the way it faces."""

    keys: tuple[str, ...]
    regions: tuple[str, ...]
    places: Floats
    normals: Floats


def place_points(
    tissues: Tissues, palette: Palette, table: Sequence[TriggerPoint] = TRIGGER_POINTS
) -> Points:
    """Return every point of ``table`` at the nearest spot of its muscle, or of the skin if it has no mesh."""
    ground = _Ground(tissues, palette)
    keys, regions, places, normals = [], [], [], []
    for point in table:
        for side, sign in SIDES:
            aim = np.array(point.at) / 1000 * (sign, 1, 1)
            place, normal = ground.nearest(f"{point.muscle}:{side}", aim)
            keys.append(f"{point.id}:{side}")
            regions.append(f"{point.muscle}:{side}")
            places.append(place)
            normals.append(normal)
    return Points(
        tuple(keys), tuple(regions), np.array(places).reshape(-1, 3), np.array(normals).reshape(-1, 3)
    )


class _Ground:
    """The surfaces of each region; muscles without any are drawn on the skin."""

    def __init__(self, tissues: Tissues, palette: Palette) -> None:
        self._surfaces: dict[str, list[Surface]] = {}
        for surface in tissues.shown:
            region = palette.paints[surface.paint].region
            if region is not None:
                self._surfaces.setdefault(region.id, []).append(surface)
        self._skins = list(tissues.skins)
        self._trees: dict[str, tuple[cKDTree, Floats]] = {}

    def nearest(self, region: str, aim: Floats) -> tuple[Floats, Floats]:
        """Return the surface's spot nearest to ``aim``, and the direction from there to ``aim``."""
        tree, normals = self._tree(region if region in self._surfaces else "")
        distance, number = tree.query(aim)
        place = np.asarray(tree.data[number])
        return place, (aim - place) / distance if distance > OFF else normals[number]

    def _tree(self, region: str) -> tuple[cKDTree, Floats]:
        if region not in self._trees:
            surfaces = self._surfaces.get(region, self._skins)
            points = np.concatenate([item.mesh.vertices[item.kept >= 0] for item in surfaces])
            normals = np.concatenate([item.normals[item.kept >= 0] for item in surfaces])
            self._trees[region] = (cKDTree(points), normals)
        return self._trees[region]
