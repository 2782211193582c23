"""Where the figure keeps its skin (head, hands, feet) and where skin is left out.

Every function takes mesh points (n × 3, metres) and returns a signed distance in metres, positive
inside the zone. The numbers were read off the BodyParts3D body.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HEAD_Z = 0.08
"""Where the head's upright axis stands (metres; x is 0)."""
HEAD_CUT = ((0, 1.530), (20, 1.533), (30, 1.541), (45, 1.556), (58, 1.573), (70, 1.590), (82, 1.597),
    (100, 1.600), (130, 1.602), (180, 1.601))  # fmt: skip
"""Angle from the front (degrees, either side) and height of the line that parts the skin of the head
from the bare neck: chin, jaw, ear lobe, nape."""
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


def skin_zone(points: Floats) -> Floats:
    """Return how far inside the head's, a hand's or a foot's skin each point lies."""
    return np.maximum(np.maximum(head_zone(points), hand_zone(points)), foot_zone(points))


def head_zone(points: Floats) -> Floats:
    """Return how far above the jaw and nape line each point lies."""
    angle, height = np.array(HEAD_CUT, float).T
    around = np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - HEAD_Z))
    return np.asarray(points[:, 1] - np.interp(around, angle, height))


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
