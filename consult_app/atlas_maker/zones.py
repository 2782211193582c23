"""Where the figure keeps its skin (head, hands, feet) and where skin is left out.

Every function takes mesh points (n × 3, metres) and returns a signed distance in metres, positive
inside the zone. The numbers were read off the BodyParts3D body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from consult_app.atlas.model import Layer

Floats = NDArray[np.float64]
Line = tuple[tuple[float, float], ...]

HEAD_Z = 0.08
"""Where the head's upright axis stands (metres; x is 0)."""
HEAD_CUT = ((0, 1.530), (20, 1.533), (30, 1.541), (45, 1.556), (58, 1.573), (70, 1.590), (82, 1.597),
    (100, 1.600), (130, 1.602), (180, 1.601))  # fmt: skip
"""Angle from the front (degrees, either side) and height of the line that parts the skin of the head
from the bare neck: chin, jaw, ear lobe, nape."""
BARED_NAPE = ((97, 0.000), (108, 0.022), (120, 0.027), (180, 0.027))
"""Angle (degrees) and how much higher (metres) the line stands when the nape is bared up to the skull."""
BELOW_JAW = ((38, 0.000), (55, -0.014), (72, -0.022), (86, -0.016), (96, 0.000))
"""The same beneath the window in the jaw, where a strip of skin of the neck is kept to frame it."""
JAW_WINDOW, JAW_HALF = (1.6015, 0.1250), (0.0285, 0.0240)
"""y and z of the middle of the window over the branch of the jaw, and half its size."""
WINDOW_RIM = 2.5
"""How many times faster than elsewhere the skin thins towards the rim of that window."""
JAW_CUT, JAW_CUT_HALF = (1.599, 0.1320), (0.0255, 0.0300)
"""The same of the piece that is cut out of the jaw bone itself."""
COSTAL_MARGIN = ((0.100, 1.098), (0.128, 1.120), (0.147, 1.141), (0.176, 1.167), (0.200, 1.190),
    (0.215, 1.230))  # fmt: skip
"""z and y of the line below which the ends of the intercostal muscles stick out of the rib cage."""
JAW_X = 0.024
"""The window is cut where points lie farther out than this (metres)."""
WRIST = (0.268, 0.893, 0.127)
FOREARM = (0.10, -0.975, 0.20)
"""A point of the left wrist, and the direction in which the forearm points to it."""
ANKLE_Y = 0.012
PUBIC_PROFILE = (
    (0.70, 0.188),
    (0.80, 0.186),
    (0.84, 0.184),
    (0.85, 0.1855),
    (0.86, 0.1895),
    (0.88, 0.199),
    (0.93, 0.214),
)
"""y and z of the modest profile between abdomen and thighs; skin in front of it is left out."""


def skin_zone(points: Floats, layer: Layer = "superficial") -> Floats:
    """Return how far inside the skin that ``layer`` keeps each point lies: of head, hands and feet."""
    if layer == "intermediate":
        return bared_head_zone(points)
    if layer == "deep":
        return np.minimum(bared_head_zone(points, BELOW_JAW), WINDOW_RIM * jaw_window(points))
    return np.maximum(np.maximum(head_zone(points), hand_zone(points)), foot_zone(points))


def head_zone(points: Floats) -> Floats:
    """Return how far above the jaw and nape line each point lies."""
    angle, height = np.array(HEAD_CUT, float).T
    around = np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - HEAD_Z))
    return np.asarray(points[:, 1] - np.interp(around, angle, height))


def bared_head_zone(points: Floats, lower: Line = ()) -> Floats:
    """Return how far above the jaw line and the nuchal line of the skull each point lies.

    ``lower`` moves the jaw line: angles (degrees) and metres.
    """
    around = np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - HEAD_Z))
    raised = np.interp(around, *np.array((*lower, *BARED_NAPE)).T)
    return np.asarray(head_zone(points) - raised)


def rib_cage(points: Floats) -> Floats:
    """Return how far above the costal margin each point lies; far above it behind the ribs' tips."""
    depth, height = np.array(COSTAL_MARGIN).T
    above = points[:, 1] - np.interp(points[:, 2], depth, height)
    return np.where(points[:, 2] > depth[0], above, 1.0)


def jaw_window(points: Floats) -> Floats:
    """Return how far outside the window on the side of the jaw each point lies."""
    return _outside_oval(points, JAW_WINDOW, JAW_HALF)


def jaw_cut(points: Floats) -> Floats:
    """Return how far outside the piece cut out of the jaw bone each point lies."""
    return _outside_oval(points, JAW_CUT, JAW_CUT_HALF)


def _outside_oval(points: Floats, middle: tuple[float, float], half: tuple[float, float]) -> Floats:
    away = np.hypot((points[:, 1] - middle[0]) / half[0], (points[:, 2] - middle[1]) / half[1])
    return np.maximum((away - 1.0) * min(half), JAW_X - np.abs(points[:, 0]))


def hand_zone(points: Floats) -> Floats:
    """Return how far beyond the wrist each point lies; far negative away from the arms."""
    mirrored = points * (1.0, 1.0, 1.0)
    mirrored[:, 0] = np.abs(points[:, 0])
    direction = np.array(FOREARM) / np.linalg.norm(FOREARM)
    beyond = (mirrored - WRIST) @ direction
    return np.where(mirrored[:, 0] > 0.205, beyond, -1.0)


def foot_zone(points: Floats) -> Floats:
    """Return how far below the ankle each point lies."""
    return ANKLE_Y - points[:, 1] + 0.15 * (points[:, 2] - 0.08)


def modest(points: Floats) -> Floats:
    """Return how far outside the left-out part of the skin each point lies."""
    centre, size = np.array([0.0, 0.785, 0.150]), np.array([0.042, 0.075, 0.095])
    outside = (np.linalg.norm((points - centre) / size, axis=1) - 1.0) * size.min()
    behind = np.interp(points[:, 1], *np.array(PUBIC_PROFILE).T) - points[:, 2]
    aside = np.maximum(np.abs(points[:, 0]) - 0.055, np.abs(points[:, 1] - 0.82) - 0.10)
    return np.asarray(np.minimum(outside, np.maximum(behind, aside)))
