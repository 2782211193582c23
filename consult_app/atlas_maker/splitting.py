"""Parts of a mesh that are a muscle (or a tendon) of their own.

Distances are metres, positive inside the part; ``y`` and ``z`` are heights and depths of the mesh frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from consult_app.atlas_maker.meshes import Mesh
from consult_app.atlas_maker.paints import region
from consult_app.atlas_maker.plots import rectus_zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Surface

Floats = NDArray[np.float64]

PATELLAR_LIGAMENT_Y = 0.397
"""Below this height (metres) the mesh of rectus femoris is the ligament under the kneecap."""
HEADS_PART = ((1.412, 0.120), (1.440, 0.150), (1.452, 0.1460), (1.465, 0.1400), (1.485, 0.1300),
    (1.505, 0.1195), (1.545, 0.1030), (1.585, 0.0840), (1.625, 0.0550))  # fmt: skip
"""y and z (metres) of the line on sternocleidomastoid behind which its clavicular head lies."""
LUMBAR_Y, LUMBAR_SLANT = 1.152, 0.5
"""Height (metres) at the midline below which longissimus is its lumbar part; rise of the border outwards."""


@dataclass(frozen=True, slots=True)
class Split:
    """What becomes of the meshes whose label ends with ``ending``: ``inside`` the curve, another muscle.

    Without a ``muscle`` the part is tendon.
    """

    ending: str
    name: str
    inside: Callable[[Floats], Floats]
    muscle: str = ""
    group: str = ""


def _clavicular(points: Floats) -> Floats:
    height, depth = np.array(HEADS_PART).T
    line = CubicSpline(height, depth)(np.clip(points[:, 1], height[0], height[-1]))
    return np.asarray(line - points[:, 2])


def _lumbar(points: Floats) -> Floats:
    return np.asarray(LUMBAR_Y + LUMBAR_SLANT * np.abs(points[:, 0]) - points[:, 1])


def _below_kneecap(points: Floats) -> Floats:
    return np.asarray(PATELLAR_LIGAMENT_Y - points[:, 1])


SPLITS = (
    Split("sternocleidomastoid", "clavicular head of sternocleidomastoid", _clavicular,
        "sternocleidomastoid-clavicular-head", "sternocleidomastoid"),
    Split("longissimus thoracis", "longissimus lumborum", _lumbar,
        "longissimus-lumborum", "lumbar-paraspinals"),
    Split("external oblique", "rectus abdominis", rectus_zone, "rectus-abdominis", "rectus-abdominis"),
    Split("rectus femoris", "patellar ligament", _below_kneecap),
)  # fmt: skip


def parts_of(surface: Surface, palette: Palette) -> list[Surface]:
    """Return ``surface`` itself, or the two surfaces into which the table parts it."""
    for split in SPLITS:
        where = palette.paints[surface.paint].region
        if where is None or not surface.name.endswith(split.ending):
            continue
        inside = split.inside(surface.mesh.vertices)
        own = region(split.muscle, split.group, where.side) if split.muscle else None
        paint = palette.number("muscle" if own else "tendon", own)
        name = f"{where.side} {split.name}"
        return [_cut(surface, -inside), _cut(replace(surface, name=name, paint=paint), inside)]
    return [surface]


def _cut(surface: Surface, inside: Floats) -> Surface:
    """Return the part of ``surface`` where ``inside`` is positive; triangles beyond it are dropped."""
    kept = np.minimum(surface.kept, inside)
    faces = surface.mesh.faces[(kept[surface.mesh.faces] >= 0).any(axis=1)]
    used, numbers = np.unique(faces, return_inverse=True)
    mesh = Mesh(surface.mesh.vertices[used], numbers.reshape(-1, 3).astype(np.int32))
    normals, ways = surface.normals[used], surface.ways[used]
    return replace(surface, mesh=mesh, normals=normals, ways=ways, kept=kept[used])
