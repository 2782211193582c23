"""The pterygoids, between the lateral plate of the sphenoid bone and the jaw (left side, metres)."""

from __future__ import annotations

from consult_app.atlas_maker.bellies import Belly

LATERAL_PTERYGOID = (
    Belly(((0.029, 1.610, 0.132), (0.038, 1.616, 0.119), (0.046, 1.622, 0.105)), 0.0150, 0.0085,
        (0.0, 1.0, 0.0), (0.8, 0.45)),
    Belly(((0.033, 1.628, 0.131), (0.040, 1.628, 0.119), (0.046, 1.627, 0.105)), 0.0085, 0.0070,
        (0.0, 1.0, 0.0), (0.8, 0.45)),
)  # fmt: skip
"""The lower head, from the plate to the neck of the jaw; the upper, from the skull to the joint."""

MEDIAL_PTERYGOID = (
    Belly(((0.021, 1.609, 0.127), (0.031, 1.592, 0.122), (0.041, 1.572, 0.115)), 0.0130, 0.0080,
        (0.0, 0.6, 1.0), (0.8, 0.85)),
    Belly(((0.022, 1.606, 0.131), (0.033, 1.590, 0.128), (0.042, 1.570, 0.123)), 0.0130, 0.0080,
        (0.0, 0.6, 1.0), (0.8, 0.85)),
)  # fmt: skip
"""From the inner side of the plate down, back and outwards to the inner side of the angle of the jaw."""
