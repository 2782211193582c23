"""Regions that no mesh of their own shows: parts of a mesh, and muscles that lie under or on the skin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker import plots, zones
from consult_app.atlas_maker.layers import PEELED
from consult_app.atlas_maker.paints import region
from consult_app.atlas_maker.seeing import Sight, see

if TYPE_CHECKING:
    from consult_app.atlas.model import Tissue
    from consult_app.atlas_maker.body import Body
    from consult_app.atlas_maker.camera import Camera
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Scene

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

SKIN = "Skin"
"""Label of the skin's mesh."""
SOLE_MUSCLE = "flexor-digitorum-brevis"
"""What is shown on the skin only when the soles are seen from below."""
UNDER_SKIN = frozenset({
    "abductor-pollicis-brevis", "flexor-pollicis-brevis", "opponens-pollicis", "adductor-pollicis",
    "abductor-digiti-minimi", "flexor-digiti-minimi-brevis", "dorsal-interossei", "abductor-hallucis",
    "abductor-digiti-minimi-pedis", SOLE_MUSCLE,
})  # fmt: skip
"""Muscles of hand and foot that are shown as regions on the skin above them."""
DEEPEST_HAND, DEEPEST_FOOT, FOOT_Y = 0.014, 0.045, 0.10
"""How far (metres, along the view) beneath the skin such a muscle may lie; below ``FOOT_Y`` it is a foot."""
SOFTNESS = 0.0016
"""How far (metres) the outlines of regions on the skin are rounded."""


def relabel(sight: Sight, body: Body, camera: Camera, palette: Palette) -> None:
    """Change ``sight.paints`` where a pixel belongs to a region that has no mesh of its own."""
    brush = _Brush(sight, camera, palette)
    on_skin = brush.places(_named(body.figure, SKIN, sight))
    if body.layer == "superficial":
        _paint_under_skin(sight, on_skin, see(body.beneath, camera), camera, palette)
    head = zones.head_zone(on_skin.points) > 0
    for plot in plots.PLOTS:
        if plot.muscle not in PEELED[body.layer]:
            inside = head & plots.on_head(plot, on_skin.points)
            brush.paint(on_skin, inside, "skin", plot.muscle, plot.group)
    for muscle, middle, length, width in plots.SHORT_EXTENSORS:
        inside = plots.on_foot(middle, length, width, on_skin.points)
        brush.paint(on_skin, inside, "skin", muscle, "foot-intrinsics")


def _named(scene: Scene, ending: str, sight: Sight) -> Mask:
    """Return the pixels at which a surface whose name ends so is seen."""
    chosen = np.array([surface.name.endswith(ending) for surface in scene.surfaces] + [False])
    return np.asarray(chosen[sight.owner])


@dataclass(frozen=True)
class _Places:
    """Pixels, and the mesh points (n × 3) that are seen at them."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    points: Floats


@dataclass(frozen=True)
class _Brush:
    """Writes regions of both sides into the paints of a sight."""

    sight: Sight
    camera: Camera
    palette: Palette

    def places(self, mask: Mask) -> _Places:
        """Return the pixels of ``mask`` with their mesh points."""
        rows, columns = np.nonzero(mask)
        depth = self.sight.depth[rows, columns].astype(np.float64)
        return _Places(rows, columns, self.camera.locate(rows.astype(float), columns.astype(float), depth))

    def paint(self, places: _Places, inside: Mask, tissue: Tissue, muscle: str, group: str) -> None:
        """Give the pixels ``inside`` to ``muscle`` of their side; without a muscle they become quiet."""
        for side, half in (("left", places.points[:, 0] > 0), ("right", places.points[:, 0] <= 0)):
            number = self.palette.number(tissue, region(muscle, group, side) if muscle else None)
            self.sight.paints[places.rows[inside & half], places.columns[inside & half]] = number


def _paint_under_skin(sight: Sight, on_skin: _Places, under: Sight, camera: Camera, palette: Palette) -> None:
    """Give skin pixels the muscle of hand or foot that lies nearest beneath them."""
    skin = np.zeros(sight.owner.shape, bool)
    reached = skin.copy()
    at = on_skin.rows, on_skin.columns
    from_below = camera.directions[2, 1] < -0.5
    gap = sight.depth[at] - under.depth[at]
    deepest = np.where(on_skin.points[:, 1] < FOOT_Y, DEEPEST_FOOT, DEEPEST_HAND)
    skin[at] = True
    reached[at] = (under.owner[at] >= 0) & (gap < deepest) & (gap > -0.002)
    best = np.full(skin.shape, 0.5, np.float32)
    chosen = np.full(skin.shape, -1, np.int32)
    for number in np.unique(under.paints[reached]).tolist():
        where = palette.paints[number].region
        if where is None or (where.muscle == SOLE_MUSCLE and not from_below):
            continue
        share = _softened(reached & (under.paints == number), SOFTNESS * camera.scale)
        better = share > best
        best[better] = share[better]
        chosen[better] = palette.number("skin", where)
    hit = skin & (chosen >= 0)
    sight.paints[hit] = chosen[hit]


def _softened(mask: Mask, sigma: float) -> NDArray[np.float32]:
    """Return ``mask`` blurred, worked out only around it."""
    soft = np.zeros(mask.shape, np.float32)
    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    if len(rows):
        pad = int(3 * sigma) + 1
        box = tuple(slice(max(0, int(line[0]) - pad), int(line[-1]) + pad + 1) for line in (rows, columns))
        soft[box] = ndimage.gaussian_filter(mask[box].astype(np.float32), sigma)
    return soft
