"""Multifidus and quadratus lumborum: bundles between vertebrae, hip bone and ribs (left side, metres)."""

from __future__ import annotations

from consult_app.atlas_maker.bellies import Belly, Point

SPINES = {
    "T2": (1.443, 0.018), "T3": (1.416, 0.007), "T4": (1.393, 0.006), "T5": (1.350, 0.006),
    "T6": (1.318, 0.007), "T7": (1.290, 0.006), "T8": (1.262, 0.007), "T9": (1.233, 0.012),
    "T10": (1.200, 0.014), "T11": (1.178, 0.019), "T12": (1.152, 0.029), "L1": (1.119, 0.037),
    "L2": (1.086, 0.042), "L3": (1.060, 0.037), "L4": (1.036, 0.034), "L5": (1.010, 0.025),
}  # fmt: skip
"""y and z of the tips of the spinous processes."""
SPINE_X = 0.0038
PROCESSES: dict[str, Point] = {
    "T4": (0.023, 1.413, 0.031), "T5": (0.024, 1.388, 0.022), "T6": (0.024, 1.362, 0.017),
    "T7": (0.024, 1.328, 0.017), "T8": (0.023, 1.293, 0.018), "T9": (0.022, 1.264, 0.023),
    "T10": (0.023, 1.232, 0.028), "T11": (0.020, 1.206, 0.035), "T12": (0.019, 1.178, 0.040),
    "L1": (0.020, 1.147, 0.047), "L2": (0.021, 1.117, 0.052), "L3": (0.023, 1.089, 0.054),
    "L4": (0.025, 1.059, 0.051), "L5": (0.028, 1.028, 0.045), "S1": (0.034, 1.001, 0.036),
    "iliac spine": (0.040, 0.980, 0.018), "S2": (0.029, 0.968, 0.018), "S3": (0.021, 0.945, 0.007),
    "S4": (0.013, 0.922, -0.001),
}  # fmt: skip
"""Where bundles of multifidus arise: transverse and mamillary processes, sacrum, posterior iliac spine."""

_THORACIC = (
    ("T2", "T4"), ("T2", "T5"), ("T3", "T5"), ("T3", "T6"), ("T4", "T6"), ("T4", "T7"), ("T5", "T7"),
    ("T5", "T8"), ("T6", "T8"), ("T6", "T9"), ("T7", "T9"), ("T7", "T10"), ("T8", "T10"), ("T8", "T11"),
    ("T9", "T11"), ("T9", "T12"), ("T10", "T12"),
)  # fmt: skip
_LUMBAR = (
    ("T10", "L1"), ("T11", "L1"), ("T11", "L2"), ("T12", "L2"), ("T12", "L3"), ("L1", "L3"), ("L1", "L4"),
    ("L1", "L5"), ("L1", "iliac spine"), ("L2", "L4"), ("L2", "L5"), ("L2", "S1"), ("L2", "iliac spine"),
    ("L3", "L5"), ("L3", "S1"), ("L3", "S2"), ("L3", "iliac spine"), ("L4", "S1"), ("L4", "S2"), ("L4", "S3"),
    ("L5", "S1"), ("L5", "S2"), ("L5", "S3"), ("L5", "S4"),
)  # fmt: skip
"""Spinous process and process of each bundle."""


def _bundle(spine: str, process: str, width: float, thickness: float, swell: float, sunk: float) -> Belly:
    """Return a bundle that swells backwards by ``swell`` and ends ``sunk`` in front of the tip (metres)."""
    y, z = SPINES[spine][0], SPINES[spine][1] + sunk
    x0, y0, z0 = PROCESSES[process]
    middle = (0.55 * x0 + 0.45 * SPINE_X, 0.55 * y0 + 0.45 * y, 0.5 * (z0 + z) - swell)
    return Belly(((x0, y0, z0), middle, (SPINE_X, y, z)), width, thickness, (1.0, 0.0, 0.0), (0.45, 0.35))


MULTIFIDUS_THORACIS = tuple(_bundle(*pair, 0.0070, 0.0055, 0.0005, 0.005) for pair in _THORACIC)
MULTIFIDUS_LUMBORUM = tuple(_bundle(*pair, 0.0150, 0.0110, 0.0030, 0.0) for pair in _LUMBAR)

_QUADRATUS_LINES: tuple[tuple[Point, Point, Point], ...] = (
    ((0.095, 1.036, 0.058), (0.083, 1.074, 0.060), (0.066, 1.138, 0.042)),
    ((0.085, 1.031, 0.053), (0.074, 1.076, 0.059), (0.052, 1.150, 0.044)),
    ((0.074, 1.026, 0.049), (0.062, 1.078, 0.060), (0.039, 1.160, 0.052)),
    ((0.091, 1.035, 0.056), (0.070, 1.085, 0.061), (0.038, 1.140, 0.062)),
    ((0.087, 1.033, 0.055), (0.066, 1.070, 0.062), (0.042, 1.110, 0.065)),
    ((0.080, 1.030, 0.052), (0.062, 1.058, 0.062), (0.042, 1.080, 0.069)),
    ((0.070, 1.026, 0.050), (0.058, 1.042, 0.060), (0.045, 1.053, 0.066)),
)
QUADRATUS_LUMBORUM = tuple(
    Belly(line, 0.0190, 0.0075, (1.0, 0.3, 0.3), (0.75, end))
    for line, end in zip(_QUADRATUS_LINES, (0.65, 0.65, 0.65, 0.35, 0.35, 0.35, 0.35), strict=True)
)
"""Fibres from the iliac crest to the twelfth rib, and to the transverse processes of L1 to L4."""
