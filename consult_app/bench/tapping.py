"""Probe: taps on the figure, from press to painted answer."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from consult_app.bench.frames import Frames, settle
from consult_app.bench.scene import look_at, move_to, open_window, plates_to_turn, press, release
from consult_app.bench.turning import label_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.atlas.model import Plate
    from consult_app.bench.scene import Scene

MOST_VIEWS = 12
"""Plates that are tapped on; more are passed by, evenly."""
STEP = 9
"""Logical pixels between the points that are looked at for something to tap on."""
SEED = 7

Report = dict[str, list[float] | int]


def taps(resources: str, rounds: int) -> Report:
    """Tap on every group in sight of many plates; report milliseconds, ours and a bare label's."""
    scene = open_window(resources)
    chance = random.Random(SEED)  # noqa: S311 -- the same taps in every run
    times: list[float | None] = []
    for number in range(rounds + 1):
        found = [time for plate in _views(scene) for time in _taps_on(scene, plate, chance)]
        # The first round is for the caches that any day's use fills, like outlines and fonts.
        times += found if number else []
    answered = [time for time in times if time is not None]
    return {"ms": answered, "unanswered": len(times) - len(answered), "bare": _label_times(scene)}


def _views(scene: Scene) -> list[Plate]:
    plates = plates_to_turn(scene.atlas)
    step = -(-len(plates) // MOST_VIEWS)
    return plates[::step]


def _taps_on(scene: Scene, plate: Plate, chance: random.Random) -> Iterator[float | None]:
    """Tap once on each group that can be seen; yield milliseconds, or None where no answer came."""
    figure = scene.window.figure
    answers: list[str] = []
    figure.region_activated.connect(answers.append)
    frames = Frames(figure)
    look_at(scene, plate)
    settle()
    targets = list(_targets(scene, chance).items())
    chance.shuffle(targets)
    for group, spot in targets:
        if figure.plates[:1] != (plate,):  # the last answer has turned the figure
            look_at(scene, plate)
        move_to(figure, spot)
        settle(0.03)
        answers.clear()
        passed = frames.time_to_frame(lambda spot=spot: _tap(scene, spot))  # type: ignore[misc]
        is_right = [scene.atlas.region_by_id[region].group for region in answers] == [group]
        yield passed if is_right else None
    figure.region_activated.disconnect(answers.append)
    frames.deleteLater()


def _targets(scene: Scene, chance: random.Random) -> dict[str, QPoint]:
    """Return a point in each group, any of those that hit it."""
    figure = scene.window.figure
    found: dict[str, list[QPoint]] = {}
    for x in range(0, figure.width(), STEP):
        for y in range(0, figure.height(), STEP):
            hit = figure.region_at(QPointF(x, y))
            if hit is not None:
                found.setdefault(hit[1].group, []).append(QPoint(x, y))
    return {group: chance.choice(spots) for group, spots in found.items()}


def _tap(scene: Scene, spot: QPoint) -> None:
    press(scene.window.figure, spot)
    release(scene.window.figure, spot)


def _label_times(scene: Scene) -> list[float]:
    """Return the milliseconds in which a bare label shows another text."""
    label = label_beside(scene)
    frames = Frames(label)
    found = []
    for number in range(60):
        settle(0.03)
        passed = frames.time_to_frame(lambda number=number: label.setText(f"answer {number}"))  # type: ignore[misc]
        found += [passed] if passed is not None else []
    return found
