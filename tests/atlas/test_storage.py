from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.atlas import storage
from consult_app.atlas.model import Atlas, Entry, Level, Marks, Outlines, Plate, Region
from consult_app.atlas.rings import packed, unpacked
from consult_app.atlas.storage import AtlasFault

if TYPE_CHECKING:
    from pathlib import Path

LEFT = Region("masseter:left", "masseter", "jaw", "left", ("front-superficial",))
RIGHT = Region("masseter:right", "masseter", "jaw", "right")
RASTER = bytes([0, 1, 2, 3, 0, 2])
SQUARE = (0.25, 0.5, 2.75, 0.5, 2.75, 1.75)
MARKS = Marks({"head.temple:left": (SQUARE, SQUARE[::-1])}, {"masseter-1:left": (1.25, 0.5)})


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    """An atlas of one plate of 3 × 2 pixels, written to the test's folder."""
    outlines = Outlines((SQUARE,), {RIGHT.id: (SQUARE,), LEFT.id: (SQUARE, SQUARE[::-1])})
    files = {
        "front.1.jpg": b"not looked into",
        "front.1.idx": storage.index_bytes(RASTER),
        "front.outlines.json": storage.outlines_bytes(outlines),
        "front.marks.json": storage.marks_bytes(MARKS),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    plate = Plate(
        id="front-superficial",
        part="body",
        azimuth=0,
        layer="superficial",
        width=3,
        height=2,
        pixels_per_metre=1400,
        axis=(1.5, 1.75),
        figure=(0, 0, 3, 2),
        levels=(Level(3, 2, "front.1.jpg", "front.1.idx"),),
        entries=(Entry("empty", None), Entry("veil", None), Entry("muscle", LEFT), Entry("skin", RIGHT)),
        outlines="front.outlines.json",
        marks="front.marks.json",
        files={name: storage.stored_file(data) for name, data in files.items()},
    )
    made = Atlas(
        "© somebody",
        "CC BY-SA 4.0",
        (LEFT, RIGHT),
        (plate,),
        {"head.temple:left": (plate.id,)},
        {"masseter-1:left": (plate.id,)},
    )
    storage.write_atlas(tmp_path, made)
    return made


def change(folder: Path, edit: Any) -> None:
    path = folder / storage.MAIN_FILE
    record = json.loads(path.read_bytes())
    edit(record)
    path.write_text(json.dumps(record), encoding="utf-8")


def test_an_atlas_is_read_as_it_was_written(tmp_path: Path, atlas: Atlas) -> None:
    assert storage.read_atlas(tmp_path) == atlas
    assert list(storage.check_files(tmp_path, atlas)) == []


def test_rasters_and_outlines_are_read_as_they_were_written(tmp_path: Path, atlas: Atlas) -> None:
    (plate,) = atlas.plates
    assert storage.read_index(tmp_path, plate.levels[0]) == RASTER
    outlines = storage.read_outlines(tmp_path, plate)
    assert outlines.silhouette == (SQUARE,)
    assert list(outlines.regions) == [LEFT.id, RIGHT.id]
    assert len(outlines.regions[LEFT.id]) == 2


def test_marks_are_read_as_they_were_written(tmp_path: Path, atlas: Atlas) -> None:
    assert storage.read_marks(tmp_path, atlas.plates[0]) == MARKS


def test_outlines_are_stored_as_steps_of_quarter_pixels() -> None:
    stored = json.loads(storage.outlines_bytes(Outlines((SQUARE,), {})))
    assert stored["silhouette"] == [[1, 2, 10, 0, 0, 5]]


rings = st.lists(st.integers(-4000, 90_000), min_size=3, max_size=40).map(
    lambda places: tuple(place / 4 for place in places + places[::-1])
)


@given(st.lists(rings, max_size=4))
@settings(max_examples=50, deadline=None)
def test_any_rings_come_back(shapes: list[tuple[float, ...]]) -> None:
    assert unpacked(packed(shapes)) == tuple(shapes)


def test_an_atlas_finds_plates_by_part_layer_and_nearest_azimuth(atlas: Atlas) -> None:
    (front,) = atlas.plates
    side = front._replace(id="side", azimuth=330)
    head = front._replace(id="head", part="head")
    more = atlas._replace(plates=(front, side, head))
    assert more.plate(340) == side
    assert more.plate(350) == front
    assert more.plate(200, part="head") == head
    assert more.plate_by_id["side"] == side
    with pytest.raises(LookupError, match="deep"):
        more.plate(0, "deep")


@pytest.mark.usefixtures("atlas")
def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = (tmp_path / storage.MAIN_FILE).read_bytes()
    storage.write_atlas(tmp_path, storage.read_atlas(tmp_path))
    assert (tmp_path / storage.MAIN_FILE).read_bytes() == first


def test_a_folder_without_an_atlas_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasFault, match="missing") as caught:
        storage.read_atlas(tmp_path / "nowhere")
    assert caught.value.path == tmp_path / "nowhere" / "atlas.json"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b"{}", b'{"format": true}']
)
def test_what_is_no_atlas_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / storage.MAIN_FILE).write_bytes(data)
    with pytest.raises(AtlasFault, match="damaged"):
        storage.read_atlas(tmp_path)


