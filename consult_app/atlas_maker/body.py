"""Builds the scenes of the body from its meshes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas_maker import zones
from consult_app.atlas_maker.diaphragm import diaphragm
from consult_app.atlas_maker.drapes import drape
from consult_app.atlas_maker.drawn_muscles import drawn_muscles
from consult_app.atlas_maker.eyelids import eyelids
from consult_app.atlas_maker.faults import MeshFault
from consult_app.atlas_maker.fibres import strands
from consult_app.atlas_maker.layers import ABSENT, PEELED
from consult_app.atlas_maker.meshes import INDEX, Mesh, Part, read_mesh, read_parts
from consult_app.atlas_maker.neck import neck
from consult_app.atlas_maker.relabelling import SKIN, UNDER_SKIN
from consult_app.atlas_maker.scene import Scene, Surface, join, surface_of
from consult_app.atlas_maker.smoothing import mean_edge, smooth, vertex_normals, weld
from consult_app.atlas_maker.splitting import parts_of
from consult_app.atlas_maker.tapering import taper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from consult_app.atlas.model import Layer
    from consult_app.atlas_maker.paints import Palette

LEFT_OUT = ("Hair of head", "Lip", "platysma")
"""Labels (or their ends) of meshes that are never drawn."""
MISNAMED = {"FJ1469.glb": "right", "FJ1469M.glb": "left"}
"""Meshes whose label in BodyParts3D names the wrong side, with the right one."""
NO_MUSCLE_OF_OURS = ("lumbar rotator", "Spinalis")
"""Ends of labels of meshes that lie beside the muscle they are listed as: in the loins, in the neck."""
PAST_MIDLINE = 0.005
"""How far (metres) a mesh of one side may reach over the midline; what lies beyond is not drawn."""
OVERLAP = 0.050
"""How far (metres) muscles run on under the edge of the skin of head, hands and feet."""
OWN_RELIEF = ("external oblique", "trapezius", "serratus", "intercostal")
"""Words in the labels of muscles whose meshes carry their own fibres."""
HELD_WAYS = {"gluteus maximus": (0.72, -0.69, 0.05)}
"""Direction of the fibres of broad muscles, by the end of the label; left side, mirrored on the right."""
PLAIN_EDGE = 0.0032
"""Mean edge (metres) above which a muscle's mesh is too coarse to show fibres of its own."""
BETWEEN_RIBS = "intercostal muscle"
JAW = "Mandible"
TRUNK_SIGN, NECK_SIGN = "Sacrum", "Thyroid cartilage"
"""Meshes without which there is no trunk to drape and no neck to fill."""

_SIGNS = {"left": 1, "right": -1}


@dataclass(frozen=True)
class Tissues:
    """All surfaces of the body: ``skins`` outside, ``shown`` beneath them."""

    skins: tuple[Surface, ...]
    shown: tuple[Surface, ...]


@dataclass(frozen=True)
class Body:
    """The scenes of one layer.

    ``figure`` is what is seen, ``skin`` the whole (modest) skin around it, ``beneath`` what lies under
    the skin of hands and feet.
    """

    figure: Scene
    skin: Scene
    beneath: Scene
    layer: Layer = "superficial"


def read_tissues(folder: Path, palette: Palette) -> Tissues:
    """Read all meshes of ``folder``, and add what they lack.

    Raises:
        MeshFault: the folder cannot be used.
    """
    skins: list[Surface] = []
    shown: list[Surface] = []
    for part in read_parts(folder):
        if part.label.endswith(LEFT_OUT):
            continue
        surface = _read_surface(folder, part, palette)
        if part.tissue == "skin":
            skins.append(surface)
        else:
            shown += parts_of(surface, palette)
    if not shown or not skins:
        raise MeshFault(folder / INDEX, "The list of meshes names no skin, or nothing beneath it.")
    names = {surface.name for surface in shown}
    if TRUNK_SIGN in names:
        shown += drape(shown, palette) + diaphragm(palette)
    if NECK_SIGN in names:
        shown += neck(palette)
    shown += drawn_muscles(names, palette)
    return Tissues(_modest(skins), tuple(shown))


