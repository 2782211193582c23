"""Thins the edge of the skin that head, hands and feet keep, so that it melts into the muscles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from consult_app.atlas_maker.meshes import Mesh

if TYPE_CHECKING:
    from consult_app.atlas_maker.zones import Floats

LENGTH = 0.024
"""How far (metres) inside its zone the skin starts to sink."""
LEFT = 0.0012
"""Distance (metres) from the muscles at the very edge."""
FARTHEST = 0.030
NEIGHBOURS = 24


def taper(mesh: Mesh, inside: Floats, beneath: Floats) -> Mesh:
    """Return the skin ``mesh`` sunk towards the points ``beneath`` near the edge of its zone.

    ``inside`` is the signed distance (metres) of each vertex from the edge.
    """
    near = np.nonzero((inside > -0.010) & (inside < LENGTH))[0]
    if not len(near) or not len(beneath):
        return mesh
    distance, number = cKDTree(beneath).query(mesh.vertices[near])
    way = beneath[number] - mesh.vertices[near]
    length = np.maximum(distance, 1e-9)
    way *= (np.clip(distance - LEFT, 0, FARTHEST) / length)[:, None]
    way = _evened(mesh.vertices[near], way)
    share = 1 - np.clip(inside[near] / LENGTH, 0, 1)
    share = share * share * (3 - 2 * share)
    vertices = mesh.vertices.copy()
    vertices[near] += share[:, None] * way
    return Mesh(vertices, mesh.faces)


def _evened(points: Floats, ways: Floats) -> Floats:
    """Return each point's way averaged with those of its neighbours."""
    _, numbers = cKDTree(points).query(points, k=min(NEIGHBOURS, len(points)))
    for _ in range(2):
        ways = ways[numbers.reshape(len(points), -1)].mean(axis=1)
    return ways