EDITS = {
    "the former format": lambda atlas: atlas.update(format=1),
    "no credit": lambda atlas: atlas.pop("credit"),
    "no scale": lambda atlas: atlas["plates"][0].update(pixels_per_metre=0),
    "an unknown part": lambda atlas: atlas["plates"][0].update(part="wing"),
    "a plate twice": lambda atlas: atlas["plates"].append(atlas["plates"][0]),
    "no best plates": lambda atlas: atlas["regions"][0].pop("best"),
    "a best plate that is no number": lambda atlas: atlas["regions"][0].update(best=["front"]),
    "a best plate that does not exist": lambda atlas: atlas["regions"][0].update(best=[1]),
    "too many best plates": lambda atlas: atlas["regions"][0].update(best=[0, 0, 0, 0]),
    "best plates of a zone that are no list": lambda atlas: atlas["zone_best"].update(a=0),
    "best plates of points that are no record": lambda atlas: atlas.update(point_best=[]),
    "a plate without marks": lambda atlas: atlas["plates"][0].pop("marks"),
    "marks that are not listed": lambda atlas: atlas["plates"][0]["files"].pop("front.marks.json"),
    "regions are no list": lambda atlas: atlas.update(regions={}),
    "a region is no record": lambda atlas: atlas["regions"].append(7),
    "a region twice": lambda atlas: atlas["regions"].append(atlas["regions"][0]),
    "an unknown side": lambda atlas: atlas["regions"][0].update(side="port"),
    "an unknown layer": lambda atlas: atlas["plates"][0].update(layer="upper"),
    "a plate without id": lambda atlas: atlas["plates"][0].pop("id"),
    "a plate without size": lambda atlas: atlas["plates"][0].update(size=[0, 4]),
    "a plate of half pixels": lambda atlas: atlas["plates"][0].update(size=[3, 2.5]),
    "a huge plate": lambda atlas: atlas["plates"][0].update(size=[10**6, 10**6]),
    "no axis": lambda atlas: atlas["plates"][0].update(axis=[1]),
    "an axis that is no number": lambda atlas: atlas["plates"][0].update(axis=[1, "2"]),
    "a figure of three": lambda atlas: atlas["plates"][0].update(figure=[0, 0, 1]),
    "no levels": lambda atlas: atlas["plates"][0].update(levels=[]),
    "a level without relief": lambda atlas: atlas["plates"][0]["levels"][0].pop("relief"),
    "no entries": lambda atlas: atlas["plates"][0].update(entries=[]),
    "entries that do not start empty": lambda atlas: atlas["plates"][0]["entries"].__delitem__(slice(0, 2)),
    "an entry of an unknown tissue": lambda atlas: atlas["plates"][0]["entries"].extend([7, -1]),
    "an entry of an unknown region": lambda atlas: atlas["plates"][0]["entries"].extend([6, 2]),
    "an entry that is no pair": lambda atlas: atlas["plates"][0]["entries"].append(6),
    "an entry that is no number": lambda atlas: atlas["plates"][0]["entries"].extend(["muscle", -1]),
    "a file outside the folder": lambda atlas: atlas["plates"][0].update(outlines="../secret"),
    "a file that is not listed": lambda atlas: atlas["plates"][0]["files"].pop("front.1.idx"),
    "a listed file without hash": lambda atlas: atlas["plates"][0]["files"]["front.1.idx"].pop("sha256"),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.usefixtures("atlas")
def test_an_atlas_that_contradicts_itself_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    change(tmp_path, EDITS[name])
    with pytest.raises(AtlasFault, match=r"This atlas description is damaged: .+\."):
        storage.read_atlas(tmp_path)


def test_a_missing_plate_file_is_named(tmp_path: Path, atlas: Atlas) -> None:
    (plate,) = atlas.plates
    for name in plate.files:
        (tmp_path / name).unlink()
    assert [fault.path.name for fault in storage.check_files(tmp_path, atlas)] == sorted(plate.files)
    with pytest.raises(AtlasFault, match="missing"):
        storage.read_index(tmp_path, plate.levels[0])
    with pytest.raises(AtlasFault, match="missing"):
        storage.read_outlines(tmp_path, plate)


def test_a_truncated_file_is_named(tmp_path: Path, atlas: Atlas) -> None:
    path = tmp_path / "front.outlines.json"
    path.write_bytes(path.read_bytes()[:-9])
    (fault,) = storage.check_files(tmp_path, atlas)
    assert fault.path == path
    assert "instead of" in fault.what
    with pytest.raises(AtlasFault, match="bytes instead of"):
        storage.read_outlines(tmp_path, atlas.plates[0])


def test_a_changed_file_of_the_same_size_is_named(tmp_path: Path, atlas: Atlas) -> None:
    path = tmp_path / "front.1.jpg"
    path.write_bytes(b"x" * len(path.read_bytes()))
    (fault,) = storage.check_files(tmp_path, atlas)
    assert "changed or damaged" in str(fault)


@pytest.mark.parametrize(
    "data",
    [b"", b"rubbish", zlib.compress(RASTER)[:-3], zlib.compress(RASTER[:-1]), zlib.compress(RASTER * 9999)],
)
def test_a_damaged_raster_is_refused(tmp_path: Path, atlas: Atlas, data: bytes) -> None:
    (tmp_path / "front.1.idx").write_bytes(data)
    with pytest.raises(AtlasFault, match="raster"):
        storage.read_index(tmp_path, atlas.plates[0].levels[0])


@pytest.mark.parametrize(
    "record",
    [[], {}, {"silhouette": []}, {"silhouette": [[1, 2]], "regions": {}},
     {"silhouette": [], "regions": {"a": 1}}, {"silhouette": [[1, 2, 3, 4, 5, "6"]], "regions": {}}],
)  # fmt: skip
def test_damaged_outlines_are_refused(tmp_path: Path, atlas: Atlas, record: object) -> None:
    data = json.dumps(record).encode()
    (tmp_path / "front.outlines.json").write_bytes(data)
    files = {**atlas.plates[0].files, "front.outlines.json": storage.stored_file(data)}
    with pytest.raises(AtlasFault, match="outlines are damaged"):
        storage.read_outlines(tmp_path, atlas.plates[0]._replace(files=files))


@pytest.mark.parametrize(
    "record",
    [[], {}, {"zones": {}}, {"zones": {}, "points": []}, {"zones": {"a": [[1, 2]]}, "points": {}},
     {"zones": {"a": 1}, "points": {}}, {"zones": {}, "points": {"a": [1]}},
     {"zones": {}, "points": {"a": [1, 2.5]}}, {"zones": {}, "points": {"a": [1, 10**12]}},
     {"zones": {"a": [[1, 2, 3, 4, 5, True]]}, "points": {}}],
)  # fmt: skip
def test_damaged_marks_are_refused(tmp_path: Path, atlas: Atlas, record: object) -> None:
    data = json.dumps(record).encode()
    (tmp_path / "front.marks.json").write_bytes(data)
    files = {**atlas.plates[0].files, "front.marks.json": storage.stored_file(data)}
    with pytest.raises(AtlasFault, match="marks are damaged"):
        storage.read_marks(tmp_path, atlas.plates[0]._replace(files=files))


def test_a_file_of_another_plate_is_refused(tmp_path: Path, atlas: Atlas) -> None:
    with pytest.raises(AtlasFault, match="does not belong"):
        storage.read_file(tmp_path, atlas.plates[0], "atlas.json")


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / storage.MAIN_FILE).mkdir()
    with pytest.raises(AtlasFault, match="cannot be read"):
        storage.read_atlas(tmp_path)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_an_atlas_or_a_fault(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / storage.MAIN_FILE).write_bytes(data)
    with pytest.raises(AtlasFault):
        storage.read_atlas(folder)
