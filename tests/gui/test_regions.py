"""What the figure has to know of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.model import VIEW_AZIMUTHS
from consult_app.canvas.plate_art import PlateArt
from consult_app.consultation import Consultation, Selection
from consult_app.content.lookup import groups_for_benefit
from consult_app.gui.regions import SEEN_WELL, RegionDirectory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme


@pytest.fixture(scope="module")
def directory(
    catalogue: Catalogue, atlas: Atlas, words: Words, resources: Path, make_theme: Callable[..., Theme]
) -> RegionDirectory:
    art = PlateArt(resources / "atlas", make_theme().figure)
    return RegionDirectory(catalogue, atlas, art, words)


def test_every_region_has_a_name_with_its_side(
    directory: RegionDirectory, atlas: Atlas, catalogue: Catalogue
) -> None:
    names = directory.figure_words().regions
    for region in atlas.regions:
        muscle = catalogue.muscle_by_id[region.muscle][1]
        assert names[region.id] == f"{muscle.name}, your {region.side}"


def test_every_view_has_a_name(directory: RegionDirectory, atlas: Atlas) -> None:
    views = directory.figure_words().views
    assert set(VIEW_AZIMUTHS.values()) <= {plate.azimuth for plate in atlas.plates} & set(views)


@pytest.mark.parametrize(("azimuth", "pair"), [(0, (0, 180)), (90, (90, 270)), (270, (270, 90))])
def test_a_view_comes_with_the_one_from_the_opposite_side(
    directory: RegionDirectory, azimuth: int, pair: tuple[int, int]
) -> None:
    plates = directory.plates(azimuth, "superficial")
    assert tuple(plate.azimuth for plate in plates) == pair


def test_every_muscle_and_group_of_the_atlas_is_in_the_catalogue(atlas: Atlas, catalogue: Catalogue) -> None:
    for region in atlas.regions:
        group, _ = catalogue.muscle_by_id[region.muscle]
        assert group.id == region.group


def test_a_side_lights_its_own_regions_and_pairs_the_others(directory: RegionDirectory, atlas: Atlas) -> None:
    now = Consultation(Selection("upper-trapezius", "left"))
    lit = directory.highlight(now)
    both = {region.id for region in atlas.regions if region.group == "upper-trapezius"}
    assert lit.selected | lit.paired == both
    assert {atlas.region_by_id[region].side for region in lit.selected} == {"left"}
    assert {atlas.region_by_id[region].side for region in lit.paired} == {"right"}
    assert (lit.name, lit.side) == ("Upper trapezius", "your left")


def test_no_side_lights_both(directory: RegionDirectory, atlas: Atlas) -> None:
    lit = directory.highlight(Consultation(Selection("upper-trapezius")))
    assert {atlas.region_by_id[region].side for region in lit.selected} == {"left", "right"}
    assert not lit.paired


def test_a_benefit_lights_every_region_of_its_groups(
    directory: RegionDirectory, atlas: Atlas, catalogue: Catalogue
) -> None:
    for benefit in catalogue.benefits:
        now = Consultation().choose_topic("benefit", benefit.id)
        groups = {group.id for group in groups_for_benefit(catalogue, benefit.id)}
        lit = directory.highlight(now).topic
        assert set(directory.lit_groups(now)) == groups
        assert lit == {region.id for region in atlas.regions if region.group in groups}


def test_nothing_chosen_lights_nothing(directory: RegionDirectory) -> None:
    lit = directory.highlight(Consultation())
    assert not (lit.selected)
    assert not (lit.paired)
    assert not (lit.topic)
    assert not (lit.name)


@pytest.mark.parametrize("in_sight", [(0,), (90,), (180,), (270,), (0, 180), (90, 270)])
@pytest.mark.parametrize("side", ["left", "right", None])
def test_turning_shows_every_drawn_group_well(
    directory: RegionDirectory,
    atlas: Atlas,
    catalogue: Catalogue,
    in_sight: tuple[int, ...],
    side: str | None,
) -> None:
    plates = [atlas.plate(azimuth) for azimuth in in_sight]
    for group in catalogue.groups:
        bodies = [plate for plate in atlas.plates if (plate.part, plate.layer) == ("body", "superficial")]
        seen = {plate.azimuth: directory._seen(plate, [group.id], side) for plate in bodies}
        best = directory.better_azimuth(plates, [group.id], side, "superficial")
        shown = in_sight if best is None else (best,)
        assert max(seen[azimuth] for azimuth in shown) >= SEEN_WELL * max(seen.values())


def test_a_group_that_is_not_drawn_turns_nothing(directory: RegionDirectory, atlas: Atlas) -> None:
    assert not directory.is_drawn("no-such-group", "superficial")
    assert directory.better_azimuth(atlas.plates[:1], ["no-such-group"], None, "superficial") is None


def test_the_selection_is_called_by_its_clinical_name_and_side(directory: RegionDirectory) -> None:
    assert directory.selection_name(Selection("upper-trapezius", "right")) == "Upper trapezius, your right"
    assert directory.selection_name(Selection("upper-trapezius")) == "Upper trapezius, both sides"
