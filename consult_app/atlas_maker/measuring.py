"""The few functions of scikit-image that are used, with types."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from skimage import measure as untyped

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_measure: Any = untyped


def components(labels: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return a number per pixel: the same for side-by-side pixels of equal value."""
    return np.asarray(_measure.label(labels, background=-1, connectivity=1))


def level_curves(field: Floats) -> list[Floats]:
    """Return the curves (row, column) on which ``field`` is one half."""
    return list(_measure.find_contours(field, 0.5))


def simplified(curve: Floats, tolerance: float) -> Floats:
    """Return ``curve`` with fewer points, off by ``tolerance`` at most."""
    return np.asarray(_measure.approximate_polygon(curve, tolerance))


def inside(shape: tuple[int, ...], ring: Floats) -> Mask:
    """Return which pixels of a raster lie within ``ring`` (row, column)."""
    return np.asarray(_measure.grid_points_in_poly(shape, ring))


def enclosed(points: Floats, ring: Floats) -> Mask:
    """Return which of ``points`` (n × 2) lie within ``ring``."""
    return np.asarray(_measure.points_in_poly(points, ring))
