"""What is drawn: the views of the body and of its parts, and how the camera of each stands."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from consult_app.atlas.model import VIEW_AZIMUTHS
from consult_app.atlas_maker.camera import AXIS_Z, Camera, camera_around
from consult_app.atlas_maker.scene import between

if TYPE_CHECKING:
    from consult_app.atlas.model import Layer, Part
    from consult_app.atlas_maker.body import Body
    from consult_app.atlas_maker.meshes import Points
    from consult_app.atlas_maker.scene import Scene

LAYERS: tuple[Layer, ...] = ("superficial", "intermediate", "deep")


@dataclass(frozen=True, slots=True)
class Window:
    """The part of space a view shows: around the turning axis out to ``radius``, from ``low`` to ``high``.

    Metres, mesh frame. ``closer`` is how many times larger than the whole body it is drawn.
    """

    radius: float
    low: float
    high: float
    closer: float


@dataclass(frozen=True, slots=True)
class View:
    """A camera's place: what it looks at, azimuth and pitch (degrees), and the layers it is drawn in."""

    part: Part
    azimuth: int
    pitch: int = 0
    layers: tuple[Layer, ...] = LAYERS

    @property
    def title(self) -> str:
        """The start of its plates' ids, as in ``front``, ``015``, ``head-045`` or ``soles``."""
        if self.part == "body":
            names = {number: name for name, number in VIEW_AZIMUTHS.items()}
            return names.get(self.azimuth, f"{self.azimuth:03d}")
        return f"{self.part}-{self.azimuth:03d}" if self.part == "head" else self.part


@dataclass(frozen=True, slots=True)
class Shot:
    """A plate to be drawn: a view in one layer."""

    view: View
    layer: Layer

    @property
    def name(self) -> str:
        """The plate's id, as in ``front-superficial`` or ``head-045-deep``."""
        return f"{self.view.title}-{self.layer}"


WINDOWS: dict[Part, Window] = {
    "body": Window(math.inf, -math.inf, math.inf, 1.0),
    "head": Window(0.150, 1.400, 1.795, 2.2),
    "soles": Window(math.inf, -math.inf, 0.035, 2.2),
}
BEYOND = 0.030
"""How far (metres) around a window things may still cast a shadow into it, or fill its margin."""
VIEWS = (
    *(View("body", azimuth) for azimuth in range(0, 360, 15)),
    *(View("head", azimuth) for azimuth in range(0, 360, 45)),
    View("soles", 0, pitch=-90),
)


def part_of(body: Body, part: Part) -> Body:
    """Return ``body`` with only those triangles that can be seen in the window of a part."""
    window = WINDOWS[part]
    if math.isinf(window.low) and math.isinf(window.high):
        return body
    low, high = window.low - BEYOND, window.high + BEYOND
    return replace(
        body,
        figure=between(body.figure, low, high),
        skin=between(body.skin, low, high),
        beneath=between(body.beneath, low, high),
    )


def camera_of(view: View, skin: Scene, scale: float) -> Camera | None:
    """Return the camera of a view; ``scale`` is pixels per metre of the whole body.

    None where the meshes have nothing of that part.
    """
    window = WINDOWS[view.part]
    points = skin.vertices[skin.kept >= 0]
    points = points[(points[:, 1] >= window.low) & (points[:, 1] <= window.high)]
    if not len(points):
        return None
    if view.part == "head":
        points = _barrel(window)
    camera = camera_around(points, view.azimuth, scale * window.closer, pitch=view.pitch)
    return replace(camera, far=-window.high) if view.part == "soles" else camera


def _barrel(window: Window) -> Points:
    """Return points around a window, so that its pictures of all azimuths are of one size."""
    around = np.radians(np.arange(0, 360, 15))
    rings = [
        np.stack(
            [
                window.radius * np.sin(around),
                np.full(len(around), y),
                AXIS_Z + window.radius * np.cos(around),
            ],
            axis=1,
        )
        for y in (window.low, window.high)
    ]
    return np.concatenate(rings)
