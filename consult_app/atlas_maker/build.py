"""Makes the atlas: a folder of meshes in, a folder of plates out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas.model import VIEW_AZIMUTHS, Atlas, Layer, Marks, Region
from consult_app.atlas.storage import write_atlas
from consult_app.atlas_maker.body import Body, build_body, read_tissues
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.plates import Picture, draw_plate
from consult_app.atlas_maker.writing import Shot, write_plate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

SCALE = 1400
"""Pixels per metre of every plate."""
PEELED: Mapping[Layer, frozenset[str]] = {"superficial": frozenset()}
"""Ids of the muscles that each layer leaves out."""
PLATES: tuple[tuple[int, Layer], ...] = tuple((view, "superficial") for view in VIEW_AZIMUTHS.values())
"""Azimuth (degrees) and layer of each plate."""
LICENCE = "CC BY-SA 4.0"
CREDIT = (
    "Anatomy drawn from BodyParts3D, © The Database Center for Life Science, licensed under "
    "CC Attribution-Share Alike 2.1 Japan; drawings licensed under CC BY-SA 4.0."
)
CREDITS_FILE = "CREDITS"
CREDITS = f"""{CREDIT}

BodyParts3D: https://lifesciencedb.jp/bp3d/
Its licence: https://creativecommons.org/licenses/by-sa/2.1/jp/deed.en
Mitsuhashi N. et al., BodyParts3D: 3D structure database for anatomical concepts,
Nucleic Acids Research 2009, doi:10.1093/nar/gkn613.
Meshes packed by the repository aHer-dev/3DAnatomy.

Changes: the meshes were smoothed and drawn as shaded pictures, region rasters and outlines. Hair and
genitals were left out, the eyes closed, and the skin of head, hands and feet fitted to the muscles.
Latissimus dorsi, thoracolumbar fascia, linea alba, inguinal and nuchal ligament, windpipe, floor of the
mouth, masseter, temporalis, frontalis, occipitalis, rectus abdominis and extensor digitorum brevis
have no mesh there and were drawn for this atlas.

Everything in this folder: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


def make_atlas(meshes: Path, out: Path, report: Callable[[str], None]) -> None:
    """Draw all plates from the folder ``meshes`` (index.csv, meshes/) into the folder ``out``.

    ``report`` receives one line of progress at a time.

    Raises:
        MeshFault: the mesh folder is missing something or is damaged.
    """
    palette = Palette()
    report("reading meshes …")
    tissues = read_tissues(meshes, palette)
    out.mkdir(parents=True, exist_ok=True)
    plates, seen = [], set[Region]()
    bodies: dict[Layer, Body] = {}
    for azimuth, layer in PLATES:
        name = plate_name(azimuth, layer)
        if layer not in bodies:
            report(f"{layer}: building the body …")
            bodies[layer] = build_body(tissues, palette, PEELED[layer])
        picture = draw_plate(bodies[layer], palette, azimuth, SCALE, _prefixed(report, azimuth, layer))
        _prefixed(report, azimuth, layer)("outlines …")
        shot = Shot(name, "body", azimuth, layer)
        plates.append(write_plate(out, shot, picture, Marks({}, {}), palette))
        seen.update(_regions(picture, palette))
    regions = tuple(sorted(seen, key=lambda region: region.id))
    write_atlas(out, Atlas(CREDIT, LICENCE, regions, tuple(plates)))
    (out / CREDITS_FILE).write_text(CREDITS, encoding="utf-8")


def plate_name(azimuth: int, layer: Layer) -> str:
    """Return the id of a plate, as in ``front-superficial`` or ``015-deep``."""
    return f"{_view(azimuth)}-{layer}"


def _view(azimuth: int) -> str:
    names = {number: name for name, number in VIEW_AZIMUTHS.items()}
    return names.get(azimuth, f"{azimuth:03d}")


def _prefixed(report: Callable[[str], None], azimuth: int, layer: Layer) -> Callable[[str], None]:
    return lambda step: report(f"{_view(azimuth)}, {layer}: {step}")


def _regions(picture: Picture, palette: Palette) -> Iterable[Region]:
    paints = (palette.paints[number] for number in np.unique(picture.paints).tolist())
    return [paint.region for paint in paints if paint.region is not None]
