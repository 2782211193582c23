"""Probe: reading the catalogue, from YAML and from its compiled copy."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.bundle import cache_folder
from consult_app.content import compiled, files
from consult_app.content.loading import load_catalogue
from consult_app.yaml_nodes import read_nodes

if TYPE_CHECKING:
    from collections.abc import Callable

MS = 1000


def loading(resources: str, rounds: int) -> dict[str, list[float]]:
    """Report milliseconds of each reading, with what the mere formats take: YAML nodes, plain JSON."""
    folder, cache = Path(resources) / "catalogue", cache_folder()
    if compiled.load(folder, cache).catalogue is None or cache is None:
        raise LookupError("the catalogue cannot be used")
    copy = max(cache.glob("catalogue-*.json"), key=lambda path: path.stat().st_mtime_ns)
    acts: dict[str, Callable[[], object]] = {
        "copy": lambda: compiled.load(folder, cache),
        "copy_bare": lambda: json.loads(copy.read_bytes().split(b"\n", 2)[2]),
        "yaml": lambda: load_catalogue(folder),
        "yaml_bare": lambda: _read_nodes(folder),
    }
    gc.disable()  # as at the start of the program
    found: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(rounds):  # in turns, so that a busy moment of the machine meets all
        for name, act in acts.items():
            found[name].append(_time_of(act))
    return found


def _read_nodes(folder: Path) -> None:
    for path in (*(folder / name for name in files.SINGLE_FILES), *files.muscle_files(folder)):
        read_nodes(path)


def _time_of(act: Callable[[], object]) -> float:
    gc.collect()
    begin = time.perf_counter()
    act()
    return MS * (time.perf_counter() - begin)