def build_body(tissues: Tissues, palette: Palette, layer: Layer) -> Body:
    """Return the scenes of a layer: the body without what the layer leaves out."""
    shown = [_opened(item, layer) for item in tissues.shown if _stays(item, palette, layer)]
    kept_skin = _kept_skin(tissues.skins, shown, layer)
    covered = [_clipped(item, OVERLAP - zones.skin_zone(item.mesh.vertices, layer)) for item in shown]
    under = [item for item in shown if _counts_under_skin(item, palette)]
    return Body(join([*kept_skin, *covered]), join(tissues.skins), join(under or shown), layer)


def check_side(folder: Path, part: Part, mesh: Mesh) -> None:
    """Raise a ``MeshFault`` when a part called left does not lie at x > 0, or right at x < 0."""
    sign = _SIGNS.get(part.side, 0)
    if sign and len(mesh.vertices) and sign * float(mesh.vertices[:, 0].mean()) <= 0:
        path = folder / "meshes" / part.file
        raise MeshFault(path, f"“{part.label}” is listed as {part.side} but lies on the other side.")


def _read_surface(folder: Path, part: Part, palette: Palette) -> Surface:
    part = replace(part, side=MISNAMED.get(part.file, part.side))
    if part.label.endswith(NO_MUSCLE_OF_OURS):
        part = replace(part, muscle="", group="")
    raw = weld(read_mesh(folder, part))
    mesh = smooth(raw)
    check_side(folder, part, mesh)
    surface = surface_of(part.label, mesh, palette.of_part(part))
    if part.label.lower().endswith(BETWEEN_RIBS):
        surface = _clipped(surface, zones.rib_cage(mesh.vertices))
    if _is_plain(part, raw):
        surface = replace(surface, ways=strands(mesh, _held_way(part)))
    sign = _SIGNS.get(part.side, 0)
    return _clipped(surface, PAST_MIDLINE + sign * mesh.vertices[:, 0]) if sign else surface


def _is_plain(part: Part, raw: Mesh) -> bool:
    """Tell whether a part is a muscle whose mesh shows no fibres."""
    if part.tissue != "muscle" or not len(raw.faces) or any(word in part.label for word in OWN_RELIEF):
        return False
    return mean_edge(raw) > PLAIN_EDGE


def _held_way(part: Part) -> tuple[float, float, float] | None:
    """Return the known direction of a part's fibres, if there is one."""
    for ending, (x, y, z) in HELD_WAYS.items():
        if part.label.endswith(ending):
            return (_SIGNS.get(part.side, 1) * x, y, z)
    return None


def _modest(skins: Sequence[Surface]) -> tuple[Surface, ...]:
    """Return the skin without what is left out, and with the eyes closed."""
    outside = [_clipped(item, zones.modest(item.mesh.vertices)) for item in skins]
    lids = [surface_of(item.name, lid, item.paint) for item in skins for lid in eyelids(item.mesh)]
    return (*outside, *lids)


def _kept_skin(skins: Sequence[Surface], shown: Sequence[Surface], layer: Layer) -> list[Surface]:
    """Return the skin that a layer keeps, its edges sunk towards the muscles."""
    points = np.concatenate([item.mesh.vertices for item in shown])
    inside = zones.skin_zone(points, layer)
    points = points[(inside > -0.04) & (inside < 0.03)]
    kept = []
    for item in skins:
        zone = zones.skin_zone(item.mesh.vertices, layer)
        mesh = taper(item.mesh, zone, points) if item.name == SKIN else item.mesh
        kept.append(_clipped(replace(item, mesh=mesh, normals=vertex_normals(mesh)), zone))
    return kept


def _counts_under_skin(item: Surface, palette: Palette) -> bool:
    """Tell whether a surface counts when muscles are sought under the skin of hands and feet."""
    return palette.paints[item.paint].tissue == "bone" or _muscle(item, palette) in UNDER_SKIN


def _stays(item: Surface, palette: Palette, layer: Layer) -> bool:
    """Tell whether a layer shows a surface."""
    return _muscle(item, palette) not in PEELED[layer] and not item.name.endswith(ABSENT[layer])


def _opened(item: Surface, layer: Layer) -> Surface:
    """Return a surface without what the deep layer cuts out of it: a window in the jaw bone."""
    if layer != "deep" or item.name != JAW:
        return item
    return _clipped(item, zones.jaw_cut(item.mesh.vertices))


def _muscle(item: Surface, palette: Palette) -> str:
    region = palette.paints[item.paint].region
    return region.muscle if region else ""


def _clipped(surface: Surface, kept: zones.Floats) -> Surface:
    return replace(surface, kept=np.clip(np.minimum(surface.kept, kept), -1.0, 1.0))
