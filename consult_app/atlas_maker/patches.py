"""Sheets of muscle and fascia, given by a few fibres on an unrolled surface and laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from consult_app.atlas_maker.meshes import Mesh

if TYPE_CHECKING:
    from consult_app.atlas_maker.unrolling import Wrapping

Floats = NDArray[np.float64]
Fibre = tuple[tuple[float, ...], ...]
"""Points (degrees, metres of height) along one fibre, all fibres of a patch in the same direction; a third
number says how deep (metres) the fibre lies beneath the sheet there."""

SPACING = 0.0009
"""Metres between the grid points of a patch, about."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A sheet between its first and its last fibre.

    ``places`` says where each fibre lies across the sheet (0…1). ``thickness``, ``lift`` (everywhere)
    and the height of the fibre ``grain`` are metres, ``bundles`` the number of its waves across.
    ``soft`` names the sides that thin out: of first fibre, last fibre, start and end of all fibres.
    """

    places: tuple[float, ...]
    fibres: tuple[Fibre, ...]
    thickness: float
    grain: float = 0.00022
    soft: tuple[bool, bool, bool, bool] = (True, True, True, True)
    lift: float = 0.0004
    bundles: float = 60.0


def lay(patch: Patch, sheet: Wrapping, side: int) -> Mesh:
    """Return ``patch`` laid over ``sheet``; ``side`` 1 is as given (left), −1 mirrored (right)."""
    across, along = _sizes(patch, sheet)
    v, u = np.linspace(0, 1, across), np.linspace(0, 1, along)
    grid = _grid(patch, v, u)
    angle, height = side * grid[..., 0].reshape(-1), grid[..., 1].reshape(-1)
    radius = sheet.at(angle, height) + _rise(patch, v, u).reshape(-1) - grid[..., 2:].sum(axis=2).reshape(-1)
    points = sheet.column.roll(np.stack([angle, height, radius], axis=1))
    return Mesh(points, grid_faces(across, along, flipped=side < 0))


def _grid(patch: Patch, v: Floats, u: Floats) -> Floats:
    """Return angle, height and, where given, depth of every grid point (across × along × 2 or 3)."""
    lines = np.stack([_resampled(np.array(fibre), u) for fibre in patch.fibres])
    return np.asarray(PchipInterpolator(patch.places, lines, axis=0)(v))


def _resampled(points: Floats, u: Floats) -> Floats:
    steps = np.hypot(np.diff(points[:, 0]) * 0.0024, np.diff(points[:, 1]))
    place = np.concatenate([[0.0], np.cumsum(steps)])
    return np.asarray(PchipInterpolator(place / place[-1], points)(u))


def _sizes(patch: Patch, sheet: Wrapping) -> tuple[int, int]:
    """Return the number of grid points across and along the fibres."""
    coarse = np.linspace(0, 1, 24)
    grid = _grid(patch, coarse, coarse)
    flat = grid[..., :2].reshape(-1, 2)
    radius = sheet.at(flat[:, 0], flat[:, 1])
    points = sheet.column.roll(np.column_stack([flat, radius])).reshape(24, 24, 3)
    lengths = [np.linalg.norm(np.diff(points, axis=axis), axis=2).sum(axis=axis).max() for axis in (0, 1)]
    across, along = (max(8, int(np.ceil(length / SPACING))) for length in lengths)
    return across, along


def _rise(patch: Patch, v: Floats, u: Floats) -> Floats:
    """Return how far (metres) each grid point stands off what lies beneath."""
    first, last, start, end = patch.soft
    rim = np.ones((len(v), len(u)))
    for soft, distance in ((first, v[:, None]), (last, 1 - v[:, None]), (start, u[None]), (end, 1 - u[None])):
        if soft:
            rim = rim * np.sqrt(np.clip(1 - (1 - np.clip(distance / 0.12, 0, 1)) ** 2, 0, 1))
    return patch.lift + patch.thickness * rim + patch.grain * rim * _grain(patch, v, u)


def _grain(patch: Patch, v: Floats, u: Floats) -> Floats:
    """Return the relief of fibre bundles, about −1…1: uneven waves across that drift along the fibres."""
    total = np.zeros((len(v), len(u)))
    waves = ((0.23, 0.35, 0.6), (0.41, 0.40, 1.1), (0.73, 0.40, 1.9), (1.0, 0.30, 2.6), (1.61, 0.22, 3.7))
    for number, (pitch, weight, bend) in enumerate(waves):
        drift = 0.9 * np.sin(2 * np.pi * (u * (0.6 + 0.37 * number) + 0.17 * number))
        swing = 2.6 * np.sin(2 * np.pi * v * (2.3 + bend) + number)
        swell = 0.6 + 0.4 * np.sin(2 * np.pi * (v[:, None] * (4.1 + bend) + 0.7 * u[None] + 0.31 * number))
        total += (
            weight * swell * np.sin(2 * np.pi * patch.bundles * pitch * v[:, None] + drift + swing[:, None])
        )
    return total


def grid_faces(across: int, along: int, *, flipped: bool) -> NDArray[np.int32]:
    """Return the triangles of a grid of ``across`` × ``along`` vertices."""
    numbers = np.arange(across * along).reshape(across, along)
    a, b, c, d = (
        corner.reshape(-1)
        for corner in (numbers[:-1, :-1], numbers[:-1, 1:], numbers[1:, :-1], numbers[1:, 1:])
    )
    faces = np.concatenate([np.stack([a, b, c], axis=1), np.stack([b, d, c], axis=1)])
    return (faces[:, ::-1] if flipped else faces).astype(np.int32)
