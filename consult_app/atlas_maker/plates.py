"""One plate: body and camera to relief and index raster, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker import index_raster, shading
from consult_app.atlas_maker.camera import Camera, camera_around
from consult_app.atlas_maker.fibres import streaks
from consult_app.atlas_maker.relabelling import relabel
from consult_app.atlas_maker.seeing import Sight, see

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.atlas_maker.body import Body
    from consult_app.atlas_maker.paints import Palette

Mask = NDArray[np.bool_]

FINER = 2
"""Pixels drawn per plate pixel, each way."""
SPECK_OWNER = 200
"""Drawn pixels below which a surface that shows through a hole gets no outline of its own."""
STREAK = 0.050
"""How much the fibres of smooth muscles lighten and darken."""
SHADOW, LINE = 0.40, 0.40
"""How much darkness the cast shadow and the lines between surfaces add."""


@dataclass(frozen=True)
class Picture:
    """A drawn plate: 8-bit relief, paint number per pixel, and its camera."""

    camera: Camera
    relief: NDArray[np.uint8]
    paints: index_raster.Labels


def draw_plate(
    body: Body, palette: Palette, azimuth: int, scale: float, report: Callable[[str], None]
) -> Picture:
    """Draw ``body`` from ``azimuth`` (degrees) at ``scale`` pixels per metre."""
    camera = camera_around(body.skin.vertices[body.skin.kept >= 0], azimuth, scale)
    fine = camera.finer(FINER)
    report("finding what is nearest …")
    sight = see(body.figure, fine)
    around = see(body.skin, fine)
    veil = (sight.owner < 0) & (around.owner >= 0)
    relabel(sight, body.figure, body.beneath, fine, palette)
    report("shading …")
    relief = _relief(sight, fine.scale)
    relief[veil] = shading.veil(around.normals[veil])
    sight.paints[veil] = palette.number("veil")
    relief = _spread(relief, sight.paints > 0)
    small = relief.reshape(camera.height, FINER, camera.width, FINER).mean(axis=(1, 3))
    labels = index_raster.merge_specks(index_raster.reduce(sight.paints))
    return Picture(camera, np.clip(small * 255 + 0.5, 0, 255).astype(np.uint8), labels)


def _relief(sight: Sight, scale: float) -> shading.Grey:
    """Return the grey values (0…1) of the figure."""
    opened = shading.ambient_openness(sight.depth, sight.normals, scale)
    relief = shading.light(sight.normals, opened)
    relief *= 1 + STREAK * streaks(sight.ways, sight.owner)
    relief *= 1 - SHADOW * shading.cast_shadow(sight.depth, scale)
    owner = index_raster.merge_specks(sight.owner, SPECK_OWNER)
    relief *= 1 - LINE * shading.edges(owner, sight.paints, sight.depth)
    return relief


def _spread(relief: shading.Grey, there: Mask) -> shading.Grey:
    """Return ``relief`` with the shade of the nearest pixel that is ``there`` wherever nothing is."""
    rows, columns = ndimage.distance_transform_edt(~there, return_distances=False, return_indices=True)
    return np.asarray(relief[rows, columns])
