"""Dorsal interossei and extensor digitorum brevis of the foot (left side, metres)."""

from __future__ import annotations

from consult_app.atlas_maker.bellies import Belly, Point

_SPACES: tuple[tuple[Point, Point, Point], ...] = (
    ((0.100, -0.033, 0.148), (0.108, -0.044, 0.171), (0.120, -0.060, 0.196)),
    ((0.112, -0.033, 0.143), (0.122, -0.044, 0.166), (0.133, -0.061, 0.192)),
    ((0.121, -0.039, 0.134), (0.132, -0.049, 0.159), (0.144, -0.063, 0.182)),
    ((0.126, -0.047, 0.124), (0.138, -0.056, 0.147), (0.152, -0.066, 0.167)),
)
INTEROSSEI_DORSALES_PEDIS = tuple(
    Belly(line, 0.0115, width, (0.0, 1.0, 0.35), (0.55, 0.35))
    for line, width in zip(_SPACES, (0.0085, 0.0065, 0.0065, 0.0075), strict=True)
)
"""One in each space between the metatarsal bones."""

_SHORT_EXTENSORS: tuple[tuple[Point, ...], ...] = (
    ((0.097, -0.020, 0.100), (0.112, -0.013, 0.127), (0.120, -0.026, 0.155), (0.130, -0.054, 0.197)),
    ((0.099, -0.022, 0.098), (0.119, -0.020, 0.125), (0.130, -0.036, 0.155), (0.142, -0.057, 0.188)),
    ((0.101, -0.025, 0.096), (0.124, -0.029, 0.121), (0.137, -0.044, 0.149), (0.153, -0.061, 0.181)),
)
EXTENSOR_DIGITORUM_BREVIS = tuple(
    Belly(line, 0.0100, 0.0055, (1.0, 0.0, -0.3), (0.6, 0.16), 0.62) for line in _SHORT_EXTENSORS
)
"""Three slips from the heel bone to the second, third and fourth toe."""
