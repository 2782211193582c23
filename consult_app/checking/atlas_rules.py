"""Rules about the atlas: is it whole, and does it speak of the same muscles as the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas.model import VIEW_AZIMUTHS
from consult_app.atlas.storage import (
    MAIN_FILE,
    AtlasFault,
    check_files,
    read_atlas,
    read_index,
    read_marks,
    read_outlines,
)
from consult_app.problems import SourceLocation, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Level, Plate, Region
    from consult_app.content.records import Catalogue
    from consult_app.problems import ProblemList


def check_atlas(folder: Path, catalogue: Catalogue | None, problems: ProblemList) -> None:
    """Apply all rules about the atlas by itself, and about names that the catalogue does not know."""
    try:
        atlas = read_atlas(folder)
    except AtlasFault as fault:
        _note_fault(fault, problems)
        return
    place = SourceLocation(folder / MAIN_FILE)
    damaged = set()
    for found in check_files(folder, atlas):
        damaged.add(found.path.name)
        _note_fault(found, problems)
    _check_views(atlas, place, problems)
    for region in atlas.regions:
        _check_region(region, catalogue, place, problems)
    for name in atlas.zone_best:
        _check_zone(name, catalogue, place, problems)
    for plate in atlas.plates:
        _check_plate(folder, plate, damaged, problems)


def _note_fault(fault: AtlasFault, problems: ProblemList) -> None:
    problems.error("atlas-fault", SourceLocation(fault.path), fault.path.name, sentence=fault.what)


def _check_views(atlas: Atlas, place: SourceLocation, problems: ProblemList) -> None:
    shown = {plate.azimuth for plate in atlas.plates if plate.layer == "superficial"}
    for name, azimuth in VIEW_AZIMUTHS.items():
        if azimuth not in shown:
            problems.error("atlas-view-missing", place, name)


def _check_region(
    region: Region, catalogue: Catalogue | None, place: SourceLocation, problems: ProblemList
) -> None:
    if region.id != f"{region.muscle}:{region.side}":
        problems.error("atlas-wrong-region", place, region.id)
    if catalogue is None:
        return
    if region.group not in catalogue.group_by_id:
        near = nearest(region.group, catalogue.group_by_id)
        problems.error("atlas-unknown-group", place, region.group, nearest=near)
    if region.muscle not in catalogue.muscle_by_id:
        near = nearest(region.muscle, catalogue.muscle_by_id)
        problems.error("atlas-unknown-muscle", place, region.muscle, nearest=near)
        return
    group, _ = catalogue.muscle_by_id[region.muscle]
    if group.id != region.group:
        problems.error("atlas-wrong-group", place, region.muscle, atlas=region.group, catalogue=group.id)


def _check_zone(name: str, catalogue: Catalogue | None, place: SourceLocation, problems: ProblemList) -> None:
    """Look the pain zone ``<id>:<side>`` up in the catalogue."""
    zone = name.rpartition(":")[0]
    if catalogue is not None and zone not in catalogue.zone_by_id:
        near = nearest(zone, catalogue.zone_by_id)
        problems.error("atlas-unknown-zone", place, zone, nearest=near)


def _check_plate(folder: Path, plate: Plate, damaged: set[str], problems: ProblemList) -> None:
    """Compare a plate's entries with its rasters, outlines and marks, as far as those can be read."""
    for level in plate.levels:
        if level.raster not in damaged:
            _check_raster(folder, plate, level, problems)
    if plate.outlines not in damaged:
        _check_outlines(folder, plate, problems)
    if plate.marks not in damaged:
        _check_marks(folder, plate, problems)


def _check_raster(folder: Path, plate: Plate, level: Level, problems: ProblemList) -> None:
    try:
        highest = max(read_index(folder, level))
    except AtlasFault as fault:
        _note_fault(fault, problems)
        return
    if highest >= len(plate.entries):
        problems.error("atlas-raster", SourceLocation(folder / level.raster), plate.id, file=level.raster)


def _check_outlines(folder: Path, plate: Plate, problems: ProblemList) -> None:
    place = SourceLocation(folder / plate.outlines)
    try:
        outlined = read_outlines(folder, plate).regions
    except AtlasFault as fault:
        _note_fault(fault, problems)
        return
    for region in plate.regions:
        if region.id not in outlined:
            problems.error("atlas-no-outline", place, region.id, plate=plate.id)


def _check_marks(folder: Path, plate: Plate, problems: ProblemList) -> None:
    try:
        read_marks(folder, plate)
    except AtlasFault as fault:
        _note_fault(fault, problems)
