"""One plate: body and camera to relief and index raster, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker import index_raster, shading
from consult_app.atlas_maker.camera import Camera, camera_around
from consult_app.atlas_maker.fibres import streaks
from consult_app.atlas_maker.relabelling import relabel
from consult_app.atlas_maker.rims import carried_on
from consult_app.atlas_maker.seeing import Sight, see

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from consult_app.atlas_maker.body import Body
    from consult_app.atlas_maker.paints import Palette

FINER = 2
"""Pixels drawn per plate pixel, each way."""
SPECK_OWNER = 120
"""Drawn pixels below which a surface that shows through a hole gets no outline of its own."""
STREAK = 0.050
"""How much the fibres of smooth muscles lighten and darken."""
SHADOW, LINE = 0.40, 0.40
"""How much darkness the cast shadow and the lines between surfaces add."""


@dataclass(frozen=True)
class Picture:
    """A drawn plate and its camera.

    ``relief`` is 8-bit grey, ``paints`` the paint number, ``depth`` metres towards the viewer of the
    nearest surface (−inf: nothing), each per plate pixel.
    """

    camera: Camera
    relief: NDArray[np.uint8]
    paints: index_raster.Labels
    depth: shading.Grey


def draw_plate(
    body: Body, palette: Palette, azimuth: int, scale: float, report: Callable[[str], None]
) -> Picture:
    """Draw the whole ``body`` from ``azimuth`` (degrees) at ``scale`` pixels per metre."""
    camera = camera_around(body.skin.vertices[body.skin.kept >= 0], azimuth, scale)
    return draw(body, palette, camera, skin_light(body, camera), report)


def skin_light(body: Body, camera: Camera) -> shading.Grey:
    """Return the brightness of the whole skin per drawn pixel, zero beside it: the same for all layers."""
    around = see(body.skin, camera.finer(FINER))
    return np.where(around.owner >= 0, shading.veil(around.normals), np.float32(0))


def draw(
    body: Body, palette: Palette, camera: Camera, skin: shading.Grey, report: Callable[[str], None]
) -> Picture:
    """Draw what ``camera`` sees of ``body``, with the ``skin_light`` of the same view as a veil around it.

    The sides of the camera's picture are even numbers.
    """
    fine = camera.finer(FINER)
    report("finding what is nearest …")
    sight = see(body.figure, fine)
    relabel(sight, body, fine, palette)
    report("shading …")
    relief = skin.copy()
    sight.paints[(sight.owner < 0) & (skin > 0)] = palette.number("veil")
    _shade(relief, sight, fine)
    labels = _labels(sight.paints, palette)
    depth = _blocks(sight.depth).max(axis=(1, 3))
    return Picture(camera, _grey(relief, sight.paints > 0), labels, depth)


def _shade(relief: shading.Grey, sight: Sight, camera: Camera) -> None:
    """Write the grey values (0…1) of the figure into ``relief``."""
    rows, columns = np.nonzero(sight.owner >= 0)
    seen = rows, columns
    opened = shading.ambient_openness(sight.depth, sight.normals, camera.scale)[seen]
    grey = shading.light(sight.normals[seen], opened)
    places = camera.locate(rows.astype(float), columns.astype(float), sight.depth[seen].astype(float))
    grey *= 1 + STREAK * streaks(places, sight.ways[seen])
    grey *= 1 - SHADOW * shading.cast_shadow(sight.depth, camera.scale)[seen]
    owner = index_raster.merge_specks(sight.owner, SPECK_OWNER)
    grey *= 1 - LINE * shading.edges(owner, sight.paints, sight.depth)[seen]
    relief[seen] = grey


def _labels(paints: index_raster.Labels, palette: Palette) -> index_raster.Labels:
    """Return paint numbers per plate pixel.

    Ties are settled by what a paint is, not by its number: that depends on which plate came first.
    """
    used = np.nonzero(np.bincount(paints.reshape(-1)))[0].tolist()
    order = np.array(palette.ordered(used), np.int32)
    place = np.zeros(max(used) + 1, np.int32)
    place[order] = np.arange(len(order))
    return order[index_raster.merge_specks(index_raster.reduce(place[paints]))]


def _blocks(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return ``values`` as rows × FINER × columns × FINER."""
    height, width = values.shape
    return values.reshape(height // FINER, FINER, width // FINER, FINER)


def _grey(relief: shading.Grey, there: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the 8-bit relief per plate pixel; the figure's shade goes on beyond its rim."""
    share = _blocks(there.astype(np.float32)).sum(axis=(1, 3))
    small = _blocks(relief).sum(axis=(1, 3)) / np.maximum(share, 1)
    spread = carried_on(small, share > 0)
    return np.asarray(np.clip(spread * 255 + 0.5, 0, 255), np.uint8)
