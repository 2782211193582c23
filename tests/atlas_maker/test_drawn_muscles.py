from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("numba")

from consult_app.atlas_maker.drawn_muscles import DRAWN, drawn_muscles
from consult_app.atlas_maker.paints import Palette
from consult_app.atlas_maker.spine_muscles import PROCESSES, SPINES

SIGNS = {item.sign for item in DRAWN}


def test_each_is_drawn_on_both_sides_and_the_left_one_lies_on_the_left() -> None:
    palette = Palette()
    surfaces = drawn_muscles(SIGNS, palette)
    assert len(surfaces) == 2 * len(DRAWN)
    for surface in surfaces:
        where = palette.paints[surface.paint].region
        assert where is not None
        sign = 1 if where.side == "left" else -1
        assert (sign * surface.mesh.vertices[:, 0] > -0.004).all(), surface.name
        assert sign * surface.mesh.vertices[:, 0].mean() > 0.005


def test_without_their_bones_nothing_is_drawn() -> None:
    assert drawn_muscles({"Left femur"}, Palette()) == []


def test_bundles_rise_from_a_process_to_a_spine_two_to_four_segments_higher() -> None:
    for name in ("multifidus-thoracis", "multifidus-lumborum"):
        item = next(item for item in DRAWN if item.muscle == name)
        for belly in item.bellies:
            low, high = np.array(belly.line[0]), np.array(belly.line[-1])
            assert high[1] > low[1]
            assert high[0] < low[0]


def test_spinous_and_transverse_processes_are_listed_from_above_downwards() -> None:
    heights = [y for y, _ in SPINES.values()]
    assert heights == sorted(heights, reverse=True)
    sides = [y for _, y, _ in PROCESSES.values()]
    assert sides == sorted(sides, reverse=True)


def test_the_lateral_pterygoid_runs_backwards_and_the_medial_one_downwards() -> None:
    lines = {item.muscle: np.array(item.bellies[0].line) for item in DRAWN}
    lateral, medial = (lines[name][-1] - lines[name][0] for name in ("lateral-pterygoid", "medial-pterygoid"))
    assert -lateral[2] > abs(lateral[1])
    assert -medial[1] > abs(medial[2])
    assert lateral[0] > 0 < medial[0]
