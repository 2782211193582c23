from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.contours import agreement, outline

Mask = NDArray[np.bool_]

ROWS, COLUMNS = np.indices((120, 160))


def disc(row: float, column: float, radius: float) -> Mask:
    return np.hypot(ROWS + 0.5 - row, COLUMNS + 0.5 - column) < radius


SHAPES = {
    "disc": disc(60, 70, 40),
    "small disc": disc(60, 70, 4.2),
    "disc with a hole": disc(60, 70, 40) & ~disc(60, 75, 15),
    "two discs": disc(40, 40, 20) | disc(80, 110, 25),
    "slanting strip": np.abs(ROWS - COLUMNS * 0.6) < 3,
    "whole picture": np.ones(ROWS.shape, bool),
}


def rings_of(mask: Mask) -> list[NDArray[np.float64]]:
    return [np.array(ring).reshape(-1, 2)[:, ::-1] for ring in outline(mask)]


@pytest.mark.parametrize("name", SHAPES)
def test_outlines_agree_with_the_raster(name: str) -> None:
    assert agreement(SHAPES[name], rings_of(SHAPES[name])) >= 0.97


def test_a_hole_has_a_ring_of_its_own() -> None:
    assert len(outline(SHAPES["disc with a hole"])) == 2


def test_rings_are_closed_without_repeating_their_first_point() -> None:
    for mask in SHAPES.values():
        for ring in outline(mask):
            assert len(ring) >= 6
            assert ring[:2] != ring[-2:]


def test_an_outline_has_no_stair_steps() -> None:
    (ring,) = rings_of(SHAPES["disc"])
    radius = np.hypot(ring[:, 0] - 60, ring[:, 1] - 70)
    assert np.ptp(radius) < 0.8
    assert len(ring) < 80


def test_nothing_has_no_outline() -> None:
    assert outline(np.zeros((5, 5), bool)) == ()
