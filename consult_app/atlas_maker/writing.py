"""Writes a drawn plate: relief pictures, index rasters, outlines and marks."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from consult_app.atlas.model import Entry, Layer, Level, Marks, Outlines, Part, Plate, StoredFile
from consult_app.atlas.storage import index_bytes, marks_bytes, outlines_bytes, stored_file
from consult_app.atlas_maker.contours import outline
from consult_app.atlas_maker.index_raster import Labels, reduce

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.plates import Picture

FLOOR_Y = -0.085
"""Height of the floor (metres, mesh frame): where the skin of the soles ends."""
QUALITY = 88
LEVELS = 2


@dataclass(frozen=True, slots=True)
class Shot:
    """A plate to be drawn: its id, part, azimuth (degrees) and layer."""

    name: str
    part: Part
    azimuth: int
    layer: Layer


def write_plate(out: Path, shot: Shot, picture: Picture, marks: Marks, palette: Palette) -> Plate:
    """Write the files of a plate into ``out`` and return its description."""
    used = np.unique(np.append(picture.paints, 0)).tolist()
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
    files[level.raster] = index_bytes(np.searchsorted(used, labels).astype(np.uint8).tobytes())
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
        part=shot.part,
        azimuth=shot.azimuth,
        layer=shot.layer,
        width=camera.width,
        height=camera.height,
        pixels_per_metre=camera.scale,
        axis=(camera.axis_x, camera.zero_y - FLOOR_Y * camera.scale),
        figure=(left, top, right - left + 1, bottom - top + 1),
        levels=levels,
        entries=tuple(Entry(palette.paints[number].tissue, palette.paints[number].region) for number in used),
        outlines=f"{shot.name}.outlines.json",
        marks=f"{shot.name}.marks.json",
        files=files,
    )
