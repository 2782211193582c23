from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.neck import neck
from consult_app.atlas_maker.paints import Palette


def test_all_of_it_is_quiet_and_stands_in_the_midline() -> None:
    palette = Palette()
    for surface in neck(palette):
        assert palette.paints[surface.paint].region is None
        assert abs(surface.mesh.vertices[:, 0].mean()) < 1e-3


def test_soft_tissue_has_rounded_ends_and_the_windpipe_has_not() -> None:
    width = {}
    for surface in neck(Palette()):
        points = surface.mesh.vertices
        top = points[points[:, 1] == points[:, 1].max()]
        width[surface.name] = float(np.ptp(top[:, 0]))
    assert width.pop("windpipe") > 0.02
    assert max(width.values()) < 1e-6
