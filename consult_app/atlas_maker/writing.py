"""Writes a drawn plate: relief pictures, index rasters, outlines and marks.

Measured on five plates of 1040 pixels per metre (kilobytes of the largest, front-superficial):

==============================  =======================================================================
relief, JPEG quality 75 … 92    75: 114, 80: 148, 84: 159, **88: 168**, 92: 185; progressive saves 4 %
relief at 1400 pixels per metre 290: sharper than a figure of 1900 pixels on a 4K screen can show
raster, deflated                **26**; rows subtracted or XORed 23, PNG 26 (others grow by it), LZMA 18
coarse raster of its own        **11**, and reading it takes a quarter of the time the sharp one takes
outlines as steps (JSON)        **52**; as places 96; steps deflated 15
==============================  =======================================================================

Bold is what is done: reliefs are two thirds of all bytes, so the scale counts and little else does.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from consult_app.atlas.model import Entry, Level, Marks, Outlines, Plate, StoredFile
from consult_app.atlas.storage import index_bytes, marks_bytes, outlines_bytes, stored_file
from consult_app.atlas_maker.contours import outline
from consult_app.atlas_maker.index_raster import Labels, reduce

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.plates import Picture
    from consult_app.atlas_maker.shots import Shot

QUALITY = 88
LEVELS = 2


def write_plate(out: Path, shot: Shot, picture: Picture, marks: Marks, palette: Palette) -> Plate:
    """Write the files of a plate into ``out`` and return its description."""
    used = palette.ordered({0, *np.nonzero(np.bincount(picture.paints.reshape(-1)))[0].tolist()})
    files: dict[str, bytes] = {}
    levels = tuple(_level(shot.name, number, picture, used, files) for number in range(1, LEVELS + 1))
    files[f"{shot.name}.outlines.json"] = outlines_bytes(outlines_of(picture.paints, palette))
    files[f"{shot.name}.marks.json"] = marks_bytes(marks)
    for file, data in files.items():
        (out / file).write_bytes(data)
    return _plate(shot, picture, palette, used, levels, _stored(files))


def outlines_of(paints: Labels, palette: Palette) -> Outlines:
    """Return the outlines (plate pixels) of the figure and of each region in ``paints``."""
    masks: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]] = {}
    for number in np.unique(paints).tolist():
        region = palette.paints[number].region
        if region is not None:
            masks[region.id] = masks.get(region.id, False) | (paints == number)
    return Outlines(outline(paints > 0), {name: outline(masks[name]) for name in sorted(masks)})


def _level(name: str, number: int, picture: Picture, used: list[int], files: dict[str, bytes]) -> Level:
    """Add the files of a level to ``files``; each level is half the size of the one before."""
    labels = picture.paints
    for _ in range(number - 1):
        labels = reduce(labels)
    height, width = labels.shape
    level = Level(width, height, f"{name}.{number}.jpg", f"{name}.{number}.idx")
    files[level.relief] = _jpeg(picture, width, height)
    place = np.zeros(max(used) + 1, np.uint8)
    place[used] = np.arange(len(used))
    files[level.raster] = index_bytes(place[labels].tobytes())
    return level


def _jpeg(picture: Picture, width: int, height: int) -> bytes:
    image = Image.fromarray(picture.relief)
    if image.size != (width, height):
        image = image.resize((width, height), Image.Resampling.BOX)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()


def _stored(files: dict[str, bytes]) -> dict[str, StoredFile]:
    return {name: stored_file(data) for name, data in files.items()}


def _plate(
    shot: Shot, picture: Picture, palette: Palette, used: list[int],
    levels: tuple[Level, ...], files: dict[str, StoredFile],
) -> Plate:  # fmt: skip
    camera = picture.camera
    rows, columns = (np.nonzero(picture.paints.any(axis=axis))[0] for axis in (1, 0))
    left, top, right, bottom = (int(edge) for edge in (columns[0], rows[0], columns[-1], rows[-1]))
    return Plate(
        id=shot.name,
        part=shot.view.part,
        azimuth=shot.view.azimuth,
        layer=shot.layer,
        width=camera.width,
        height=camera.height,
        pixels_per_metre=camera.scale,
        axis=camera.floor,
        figure=(left, top, right - left + 1, bottom - top + 1),
        levels=levels,
        entries=tuple(Entry(palette.paints[number].tissue, palette.paints[number].region) for number in used),
        outlines=f"{shot.name}.outlines.json",
        marks=f"{shot.name}.marks.json",
        files=files,
    )
