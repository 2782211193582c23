"""What a camera sees of a scene: surface, paint, depth and normal per pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.raster import interpolate, rasterise

if TYPE_CHECKING:
    from consult_app.atlas_maker.camera import Camera
    from consult_app.atlas_maker.scene import Scene

Ints = NDArray[np.int32]
Grey = NDArray[np.float32]


@dataclass(frozen=True)
class Sight:
    """Rasters of one view.

    ``owner`` is the surface number (−1: nothing), ``paints`` the paint number (0: nothing), ``depth``
    metres towards the viewer (−inf: nothing), ``normals`` and ``ways`` (of fibres) are right, up,
    towards the viewer.
    """

    owner: Ints
    paints: Ints
    depth: Grey
    normals: Grey
    ways: Grey


def see(scene: Scene, camera: Camera) -> Sight:
    """Return what ``camera`` sees of ``scene``."""
    projected = camera.project(scene.vertices)
    buffer = rasterise(projected, scene.kept, scene.faces, camera.height, camera.width)
    normals = interpolate(buffer, projected, camera.turn(scene.normals), scene.faces)
    there = buffer.face >= 0
    owner = np.where(there, scene.owner[buffer.face], -1)
    paints = np.where(there, scene.paints[owner], 0)
    ways = interpolate(buffer, projected, camera.turn(scene.ways), scene.faces, unit=False)
    return Sight(owner, paints, buffer.depth, normals, ways)
