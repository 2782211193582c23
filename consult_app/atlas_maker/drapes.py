"""What the meshes lack and the trunk shows: drawn once in 3-D, laid over what lies beneath.

Angles are degrees around the trunk's axis from the middle of back or front, heights are metres; the
left side is given, the right one is its mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker.abdominal_wall import INTERNAL_OBLIQUE, TRANSVERSUS_ABDOMINIS
from consult_app.atlas_maker.diaphragm import REAR_SHEATH
from consult_app.atlas_maker.paints import region
from consult_app.atlas_maker.patches import Patch, lay
from consult_app.atlas_maker.scene import join, surface_of
from consult_app.atlas_maker.unrolling import STEP, Column, Wrapping, evened, taut, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Surface

BACK = Column(z=0.10, low=0.80, high=1.48, facing="back")
FRONT = Column(z=0.10, low=0.78, high=1.48, facing="front")
NAPE = Column(z=0.06, low=1.49, high=1.63, facing="back")
FLANK_REACH = 8.0
"""How far (cells) the sheet of the back bridges the hollow beside the loins in each round."""
FLANK_FROM, FLANK_SPAN = 16.0, 12.0
"""Angle (degrees) from which it does so, and over which it begins to."""
CREST_Y = 1.018
"""Height (metres) above which it does so."""
ARM_X = 0.197
"""Meshes that reach farther out than this (metres) belong to the arm and carry no drape."""

_START = ((3, 1.300), (8, 1.232), (17, 1.160), (31, 1.088), (46, 1.051), (60, 1.031))
"""Where latissimus dorsi leaves the fascia, from the seventh thoracic spine to the iliac crest."""
_PLACES = (0.0, 0.25, 0.5, 0.75, 0.9, 1.0)

LATISSIMUS = Patch(
    _PLACES,
    (
        (
            _START[0],
            (20, 1.297),
            (38, 1.298),
            (50, 1.306),
            (60, 1.320),
            (70, 1.338),
            (80, 1.358),
            (88, 1.372),
        ),
        (_START[1], (35, 1.250), (60, 1.295), (75, 1.330), (89, 1.3705)),
        (_START[2], (38, 1.185), (65, 1.262), (79, 1.318), (90.5, 1.369)),
        (_START[3], (48, 1.115), (72, 1.215), (84, 1.296), (92, 1.367)),
        (_START[4], (60, 1.095), (78, 1.215), (87, 1.295), (92.6, 1.366)),
        (_START[5], (68, 1.080), (82, 1.215), (89, 1.290), (93, 1.365)),
    ),
    thickness=0.0042,
    soft=(True, True, False, True),
)
LUMBAR_FASCIA = Patch(
    _PLACES,
    (
        ((0, 1.300), (1.5, 1.300), _START[0]),
        ((0, 1.235), (4, 1.2335), _START[1]),
        ((0, 1.170), (8, 1.165), _START[2]),
        ((0, 1.105), (15, 1.097), _START[3]),
        ((0, 1.070), (23, 1.061), _START[4]),
        ((0, 1.045), (30, 1.039), _START[5]),
    ),
    thickness=0.0042,
    grain=0.00010,
    soft=(True, False, False, False),
    bundles=70,
)
SACRAL_FASCIA = Patch(
    (0.0, 0.5, 1.0),
    (
        ((0, 1.045), (30, 1.039), _START[5]),
        ((0, 0.970), (13, 0.985), (28, 1.012), (45, 1.031), (60.2, 1.0315)),
        (
            (0, 0.862),
            (7.5, 0.872),
            (15, 0.900),
            (21, 0.943),
            (26.5, 0.975),
            (33, 0.998),
            (42, 1.019),
            (52, 1.031),
            (60.4, 1.032),
        ),
    ),
    thickness=0.0042,
    grain=0.00010,
    soft=(False, True, False, True),
    bundles=45,
)
LINEA_ALBA = Patch(
    (0.0, 0.33, 0.66, 1.0),
    (
        ((0, 1.275), (0, 1.100), (0, 0.960), (0, 0.862)),
        ((2.2, 1.275), (2.2, 1.100), (1.9, 0.960), (1.6, 0.862)),
        ((3.6, 1.275), (3.6, 1.100), (3.2, 0.960), (2.8, 0.862)),
        ((7.0, 1.275), (7.0, 1.100), (6.0, 0.960), (5.0, 0.862)),
    ),
    thickness=0.0,
    grain=0.00008,
    soft=(False, False, False, False),
    lift=-0.0012,
    bundles=9,
)
GROIN = Patch(
    (0.0, 0.4, 1.0),
    (
        ((0, 0.905), (18, 0.905), (30, 0.914), (45, 0.928), (58, 0.950), (64, 0.978), (71, 1.004)),
        ((0, 0.866), (18, 0.868), (30, 0.873), (45, 0.879), (59, 0.898), (66, 0.928), (72, 0.965)),
        ((0, 0.846), (18, 0.850), (30, 0.854), (45, 0.860), (60, 0.876), (68, 0.905), (74, 0.950)),
    ),
    thickness=0.0,
    grain=0.00008,
    soft=(False, False, False, False),
    lift=-0.0008,
    bundles=14,
)

NUCHAL_LIGAMENT = Patch(
    (0.0, 0.5, 1.0),
    (
        ((0, 1.606), (0, 1.570), (0, 1.530)),
        ((11, 1.606), (8, 1.570), (3, 1.530)),
        ((24, 1.606), (17, 1.570), (6, 1.530)),
    ),
    thickness=0.0,
    grain=0.00006,
    soft=(False, False, False, False),
    lift=-0.0006,
    bundles=12,
)


@dataclass(frozen=True, slots=True)
class _Drape:
    """A patch with the column it is laid around; ``muscle`` and ``group`` are empty for fascia."""

    name: str
    patch: Patch
    column: Column
    muscle: str = ""
    group: str = ""


DRAPES = (
    _Drape("latissimus dorsi", LATISSIMUS, BACK, "latissimus-dorsi", "latissimus-teres-major"),
    _Drape("thoracolumbar fascia", LUMBAR_FASCIA, BACK),
    _Drape("thoracolumbar fascia", SACRAL_FASCIA, BACK),
    _Drape("internal oblique", INTERNAL_OBLIQUE, FRONT, "internal-oblique", "obliques"),
    _Drape("transversus abdominis", TRANSVERSUS_ABDOMINIS, FRONT, "transversus-abdominis", "obliques"),
    _Drape("rear rectus sheath", REAR_SHEATH, FRONT),
    _Drape("linea alba", LINEA_ALBA, FRONT),
    _Drape("inguinal ligament", GROIN, FRONT),
    _Drape("nuchal ligament", NUCHAL_LIGAMENT, NAPE),
)


def drape(surfaces: Sequence[Surface], palette: Palette) -> list[Surface]:
    """Return the drapes of the trunk, laid over the outermost of ``surfaces``; trapezius stays on top."""
    trunk = [item for item in surfaces if np.abs(item.mesh.vertices[:, 0]).max() < ARM_X]
    beneath = [item for item in trunk if "trapezius" not in item.name]
    sheets = {
        BACK: evened(_back(_sheet(beneath, BACK))),
        FRONT: taut(_sheet(beneath, FRONT)),
        NAPE: taut(_sheet(trunk, NAPE)),
    }
    return [_surface(item, sheets[item.column], side, palette) for item in DRAPES for side in (1, -1)]


def _back(sheet: Wrapping) -> Wrapping:
    """Return the taut sheet of the back: close to the spine in the middle, stretched wide over the flanks."""
    close, wide = taut(sheet), taut(sheet, around=FLANK_REACH)
    rows, columns = sheet.column.shape
    angle = np.abs((np.arange(columns) + 0.5) * 360 / columns - 180)
    height = sheet.column.high - (np.arange(rows) + 0.5) * STEP
    share = (
        np.clip((angle - FLANK_FROM) / FLANK_SPAN, 0, 1) * np.clip((height - CREST_Y) / 0.02, 0, 1)[:, None]
    )
    return Wrapping(sheet.column, close.radius + share * (wide.radius - close.radius))


def _sheet(surfaces: Sequence[Surface], column: Column) -> Wrapping:
    """Return the outermost radius of those of ``surfaces`` that reach the column's heights."""
    heights = [(item.mesh.vertices[:, 1].min(), item.mesh.vertices[:, 1].max()) for item in surfaces]
    near = [low < column.high and high > column.low for low, high in heights]
    scene = join([item for item, there in zip(surfaces, near, strict=True) if there])
    return wrap(column, scene.vertices, scene.faces, scene.kept)


def _surface(item: _Drape, sheet: Wrapping, side: int, palette: Palette) -> Surface:
    mesh = lay(item.patch, sheet, side)
    if item.muscle:
        paint = palette.number("muscle", region(item.muscle, item.group, "left" if side > 0 else "right"))
    else:
        paint = palette.number("tendon")
    return surface_of(item.name, mesh, paint)
