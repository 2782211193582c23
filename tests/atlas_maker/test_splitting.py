from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("numba")

from consult_app.atlas_maker.paints import Palette, region
from consult_app.atlas_maker.scene import Surface, surface_of
from consult_app.atlas_maker.splitting import SPLITS, parts_of
from tests.atlas_maker.small_body import ball


def muscle(name: str, centre: tuple[float, float, float], palette: Palette, side: str = "left") -> Surface:
    return surface_of(name, ball(centre, 0.04), palette.number("muscle", region("whole", "group", side)))


def test_other_meshes_stay_whole() -> None:
    palette = Palette()
    surface = muscle("Left soleus", (0.1, 0.2, 0.1), palette)
    assert parts_of(surface, palette) == [surface]


@pytest.mark.parametrize(("side", "x"), [("left", 0.08), ("right", -0.08)])
def test_the_abdominal_wall_is_parted_at_the_semilunar_line(side: str, x: float) -> None:
    palette = Palette()
    wall = muscle(f"{side.title()} external oblique", (x, 1.1, 0.18), palette, side)
    oblique, rectus = parts_of(wall, palette)
    assert palette.paints[oblique.paint].region == region("whole", "group", side)
    assert palette.paints[rectus.paint].region == region("rectus-abdominis", "rectus-abdominis", side)
    assert np.abs(rectus.mesh.vertices[rectus.kept > 0, 0]).max() < 0.086
    assert np.abs(oblique.mesh.vertices[oblique.kept > 0, 0]).min() > 0.08


def test_the_two_parts_meet_and_do_not_overlap() -> None:
    palette = Palette()
    whole = muscle("Left longissimus thoracis", (0.03, 1.16, 0.04), palette)
    above, below = parts_of(whole, palette)
    inside = {tuple(point) for point in above.mesh.vertices[above.kept > 0]}
    assert not inside & {tuple(point) for point in below.mesh.vertices[below.kept > 0]}
    drawn = sum(int((part.kept > 0).sum()) for part in (above, below))
    assert drawn == len(whole.mesh.vertices)
    assert below.mesh.vertices[below.kept > 0, 1].max() < above.mesh.vertices[above.kept > 0, 1].max()


def test_the_clavicular_head_lies_behind_the_sternal_one() -> None:
    palette = Palette()
    sternal, clavicular = parts_of(muscle("Left sternocleidomastoid", (0.035, 1.505, 0.12), palette), palette)
    assert palette.paints[clavicular.paint].region == region(
        "sternocleidomastoid-clavicular-head", "sternocleidomastoid", "left"
    )
    depths = [part.mesh.vertices[part.kept > 0, 2].mean() for part in (clavicular, sternal)]
    assert depths[0] < depths[1]


def test_below_the_kneecap_rectus_femoris_is_a_ligament() -> None:
    palette = Palette()
    _, ligament = parts_of(muscle("Left rectus femoris", (0.09, 0.4, 0.13), palette), palette)
    assert palette.paints[ligament.paint].tissue == "tendon"
    assert palette.paints[ligament.paint].region is None


def test_parts_carry_no_triangles_they_do_not_show() -> None:
    palette = Palette()
    for split in SPLITS:
        for part in parts_of(muscle(f"Left {split.ending}", (0.05, 1.16, 0.14), palette), palette):
            assert (part.kept[part.mesh.faces] >= 0).any(axis=1).all()
