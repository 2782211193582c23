"""The orthographic camera: mesh frame (metres) to plate pixels.

View frame: x to the right and y down in plate pixels, depth towards the viewer in metres. Azimuth 0
looks at the face, 90 at the body's left side, 180 at the back, 270 at the right side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AXIS_Z = 0.088
"""Where the body's vertical turning axis stands (metres, mesh frame; x is 0)."""
MARGIN = 12
"""Pixels left free around the figure."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where a plate looks from; ``axis_x`` and ``floor_y`` are the plate pixels of mesh x = y = 0.

    ``width``, ``height`` and ``scale`` (pixels per metre) belong to the raster that is drawn.
    """

    azimuth: int
    scale: float
    width: int
    height: int
    axis_x: float
    zero_y: float

    def project(self, points: Floats) -> Floats:
        """Return x, y (pixels) and depth towards the viewer (metres) of mesh points (n × 3)."""
        right, toward = _directions(self.azimuth)
        moved = points - (0.0, 0.0, AXIS_Z)
        x = self.axis_x + self.scale * (moved @ right)
        y = self.zero_y - self.scale * points[:, 1]
        return np.stack([x, y, moved @ toward], axis=1)

    def turn(self, normals: Floats) -> Floats:
        """Return directions (n × 3) as right, up, towards the viewer."""
        right, toward = _directions(self.azimuth)
        return np.stack([normals @ right, normals[:, 1], normals @ toward], axis=1)

    def locate(self, rows: Floats, columns: Floats, depth: Floats) -> Floats:
        """Return the mesh points (n × 3) seen at pixel centres of given rows, columns and depth."""
        right, toward = _directions(self.azimuth)
        across = (columns + 0.5 - self.axis_x) / self.scale
        points = across[:, None] * right + depth[:, None] * toward
        points[:, 1] = (self.zero_y - rows - 0.5) / self.scale
        points[:, 2] += AXIS_Z
        return points

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


def camera_around(points: Floats, azimuth: int, scale: float) -> Camera:
    """Return a camera whose picture holds all ``points`` with a margin; sides are even numbers."""
    unplaced = Camera(azimuth, scale, 0, 0, 0.0, 0.0)
    projected = unplaced.project(points)
    low, high = np.floor(projected[:, :2].min(0)), np.ceil(projected[:, :2].max(0))
    width, height = (math.ceil((size + 2 * MARGIN) / 2) * 2 for size in high - low)
    return replace(
        unplaced, width=width, height=height, axis_x=MARGIN - float(low[0]), zero_y=MARGIN - float(low[1])
    )


def _directions(azimuth: int) -> tuple[Floats, Floats]:
    """Return the unit vectors to the viewer's right and towards the viewer, exact at right angles."""
    quarter = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
    angle = math.radians(azimuth)
    cosine, sine = quarter.get(azimuth % 360, (math.cos(angle), math.sin(angle)))
    return np.array([cosine, 0.0, -sine]), np.array([sine, 0.0, cosine])
