"""The scene: all surfaces that are drawn, joined into one list of triangles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.smoothing import vertex_normals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas_maker.meshes import Faces, Mesh, Points

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Surface:
    """One smooth surface: its mesh, unit normals, paint number, where it is kept, and its fibres.

    ``kept`` is a value in metres per vertex; the surface ends where it falls below zero. ``ways`` are
    the directions of the fibres, zero where none are to be drawn.
    """

    name: str
    mesh: Mesh
    normals: Points
    paint: int
    kept: Values
    ways: Points


@dataclass(frozen=True)
class Scene:
    """Surfaces joined: vertices, normals, fibres and ``kept`` per vertex; faces, and the surface of each."""

    surfaces: tuple[Surface, ...]
    vertices: Points
    normals: Points
    ways: Points
    kept: Values
    faces: Faces
    owner: NDArray[np.int32]

    @property
    def paints(self) -> NDArray[np.int32]:
        """Paint number per surface."""
        return np.array([surface.paint for surface in self.surfaces], np.int32)


def surface_of(name: str, mesh: Mesh, paint: int) -> Surface:
    """Return ``mesh`` as a surface that is kept everywhere and shows no fibres."""
    kept, ways = np.ones(len(mesh.vertices)), np.zeros_like(mesh.vertices)
    return Surface(name, mesh, vertex_normals(mesh), paint, kept, ways)


def join(surfaces: Sequence[Surface]) -> Scene:
    """Return one scene of ``surfaces``, without triangles that are kept nowhere.

    Of two surfaces equally near, the earlier is seen.
    """
    offsets = np.cumsum([0] + [len(surface.mesh.vertices) for surface in surfaces])
    kept = [(surface.kept >= 0)[surface.mesh.faces].any(axis=1) for surface in surfaces]
    faces = [
        surface.mesh.faces[used] + np.int32(offset)
        for surface, used, offset in zip(surfaces, kept, offsets, strict=False)
    ]
    owner = [np.full(len(used), number, np.int32) for number, used in enumerate(faces)]
    return Scene(
        tuple(surfaces),
        np.concatenate([surface.mesh.vertices for surface in surfaces]),
        np.concatenate([surface.normals for surface in surfaces]),
        np.concatenate([surface.ways for surface in surfaces]),
        np.concatenate([surface.kept for surface in surfaces]),
        np.concatenate(faces),
        np.concatenate(owner),
    )


def between(scene: Scene, low: float, high: float) -> Scene:
    """Return the triangles of ``scene`` that reach between two heights (metres), with their vertices."""
    height = scene.vertices[:, 1][scene.faces]
    reach = (height.max(axis=1) >= low) & (height.min(axis=1) <= high)
    used = np.zeros(len(scene.vertices), np.bool_)
    used[scene.faces[reach]] = True
    place = np.cumsum(used, dtype=np.int32) - np.int32(1)
    return Scene(
        scene.surfaces,
        scene.vertices[used],
        scene.normals[used],
        scene.ways[used],
        scene.kept[used],
        place[scene.faces[reach]],
        scene.owner[reach],
    )
