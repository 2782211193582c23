"""The index raster: which paint is at which pixel, cleaned of specks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from consult_app.atlas_maker.measuring import components

Labels = NDArray[np.int32]

SPECK = 70
"""Components of fewer pixels, about 6 mm square, are given to their neighbours: no finger means them."""


def reduce(labels: Labels) -> Labels:
    """Return ``labels`` at half the size: of four pixels the value that most have."""
    height, width = labels.shape
    four = labels.reshape(height // 2, 2, width // 2, 2).transpose(0, 2, 1, 3).reshape(height // 2, -1, 4)
    a, b, c, d = np.moveaxis(np.sort(four, axis=2), 2, 0)
    return np.where(b == c, b, np.where(a == b, a, np.where(c == d, c, four[..., 0])))


def merge_specks(labels: Labels, smallest: int = SPECK) -> Labels:
    """Return ``labels`` with every component below ``smallest`` pixels filled from its surroundings."""
    numbers = components(labels)
    small = np.bincount(numbers.reshape(-1))[numbers] < smallest
    if not small.any() or small.all():
        return labels
    rows, columns = ndimage.distance_transform_edt(small, return_distances=False, return_indices=True)
    return np.asarray(labels[rows, columns])
