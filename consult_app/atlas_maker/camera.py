"""The orthographic camera: mesh frame (metres) to plate pixels.

View frame: x to the right and y down in plate pixels, depth towards the viewer in metres. Azimuth 0
looks at the face, 90 at the body's left side, 180 at the back, 270 at the right side. A pitch above
zero looks down, −90 looks at the soles from below.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AXIS_Z = 0.088
"""Where the body's vertical turning axis stands (metres, mesh frame; x is 0)."""
MARGIN = 12
"""Pixels left free around the figure."""
FLOOR_Y = -0.085
"""Height of the floor (metres, mesh frame): where the skin of the soles ends."""


@dataclass(frozen=True)
class Camera:
    """Where a plate looks from; ``axis_x`` and ``zero_y`` are the plate pixels of the axis at mesh y = 0.

    ``azimuth`` and ``pitch`` are degrees; ``width``, ``height`` and ``scale`` (pixels per metre) belong
    to the raster that is drawn. What lies farther away than the depth ``far`` (metres) is not seen.
    """

    azimuth: int
    scale: float
    width: int
    height: int
    axis_x: float
    zero_y: float
    pitch: int = 0
    far: float = -math.inf

    @cached_property
    def directions(self) -> Floats:
        """Unit vectors (mesh frame) to the viewer's right, up, and towards the viewer, as rows."""
        cosine, sine = _turned(self.azimuth)
        level, tilt = _turned(self.pitch)
        return np.array(
            [
                [cosine, 0.0, -sine],
                [-tilt * sine, level, -tilt * cosine],
                [level * sine, tilt, level * cosine],
            ]
        )

    @property
    def floor(self) -> tuple[float, float]:
        """The pixel (x, y) at which the turning axis meets the floor."""
        return self.axis_x, self.zero_y - FLOOR_Y * self.scale * float(self.directions[1, 1])

    def project(self, points: Floats) -> Floats:
        """Return x, y (pixels) and depth towards the viewer (metres) of mesh points (n × 3)."""
        projected = np.empty((len(points), 3))
        axes = self.directions * np.array([[self.scale], [-self.scale], [1.0]])
        _project(points, axes, np.array([self.axis_x, self.zero_y, 0.0]), projected)
        return projected

    def turn(self, normals: Floats) -> Floats:
        """Return directions (n × 3) as right, up, towards the viewer."""
        return np.stack([normals @ direction for direction in self.directions], axis=1)

    def locate(self, rows: Floats, columns: Floats, depth: Floats) -> Floats:
        """Return the mesh points (n × 3) seen at pixel centres of given rows, columns and depth."""
        right, up, toward = self.directions
        across = (columns + 0.5 - self.axis_x) / self.scale
        above = (self.zero_y - rows - 0.5) / self.scale
        points = across[:, None] * right + above[:, None] * up + depth[:, None] * toward
        points[:, 2] += AXIS_Z
        return np.asarray(points)

    def finer(self, factor: int) -> Camera:
        """Return the same view with ``factor`` times as many pixels."""
        return replace(
            self,
            scale=self.scale * factor,
            width=self.width * factor,
            height=self.height * factor,
            axis_x=self.axis_x * factor,
            zero_y=self.zero_y * factor,
        )


def camera_around(points: Floats, azimuth: int, scale: float, *, pitch: int = 0) -> Camera:
    """Return a camera whose picture holds all ``points`` with a margin; sides are even numbers."""
    unplaced = Camera(azimuth, scale, 0, 0, 0.0, 0.0, pitch)
    projected = unplaced.project(points).round(6)
    low, high = np.floor(projected[:, :2].min(0)), np.ceil(projected[:, :2].max(0))
    width, height = (math.ceil((size + 2 * MARGIN) / 2) * 2 for size in high - low)
    return replace(
        unplaced, width=width, height=height, axis_x=MARGIN - float(low[0]), zero_y=MARGIN - float(low[1])
    )


def _turned(degrees: int) -> tuple[float, float]:
    """Return cosine and sine of an angle, exact at right angles."""
    quarter = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
    angle = math.radians(degrees)
    return quarter.get(degrees % 360, (math.cos(angle), math.sin(angle)))


@numba.njit(nogil=True, cache=True)
def _project(points: Floats, axes: Floats, origin: Floats, projected: Floats) -> None:
    """Write the places of ``points`` along three ``axes``, counted from the turning axis."""
    for number in range(points.shape[0]):
        x, y, z = points[number, 0], points[number, 1], points[number, 2] - AXIS_Z
        for axis in range(3):
            projected[number, axis] = origin[axis] + x * axes[axis, 0] + y * axes[axis, 1] + z * axes[axis, 2]
