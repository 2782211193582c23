"""Makes meshes smooth: welding, Loop subdivision of coarse ones, vertex normals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker.meshes import Faces, Mesh, Points

if TYPE_CHECKING:
    from numpy.typing import NDArray

WELD = 1e-5
"""Vertices closer than this (metres) are one."""
FINE_EDGE = 0.0025
"""Mean edge length (metres) below which a mesh is not subdivided."""


def smooth(mesh: Mesh) -> Mesh:
    """Return ``mesh`` welded, and subdivided twice at most until its edges are fine."""
    mesh = weld(mesh)
    for _ in range(2):
        if not len(mesh.faces) or mean_edge(mesh) < FINE_EDGE:
            break
        mesh = subdivide(mesh)
    return mesh


def weld(mesh: Mesh) -> Mesh:
    """Return ``mesh`` with coinciding vertices made one and collapsed triangles left out."""
    keys = np.round(mesh.vertices / WELD).astype(np.int64)
    _, first, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    faces = inverse.reshape(-1)[mesh.faces]
    whole = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    return Mesh(mesh.vertices[first], faces[whole].astype(np.int32))


def mean_edge(mesh: Mesh) -> float:
    """Return the mean length of the triangles' edges in metres."""
    corners = mesh.vertices[mesh.faces]
    return float(np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).mean())


def vertex_normals(mesh: Mesh) -> Points:
    """Return a unit normal per vertex: the mean of its triangles' normals, weighted by area."""
    corners = mesh.vertices[mesh.faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(mesh.vertices)
    for corner in range(3):
        for axis in range(3):
            normals[:, axis] += np.bincount(
                mesh.faces[:, corner], weights=across[:, axis], minlength=len(normals)
            )
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30))


def subdivide(mesh: Mesh) -> Mesh:
    """Return ``mesh`` after one step of Loop subdivision; open borders keep their own curve."""
    count = len(mesh.vertices)
    edges, edge_of, opposite, uses = _edges(mesh.faces, count)
    inner = uses == 2
    ends = mesh.vertices[edges]
    middle = ends.mean(axis=1)
    wings = np.zeros_like(middle)
    np.add.at(wings, edge_of, mesh.vertices[opposite])
    middle[inner] = 0.75 * middle[inner] + 0.125 * wings[inner]
    vertices = np.concatenate([_moved(mesh, edges, inner), middle])
    a, b, c = mesh.faces.T
    ab, bc, ca = (edge_of.reshape(3, -1) + count).astype(np.int32)
    faces = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return Mesh(vertices, np.concatenate([np.stack(three, axis=1) for three in faces]).astype(np.int32))


def _edges(faces: Faces, count: int) -> tuple[NDArray[np.int64], ...]:
    """Return the edges (k × 2), the edge and the opposite vertex per triangle side, uses per edge."""
    wide = faces.astype(np.int64)
    sides = np.concatenate([wide[:, [0, 1]], wide[:, [1, 2]], wide[:, [2, 0]]])
    opposite = np.concatenate([wide[:, 2], wide[:, 0], wide[:, 1]])
    keys = sides.min(axis=1) * count + sides.max(axis=1)
    unique, edge_of, uses = np.unique(keys, return_inverse=True, return_counts=True)
    return np.stack([unique // count, unique % count], axis=1), edge_of.reshape(-1), opposite, uses


def _moved(mesh: Mesh, edges: NDArray[np.int64], inner: NDArray[np.bool_]) -> Points:
    """Return the old vertices at their places in the smoother mesh."""
    count = len(mesh.vertices)
    total, valence = _neighbours(mesh.vertices, edges, count)
    weight = (0.625 - (0.375 + 0.25 * np.cos(2 * np.pi / np.maximum(valence, 1))) ** 2)[:, None]
    mean = total / np.maximum(valence, 1)[:, None]
    moved = np.where(valence[:, None] > 0, (1 - weight) * mesh.vertices + weight * mean, mesh.vertices)
    border, on_border = _neighbours(mesh.vertices, edges[~inner], count)
    curve = 0.75 * mesh.vertices + 0.125 * border
    moved = np.where(on_border[:, None] == 2, curve, moved)
    corner = (on_border != 0) & (on_border != 2)
    return np.where(corner[:, None], mesh.vertices, moved)


def _neighbours(vertices: Points, edges: NDArray[np.int64], count: int) -> tuple[Points, Points]:
    total = np.zeros_like(vertices)
    np.add.at(total, edges[:, 0], vertices[edges[:, 1]])
    np.add.at(total, edges[:, 1], vertices[edges[:, 0]])
    valence = np.bincount(edges.reshape(-1), minlength=count).astype(np.float64)
    return total, valence
