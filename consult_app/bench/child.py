"""The inside of a measured process: runs one probe and writes its report as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module

PROBES = {
    "platform": "scene",
    "taps": "tapping",
    "turning": "turning",
    "search": "searching",
    "loading": "loading",
    "memory": "visiting",
    "memory_bare": "visiting",
    "idle": "idling",
    "idle_bare": "idling",
    "growth": "growing",
    "growth_bare": "growing",
}
"""The module of each probe; a function there has the probe's name."""


def main(probe: str, settings: str) -> None:
    """Run a probe with settings written as JSON."""
    module = import_module(f"consult_app.bench.{PROBES[probe]}")
    report = getattr(module, probe)(**json.loads(settings))
    sys.stdout.write(json.dumps(report))
    sys.stdout.flush()
