"""Makes the atlas: a folder of meshes in, a folder of plates out.

Plates are drawn side by side in threads, the layers of a view one after another in the same one. The
bytes that are written do not depend on how many there are.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import TYPE_CHECKING

from consult_app.atlas.model import Atlas, Layer
from consult_app.atlas.storage import write_atlas
from consult_app.atlas_maker import visibility
from consult_app.atlas_maker.body import Body, build_body, read_tissues
from consult_app.atlas_maker.marking import Marking, marks_of, point_scores, prepare
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.plates import draw, skin_light
from consult_app.atlas_maker.shots import LAYERS, VIEWS, WINDOWS, Shot, View, camera_of, part_of
from consult_app.atlas_maker.writing import write_plate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from consult_app.atlas.model import Part
    from consult_app.atlas_maker.visibility import Sighting

    Report = Callable[[str], None]

SCALE = 1040
"""Pixels per metre of the plates of the whole body; the figure is then some 1940 pixels tall."""
MOST_THREADS = 4
"""Plates drawn at once at most, for each takes about a gigabyte of memory."""
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
genitals were left out, the eyes closed, and the skin of head, hands and feet fitted to the muscles; a
window is cut over the jaw in the deep layer. Latissimus dorsi, thoracolumbar fascia, linea alba, inguinal
and nuchal ligament, windpipe, pharynx, floor of the mouth, masseter, temporalis, pterygoids, frontalis,
occipitalis, internal oblique, transversus abdominis, the rear sheath of rectus abdominis, quadratus
lumborum, multifidus, diaphragm, extensor digitorum brevis and the dorsal interossei of the foot have no
mesh there and were drawn for this atlas. The meshes of longissimus thoracis, sternocleidomastoid,
external oblique (with rectus abdominis) and rectus femoris (with its ligament) were parted. Pain zones
and trigger points were placed on the body for this atlas.

Everything in this folder: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


@dataclass(frozen=True)
class _Studio:
    """All that is needed to draw any plate."""

    out: Path
    palette: Palette
    bodies: Mapping[tuple[Part, Layer], Body]
    marking: Marking
    report: Report

    def draw(self, view: View) -> list[Sighting]:
        """Draw and write the plates of a view; none where the meshes have nothing of its part."""
        outermost = self.bodies[view.part, view.layers[0]]
        camera = camera_of(view, outermost.skin, SCALE)
        if camera is None:
            return []
        skin = skin_light(outermost, camera)
        sightings = []
        for layer in view.layers:
            step = _prefixed(self.report, view, layer)
            picture = draw(self.bodies[view.part, layer], self.palette, camera, skin, step)
            step("outlines …")
            marks = marks_of(self.marking, camera, picture.paints, picture.depth, self.palette)
            plate = write_plate(self.out, Shot(view, layer), picture, marks, self.palette)
            facing = point_scores(self.marking, camera)
            sightings.append(visibility.sighting(plate, picture, self.palette, marks, facing))
        return sightings


def make_atlas(meshes: Path, out: Path, report: Report, threads: int | None = None) -> None:
    """Draw all plates from the folder ``meshes`` (index.csv, meshes/) into the folder ``out``.

    ``report`` receives one line of progress at a time. ``threads`` is how many plates are drawn at once,
    by default one per processor.

    Raises:
        MeshFault: the mesh folder is missing something or is damaged.
    """
    out.mkdir(parents=True, exist_ok=True)
    studio = _furnished(meshes, out, report)
    with ThreadPoolExecutor(threads or min(cpu_count() or 1, MOST_THREADS)) as pool:
        sightings = [seen for group in pool.map(studio.draw, VIEWS) for seen in group]
    _describe(out, sightings, studio.palette)


def _furnished(meshes: Path, out: Path, report: Report) -> _Studio:
    """Return the studio with the bodies of all layers and parts, and the marks on them."""
    palette = Palette()
    report("reading meshes …")
    tissues = read_tissues(meshes, palette)
    bodies = {}
    for layer in LAYERS:
        report(f"{layer}: building the body …")
        body = build_body(tissues, palette, layer)
        bodies.update({(part, layer): part_of(body, part) for part in WINDOWS})
    report("placing zones and points …")
    return _Studio(out, palette, bodies, prepare(tissues, palette), report)


def _describe(out: Path, sightings: list[Sighting], palette: Palette) -> None:
    """Write what belongs to no single plate: ``atlas.json``, the table of what is visible, the credits."""
    best = visibility.best_of_regions(sightings)
    regions = tuple(sorted(region._replace(best=plates) for region, plates in best.items()))
    zones, points = visibility.best_of_zones(sightings), visibility.best_of_points(sightings)
    plates = tuple(seen.plate for seen in sightings)
    write_atlas(out, Atlas(CREDIT, LICENCE, regions, plates, zones, points))
    known = {paint.region for paint in palette.paints if paint.region is not None}
    table = visibility.table(sightings, known, best)
    (out / visibility.TABLE_FILE).write_text(table, encoding="utf-8", newline="")
    (out / CREDITS_FILE).write_text(CREDITS, encoding="utf-8", newline="")


def _prefixed(report: Report, view: View, layer: Layer) -> Report:
    return lambda step: report(f"{view.title}, {layer}: {step}")
