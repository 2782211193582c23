"""What a camera sees of a scene: surface, paint, depth, normal and fibre per pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.raster import interpolate, rasterise, view_normals

if TYPE_CHECKING:
    from consult_app.atlas_maker.camera import Camera
    from consult_app.atlas_maker.scene import Scene

Ints = NDArray[np.int32]
Grey = NDArray[np.float32]


@dataclass(frozen=True)
class Sight:
    """Rasters of one view.

    ``owner`` is the surface number (−1: nothing), ``paints`` the paint number (0: nothing), ``depth``
    metres towards the viewer (−inf: nothing); ``normals`` are right, up, towards the viewer; ``ways``
    (of fibres) are directions in the mesh frame.
    """

    owner: Ints
    paints: Ints
    depth: Grey
    normals: Grey
    ways: Grey


def see(scene: Scene, camera: Camera) -> Sight:
    """Return what ``camera`` sees of ``scene``."""
    projected = camera.project(scene.vertices)
    buffer = rasterise(projected, scene.kept, scene.faces, camera.height, camera.width, camera.far)
    normals = view_normals(buffer, projected, scene.normals, scene.faces, camera.directions)
    ways = interpolate(buffer, projected, scene.ways, scene.faces)
    there = buffer.face >= 0
    owner = np.where(there, scene.owner[buffer.face], np.int32(-1))
    paints = np.where(there, scene.paints[owner], np.int32(0))
    return Sight(owner, paints, buffer.depth, normals, ways)
