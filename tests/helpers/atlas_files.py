"""A tiny atlas that goes with the tiny catalogue: four plates of 8 × 6 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas.model import Atlas, Entry, Level, Marks, Outlines, Plate, Region
from consult_app.atlas.storage import index_bytes, marks_bytes, outlines_bytes, stored_file, write_atlas

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 8, 6
VIEWS = {"front": 0, "left": 90, "back": 180, "right": 270}
REGIONS = (
    Region("masseter:left", "masseter", "jaw", "left"),
    Region("trapezius-descending:left", "trapezius-descending", "upper-trapezius", "left"),
)


def write_atlas_files(
    folder: Path,
    regions: tuple[Region, ...] = REGIONS,
    views: tuple[str, ...] = tuple(VIEWS),
    outlined: tuple[Region, ...] | None = None,
    highest: int = 2,
    zones: tuple[str, ...] = (),
) -> Path:
    """Write the atlas into a folder and return it; the arguments plant faults."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = regions if outlined is None else outlined
    square = (1.0, 1.0, 3.0, 1.0, 3.0, 3.0, 1.0, 3.0)
    outlines = outlines_bytes(Outlines((square,), {region.id: (square,) for region in shown}))
    raster = index_bytes(bytes(number % (highest + 1) for number in range(WIDTH * HEIGHT)))
    plates = tuple(_write_plate(folder, view, regions, outlines, raster) for view in views)
    write_atlas(folder, Atlas("Credit", "CC BY-SA 4.0", regions, plates, dict.fromkeys(zones, ())))
    return folder


def _write_plate(
    folder: Path, view: str, regions: tuple[Region, ...], outlines: bytes, raster: bytes
) -> Plate:
    level = Level(WIDTH, HEIGHT, f"{view}.jpg", f"{view}.idx")
    contents = {
        level.relief: b"a picture",
        level.raster: raster,
        f"{view}.json": outlines,
        f"{view}.marks.json": marks_bytes(Marks({}, {})),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return Plate(
        id=view,
        part="body",
        azimuth=VIEWS[view],
        layer="superficial",
        width=WIDTH,
        height=HEIGHT,
        pixels_per_metre=1400.0,
        axis=(4.0, 6.0),
        figure=(0, 0, WIDTH, HEIGHT),
        levels=(level,),
        entries=(Entry("empty", None), *(Entry("muscle", region) for region in regions)),
        outlines=f"{view}.json",
        marks=f"{view}.marks.json",
        files={name: stored_file(data) for name, data in contents.items()},
    )
