"""The diaphragm and the rectus sheath's back wall: quiet tissues that close the trunk where it is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from consult_app.atlas_maker.meshes import Mesh
from consult_app.atlas_maker.patches import Patch, grid_faces
from consult_app.atlas_maker.scene import surface_of

if TYPE_CHECKING:
    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Surface

Floats = NDArray[np.float64]

RIM = ((0.000, 1.262, 0.208), (0.030, 1.240, 0.208), (0.060, 1.200, 0.198), (0.085, 1.168, 0.180),
    (0.105, 1.145, 0.155), (0.114, 1.128, 0.125), (0.113, 1.122, 0.095), (0.098, 1.122, 0.068),
    (0.075, 1.138, 0.052), (0.050, 1.152, 0.056), (0.036, 1.150, 0.082),
    (0.025, 1.120, 0.106), (0.013, 1.082, 0.120), (0.004, 1.120, 0.126), (0.000, 1.165, 0.124))  # fmt: skip
"""Points (metres) along the left half of its edge: breastbone, costal arch, ribs, crura on the spine."""
TOP = (0.045, 1.325, 0.130)
"""The top of the left dome; the middle between both domes is a little lower."""
MIDDLE_Y = 1.312
ACROSS, ALONG = 160, 90

REAR_SHEATH = Patch(
    (0.0, 0.5, 1.0),
    (
        ((0, 1.270, 0.020), (0, 1.100, 0.020), (0, 0.960, 0.016), (0, 0.880, 0.012)),
        ((20, 1.245, 0.018), (20, 1.100, 0.018), (17, 0.960, 0.014), (10, 0.880, 0.011)),
        ((46, 1.190, 0.010), (42, 1.100, 0.008), (36, 0.990, 0.007), (24, 0.885, 0.006)),
    ),
    thickness=0.0,
    grain=0.00008,
    soft=(False, False, False, False),
    lift=0.0,
    bundles=30,
)
"""Behind rectus abdominis (degrees from the front, height, depth beneath the wall); left side."""


def diaphragm(palette: Palette) -> list[Surface]:
    """Return both halves of the diaphragm as quiet muscle, with fibres towards its top."""
    paint = palette.number("muscle")
    return [_half(side, paint) for side in (1, -1)]


def _half(side: int, paint: int) -> Surface:
    rim = np.array(RIM)
    steps = np.linalg.norm(np.diff(rim, axis=0), axis=1)
    place = np.concatenate([[0.0], np.cumsum(steps)])
    edge = PchipInterpolator(place, rim)(np.linspace(0, place[-1], ACROSS))
    top = np.array(TOP) + 0.42 * (edge - TOP) * (1, 0, 1)
    top[:, 0] = np.maximum(top[:, 0], 0.0)
    near = np.clip(edge[:, 0] / 0.03, 0, 1)
    top[:, 0] *= near
    top[:, 1] = MIDDLE_Y + (TOP[1] - MIDDLE_Y) * near
    shoulder = np.stack([edge[:, 0], top[:, 1] - 0.03, edge[:, 2]], axis=1)
    u = np.linspace(0, 1, ALONG)[None, :, None]
    points = (1 - u) ** 2 * edge[:, None] + 2 * u * (1 - u) * shoulder[:, None] + u**2 * top[:, None]
    ways = np.gradient(points, axis=1)
    ways /= np.maximum(np.linalg.norm(ways, axis=2, keepdims=True), 1e-12)
    mesh = Mesh(points.reshape(-1, 3) * (side, 1, 1), grid_faces(ACROSS, ALONG, flipped=side < 0))
    return replace(surface_of("diaphragm", mesh, paint), ways=ways.reshape(-1, 3) * (side, 1, 1))
