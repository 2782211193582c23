"""Muscles that have no mesh, built of bellies: spindles around a line in 3-D.

Points are metres in the mesh frame and belong to the left side; the right one is the mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from consult_app.atlas_maker.meshes import Mesh
from consult_app.atlas_maker.scene import surface_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas_maker.scene import Surface

Floats = NDArray[np.float64]
Point = tuple[float, float, float]

AROUND = 28
"""Points around a belly."""
STEP = 0.0014
"""Metres between the rings of a belly, about."""
STREAKS = 0.8
"""How strongly the fibres of bellies show (0…1)."""


@dataclass(frozen=True, slots=True)
class Belly:
    """A spindle along ``line``; ``width`` (along ``flat``) and ``thickness`` are its greatest, in metres.

    ``ends`` are the shares of both at first and last point, ``fleshy`` says where along the line (0…1) its
    flesh ends; what follows is a tendon as thin as the last share.
    """

    line: tuple[Point, ...]
    width: float
    thickness: float
    flat: Point
    ends: tuple[float, float] = (0.3, 0.3)
    fleshy: float = 1.0


def muscle_of(name: str, bellies: Sequence[Belly], side: int, paint: int) -> Surface:
    """Return ``bellies`` as one surface; ``side`` 1 is as given (left), −1 mirrored (right)."""
    meshes, ways, count = [], [], 0
    for belly in bellies:
        points, faces, along = _spindle(belly)
        meshes.append((points, faces + count))
        ways.append(along)
        count += len(points)
    mirror = (side, 1, 1)
    vertices = np.concatenate([points for points, _ in meshes]) * mirror
    faces = np.concatenate([faces for _, faces in meshes])
    surface = surface_of(name, Mesh(vertices, faces if side > 0 else faces[:, ::-1].copy()), paint)
    return replace(surface, ways=np.concatenate(ways) * mirror)


def _spindle(belly: Belly) -> tuple[Floats, NDArray[np.int32], Floats]:
    """Return points, triangles (turned outwards) and the way of the fibres at each point."""
    line = np.array(belly.line)
    place = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    rings = max(8, int(np.ceil(place[-1] / STEP)))
    u = np.linspace(0, 1, rings)
    curve = PchipInterpolator(place / place[-1], line)
    middle, tangent = curve(u), curve.derivative()(u)
    tangent = _unit(tangent)
    wide = _unit(np.array(belly.flat) - (tangent @ np.array(belly.flat))[:, None] * tangent)
    thick = np.cross(tangent, wide)
    share = _profile(belly, u)
    angle = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    across = 0.5 * belly.width * np.cos(angle)[None, :, None] * wide[:, None]
    across = across + 0.5 * belly.thickness * np.sin(angle)[None, :, None] * thick[:, None]
    points = (middle[:, None] + share[:, None, None] * across).reshape(-1, 3)
    ways = np.repeat(tangent, AROUND, axis=0) * STREAKS
    points = np.concatenate([points, middle[[0, -1]]])
    return points, _faces(rings), np.concatenate([ways, tangent[[0, -1]] * STREAKS])


def _profile(belly: Belly, u: Floats) -> Floats:
    """Return the share of the greatest width at places ``u`` along the line."""
    first, last = belly.ends
    flesh = np.clip(u / belly.fleshy, 0, 1)
    base = first + (last - first) * flesh
    return np.asarray(base + (1 - base) * np.sin(np.pi * flesh) ** 0.75)


def _faces(rings: int) -> NDArray[np.int32]:
    """Return the triangles of ``rings`` closed rings of points and the two caps."""
    number = np.arange(rings * AROUND).reshape(rings, AROUND)
    after = np.roll(number, -1, axis=1)
    a, b, c, d = (part.reshape(-1) for part in (number[:-1], after[:-1], number[1:], after[1:]))
    first, last = np.full(AROUND, rings * AROUND), np.full(AROUND, rings * AROUND + 1)
    faces = [(a, b, c), (b, d, c), (first, after[0], number[0]), (last, number[-1], after[-1])]
    return np.concatenate([np.stack(face, axis=1) for face in faces]).astype(np.int32)


def _unit(ways: Floats) -> Floats:
    return np.asarray(ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-12))
