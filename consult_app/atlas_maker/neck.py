"""The windpipe and what surrounds it: without them one looks through the neck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.meshes import Mesh
from consult_app.atlas_maker.patches import grid_faces
from consult_app.atlas_maker.scene import Surface, surface_of

if TYPE_CHECKING:
    from consult_app.atlas_maker.paints import Palette

Floats = NDArray[np.float64]

STEP = 0.0012
RING_PITCH, RING_HEIGHT = 0.0062, 0.0004
"""Distance and height (metres) of the rings of the windpipe."""
WINDPIPE = ((1.395, 0.112), (1.440, 0.116), (1.480, 0.117), (1.520, 0.116))
"""Height and z (metres) along the middle of the windpipe; x is 0."""
MOUTH_FLOOR = ((1.537, 0.127), (1.600, 0.130))
SHEATH = ((1.400, 0.092), (1.440, 0.096), (1.500, 0.103), (1.560, 0.108))


def neck(palette: Palette) -> list[Surface]:
    """Return the windpipe (cartilage) and the soft tissue around it (quiet muscle)."""
    pipe = _tube(WINDPIPE, 0.0105, 0.0115, RING_HEIGHT)
    sheath = _tube(SHEATH, 0.0230, 0.0130, 0.0)
    floor = _tube(MOUTH_FLOOR, 0.0200, 0.0200, 0.0)
    return [
        surface_of("windpipe", pipe, palette.number("cartilage")),
        surface_of("neck sheath", sheath, palette.number("muscle")),
        surface_of("floor of mouth", floor, palette.number("muscle")),
    ]


def _tube(line: tuple[tuple[float, float], ...], half_width: float, half_depth: float, ring: float) -> Mesh:
    """Return an upright tube of elliptic section around ``line``."""
    height, middle = np.array(line).T
    y = np.arange(height[0], height[-1], STEP)
    around = np.linspace(0, 2 * np.pi, 96)
    bump = ring * np.sqrt(np.abs(np.sin(np.pi * y / RING_PITCH)))[:, None]
    x = (half_width + bump) * np.sin(around)
    z = np.interp(y, height, middle)[:, None] + (half_depth + bump) * np.cos(around)
    points = np.stack([x, np.broadcast_to(y[:, None], x.shape), z], axis=2).reshape(-1, 3)
    return Mesh(points, grid_faces(len(y), len(around), flipped=False))
