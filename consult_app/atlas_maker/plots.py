"""Regions drawn on a surface: closed curves in unrolled coordinates, and the split of the abdomen.

The left side is given, the right one mirrors it. Angles are degrees around an upright axis, counted
from the front; heights are metres in the mesh frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from consult_app.atlas_maker.measuring import enclosed
from consult_app.atlas_maker.unrolling import Column

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

HEAD = Column(z=0.08, low=1.50, high=1.79, facing="front")


@dataclass(frozen=True, slots=True)
class Plot:
    """A muscle drawn on the skin of the head: corners of a smooth closed curve (degrees, metres)."""

    muscle: str
    group: str
    corners: tuple[tuple[float, float], ...]


PLOTS = (
    Plot(
        "frontalis",
        "scalp-forehead",
        ((2.5, 1.684), (14, 1.685), (26, 1.688), (33, 1.695), (34, 1.712), (29, 1.732), (18, 1.744),
         (6, 1.742), (2.5, 1.730)),
    ),
    Plot(
        "temporalis",
        "jaw",
        ((46, 1.650), (53, 1.639), (63, 1.636), (72, 1.641), (76, 1.654), (83, 1.667), (93, 1.670),
         (101, 1.676), (101, 1.690), (94, 1.703), (81, 1.713), (66, 1.716),
         (54, 1.708), (46, 1.692), (43, 1.671)),
    ),
    Plot(
        "masseter",
        "jaw",
        ((36, 1.620), (46, 1.626), (58, 1.627), (64, 1.621), (64.5, 1.606), (62, 1.590),
         (55, 1.581), (46, 1.577), (40, 1.585), (37, 1.602)),
    ),
    Plot(
        "occipitalis",
        "scalp-forehead",
        ((139, 1.642), (149, 1.634), (162, 1.631), (174, 1.633), (176, 1.646), (173, 1.664), (164, 1.674),
         (152, 1.672), (142, 1.660)),
    ),
)  # fmt: skip

SEMILUNAR = ((0.855, 0.012), (0.88, 0.026), (0.91, 0.043), (0.95, 0.060), (1.00, 0.073), (1.06, 0.081),
    (1.15, 0.085), (1.22, 0.084), (1.27, 0.078), (1.32, 0.062))  # fmt: skip
"""y and x (metres) of the outer edge of rectus abdominis, from the pubis to the ribs."""

SHORT_EXTENSORS = (
    ("extensor-digitorum-brevis", (0.123, 0.126), 0.030, 0.012),
    ("extensor-hallucis-brevis", (0.106, 0.143), 0.024, 0.008),
)
"""Muscles drawn on the back of the left foot: x and z (metres) of the middle, half length, half width."""
FOOT_TURN = 0.32
"""How much the foot's axis turns outwards (x per z)."""
DORSUM_Y = -0.050
"""What lies lower on the foot (metres) is not its back."""


def on_foot(middle: tuple[float, float], length: float, width: float, points: Floats) -> Mask:
    """Return which mesh points lie on an oval (metres) on the back of either foot."""
    along = np.array([FOOT_TURN, 1.0]) / np.hypot(FOOT_TURN, 1.0)
    offset = np.stack([np.abs(points[:, 0]) - middle[0], points[:, 2] - middle[1]], axis=1)
    far = offset @ along / length
    aside = (offset[:, 0] * along[1] - offset[:, 1] * along[0]) / width
    return np.asarray((far**2 + aside**2 < 1) & (points[:, 1] > DORSUM_Y) & (points[:, 1] < 0.02))


def on_head(plot: Plot, points: Floats) -> Mask:
    """Return which mesh points lie within ``plot``, on either side."""
    unrolled = HEAD.unroll(points)
    flat = np.stack([np.abs(unrolled[:, 0]), unrolled[:, 1] * 1000], axis=1)
    return enclosed(flat, _curve(plot.corners) * (1, 1000))


def rectus_zone(points: Floats) -> Floats:
    """Return how far (metres) inside rectus abdominis of either side points of the abdominal wall lie."""
    height, half = np.array(SEMILUNAR).T
    edge = CubicSpline(height, half)(np.clip(points[:, 1], height[0], height[-1]))
    return np.asarray(np.minimum(edge - np.abs(points[:, 0]), points[:, 2] - 0.12))


def _curve(corners: tuple[tuple[float, float], ...]) -> Floats:
    """Return a smooth closed curve through ``corners`` as a dense polygon."""
    closed = np.array([*corners, corners[0]])
    steps = np.hypot(*(np.diff(closed, axis=0) * (0.0017, 1)).T)
    place = np.concatenate([[0.0], np.cumsum(steps)])
    spline = CubicSpline(place, closed, bc_type="periodic")
    return np.asarray(spline(np.linspace(0, place[-1], 240, endpoint=False)))
