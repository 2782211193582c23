"""From where something is seen best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.canvas.plate_art import PlateArt
from consult_app.consultation import Selection, Viewpoint
from consult_app.gui.best_view import FAIR_SHARE, SEEN_WELL, BestView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme

FRONT = Viewpoint()


@pytest.fixture(scope="module")
def best(atlas: Atlas, resources: Path, make_theme: Callable[..., Theme]) -> BestView:
    return BestView(atlas, PlateArt(resources / "atlas", make_theme().figure))


@pytest.mark.parametrize("side", ["left", "right", None])
def test_every_drawn_group_is_shown_well(
    best: BestView, atlas: Atlas, catalogue: Catalogue, side: str | None
) -> None:
    drawn = {region.group for region in atlas.regions}
    for group in catalogue.groups:
        chosen = Selection(group.id, side)  # type: ignore[arg-type]
        view = best.of_selection(chosen, [atlas.plate(0)], FRONT)
        plate = atlas.plate(0) if view is None else atlas.plate(view.azimuth, view.layer, view.part)
        regions = best._regions(chosen)
        area = best._area(plate, regions)
        assert area > 0 or group.id not in drawn
        if view is None and regions:
            favourite = best._best_plate(regions, FRONT)
            if favourite is not None and side is None:
                favourite = best._fairest(favourite, regions)
            if favourite is not None:
                favourite = best._nearest(favourite, regions)
            assert favourite is None or area >= SEEN_WELL * best._area(favourite, regions)


def test_every_muscle_of_the_atlas_is_shown_from_any_start(best: BestView, atlas: Atlas) -> None:
    for region in atlas.regions:
        chosen = Selection(region.group, region.side, region.muscle)  # type: ignore[arg-type]
        view = best.of_selection(chosen, [], FRONT)
        assert view is not None
        plate = atlas.plate(view.azimuth, view.layer, view.part)
        assert region.id in {found.id for found in plate.regions}


def test_what_is_seen_well_already_needs_no_turn(best: BestView, atlas: Atlas) -> None:
    chosen = Selection("quadriceps", "left", "rectus-femoris")
    assert best.of_selection(chosen, [atlas.plate(0)], FRONT) is None


def test_both_sides_are_shown_where_both_are_seen(best: BestView, atlas: Atlas) -> None:
    for group in ("hamstrings", "pectoralis-major", "gluteus-maximus"):
        view = best.of_selection(Selection(group), [], FRONT)
        assert view is not None
        plate = atlas.plate(view.azimuth, view.layer, view.part)
        seen = {region.side for region in plate.regions if region.group == group}
        assert seen >= {"left", "right"}, group


def test_what_is_not_drawn_turns_nothing(best: BestView, atlas: Atlas) -> None:
    assert best.of_selection(Selection("no-such-group"), [atlas.plate(0)], FRONT) is None
    assert best.of_groups(["no-such-group"], [atlas.plate(0)], FRONT) is None


def test_many_groups_are_shown_where_most_of_them_are(best: BestView, atlas: Atlas) -> None:
    back = ["gluteus-maximus", "hamstrings", "rhomboids", "latissimus-teres-major"]
    view = best.of_groups(back, [], FRONT)
    assert view is not None
    seen = best._count(atlas.plate(view.azimuth, view.layer, view.part), back)
    assert seen == max(best._count(plate, back) for plate in atlas.plates if plate.layer == "superficial")
    assert best.of_groups(back, [atlas.plate(view.azimuth)], FRONT) is None


@pytest.mark.parametrize("muscle", ["lateral-pterygoid", "medial-pterygoid", "obliquus-capitis-superior"])
def test_small_muscles_of_the_head_are_shown_from_near(best: BestView, atlas: Atlas, muscle: str) -> None:
    region = atlas.region_by_id[f"{muscle}:left"]
    view = best.of_selection(Selection(region.group, "left", muscle), [atlas.plate(0)], FRONT)
    assert view is not None
    assert view.part == "head"
    assert region in atlas.plate(view.azimuth, view.layer, view.part).regions


@pytest.mark.parametrize("muscle", ["fibularis-tertius", "masseter", "temporalis", "opponens-digiti-minimi"])
def test_being_fair_to_both_sides_costs_no_more_than_it_gives(
    best: BestView, atlas: Atlas, muscle: str
) -> None:
    group = atlas.region_by_id[f"{muscle}:left"].group
    regions = best._regions(Selection(group, None, muscle))
    favourite = best._best_plate(regions, FRONT)
    assert favourite is not None
    assert best._area(best._fairest(favourite, regions), regions) >= FAIR_SHARE * best._area(
        favourite, regions
    )
