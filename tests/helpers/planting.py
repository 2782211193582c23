"""Plants a fault in the tiny catalogue and looks where it is found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.checking.report import sentence_of
from consult_app.checking.rules import check_resources
from tests.helpers.catalogue_files import replace_in

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 1)


def faults_after(
    resources: Path, name: str, old: str, new: str, code: str
) -> tuple[int, list[tuple[str, int]]]:
    """Return the line of the change, and severity and line of each problem of that code in that file."""
    line = replace_in(resources / "catalogue", name, old, new)
    found = [problem for problem in check_resources(resources, TODAY) if problem.code == code]
    for problem in found:
        assert "{" not in sentence_of(problem)
    file = resources / "catalogue" / name
    return line, [(item.severity.value, item.location.line) for item in found if item.location.file == file]
