"""Dates that are none, and reviews that are overdue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.checking.rules import check_resources
from tests.helpers.planting import faults_after

if TYPE_CHECKING:
    from pathlib import Path

JAW = "muscles/jaw.yaml"


def test_an_overdue_review_is_a_warning_at_its_date(resources: Path) -> None:
    line, found = faults_after(
        resources, "catalogue.yaml", 'review_due: ""', 'review_due: "2026-05-31"', "review-overdue"
    )
    assert found == [("warning", line)]
    line, found = faults_after(resources, JAW, '"2098-01-31"', '"2026-05-31"', "review-overdue")
    assert found == [("warning", line)]


def test_a_review_that_is_due_today_is_in_time(resources: Path) -> None:
    _, found = faults_after(resources, JAW, '"2098-01-31"', '"2026-06-01"', "review-overdue")
    assert found == []


def test_what_is_no_date_is_an_error(resources: Path) -> None:
    line, found = faults_after(resources, JAW, '"2098-01-31"', '"2098-02-31"', "bad-date")
    assert found == [("error", line)]


def test_time_passes_without_a_change(resources: Path) -> None:
    assert [problem.code for problem in check_resources(resources, date(2098, 2, 1))] == ["review-overdue"]
