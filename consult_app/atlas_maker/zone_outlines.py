"""Outlines of the pain zones that face a camera, in plate pixels."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker import measuring
from consult_app.atlas_maker.pain_zones import MIDLINE
from consult_app.atlas_maker.raster import rasterise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.atlas.model import Ring
    from consult_app.atlas_maker.camera import Camera
    from consult_app.atlas_maker.scene import Scene

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Names = NDArray[np.int64]

COARSER = 2
"""Plate pixels per pixel of the raster on which zones are outlined, each way."""
FACING = 0.22
"""Cosine between skin and view from which a zone counts as facing the viewer."""
BLUR, LEAST_BLUR, MOST_BLUR = 0.028, 0.0013, 0.0055
"""How far the outlines of zones are rounded: a share of their size, and at least and at most (metres)."""
TOLERANCE = 0.35
"""How far (pixels of the coarser raster) a simplified outline may leave the smooth one."""
SMALLEST, SHARE = 30e-6, 0.12
"""Area (square metres) of the smallest ring of a zone, and as a share of its largest ring."""
STORED = 4
"""Outlines are rounded to this part of a plate pixel, as they are stored."""


def zone_rings(
    skin: Scene, zones: Names, names: tuple[str, ...], camera: Camera, there: Mask
) -> dict[str, tuple[Ring, ...]]:
    """Return smooth rings (plate pixels) by ``<zone>:<side>``.

    ``zones`` holds per vertex of ``skin`` the zone's number, from 1 as in ``names``, 0 for none; ``there``
    tells per plate pixel whether the plate shows anything.
    """
    corners, left = _zones_seen(skin, zones, _coarser(camera))
    seen = there[::COARSER, ::COARSER]
    corners[: seen.shape[0], : seen.shape[1]] *= seen[..., None]
    rings: dict[str, tuple[Ring, ...]] = {}
    for zone, box in enumerate(ndimage.find_objects(corners.max(axis=2)), start=1):
        if box is None:
            continue
        share = (corners[box[:2]] == zone).mean(axis=2)
        for side, half in _sides(names[zone - 1], left[box[:2]]):
            found = _rings(share * half, camera.scale, (box[0].start, box[1].start))
            if found:
                rings[f"{names[zone - 1]}:{side}"] = found
    return rings


def _sides(zone: str, left: Mask) -> Iterator[tuple[str, Mask]]:
    if zone in MIDLINE:
        yield "midline", np.ones_like(left)
    else:
        yield "left", left
        yield "right", ~left


def _coarser(camera: Camera) -> Camera:
    """Return the same view with ``COARSER`` times fewer pixels each way."""
    return replace(
        camera,
        scale=camera.scale / COARSER,
        width=-(-camera.width // COARSER),
        height=-(-camera.height // COARSER),
        axis_x=camera.axis_x / COARSER,
        zero_y=camera.zero_y / COARSER,
    )


def _zones_seen(skin: Scene, zones: Names, camera: Camera) -> tuple[Names, Mask]:
    """Return per pixel the zones of the three corners seen there (0: none), and which pixels are left.

    Skin that does not face the viewer has no zone.
    """
    buffer = rasterise(camera.project(skin.vertices), skin.kept, skin.faces, camera.height, camera.width)
    rows, columns = np.nonzero(buffer.face >= 0)
    corners = skin.faces[buffer.face[rows, columns]]
    facing = camera.turn(skin.normals)[:, 2][corners].mean(axis=1) > FACING
    seen = np.zeros((*buffer.face.shape, 3), np.int64)
    seen[rows, columns] = zones[corners] * facing[:, None]
    left = np.zeros(buffer.face.shape, bool)
    depth = buffer.depth[rows, columns].astype(np.float64)
    left[rows, columns] = camera.locate(rows.astype(float), columns.astype(float), depth)[:, 0] > 0
    return seen, left


def _rings(share: Floats, scale: float, corner: tuple[int, int]) -> tuple[Ring, ...]:
    """Return smooth rings (plate pixels) around where ``share`` is above one half.

    The first pixel of ``share`` lies at ``corner``; ``scale`` is pixels per metre of the plate.
    """
    coarse = scale / COARSER
    size = math.sqrt(float(share.sum())) / coarse
    blur = min(max(BLUR * size, LEAST_BLUR), MOST_BLUR) * coarse
    pad = int(3 * blur) + 2
    soft = ndimage.gaussian_filter(np.pad(share, pad), blur)
    found: list[tuple[float, Floats]] = []
    for line in measuring.level_curves(soft):
        ring = (measuring.simplified(line, TOLERANCE)[:-1] + 0.5 - pad + corner) * COARSER
        ring = np.round(ring * STORED) / STORED
        if len(ring) >= 3:
            found.append((_area(ring), ring))
    least = max([SMALLEST * scale**2, *(SHARE * area for area, _ in found)])
    kept = [ring for area, ring in found if area >= least]
    return tuple(tuple(np.fliplr(ring).reshape(-1).tolist()) for ring in kept)


def _area(ring: Floats) -> float:
    x, y = ring[:, 1], ring[:, 0]
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2
