"""The text of ``atlas.json``: all regions and plates, without the plates' own files.

Lists of numbers keep it short enough for the first frame: a plate's entries are pairs of a tissue (its
place in ``TISSUES``) and a region (its place in the list; −1: none), the best plates are places in the
list of plates.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from consult_app.atlas.fields import Mismatch, Record, as_filename, as_number
from consult_app.atlas.model import TISSUES, Atlas, Entry, Level, Plate, Region, StoredFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from consult_app.atlas.model import Layer, Part, PlateIds, Side

FORMAT = 2
MOST_BEST = 3
"""How many plates may be named as the best ones to see something."""

_LARGEST_PLATE = 100_000_000
_SIDES = ("left", "right", "midline")
_LAYERS = ("superficial", "intermediate", "deep")
_PARTS = ("body", "head", "soles", "palms")


def parse(value: object) -> Atlas:
    """Return the atlas that a parsed ``atlas.json`` describes; a ``Mismatch`` says what is wrong."""
    root = Record(value, "the atlas")
    if root.take("format", int) != FORMAT:
        raise Mismatch(f"its format is not {FORMAT}")
    names = _plate_names(root.take("plates", list))
    regions = tuple(_region(item, names) for item in root.take("regions", list))
    if len({region.id for region in regions}) != len(regions):
        raise Mismatch("a region is listed twice")
    entries = _Entries(regions)
    plates = tuple(_plate(item, entries) for item in root.take("plates", list))
    zones, points = (_best_by_name(root.take(name, dict), names) for name in ("zone_best", "point_best"))
    return Atlas(root.take("credit", str), root.take("licence", str), regions, plates, zones, points)


def text(atlas: Atlas) -> str:
    """Return ``atlas`` as the text of ``atlas.json``, a line for each region and plate."""
    place = {plate.id: number for number, plate in enumerate(atlas.plates)}
    number = {region.id: position for position, region in enumerate(atlas.regions)}
    regions = [_region_record(region, place) for region in atlas.regions]
    plates = [_plate_record(plate, number) for plate in atlas.plates]
    fields = [
        f'"format": {FORMAT}',
        f'"credit": {_line(atlas.credit)}',
        f'"licence": {_line(atlas.licence)}',
        f'"regions": {_lines(regions)}',
        f'"zone_best": {_line(_best_record(atlas.zone_best, place))}',
        f'"point_best": {_line(_best_record(atlas.point_best, place))}',
        f'"plates": {_lines(plates)}',
    ]
    return "{\n" + ",\n".join(fields) + "\n}\n"


class _Entries(dict[tuple[int, int], Entry]):
    """Makes the entries of plates, each pair of tissue and region once."""

    def __init__(self, regions: Sequence[Region]) -> None:
        super().__init__()
        self._regions = regions

    def read(self, values: list[Any], plate: str) -> tuple[Entry, ...]:
        """Return the entries that are stored as ``values``."""
        if not 0 < len(values) <= 512 or len(values) % 2 or values[:2] != [0, -1]:
            raise Mismatch(f"the entries of the plate {plate} should start with “empty”, 256 at most")
        if set(map(type, values)) != {int}:
            raise Mismatch(f"the entries of the plate {plate} should be whole numbers")
        try:
            return tuple(map(self.__getitem__, zip(values[::2], values[1::2], strict=True)))
        except KeyError:
            raise Mismatch(f"an entry of the plate {plate} is not a tissue with a region") from None

    def __missing__(self, pair: tuple[int, int]) -> Entry:
        tissue, number = pair
        if not 0 <= tissue < len(TISSUES) or not -1 <= number < len(self._regions):
            raise KeyError(pair)
        made = self[pair] = Entry(TISSUES[tissue], self._regions[number] if number >= 0 else None)
        return made


def _plate_names(values: list[Any]) -> list[str]:
    names = [Record(value, "a plate").take("id", str) for value in values]
    if len(set(names)) != len(names):
        raise Mismatch("a plate is listed twice")
    return names


def _region(value: object, plates: Sequence[str]) -> Region:
    record = Record(value, "a region")
    name = record.take("id", str)
    side = cast("Side", record.choice("side", _SIDES))
    best = _best(record.take("best", list), plates, name)
    return Region(name, record.take("muscle", str), record.take("group", str), side, best)


def _best(values: object, plates: Sequence[str], name: str) -> PlateIds:
    numbers: list[Any] = values if isinstance(values, list) else [None]
    if len(numbers) > MOST_BEST or not set(map(type, numbers)) <= {int}:
        raise Mismatch(f"the best plates of {name} should be {MOST_BEST} numbers at most")
    if numbers and not 0 <= min(numbers) <= max(numbers) < len(plates):
        raise Mismatch(f"a best plate of {name} does not exist")
    return tuple(plates[number] for number in numbers)


def _best_by_name(values: Mapping[str, object], plates: Sequence[str]) -> dict[str, PlateIds]:
    return {name: _best(numbers, plates, name) for name, numbers in values.items()}


def _plate(value: object, entries: _Entries) -> Plate:
    name = Record(value, "a plate").take("id", str)
    record = Record(value, f"the plate {name}")
    width, height = _size(record)
    figure = record.whole("figure", 4)
    plate = Plate(
        id=name,
        part=cast("Part", record.choice("part", _PARTS)),
        azimuth=record.take("azimuth", int),
        layer=cast("Layer", record.choice("layer", _LAYERS)),
        width=width,
        height=height,
        pixels_per_metre=_above_zero(record, "pixels_per_metre"),
        axis=_axis(record.take("axis", list), name),
        figure=(figure[0], figure[1], figure[2], figure[3]),
        levels=tuple(_level(item, name) for item in record.take("levels", list)),
        entries=entries.read(record.take("entries", list), name),
        outlines=record.filename("outlines"),
        marks=record.filename("marks"),
        files=_files(record.take("files", dict), name),
    )
    _check_plate(plate)
    return plate


def _check_plate(plate: Plate) -> None:
    if not plate.levels:
        raise Mismatch(f"the plate {plate.id} has no levels")
    needed = [name for level in plate.levels for name in (level.relief, level.raster)]
    for name in (*needed, plate.outlines, plate.marks):
        if name not in plate.files:
            raise Mismatch(f"the plate {plate.id} does not list its file {name}")


def _axis(values: list[Any], plate: str) -> tuple[float, float]:
    if len(values) != 2:
        raise Mismatch(f"“axis” of the plate {plate} should be two numbers")
    return as_number(values[0], "“axis”"), as_number(values[1], "“axis”")


def _above_zero(record: Record, name: str) -> float:
    value = record.number(name)
    if value <= 0:
        raise Mismatch(f"“{name}” should be above zero")
    return value


def _size(record: Record) -> tuple[int, int]:
    width, height = record.whole("size", 2)
    if width <= 0 or height <= 0 or width * height > _LARGEST_PLATE:
        raise Mismatch("a plate's “size” is impossible")
    return width, height


def _level(value: object, plate: str) -> Level:
    record = Record(value, f"a level of the plate {plate}")
    width, height = _size(record)
    return Level(width, height, record.filename("relief"), record.filename("index"))


def _files(values: Mapping[str, object], plate: str) -> dict[str, StoredFile]:
    files = {}
    what = f"a file of the plate {plate}"
    for name, value in values.items():
        size, digest = (value.get("bytes"), value.get("sha256")) if isinstance(value, dict) else (None, None)
        if type(size) is not int or type(digest) is not str:
            raise Mismatch(f"{what}, {name}, should have the fields “bytes” (int) and “sha256” (str)")
        files[as_filename(name, what)] = StoredFile(size, digest)
    return files


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(values: Sequence[object]) -> str:
    return "[\n" + ",\n".join(_line(value) for value in values) + "\n]"


def _best_record(best: Mapping[str, PlateIds], place: Mapping[str, int]) -> dict[str, list[int]]:
    return {name: [place[plate] for plate in best[name]] for name in sorted(best)}


def _region_record(region: Region, place: Mapping[str, int]) -> dict[str, object]:
    return {
        "id": region.id,
        "muscle": region.muscle,
        "group": region.group,
        "side": region.side,
        "best": [place[plate] for plate in region.best],
    }


def _plate_record(plate: Plate, number: Mapping[str, int]) -> dict[str, object]:
    entries = [
        (TISSUES.index(entry.tissue), number[entry.region.id] if entry.region else -1)
        for entry in plate.entries
    ]
    return {
        "id": plate.id,
        "part": plate.part,
        "azimuth": plate.azimuth,
        "layer": plate.layer,
        "size": [plate.width, plate.height],
        "pixels_per_metre": plate.pixels_per_metre,
        "axis": list(plate.axis),
        "figure": list(plate.figure),
        "levels": [
            {"size": [level.width, level.height], "relief": level.relief, "index": level.raster}
            for level in plate.levels
        ],
        "entries": [value for pair in entries for value in pair],
        "outlines": plate.outlines,
        "marks": plate.marks,
        "files": {
            name: {"bytes": plate.files[name].size, "sha256": plate.files[name].sha256}
            for name in sorted(plate.files)
        },
    }
