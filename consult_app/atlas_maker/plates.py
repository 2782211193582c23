"""One plate: body and camera to relief, index raster and outlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from consult_app.atlas_maker import contours, index_raster, shading
from consult_app.atlas_maker.camera import Camera, camera_around
from consult_app.atlas_maker.raster import interpolate, rasterise
from consult_app.atlas_maker.relabelling import relabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.atlas_maker.body import Body
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Scene

FINER = 2
"""Pixels drawn per plate pixel, each way."""


@dataclass(frozen=True)
class Picture:
    """A finished plate in memory: 8-bit relief, paint number per pixel, and its camera."""

    camera: Camera
    relief: shading.NDArray[np.uint8]
    paints: index_raster.Labels


def draw_plate(body: Body, azimuth: int, scale: float, report: Callable[[str], None]) -> Picture:
    """Draw the body from ``azimuth`` (degrees) at ``scale`` pixels per metre."""
    camera = camera_around(body.skin.vertices[body.skin.kept >= 0], azimuth, scale)
    fine = camera.finer(FINER)
    report("z-buffer …")
    paints, owner, depth, normals = _seen(body.figure, fine)
    veil, _, veil_depth, veil_normals = _seen(body.skin, fine)
    only_veil = (paints == 0) & (veil > 0)
    paints[only_veil] = body.palette.number("veil")
    normals[only_veil] = veil_normals[only_veil]
    relabel(body, fine, paints, owner, depth)
    report("shading …")
    owner = index_raster.merge_specks(owner, 200)
    opened = shading.ambient_openness(depth, normals, fine.scale)
    relief = shading.light(normals, opened)
    relief *= 1 - 0.42 * shading.cast_shadow(depth, fine.scale)
    relief *= 1 - 0.42 * shading.edges(owner, paints, depth)
    relief[only_veil] = 0.80 + 0.2 * veil_normals[only_veil][:, 2]
    relief = _spread(relief, paints > 0)
    small = relief.reshape(camera.height, FINER, camera.width, FINER).mean(axis=(1, 3))
    labels = index_raster.merge_specks(index_raster.reduce(paints))
    return Picture(camera, np.clip(small * 255 + 0.5, 0, 255).astype(np.uint8), labels)


def _seen(scene: Scene, camera: Camera):
    projected = camera.project(scene.vertices)
    buffer = rasterise(projected, scene.kept, scene.faces, camera.height, camera.width)
    normals = interpolate(buffer, projected, camera.turn(scene.normals), scene.faces)
    there = buffer.face >= 0
    owner = np.where(there, scene.owner[buffer.face], -1)
    paints = np.where(there, scene.paints[owner], 0).astype(np.int32)
    return paints, owner, buffer.depth, normals


def _spread(relief, there):
    rows, columns = ndimage.distance_transform_edt(~there, return_distances=False, return_indices=True)
    return relief[rows, columns]


def outlines_of(picture: Picture, palette: Palette):
    """Return silhouette and rings per region id."""
    regions = {}
    for number in np.unique(picture.paints).tolist():
        region = palette.paints[number].region
        if region is not None:
            regions.setdefault(region.id, np.zeros(picture.paints.shape, bool))
            regions[region.id] |= picture.paints == number
    rings = {name: contours.outline(mask) for name, mask in sorted(regions.items())}
    return contours.outline(picture.paints > 0), rings
