"""``consult-app bench``: how fast and how light the program is on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.bench.plan import BenchOptions
from consult_app.bench.suite import run_bench as measure_and_print

if TYPE_CHECKING:
    import argparse


def run_bench(arguments: argparse.Namespace) -> int:
    """Print the figures; return 1 where one misses its limit."""
    return measure_and_print(
        BenchOptions(
            is_json=arguments.json,
            is_quick=arguments.quick,
            only=tuple(arguments.only),
            resources=arguments.resources,
        )
    )
