from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.body import JAW, Tissues, build_body, read_tissues
from consult_app.atlas_maker.camera import camera_around
from consult_app.atlas_maker.paints import Palette, region
from consult_app.atlas_maker.relabelling import relabel
from consult_app.atlas_maker.scene import Surface, surface_of
from consult_app.atlas_maker.seeing import see
from tests.atlas_maker.small_body import ball, egg

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Layer

LAYERS: tuple[Layer, ...] = ("superficial", "intermediate", "deep")


def muscle(name: str, centre: tuple[float, float, float], palette: Palette, radius: float = 0.02) -> Surface:
    return surface_of(name, ball(centre, radius), palette.number("muscle", region(name, "group", "left")))


def skin(palette: Palette, centre: tuple[float, float, float], half: tuple[float, float, float]) -> Surface:
    return surface_of("Skin", egg(centre, half), palette.number("skin"))


def names(tissues: Tissues, palette: Palette, layer: Layer) -> set[str]:
    return {surface.name for surface in build_body(tissues, palette, layer).figure.surfaces}


def test_each_layer_leaves_out_what_the_tables_say() -> None:
    palette = Palette()
    shown = [muscle(name, (0.08, 1.2, 0.1), palette) for name in ("deltoid-acromial", "soleus", "popliteus")]
    fascia = surface_of("thoracolumbar fascia", ball((0, 1.1, 0.1), 0.02), palette.number("tendon"))
    tissues = Tissues((skin(palette, (0, 1.2, 0.1), (0.2, 0.2, 0.1)),), (*shown, fascia))
    left = {layer: names(tissues, palette, layer) - {"Skin"} for layer in LAYERS}
    assert left["superficial"] == {"deltoid-acromial", "soleus", "popliteus", "thoracolumbar fascia"}
    assert left["intermediate"] == {"soleus", "popliteus"}
    assert left["deep"] == {"popliteus"}


def test_only_the_deep_layer_cuts_a_piece_out_of_the_jaw_bone() -> None:
    palette = Palette()
    jaw = surface_of(JAW, ball((0.045, 1.60, 0.125), 0.01), palette.number("bone"))
    tissues = Tissues((skin(palette, (0, 1.6, 0.1), (0.08, 0.1, 0.1)),), (jaw,))
    seen = {}
    for layer in LAYERS:
        figure = build_body(tissues, palette, layer).figure
        bone = next(surface for surface in figure.surfaces if surface.name == JAW)
        seen[layer] = float((bone.kept > 0).mean())
    assert seen["superficial"] > 0.5 < seen["intermediate"]
    assert seen["deep"] < 0.1


def test_ends_of_intercostal_muscles_are_trimmed_when_they_are_read(meshes: Path) -> None:
    tissues = read_tissues(meshes, Palette())
    assert {surface.name for surface in tissues.shown} == {"Left bone", "Left ball", "Right ball"}
    assert all((surface.kept > 0).all() for surface in tissues.shown if surface.name == "Left bone")


@pytest.mark.parametrize(("pitch", "painted"), [(0, False), (-90, True)])
def test_the_muscle_of_the_sole_is_painted_on_skin_seen_from_below(*, pitch: int, painted: bool) -> None:
    palette = Palette()
    name = "flexor-digitorum-brevis"
    foot = skin(palette, (0.1, -0.05, 0.12), (0.05, 0.03, 0.1))
    under = surface_of(
        name,
        egg((0.1, -0.06, 0.12), (0.02, 0.01, 0.05)),
        palette.number("muscle", region(name, "feet", "left")),
    )
    body = build_body(Tissues((foot,), (under,)), palette, "superficial")
    camera = camera_around(body.skin.vertices, 0, 1000, pitch=pitch)
    sight = see(body.figure, camera)
    relabel(sight, body, camera, palette)
    number = palette.number("skin", region(name, "feet", "left"))
    assert bool((sight.paints == number).any()) == painted


@pytest.mark.parametrize(("layer", "painted"), [("intermediate", True), ("deep", False)])
def test_masseter_gives_way_to_the_window_over_the_jaw(*, layer: Layer, painted: bool) -> None:
    palette = Palette()
    head = skin(palette, (0, 1.66, 0.10), (0.075, 0.12, 0.1))
    bone = surface_of("Skull", egg((0, 1.66, 0.10), (0.06, 0.10, 0.08)), palette.number("bone"))
    body = build_body(Tissues((head,), (bone,)), palette, layer)
    camera = camera_around(body.skin.vertices, 90, 500)
    sight = see(body.figure, camera)
    relabel(sight, body, camera, palette)
    regions = {palette.paints[number].region for number in np.unique(sight.paints).tolist()}
    assert (region("masseter", "jaw", "left") in regions) == painted
    assert region("temporalis", "jaw", "left") in regions
