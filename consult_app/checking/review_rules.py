"""Rules about dates: are they dates, and is a review overdue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consult_app.content.loading import Parsed
    from consult_app.content.records import Catalogue
    from consult_app.problems import ProblemList, SourceLocation


def check_reviews(catalogue: Catalogue, parsed: Parsed, problems: ProblemList, today: date) -> None:
    """Report what is no date, and every review whose date is past."""
    passport, origins = catalogue.passport, parsed.origins
    _read_date(passport.reviewed_on, origins.of("passport.reviewed_on"), problems)
    _check_due(passport.review_due, "catalogue", origins.of("passport.review_due"), problems, today)
    for detail in catalogue.details.groups:
        place = origins.of(f"groups.{detail.group}.review_due")
        _check_due(detail.review_due, detail.group, place, problems, today)


def _check_due(text: str, what: str, place: SourceLocation, problems: ProblemList, today: date) -> None:
    due = _read_date(text, place, problems)
    if due is not None and due < today:
        problems.warning("review-overdue", place, what, date=text)


def _read_date(text: str, place: SourceLocation, problems: ProblemList) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        problems.error("bad-date", place, text)
        return None
