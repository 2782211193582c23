"""Makes the atlas: meshes in, plates out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from consult_app.atlas.model import Atlas, Entry, Layer, Level, Outlines, Plate, StoredFile
from consult_app.atlas.storage import index_bytes, outlines_bytes, stored_file, write_atlas
from consult_app.atlas_maker.body import read_body
from consult_app.atlas_maker.index_raster import reduce
from consult_app.atlas_maker.plates import Picture, draw_plate, outlines_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas_maker.paints import Palette

SCALE = 1400
PLATES: tuple[tuple[int, Layer], ...] = (
    (0, "superficial"), (90, "superficial"), (180, "superficial"), (270, "superficial"),
)  # fmt: skip
NAMES = {0: "front", 90: "left", 180: "back", 270: "right"}
QUALITY = 88
LICENCE = "CC BY-SA 4.0"
CREDIT = (
    "Drawn from BodyParts3D, © The Database Center for Life Science, licensed under CC Attribution-Share Alike 2.1 Japan."
)


def make_atlas(meshes: Path, out: Path, report: Callable[[str], None]) -> None:
    report("reading meshes …")
    body = read_body(meshes)
    out.mkdir(parents=True, exist_ok=True)
    pictures = {}
    for azimuth, layer in PLATES:
        name = f"{NAMES.get(azimuth, azimuth)}-{layer}"
        pictures[name] = (layer, draw_plate(body, azimuth, SCALE, lambda step, name=name: report(f"{name}: {step}")))
    paints = body.palette.paints
    seen = {int(n) for _, picture in pictures.values() for n in np.unique(picture.paints)}
    regions = sorted({paints[n].region for n in seen if paints[n].region}, key=lambda r: r.id)
    plates = []
    for name, (layer, picture) in pictures.items():
        report(f"{name}: outlines …")
        plates.append(write_plate(out, name, layer, picture, body.palette))
    write_atlas(out, Atlas(CREDIT, LICENCE, SCALE, tuple(regions), tuple(plates)))
    (out / "CREDITS").write_text(CREDIT + "\n")


def write_plate(out: Path, name: str, layer: Layer, picture: Picture, palette: Palette) -> Plate:
    used = sorted(set(np.unique(picture.paints).tolist()) | {0})
    table = np.zeros(len(palette.paints), np.uint8)
    table[used] = np.arange(len(used))
    files: dict[str, StoredFile] = {}
    levels = []
    for number in (1, 2):
        labels = picture.paints if number == 1 else reduce(picture.paints)
        height, width = labels.shape
        image = Image.fromarray(picture.relief)
        if number == 2:
            image = image.resize((width, height), Image.Resampling.BOX)
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=QUALITY, optimize=True)
        level = Level(width, height, f"{name}.{number}.jpg", f"{name}.{number}.idx")
        for file, data in ((level.relief, stream.getvalue()), (level.index, index_bytes(table[labels].tobytes()))):
            (out / file).write_bytes(data)
            files[file] = stored_file(data)
        levels.append(level)
    silhouette, rings = outlines_of(picture, palette)
    data = outlines_bytes(Outlines(silhouette, rings))
    (out / f"{name}.outlines.json").write_bytes(data)
    files[f"{name}.outlines.json"] = stored_file(data)
    camera = picture.camera
    rows, columns = np.nonzero(picture.paints.any(axis=1))[0], np.nonzero(picture.paints.any(axis=0))[0]
    figure = (int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1))
    entries = tuple(Entry(palette.paints[n].tissue, palette.paints[n].region) for n in used)
    floor = camera.zero_y + 0.085 * camera.scale
    return Plate(name, camera.azimuth, layer, camera.width, camera.height, (camera.axis_x, floor), figure,
                 tuple(levels), entries, f"{name}.outlines.json", files)
