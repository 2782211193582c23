"""Closes the eyes: the skin mesh has open lids with nothing behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker.meshes import Faces, Mesh, Points

if TYPE_CHECKING:
    from consult_app.atlas_maker.zones import Floats

EYE_LOW, EYE_HIGH = (0.008, 1.632, 0.12), (0.060, 1.668, 0.22)
"""Corners of the box (metres, left side; mirrored on the right) in which an open border is a lid."""
BULGE = 0.0036
"""How far (metres) a closed lid stands out in the middle."""
RINGS = 6
ROUNDS = 14
"""Rounds of smoothing that melt the old rims into the new lids."""
REACH = 0.004
"""How far (metres) around the opening the skin is smoothed."""


def close_eyes(mesh: Mesh) -> Mesh:
    """Return the welded skin ``mesh`` with both eyes closed; a mesh without open lids stays as it is."""
    for loop in _lid_loops(mesh):
        mesh = _closed(mesh, loop)
    return mesh


def _lid_loops(mesh: Mesh) -> list[list[int]]:
    """Return the open borders inside the eyes' boxes as rings of vertex numbers."""
    mirrored = mesh.vertices.copy()
    mirrored[:, 0] = np.abs(mirrored[:, 0])
    inside = ((mirrored > EYE_LOW) & (mirrored < EYE_HIGH)).all(axis=1)
    sides = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    keys = np.sort(sides, axis=1).astype(np.int64) @ (len(mesh.vertices), 1)
    _, inverse, uses = np.unique(keys, return_inverse=True, return_counts=True)
    border = sides[(uses[inverse.reshape(-1)] == 1) & inside[sides].all(axis=1)]
    following = {int(start): int(end) for start, end in border}
    return [loop for loop in _rings(following) if len(loop) >= 8]


def _rings(following: dict[int, int]) -> list[list[int]]:
    rings = []
    while following:
        start, place = following.popitem()
        ring = [start]
        while place != start and place in following:
            ring.append(place)
            place = following.pop(place)
        if place == start:
            rings.append(ring)
    return rings


def _closed(mesh: Mesh, loop: list[int]) -> Mesh:
    """Return ``mesh`` with one ring filled by a bulging lid, and smoothed around it."""
    rim = mesh.vertices[loop]
    centre = rim.mean(axis=0)
    count, size = len(mesh.vertices), len(loop)
    shares = [1 - ring / RINGS for ring in range(1, RINGS)]
    rings = [centre + (rim - centre) * share + (0, 0, BULGE * (1 - share**2)) for share in shares]
    points = np.concatenate([mesh.vertices, *rings, [centre + (0, 0, BULGE)]])
    numbers = [np.array(loop)] + [count + size * ring + np.arange(size) for ring in range(RINGS - 1)]
    faces = [_strip(outer, inner) for outer, inner in zip(numbers, numbers[1:], strict=False)]
    middle = np.full(size, len(points) - 1)
    faces.append(np.stack([np.roll(numbers[-1], -1), numbers[-1], middle], axis=1))
    whole = Mesh(points, np.concatenate([mesh.faces, *faces]).astype(np.int32))
    return Mesh(_smoothed(whole, centre, rim), whole.faces)


def _strip(outer: Floats, inner: Floats) -> Faces:
    """Return the triangles between two rings of equal length."""
    next_outer, next_inner = np.roll(outer, -1), np.roll(inner, -1)
    first = np.stack([next_outer, outer, inner], axis=1)
    second = np.stack([next_outer, inner, next_inner], axis=1)
    return np.concatenate([first, second]).astype(np.int32)


def _smoothed(mesh: Mesh, centre: Points, rim: Points) -> Points:
    """Return the vertices with those around the opening moved towards their neighbours' mean."""
    half = np.ptp(rim, axis=0)[:2] / 2 + REACH
    apart = np.linalg.norm((mesh.vertices[:, :2] - centre[:2]) / half, axis=1)
    share = np.clip((1.15 - apart) / 0.3, 0, 1) * (np.abs(mesh.vertices[:, 2] - centre[2]) < 0.02)
    points = mesh.vertices.copy()
    edges = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    edges = edges[(share[edges] > 0).any(axis=1)]
    near = np.unique(edges)
    for _ in range(ROUNDS):
        total, uses = np.zeros_like(points), np.zeros(len(points))
        for one, two in ((0, 1), (1, 0)):
            np.add.at(total, edges[:, one], points[edges[:, two]])
            np.add.at(uses, edges[:, one], 1)
        mean = total[near] / np.maximum(uses[near], 1)[:, None]
        points[near] += 0.5 * share[near, None] * (mean - points[near])
    return points
