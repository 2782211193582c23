"""Reads and writes the atlas folder: ``atlas.json``, relief pictures, index rasters, outlines.

Everything read is checked, so that a half-copied or edited folder ends in an ``AtlasFault`` whose
sentence names the file; the pictures themselves (JPEG) are decoded by whoever shows them. Outlines
are stored as integers in quarter pixels and handed out in plate pixels.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, cast

from consult_app.atlas.fields import Mismatch, Record, as_filename, as_number
from consult_app.atlas.model import (
    TISSUES,
    Atlas,
    Entry,
    Layer,
    Level,
    Outlines,
    Plate,
    Region,
    Ring,
    Side,
    StoredFile,
    Tissue,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FORMAT = 1
MAIN_FILE = "atlas.json"
QUARTERS = 4
"""Stored outline units per plate pixel."""

_LARGEST_FILE = 64 * 1024 * 1024
_LARGEST_PLATE = 100_000_000
_SIDES = ("left", "right", "midline")
_LAYERS = ("superficial", "intermediate", "deep")


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
        return _atlas(_json(path, _bytes(path)))
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
        rings = {name: _rings(named.take(name, list)) for name in named.names()}
        return Outlines(_rings(root.take("silhouette", list)), rings)
    except Mismatch as mismatch:
        raise AtlasFault(path, f"These outlines are damaged: {mismatch}.") from None


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
    regions = {name: _quarters(outlines.regions[name]) for name in sorted(outlines.regions)}
    record = {"regions": regions, "silhouette": _quarters(outlines.silhouette)}
    return (json.dumps(record, separators=(",", ":"), sort_keys=True) + "\n").encode()


def write_atlas(folder: Path, atlas: Atlas) -> None:
    """Write ``atlas.json``; the plates' own files must be there already."""
    number = {region.id: position for position, region in enumerate(atlas.regions)}
    record = {
        "format": FORMAT,
        "credit": atlas.credit,
        "licence": atlas.licence,
        "pixels_per_metre": atlas.pixels_per_metre,
        "regions": [
            {"id": region.id, "muscle": region.muscle, "group": region.group, "side": region.side}
            for region in atlas.regions
        ],
        "plates": [_plate_record(plate, number) for plate in atlas.plates],
    }
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    (folder / MAIN_FILE).write_bytes(text.encode())


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


def _atlas(value: object) -> Atlas:
    root = Record(value, "the atlas")
    if root.take("format", int) != FORMAT:
        raise Mismatch(f"its format is not {FORMAT}")
    regions = tuple(_region(item) for item in root.take("regions", list))
    if len({region.id for region in regions}) != len(regions):
        raise Mismatch("a region is listed twice")
    plates = tuple(_plate(item, regions) for item in root.take("plates", list))
    scale = root.number("pixels_per_metre")
    if scale <= 0:
        raise Mismatch("“pixels_per_metre” should be above zero")
    return Atlas(root.take("credit", str), root.take("licence", str), scale, regions, plates)


def _region(value: object) -> Region:
    record = Record(value, "a region")
    side = cast("Side", record.choice("side", _SIDES))
    return Region(record.take("id", str), record.take("muscle", str), record.take("group", str), side)


def _plate(value: object, regions: Sequence[Region]) -> Plate:
    record = Record(value, "a plate")
    name = record.take("id", str)
    record = Record(value, f"the plate {name}")
    width, height = _size(record)
    figure = record.whole("figure", 4)
    axis = record.take("axis", list)
    if len(axis) != 2:
        raise Mismatch(f"“axis” of the plate {name} should be two numbers")
    plate = Plate(
        id=name,
        azimuth=record.take("azimuth", int),
        layer=cast("Layer", record.choice("layer", _LAYERS)),
        width=width,
        height=height,
        axis=(as_number(axis[0], "“axis”"), as_number(axis[1], "“axis”")),
        figure=(figure[0], figure[1], figure[2], figure[3]),
        levels=tuple(_level(item, name) for item in record.take("levels", list)),
        entries=_entries(record.take("entries", list), regions, name),
        outlines=record.filename("outlines"),
        files=_files(record.take("files", dict), name),
    )
    _check_plate(plate)
    return plate


def _check_plate(plate: Plate) -> None:
    if not plate.levels:
        raise Mismatch(f"the plate {plate.id} has no levels")
    needed = [name for level in plate.levels for name in (level.relief, level.raster)]
    for name in (*needed, plate.outlines):
        if name not in plate.files:
            raise Mismatch(f"the plate {plate.id} does not list its file {name}")


def _size(record: Record) -> tuple[int, int]:
    width, height = record.whole("size", 2)
    if width <= 0 or height <= 0 or width * height > _LARGEST_PLATE:
        raise Mismatch("a plate's “size” is impossible")
    return width, height


def _level(value: object, plate: str) -> Level:
    record = Record(value, f"a level of the plate {plate}")
    width, height = _size(record)
    return Level(width, height, record.filename("relief"), record.filename("index"))


def _entries(values: list[Any], regions: Sequence[Region], plate: str) -> tuple[Entry, ...]:
    if not 0 < len(values) <= 256 or values[0] != ["empty", -1]:
        raise Mismatch(f"the entries of the plate {plate} should start with “empty”, 256 at most")
    return tuple(_entry(value, regions, plate) for value in values)


def _entry(value: object, regions: Sequence[Region], plate: str) -> Entry:
    tissue, number = value if isinstance(value, list) and len(value) == 2 else (None, None)
    if tissue not in TISSUES or not isinstance(number, int) or not -1 <= number < len(regions):
        raise Mismatch(f"an entry of the plate {plate} is not a tissue with a region")
    return Entry(cast("Tissue", tissue), regions[number] if number >= 0 else None)


def _files(values: Mapping[str, object], plate: str) -> dict[str, StoredFile]:
    files = {}
    for name, value in values.items():
        record = Record(value, f"the file {name} of the plate {plate}")
        stored = StoredFile(record.take("bytes", int), record.take("sha256", str))
        files[as_filename(name, f"a file of the plate {plate}")] = stored
    return files


def _rings(values: list[Any]) -> tuple[Ring, ...]:
    return tuple(_ring(value) for value in values)


def _ring(value: object) -> Ring:
    points = value if isinstance(value, list) else []
    if len(points) < 6 or len(points) % 2:
        raise Mismatch("a ring should be a list of at least three points")
    return tuple(as_number(part, "a point of a ring") / QUARTERS for part in points)


def _quarters(rings: Sequence[Ring]) -> list[list[int]]:
    return [[round(part * QUARTERS) for part in ring] for ring in rings]


def _plate_record(plate: Plate, number: Mapping[str, int]) -> dict[str, object]:
    return {
        "id": plate.id,
        "azimuth": plate.azimuth,
        "layer": plate.layer,
        "size": [plate.width, plate.height],
        "axis": list(plate.axis),
        "figure": list(plate.figure),
        "levels": [
            {"size": [level.width, level.height], "relief": level.relief, "index": level.raster}
            for level in plate.levels
        ],
        "entries": [
            [entry.tissue, number[entry.region.id] if entry.region else -1] for entry in plate.entries
        ],
        "outlines": plate.outlines,
        "files": {
            name: {"bytes": plate.files[name].size, "sha256": plate.files[name].sha256}
            for name in sorted(plate.files)
        },
    }
