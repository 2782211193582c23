"""Regions that no mesh of their own shows: parts of a mesh, and muscles that lie under or on the skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker import plots, zones
from consult_app.atlas_maker.paints import region
from consult_app.atlas_maker.raster import rasterise

if TYPE_CHECKING:
    from consult_app.atlas_maker.body import Body
    from consult_app.atlas_maker.camera import Camera
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Scene

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

UNDER_SKIN = frozenset({
    "abductor-pollicis-brevis", "flexor-pollicis-brevis", "opponens-pollicis", "adductor-pollicis",
    "abductor-digiti-minimi", "dorsal-interossei", "abductor-hallucis", "abductor-digiti-minimi-pedis",
    "extensor-hallucis-brevis", "flexor-digiti-minimi-brevis",
})  # fmt: skip
"""Muscles of hand and foot that are shown as regions on the skin."""
DEEPEST = 0.014
"""How far (metres) beneath the skin such a muscle may lie."""
SOFTNESS = 0.0016
"""How far (metres) the outlines of regions on the skin are rounded."""


def relabel(body: Body, camera: Camera, paints: Ints, owner: Ints, depth: NDArray[np.float32]) -> None:
    """Change ``paints`` where a pixel belongs to a region that has no mesh of its own."""
    names = np.array([surface.name for surface in body.figure.surfaces] + [""])
    abdomen = np.char.endswith(names, "external oblique")[owner]
    _paint_rectus(body.palette, camera, paints, depth, abdomen)
    skin = np.isin(names, ("Skin",))[owner]
    _paint_plots(body.palette, camera, paints, depth, skin)
    _paint_under_skin(body, camera, paints, depth, skin)


def _paint_rectus(
    palette: Palette, camera: Camera, paints: Ints, depth: NDArray[np.float32], abdomen: Mask
) -> None:
    rows, columns, points = _places(camera, depth, abdomen)
    inside = plots.in_rectus(points)
    for side, half in _halves(points[:, 0]):
        number = palette.number("muscle", region("rectus-abdominis", "rectus-abdominis", side))
        paints[rows[inside & half], columns[inside & half]] = number


def _paint_plots(
    palette: Palette, camera: Camera, paints: Ints, depth: NDArray[np.float32], skin: Mask
) -> None:
    rows, columns, points = _places(camera, depth, skin)
    head = zones.head_zone(points) > 0
    rows, columns, points = rows[head], columns[head], points[head]
    for plot in plots.PLOTS:
        inside = plots.on_head(plot, points)
        for side, half in _halves(points[:, 0]):
            number = palette.number("skin", region(plot.muscle, plot.group, side))
            paints[rows[inside & half], columns[inside & half]] = number


def _paint_under_skin(
    body: Body, camera: Camera, paints: Ints, depth: NDArray[np.float32], skin: Mask
) -> None:
    """Give skin pixels the muscle of hand or foot that lies nearest beneath them."""
    beneath, under = _drawn(body.beneath, camera)
    muscle = body.beneath.paints[beneath]
    gap = np.where(skin & (beneath >= 0), depth - under, np.inf)
    reached = (gap < DEEPEST) & (gap > -0.002)
    blur = SOFTNESS * camera.scale
    best = np.full(paints.shape, 0.5, np.float32)
    chosen = np.full(paints.shape, -1, np.int32)
    for number in np.unique(muscle[reached]).tolist():
        where = body.palette.paints[number].region
        if where is None or where.muscle not in UNDER_SKIN:
            continue
        share = _softened(reached & (muscle == number), blur)
        better = share > best
        best[better] = share[better]
        chosen[better] = body.palette.number("skin", where)
    hit = skin & (chosen >= 0)
    paints[hit] = chosen[hit]


def _softened(mask: Mask, sigma: float) -> NDArray[np.float32]:
    """Return ``mask`` blurred, worked out only around it."""
    soft = np.zeros(mask.shape, np.float32)
    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    if len(rows):
        pad = int(3 * sigma) + 1
        box = tuple(slice(max(0, int(line[0]) - pad), int(line[-1]) + pad + 1) for line in (rows, columns))
        soft[box] = ndimage.gaussian_filter(mask[box].astype(np.float32), sigma)
    return soft


def _drawn(scene: Scene, camera: Camera) -> tuple[Ints, NDArray[np.float32]]:
    """Return the owner per pixel (−1: nothing) and the depth of ``scene``."""
    projected = camera.project(scene.vertices)
    buffer = rasterise(projected, scene.kept, scene.faces, camera.height, camera.width)
    return np.where(buffer.face >= 0, scene.owner[buffer.face], -1), buffer.depth


def _places(
    camera: Camera, depth: NDArray[np.float32], mask: Mask
) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Return rows, columns and mesh points of the pixels of ``mask``."""
    rows, columns = np.nonzero(mask)
    near = depth[rows, columns].astype(np.float64)
    return rows, columns, camera.locate(rows.astype(np.float64), columns.astype(np.float64), near)


def _halves(x: Floats) -> tuple[tuple[str, Mask], tuple[str, Mask]]:
    return ("left", x > 0), ("right", x < 0)
