from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.atlas.model import TISSUES
from consult_app.canvas.palette import BRIGHT_FROM, MOST_LIGHT, shading_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.canvas.palette import FigurePalette
    from consult_app.gui.theme import Theme


@pytest.fixture(params=["light", "dark"])
def shaded(request: pytest.FixtureRequest, make_theme: Callable[..., Theme]) -> FigurePalette:
    return make_theme(request.param).figure


def _alpha(value: int) -> int:
    return value >> 24


def _rgb(value: int) -> int:
    return value & 0xFFFFFF


def test_there_is_one_shade_for_each_grey_value(shaded: FigurePalette) -> None:
    table = shading_table(shaded)
    assert len(table) == 256
    assert all(0 <= value <= 0xFFFFFFFF for value in table)


def test_black_relief_is_all_shadow(shaded: FigurePalette) -> None:
    assert shading_table(shaded)[0] == shaded.shadow.rgb()


def test_plain_relief_leaves_the_tissue_as_it_is(shaded: FigurePalette) -> None:
    assert _alpha(shading_table(shaded)[BRIGHT_FROM]) == 0


def test_the_brightest_relief_lays_a_breath_of_light(shaded: FigurePalette) -> None:
    brightest = shading_table(shaded)[255]
    assert _alpha(brightest) == round(255 * MOST_LIGHT)
    assert _rgb(brightest) == shaded.light.rgb() & 0xFFFFFF


def test_shadow_fades_evenly_towards_plain(shaded: FigurePalette) -> None:
    strengths = [_alpha(value) for value in shading_table(shaded)[:BRIGHT_FROM]]
    assert strengths == sorted(strengths, reverse=True)


def test_every_tissue_has_a_colour(shaded: FigurePalette) -> None:
    assert set(shaded.tissue) == set(TISSUES)
    assert shaded.tissue["empty"].alpha() == 0
