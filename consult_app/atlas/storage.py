"""Reads and writes the atlas folder: ``atlas.json``, relief pictures, index rasters, outlines, marks.

Everything read is checked, so that a half-copied or edited folder ends in an ``AtlasFault`` whose
sentence names the file; the pictures themselves (JPEG) are decoded by whoever shows them. Outlines
and marks are stored as integers in quarter pixels and handed out in plate pixels.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, cast

from consult_app.atlas import description
from consult_app.atlas.fields import Mismatch, Record
from consult_app.atlas.model import Marks, Outlines, StoredFile
from consult_app.atlas.rings import packed, packed_place, place_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Level, Plate

MAIN_FILE = "atlas.json"

_LARGEST_FILE = 64 * 1024 * 1024


class AtlasFault(Exception):  # noqa: N818 (house word for what is wrong with a file)
    """A file of the atlas that is missing or damaged; ``what`` is a sentence about it."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path = path
        self.what = what


def read_atlas(folder: Path) -> Atlas:
    """Read ``atlas.json`` of ``folder``.

    Raises:
        AtlasFault: the file is missing, is not an atlas, or contradicts itself.
    """
    path = folder / MAIN_FILE
    try:
        return description.parse(_json(path, _bytes(path)))
    except Mismatch as mismatch:
        raise AtlasFault(path, f"This atlas description is damaged: {mismatch}.") from None


def read_outlines(folder: Path, plate: Plate) -> Outlines:
    """Read the outlines of ``plate``, in plate pixels.

    Raises:
        AtlasFault: the file is missing or is not what the atlas was written with.
    """
    path = folder / plate.outlines
    data = read_file(folder, plate, plate.outlines)
    try:
        root = Record(_json(path, data), "the outlines")
        named = Record(root.take("regions", dict), "the outlines' regions")
        rings = {name: unpacked(named.take(name, list)) for name in named.names()}
        return Outlines(unpacked(root.take("silhouette", list)), rings)
    except Mismatch as mismatch:
        raise AtlasFault(path, f"These outlines are damaged: {mismatch}.") from None


def read_marks(folder: Path, plate: Plate) -> Marks:
    """Read the pain zones and trigger points of ``plate``, in plate pixels.

    Raises:
        AtlasFault: the file is missing or is not what the atlas was written with.
    """
    path = folder / plate.marks
    data = read_file(folder, plate, plate.marks)
    try:
        root = Record(_json(path, data), "the marks")
        zones = Record(root.take("zones", dict), "the marks' zones")
        points = root.take("points", dict)
        return Marks(
            {name: unpacked(zones.take(name, list)) for name in zones.names()},
            {name: place_of(points[name]) for name in sorted(points)},
        )
    except Mismatch as mismatch:
        raise AtlasFault(path, f"These marks are damaged: {mismatch}.") from None


def read_index(folder: Path, level: Level) -> bytes:
    """Read the region raster of ``level``: height × width bytes, row by row.

    Raises:
        AtlasFault: the file is missing, cannot be unpacked, or has the wrong size.
    """
    path = folder / level.raster
    expected = level.width * level.height
    unpacker = zlib.decompressobj()
    try:
        raster = unpacker.decompress(_bytes(path), expected + 1)
    except zlib.error:
        raise AtlasFault(path, "This region raster is damaged and cannot be unpacked.") from None
    if len(raster) != expected or not unpacker.eof:
        raise AtlasFault(path, f"This region raster does not hold {level.width} × {level.height} pixels.")
    return raster


def read_file(folder: Path, plate: Plate, name: str) -> bytes:
    """Read one file of ``plate`` and compare it with the size and SHA-256 written in the atlas.

    Raises:
        AtlasFault: the file is missing, unknown to the plate, or not the one that was written.
    """
    path = folder / name
    stored = plate.files.get(name)
    if stored is None:
        raise AtlasFault(path, f"This file does not belong to the plate {plate.id}.")
    data = _bytes(path)
    if len(data) != stored.size:
        raise AtlasFault(path, f"This file has {len(data)} bytes instead of {stored.size}; copy it again.")
    if stored_file(data).sha256 != stored.sha256:
        raise AtlasFault(path, "This file was changed or damaged since the atlas was made; copy it again.")
    return data


def check_files(folder: Path, atlas: Atlas) -> Iterator[AtlasFault]:
    """Yield a fault for every plate file that is missing, changed, or cannot be read."""
    for plate in atlas.plates:
        for name in sorted(plate.files):
            try:
                read_file(folder, plate, name)
            except AtlasFault as fault:
                yield fault


def stored_file(data: bytes) -> StoredFile:
    """Return size and SHA-256 of ``data``, as the atlas records them."""
    import hashlib  # late: it loads OpenSSL, and the first frame checks no digest

    return StoredFile(len(data), hashlib.sha256(data).hexdigest())


def index_bytes(raster: bytes) -> bytes:
    """Pack a region raster (one byte per pixel, row by row) for its file."""
    return zlib.compress(raster, 9)


def outlines_bytes(outlines: Outlines) -> bytes:
    """Write outlines (plate pixels) as JSON in quarter pixels, keys sorted."""
    regions = {name: packed(rings) for name, rings in outlines.regions.items()}
    return _written({"regions": regions, "silhouette": packed(outlines.silhouette)})


def marks_bytes(marks: Marks) -> bytes:
    """Write marks (plate pixels) as JSON in quarter pixels, keys sorted."""
    zones = {name: packed(rings) for name, rings in marks.zones.items()}
    return _written({"zones": zones, "points": {name: packed_place(at) for name, at in marks.points.items()}})


def write_atlas(folder: Path, atlas: Atlas) -> None:
    """Write ``atlas.json``; the plates' own files must be there already."""
    (folder / MAIN_FILE).write_bytes(description.text(atlas).encode())


def _written(record: object) -> bytes:
    return (json.dumps(record, separators=(",", ":"), sort_keys=True) + "\n").encode()


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise AtlasFault(path, "This file is far too big to be part of an atlas.")
        return path.read_bytes()
    except FileNotFoundError:
        raise AtlasFault(path, "This file of the atlas is missing.") from None
    except (OSError, ValueError) as error:
        raise AtlasFault(path, f"This file of the atlas cannot be read ({error}).") from None


def _json(path: Path, data: bytes) -> object:
    try:
        return cast("object", json.loads(data))
    except (ValueError, RecursionError):
        raise AtlasFault(path, "This file is damaged: it is not complete, well-formed JSON.") from None
