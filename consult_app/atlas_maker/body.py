"""Builds the scenes of the body from its meshes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker import zones
from consult_app.atlas_maker.drapes import drape
from consult_app.atlas_maker.eyelids import eyelids
from consult_app.atlas_maker.faults import MeshFault
from consult_app.atlas_maker.meshes import INDEX, Mesh, Part, read_mesh, read_parts
from consult_app.atlas_maker.neck import neck
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.relabelling import UNDER_SKIN
from consult_app.atlas_maker.scene import Scene, Surface, join
from consult_app.atlas_maker.smoothing import smooth, vertex_normals
from consult_app.atlas_maker.tapering import taper

if TYPE_CHECKING:
    from pathlib import Path

LEFT_OUT = ("Hair of head", "Lip", "platysma")
"""Labels (or their ends) of meshes that are never drawn."""
MISNAMED = {"FJ1469.glb": "right", "FJ1469M.glb": "left"}
"""Meshes whose label in BodyParts3D names the wrong side, with the right one."""
PAST_MIDLINE = 0.005
"""How far (metres) a mesh of one side may reach over the midline; what lies beyond is not drawn."""
OVERLAP = 0.050
"""How far (metres) muscles run on under the edge of the skin of head, hands and feet."""

_SIGNS = {"left": 1, "right": -1}


@dataclass(frozen=True)
class Body:
    """The scenes of one layer.

    ``figure`` is what is seen, ``skin`` the whole (modest) skin around it, ``beneath`` what lies under
    the skin of hands and feet.
    """

    figure: Scene
    skin: Scene
    beneath: Scene
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
    shown += [*drape(shown, palette), *neck(palette)]
    outside = [_clipped(surface, zones.modest(surface.mesh.vertices)) for surface in skins]
    lids = [lid for surface in outside for lid in eyelids(surface.mesh)]
    outside += [Surface("Skin", lid, vertex_normals(lid), outside[0].paint, np.ones(len(lid.vertices))) for lid in lids]
    kept_skin = _kept_skin(outside, shown)
    covered = [_clipped(item, OVERLAP - zones.skin_zone(item.mesh.vertices)) for item in shown]
    under = [item for item in shown if _under_skin(item, palette)]
    return Body(join([*kept_skin, *covered]), join(outside), join(under or shown[:1]), palette)


def _kept_skin(skins: list[Surface], shown: list[Surface]) -> list[Surface]:
    """Return the skin of head, hands and feet, its edges sunk towards the muscles."""
    points = np.concatenate([item.mesh.vertices for item in shown])
    inside = zones.skin_zone(points)
    points = points[(inside > -0.04) & (inside < 0.03)]
    kept = []
    for item in skins:
        zone = zones.skin_zone(item.mesh.vertices)
        mesh = taper(item.mesh, zone, points) if item.name == "Skin" else item.mesh
        kept.append(_clipped(replace(item, mesh=mesh, normals=vertex_normals(mesh)), zone))
    return kept


def _under_skin(item: Surface, palette: Palette) -> bool:
    """Tell whether a surface counts when muscles are sought under the skin of hands and feet."""
    paint = palette.paints[item.paint]
    if paint.tissue == "bone":
        return True
    return paint.region is not None and paint.region.muscle in UNDER_SKIN


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
