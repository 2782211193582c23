"""Closes the eyes: the skin mesh has open lids with nothing behind them.

Each eye is a height field (metres towards the front) over a small upright box: the opening is filled
with a smooth dome, a fine crease is drawn where the lids meet, and the result covers the old rims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from consult_app.atlas_maker.meshes import Mesh
from consult_app.atlas_maker.patches import grid_faces
from consult_app.atlas_maker.raster import rasterise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

LEFT, RIGHT, LOW, HIGH = 0.008, 0.060, 1.625, 1.675
"""The box of the left eye (metres; the right eye's is its mirror image)."""
STEP = 0.00025
DEEP = 0.14
"""What lies behind this z, seen from the front, is seen through the opening."""
RIM = 5
"""Cells around the opening that are smoothed away."""
DOME = 2.4e-6
"""Rise per round of filling; with ``ROUNDS`` it makes a lid that stands out like the eye beneath."""
ROUNDS = 900
CREASE, CREASE_WIDTH = 0.0009, 0.00055
"""Depth and half width (metres) of the line where the lids meet."""
COVER = 0.00025


def eyelids(skin: Mesh) -> list[Mesh]:
    """Return a closed lid for each eye that stands open in ``skin``."""
    return [lid for side in (1, -1) if (lid := _lid(skin, side)) is not None]


def _lid(skin: Mesh, side: int) -> Mesh | None:
    height, width = round((HIGH - LOW) / STEP), round((RIGHT - LEFT) / STEP)
    x, y = (side * skin.vertices[:, 0] - LEFT) / STEP, (HIGH - skin.vertices[:, 1]) / STEP
    projected = np.stack([x, y, skin.vertices[:, 2]], axis=1)
    front = rasterise(projected, np.ones(len(projected)), skin.faces, height, width).depth.astype(np.float64)
    opening = _largest(front < DEEP)
    if opening is None:
        return None
    filled = _filled(front, ndimage.binary_dilation(opening, iterations=RIM))
    filled -= CREASE * _crease(opening)
    apart = ndimage.distance_transform_edt(~opening) * STEP
    kept = apart < RIM * STEP + 0.002
    filled += COVER - 0.0006 * np.clip((apart - RIM * STEP) / 0.002, 0, 1)
    return _mesh(filled, kept, side)


def _largest(mask: Mask) -> Mask | None:
    """Return the biggest component of ``mask`` that does not touch the border."""
    labels, count = ndimage.label(mask)
    rim = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    sizes = np.bincount(labels.reshape(-1), minlength=count + 1)
    sizes[0] = 0
    sizes[rim] = 0
    return labels == int(sizes.argmax()) if sizes.max() > 200 else None


def _filled(front: Floats, hole: Mask) -> Floats:
    """Return ``front`` with ``hole`` filled by a dome that meets its surroundings."""
    rows, columns = ndimage.distance_transform_edt(hole, return_distances=False, return_indices=True)
    filled = front[rows, columns]
    for _ in range(ROUNDS):
        filled[hole] = (ndimage.gaussian_filter(filled, 2.0, truncate=2) + DOME)[hole]
    wide = ndimage.binary_dilation(hole, iterations=4)
    filled[wide] = ndimage.gaussian_filter(filled, 2.5)[wide]
    return np.asarray(filled)


def _crease(opening: Mask) -> Floats:
    """Return 0…1: the line where the lids meet, low in the opening and fading at its corners."""
    columns = np.nonzero(opening.any(axis=0))[0]
    top = opening.argmax(axis=0)[columns]
    bottom = opening.shape[0] - 1 - opening[::-1].argmax(axis=0)[columns]
    places = (columns - columns.mean()) / np.ptp(columns) * 2
    curve = np.polynomial.Polynomial.fit(places, bottom - 0.15 * (bottom - top), 3)
    everywhere = (np.arange(opening.shape[1]) - columns.mean()) / np.ptp(columns) * 2
    apart = (np.arange(opening.shape[0])[:, None] - curve(np.clip(everywhere, -1.05, 1.05))[None]) * STEP
    fade = np.clip((1.06 - np.abs(everywhere)) / 0.25, 0, 1)[None]
    return np.asarray(np.exp(-((apart / CREASE_WIDTH) ** 2)) * fade)


def _mesh(front: Floats, kept: Mask, side: int) -> Mesh:
    rows, columns = np.indices(front.shape)
    x = side * (LEFT + (columns + 0.5) * STEP)
    points = np.stack([x, HIGH - (rows + 0.5) * STEP, front], axis=2).reshape(-1, 3)
    faces = grid_faces(*front.shape, flipped=side > 0)
    return Mesh(points, faces[kept.reshape(-1)[faces].all(axis=1)])
