"""The outermost surface around an upright axis, unrolled: radius by angle and height.

Angles are degrees around the axis: 0 at ``facing`` (front or back), positive towards the body's own
left, so the seam lies opposite and outlines of left and right mirror each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker.raster import rasterise

Floats = NDArray[np.float64]
Facing = Literal["front", "back"]

PER_DEGREE = 4
"""Columns per degree."""
STEP = 0.001
"""Metres per row."""
TAUT_ROUNDS = 60
TAUT_SIGMA = 3.0
EVEN_SIGMA, EVEN_DEGREES = 0.005, 2.0
"""How far (metres of height, degrees) an evened sheet is smoothed."""


@dataclass(frozen=True)
class Column:
    """An upright axis at (0, ``z``) between the heights ``low`` and ``high`` (metres)."""

    z: float
    low: float
    high: float
    facing: Facing

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of an unrolled picture."""
        return round((self.high - self.low) / STEP), 360 * PER_DEGREE

    def unroll(self, points: Floats) -> Floats:
        """Return angle (degrees), height and radius (metres) of mesh points."""
        forth = (points[:, 2] - self.z) * (1 if self.facing == "front" else -1)
        angle = np.degrees(np.arctan2(points[:, 0], forth))
        return np.stack([angle, points[:, 1], np.hypot(points[:, 0], forth)], axis=1)

    def roll(self, unrolled: Floats) -> Floats:
        """Return the mesh points of angles, heights and radii."""
        angle, height, radius = np.radians(unrolled[:, 0]), unrolled[:, 1], unrolled[:, 2]
        forth = radius * np.cos(angle) * (1 if self.facing == "front" else -1)
        return np.stack([radius * np.sin(angle), height, self.z + forth], axis=1)

    def cells(self, angle: Floats, height: Floats) -> Floats:
        """Return row and column (2 × n, fractional) in the unrolled picture."""
        return np.stack([(self.high - height) / STEP - 0.5, (angle + 180) * PER_DEGREE - 0.5])


@dataclass(frozen=True)
class Wrapping:
    """The outermost radius (metres) around a column; NaN where the axis sees nothing."""

    column: Column
    radius: Floats

    def at(self, angle: Floats, height: Floats) -> Floats:
        """Return the radius at angles (degrees) and heights (metres), between the cells."""
        cells = self.column.cells(angle, height)
        return np.asarray(ndimage.map_coordinates(self.radius, cells, order=1, mode="nearest"))


def wrap(column: Column, vertices: Floats, faces: NDArray[np.int32], kept: Floats) -> Wrapping:
    """Return the outermost radius of triangles around ``column``."""
    unrolled = column.unroll(vertices)
    first, second, third = (unrolled[corner, 0] for corner in faces.T)
    spread = np.maximum(np.maximum(first, second), third) - np.minimum(np.minimum(first, second), third)
    picture = np.stack(
        [(unrolled[:, 0] + 180) * PER_DEGREE, (column.high - unrolled[:, 1]) / STEP, unrolled[:, 2]], axis=1
    )
    height, width = column.shape
    buffer = rasterise(picture, kept, faces[spread < 120], height, width)
    radius = buffer.depth.astype(np.float64)
    return Wrapping(column, np.where(np.isfinite(radius), radius, np.nan))


def taut(wrapping: Wrapping, rounds: int = TAUT_ROUNDS, around: float = TAUT_SIGMA) -> Wrapping:
    """Return the radius of a sheet stretched over the surface: nowhere below it, bridging hollows.

    ``around`` says how far (cells) it reaches around the axis in each round, ``TAUT_SIGMA`` along it.
    """
    there = ~np.isnan(wrapping.radius)
    rows, columns = ndimage.distance_transform_edt(~there, return_distances=False, return_indices=True)
    sheet = wrapping.radius[rows, columns]
    floor = np.where(there, wrapping.radius, 0.0)
    for _ in range(rounds):
        spread = ndimage.gaussian_filter(sheet, (TAUT_SIGMA, around), mode="nearest", truncate=3)
        sheet = np.maximum(floor, spread)
    return Wrapping(wrapping.column, sheet)


def evened(wrapping: Wrapping) -> Wrapping:
    """Return the sheet without the small bumps (spines, rib edges) that a thick muscle would hide."""
    radius = ndimage.gaussian_filter(
        wrapping.radius, (EVEN_SIGMA / STEP, EVEN_DEGREES * PER_DEGREE), mode="nearest"
    )
    return Wrapping(wrapping.column, radius)
