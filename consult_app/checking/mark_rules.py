"""Rules about what the atlas must show: every muscle, pain zone and trigger point on some plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas.storage import MAIN_FILE, AtlasFault, read_atlas
from consult_app.problems import SourceLocation, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from consult_app.content.records import Catalogue
    from consult_app.problems import ProblemList


def check_marked(folder: Path, catalogue: Catalogue, problems: ProblemList) -> None:
    """Compare the marks of an atlas with the catalogue; an atlas without any is not looked at."""
    try:
        atlas = read_atlas(folder)
    except AtlasFault:
        return  # told already
    place = SourceLocation(folder / MAIN_FILE)
    check_zones(atlas.zone_best, catalogue, place, problems)
    check_points(atlas.point_best, catalogue, place, problems)
    if atlas.point_best:
        check_muscles((region.muscle for region in atlas.regions), catalogue, place, problems)


def check_muscles(
    drawn: Iterable[str], catalogue: Catalogue, place: SourceLocation, problems: ProblemList
) -> None:
    """Report the muscles that no plate shows."""
    shown = set(drawn)
    for muscle in catalogue.muscle_by_id:
        if muscle not in shown:
            problems.error("atlas-mark-missing", place, muscle, kind="muscle")


def check_zones(
    marks: Iterable[str], catalogue: Catalogue, place: SourceLocation, problems: ProblemList
) -> None:
    """Report the zones without a mark; marks are named ``<zone>:<side>``."""
    drawn = _without_sides(marks)
    for zone in catalogue.zones:
        if drawn and zone.id not in drawn:
            problems.error("atlas-mark-missing", place, zone.id, kind="pain zone")


def check_points(
    marks: Iterable[str], catalogue: Catalogue, place: SourceLocation, problems: ProblemList
) -> None:
    """Report the trigger points without a mark, and marks of trigger points that nobody knows."""
    drawn, known = _without_sides(marks), catalogue.trigger_point_by_id
    for point in known:
        if drawn and point not in drawn:
            problems.error("atlas-mark-missing", place, point, kind="trigger point")
    for point in sorted(drawn - known.keys()):
        problems.error("atlas-unknown-point", place, point, nearest=nearest(point, known))


def _without_sides(marks: Iterable[str]) -> set[str]:
    return {mark.partition(":")[0] for mark in marks}
