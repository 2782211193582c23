"""Builds the scenes of the body from its meshes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker import zones
from consult_app.atlas_maker.drapes import drape
from consult_app.atlas_maker.faults import MeshFault
from consult_app.atlas_maker.meshes import INDEX, Mesh, Part, read_mesh, read_parts
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.scene import Scene, Surface, join
from consult_app.atlas_maker.smoothing import smooth, vertex_normals

if TYPE_CHECKING:
    from pathlib import Path

LEFT_OUT = ("Hair of head", "Lip", "platysma")
"""Labels (or their ends) of meshes that are never drawn."""
MISNAMED = {"FJ1469.glb": "right", "FJ1469M.glb": "left"}
"""Meshes whose label in BodyParts3D names the wrong side, with the right one."""
PAST_MIDLINE = 0.005
"""How far (metres) a mesh of one side may reach over the midline; what lies beyond is not drawn."""
OVERLAP = 0.012
"""How far (metres) muscles run on under the edge of the skin of head, hands and feet."""

_SIGNS = {"left": 1, "right": -1}


@dataclass(frozen=True)
class Body:
    """The scenes of one layer: the figure itself, and the whole (modest) skin around it."""

    figure: Scene
    skin: Scene
    palette: Palette


def read_body(folder: Path) -> Body:
    """Read all meshes of ``folder`` and build the superficial layer.

    Raises:
        MeshFault: the folder cannot be used.
    """
    palette = Palette()
    shown, skins = [], []
    for part in read_parts(folder):
        if part.label.endswith(LEFT_OUT):
            continue
        part = replace(part, side=MISNAMED.get(part.file, part.side))
        mesh = smooth(read_mesh(folder, part))
        check_side(folder, part, mesh)
        (skins if part.tissue == "skin" else shown).append(_surface(part, mesh, palette))
    if not shown or not skins:
        raise MeshFault(folder / INDEX, "The list of meshes names no skin, or nothing beneath it.")
    shown += drape(shown, palette)
    outside = [_clipped(surface, zones.modest(surface.mesh.vertices)) for surface in skins]
    kept_skin = [_clipped(surface, zones.skin_zone(surface.mesh.vertices)) for surface in outside]
    beneath = [_clipped(item, OVERLAP - zones.skin_zone(item.mesh.vertices)) for item in shown]
    return Body(join([*kept_skin, *beneath]), join(outside), palette)


def check_side(folder: Path, part: Part, mesh: Mesh) -> None:
    """Raise a ``MeshFault`` when a part called left does not lie at x > 0, or right at x < 0."""
    sign = _SIGNS.get(part.side, 0)
    if sign and len(mesh.vertices) and sign * float(mesh.vertices[:, 0].mean()) <= 0:
        path = folder / "meshes" / part.file
        raise MeshFault(path, f"“{part.label}” is listed as {part.side} but lies on the other side.")


def _surface(part: Part, mesh: Mesh, palette: Palette) -> Surface:
    sign = _SIGNS.get(part.side, 0)
    kept = PAST_MIDLINE + sign * mesh.vertices[:, 0] if sign else np.ones(len(mesh.vertices))
    return Surface(part.label, mesh, vertex_normals(mesh), palette.of_part(part), kept)


def _clipped(surface: Surface, kept: zones.Floats) -> Surface:
    kept = np.clip(np.minimum(surface.kept, kept), -1.0, 1.0)
    return Surface(surface.name, surface.mesh, surface.normals, surface.paint, kept)
