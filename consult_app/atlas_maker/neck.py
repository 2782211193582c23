"""The windpipe, and quiet soft tissue of neck, mouth and chest: without it one looks through the body."""

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
ROUNDED = 0.014
"""Length (metres) of the rounded ends of what is not a pipe."""
PHARYNX = ((1.535, 0.112), (1.575, 0.118), (1.620, 0.121), (1.660, 0.121))
"""Behind mouth and nose; it is seen through the window in the jaw."""
MEDIASTINUM = ((1.310, 0.125), (1.390, 0.118), (1.450, 0.105))
"""What lies between the lungs; it is seen between the ribs beside the breastbone."""
SHEATH = ((1.400, 0.092), (1.440, 0.096), (1.500, 0.103), (1.560, 0.108))


def neck(palette: Palette) -> list[Surface]:
    """Return the windpipe (cartilage) and the soft tissue around, above and below it (quiet muscle)."""
    pipe = _tube(WINDPIPE, 0.0105, 0.0115, ring=RING_HEIGHT)
    sheath = _tube(SHEATH, 0.0230, 0.0130, rounded=ROUNDED)
    floor = _tube(MOUTH_FLOOR, 0.0200, 0.0200, rounded=ROUNDED)
    chest = _tube(MEDIASTINUM, 0.0420, 0.0380, rounded=2 * ROUNDED)
    pharynx = _tube(PHARYNX, 0.0170, 0.0270, rounded=ROUNDED)
    return [
        surface_of("windpipe", pipe, palette.number("cartilage")),
        surface_of("neck sheath", sheath, palette.number("muscle")),
        surface_of("floor of mouth", floor, palette.number("muscle")),
        surface_of("mediastinum", chest, palette.number("muscle")),
        surface_of("pharynx", pharynx, palette.number("muscle")),
    ]


def _tube(
    line: tuple[tuple[float, float], ...],
    half_width: float,
    half_depth: float,
    ring: float = 0.0,
    rounded: float = 0.0,
) -> Mesh:
    """Return an upright tube of elliptic section around ``line``, its ends ``rounded`` (metres)."""
    height, middle = np.array(line).T
    y = np.arange(height[0], height[-1], STEP)
    around = np.linspace(0, 2 * np.pi, 96)
    bump = ring * np.sqrt(np.abs(np.sin(np.pi * y / RING_PITCH)))[:, None]
    share = _rounding(y, rounded)[:, None] if rounded else 1.0
    x = share * (half_width + bump) * np.sin(around)
    z = np.interp(y, height, middle)[:, None] + share * (half_depth + bump) * np.cos(around)
    points = np.stack([x, np.broadcast_to(y[:, None], x.shape), z], axis=2).reshape(-1, 3)
    return Mesh(points, grid_faces(len(y), len(around), flipped=False))


def _rounding(y: Floats, length: float) -> Floats:
    """Return 0 at both ends of ``y`` and 1 from ``length`` inwards, along a quarter of an oval."""
    near = np.clip(np.minimum(y - y[0], y[-1] - y) / length, 0, 1)
    return np.asarray(np.sqrt(1 - (1 - near) ** 2))
