"""``consult-app check``: every fault of a catalogue and its atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.bundle import find_resources
from consult_app.checking import report
from consult_app.checking.rules import check_resources

if TYPE_CHECKING:
    import argparse


def run_check(arguments: argparse.Namespace) -> int:
    """Print all problems; return 1 when there are errors, or with ``--strict`` any problem."""
    problems = check_resources(find_resources(arguments.folder))
    print(report.as_json(problems) if arguments.format == "json" else report.as_text(problems))
    has_errors = any(problem.is_error for problem in problems)
    return int(has_errors or (arguments.strict and bool(problems)))
