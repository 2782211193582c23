"""Probe: the frames of turning the figure, by steps and, where that is possible, by dragging it round."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from consult_app.bench.frames import Frames, settle
from consult_app.bench.scene import (
    look_at,
    move_to,
    open_window,
    plates_to_turn,
    press,
    release,
)

if TYPE_CHECKING:
    from consult_app.bench.scene import Scene

DRAG_STEPS, DRAG_BY = 30, 12
"""Moves of one drag, and logical pixels of each."""


def turning(resources: str, rounds: int) -> dict[str, list[float]]:
    """Turn through all plates of each layer; report milliseconds of work for each frame."""
    scene = open_window(resources)
    frames = Frames(scene.window.figure)
    settle()
    step: list[float] = []
    for _ in range(rounds):
        for plate in plates_to_turn(scene.atlas):
            step += frames.work_of_frames(partial(look_at, scene, plate))
            settle()
    drag = [work for _ in range(rounds) for work in _drag(scene, frames)]
    return {"step": step, "drag": drag, "bare": _label_frames(scene)}


def label_beside(scene: Scene) -> QLabel:
    """Show a bare window as large as ours, in the same process."""
    label = QLabel("bare")
    label.resize(scene.window.size())
    label.show()
    settle()
    return label


def _drag(scene: Scene, frames: Frames) -> list[float]:
    """Drag the figure round; return the work for its frames, none where dragging does not turn it."""
    figure = scene.window.figure
    spot = QPoint((figure.width() - DRAG_STEPS * DRAG_BY) // 2, figure.height() // 2)
    move_to(figure, spot)
    press(figure, spot)
    settle()
    found: list[float] = []
    for _ in range(DRAG_STEPS):
        spot = spot + QPoint(DRAG_BY, 0)
        found += frames.work_of_frames(partial(move_to, figure, QPoint(spot), is_pressed=True), rest_ms=12)
    release(figure, spot)
    settle(1.0)
    # A figure that does not turn is not painted anew, or now and then for another reason.
    return found if len(found) > DRAG_STEPS // 2 else []


def _label_frames(scene: Scene) -> list[float]:
    """Return the work for the frames of a label that shows one picture after another."""
    label = label_beside(scene)
    pictures = [QPixmap(label.size()) for _ in range(2)]
    for picture, colour in zip(pictures, (Qt.GlobalColor.white, Qt.GlobalColor.lightGray), strict=True):
        picture.fill(colour)
    frames = Frames(label)
    found = []
    for number in range(60):
        found += frames.work_of_frames(partial(label.setPixmap, pictures[number % 2]), rest_ms=12)
        time.sleep(0.005)
    return found
