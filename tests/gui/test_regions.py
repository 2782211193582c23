"""What the figure has to know of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.consultation import Consultation, Selection, Viewpoint
from consult_app.content.lookup import groups_for_benefit
from consult_app.gui.regions import VIEWS, RegionDirectory

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words


@pytest.fixture(scope="module")
def directory(catalogue: Catalogue, atlas: Atlas, words: Words) -> RegionDirectory:
    return RegionDirectory(catalogue, atlas, words)


def test_every_region_has_a_name_with_its_side(
    directory: RegionDirectory, atlas: Atlas, catalogue: Catalogue
) -> None:
    names = directory.figure_words().regions
    for region in atlas.regions:
        muscle = catalogue.muscle_by_id[region.muscle][1]
        assert names[region.id] == f"{muscle.name}, your {region.side}"


def test_every_plate_has_a_name(directory: RegionDirectory, atlas: Atlas) -> None:
    words = directory.figure_words()
    assert set(words.views) == set(VIEWS)
    assert all(words.view_of(plate) for plate in atlas.plates)


@pytest.mark.parametrize(("azimuth", "pair"), [(0, (0, 180)), (90, (90, 270)), (270, (270, 90))])
def test_a_view_comes_with_the_one_from_the_opposite_side(
    directory: RegionDirectory, azimuth: int, pair: tuple[int, int]
) -> None:
    plates = directory.plates(Viewpoint(azimuth))
    assert tuple(plate.azimuth for plate in plates) == pair


def test_the_body_turns_within_its_layer(directory: RegionDirectory) -> None:
    ring = directory.ring(Viewpoint(90))
    assert len(ring) > 3
    assert {(plate.part, plate.layer) for plate in ring} == {("body", "superficial")}


def test_a_layer_that_a_part_lacks_is_shown_as_the_nearest(atlas: Atlas, words: Words) -> None:
    plates = tuple(plate for plate in atlas.plates if plate.layer == "superficial")
    directory = RegionDirectory(None, atlas._replace(plates=plates), words)  # type: ignore[arg-type]
    assert directory.layer_of(Viewpoint(0, "deep")) == "superficial"
    assert {plate.layer for plate in directory.plates(Viewpoint(0, "deep"))} == {"superficial"}


def test_a_view_is_spoken_with_its_layer(directory: RegionDirectory) -> None:
    spoken = directory.view_spoken(Consultation(azimuth=90))
    assert spoken == "View from the patient's left, surface layer"


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


def test_one_muscle_of_a_group_is_lit_firmly_and_the_rest_faintly(
    directory: RegionDirectory, atlas: Atlas
) -> None:
    lit = directory.highlight(Consultation(Selection("quadriceps", "left", "rectus-femoris")))
    assert {atlas.region_by_id[region].muscle for region in lit.selected} == {"rectus-femoris"}
    assert lit.rest
    assert {atlas.region_by_id[region].group for region in lit.rest} == {"quadriceps"}
    assert not lit.rest & lit.selected
    assert lit.name == "Rectus femoris"
    assert lit.side.endswith("your left")


def test_a_muscle_that_is_not_drawn_lights_its_group(directory: RegionDirectory) -> None:
    lit = directory.highlight(Consultation(Selection("quadriceps", "left", "no-such-muscle-is-drawn")))
    assert lit.selected
    assert not lit.rest


def test_a_group_that_is_not_drawn_is_known_not_to_be(directory: RegionDirectory) -> None:
    assert not directory.is_drawn("no-such-group")
    assert directory.is_drawn("quadriceps")


def test_the_selection_is_called_by_its_clinical_name_and_side(directory: RegionDirectory) -> None:
    assert directory.selection_name(Selection("upper-trapezius", "right")) == "Upper trapezius, your right"
    assert directory.selection_name(Selection("upper-trapezius")) == "Upper trapezius, both sides"
