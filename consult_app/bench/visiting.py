"""Probe: the memory of a window that has shown every plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.bench.frames import settle
from consult_app.bench.memory import proportional
from consult_app.bench.scene import look_at, open_label, open_window

if TYPE_CHECKING:
    from consult_app.atlas.model import Plate
    from consult_app.bench.scene import Scene

Report = dict[str, str | float] | None


def memory(resources: str) -> Report:
    """Look at every plate, choose a group on each, and report the memory then."""
    scene = open_window(resources)
    settle()
    for plate in scene.atlas.plates:
        look_at(scene, plate)
        settle()
        group = _group_on(scene, plate)
        if group is not None:
            scene.window.select(group)
            settle(0.1)
    settle(1.0)
    return _report()


def memory_bare() -> Report:
    """Report the memory of a bare window."""
    _application, _label = open_label()
    settle()
    return _report()


def _group_on(scene: Scene, plate: Plate) -> str | None:
    """Return one of the groups on a plate, another one for each plate."""
    known = sorted(plate.groups & set(scene.catalogue.group_by_id))
    return known[scene.atlas.plates.index(plate) % len(known)] if known else None


def _report() -> Report:
    found = proportional()
    return None if found is None else {"kind": found[0], "mib": found[1]}
