"""Runs the measurements that are asked for and prints what they found."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.bench import measures, start_up
from consult_app.bench.context import Context
from consult_app.bench.machine import machine_line
from consult_app.bench.plan import FULL, QUICK
from consult_app.bench.processes import Runner
from consult_app.bench.report import as_json, as_table
from consult_app.bench.surroundings import surroundings
from consult_app.bundle import find_resources
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.bench.figures import Figure
    from consult_app.bench.plan import BenchOptions

MEASURES: Mapping[str, Callable[[Context], list[Figure]]] = {
    "start": start_up.measure,
    "tap": measures.measure_taps,
    "turn": measures.measure_turning,
    "search": measures.measure_search,
    "load": measures.measure_loading,
    "memory": measures.measure_memory,
    "idle": measures.measure_idle,
    "growth": measures.measure_growth,
    "disk": measures.measure_disk,
}
"""By the names that ``--only`` takes, in the order in which they are run."""


def run_bench(options: BenchOptions) -> int:
    """Measure and print; return 1 where a limit is missed.

    Raises:
        UserFacingError: there is nothing to measure, or a measured process failed.
    """
    if getattr(sys, "frozen", False):
        raise UserFacingError(
            "A bundle cannot be measured from within: it has no Python to start. Use a pip install."
        )
    resources = find_resources(options.resources).resolve()
    with tempfile.TemporaryDirectory(prefix="consult-app-bench-") as folder:
        machine, figures = _measure(options, resources, Path(folder).resolve())
    sys.stdout.write((as_json if options.is_json else as_table)(machine, figures) + "\n")
    return int(not all(figure.is_ok for figure in figures))


def _measure(options: BenchOptions, resources: Path, work: Path) -> tuple[str, list[Figure]]:
    empty = work / "empty"
    empty.mkdir()
    runner = Runner(surroundings(work, os.environ), empty)
    context = Context(QUICK if options.is_quick else FULL, runner, resources, work)
    _say("warming caches")
    start_up.warm(runner, resources)
    machine = machine_line(runner.probe("platform"))
    figures: list[Figure] = []
    for name, measure in MEASURES.items():
        if not options.only or name in options.only:
            _say(f"measuring {name}")
            figures += measure(context)
    return machine, figures


def _say(what: str) -> None:
    """Tell on the side what takes so long."""
    sys.stderr.write(f"bench: {what} …\n")
    sys.stderr.flush()
