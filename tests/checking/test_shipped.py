"""The words and pictures that are shipped have no problems."""

from __future__ import annotations

from consult_app.bundle import find_resources
from consult_app.checking.report import as_text
from consult_app.checking.rules import check_resources


def test_the_shipped_resources_are_clean() -> None:
    problems = check_resources(find_resources())
    assert problems == (), as_text(problems)
