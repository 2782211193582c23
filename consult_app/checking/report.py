"""Problems as sentences: lines that editors can jump to, or JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.checking.sentences import KINDS, SENTENCES, YAML_ADVICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.checking.scorecard import Figure
    from consult_app.problems import Problem, SourceLocation

_YAML_ADVICE_ELSE = "Compare the lines around with another file."


def sentence_of(problem: Problem) -> str:
    """Return what is wrong and what to do about it."""
    blanks = {"subject": problem.subject, **problem.arguments}
    near = blanks.get("nearest", "")
    blanks["hint"] = f"Did you mean “{near}”? " if near else ""
    if problem.code == "needs-quotes":
        blanks["kind"] = KINDS.get(blanks["kind"], blanks["kind"])
    if problem.code == "broken-yaml":
        blanks["advice"] = _yaml_advice(blanks["detail"])
    if problem.code == "wrong-shape" and blanks["found"] != "nothing":
        blanks["found"] = f"a {blanks['found']}"
    return _filled(SENTENCES[problem.code], blanks)


def line_of(problem: Problem) -> str:
    """Return ``file:line:column: error code: sentence``."""
    return f"{place_of(problem.location)}: {problem.severity.value} {problem.code}: {sentence_of(problem)}"


def place_of(location: SourceLocation) -> SourceLocation:
    """Return a location by the path from here where its file lies below, for that is shorter."""
    return location._replace(file=_near_path(location.file))


def as_text(problems: Sequence[Problem]) -> str:
    """Return one line per problem, and how many there are."""
    return "\n".join([*(line_of(problem) for problem in problems), summary(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "No problems."
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}."


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON object with the counts."""
    records = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": str(problem.location.file),
            "line": problem.location.line,
            "column": problem.location.column,
            "subject": problem.subject,
            "message": sentence_of(problem),
        }
        for problem in problems
    ]
    errors = sum(problem.is_error for problem in problems)
    report = {"errors": errors, "warnings": len(problems) - errors, "problems": records}
    return json.dumps(report, ensure_ascii=False, indent=2)


def scorecard_text(figures: Sequence[Figure], problems: Sequence[Problem]) -> str:
    """Return one line per figure: name, value with unit, limit, and where it comes from."""
    width = max(len(figure.name) for figure in figures)
    lines = []
    for figure in figures:
        value = " ".join(filter(None, (str(figure.value), figure.unit)))
        limit = f"({figure.limit})" if figure.limit else ""
        sign = "" if figure.ok in (None, True) else "←"
        parts = (f"{figure.name:<{width}} ", value, limit, sign, figure.where)
        lines.append(" ".join(filter(None, parts)))
    return "\n".join([*lines, summary(problems)])


def scorecard_json(figures: Sequence[Figure], problems: Sequence[Problem]) -> str:
    """Return the figures as a JSON object with the counts of problems."""
    errors = sum(problem.is_error for problem in problems)
    report = {
        "errors": errors,
        "warnings": len(problems) - errors,
        "figures": [figure._asdict() for figure in figures],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _yaml_advice(detail: str) -> str:
    for part, advice in YAML_ADVICE.items():
        if part in detail:
            return advice
    return _YAML_ADVICE_ELSE


def _filled(template: str, blanks: dict[str, str]) -> str:
    for name, value in blanks.items():
        if name != "subject":
            template = template.replace(f"{{{name}}}", value)
    # Last, and on one line: the subject is the author's text and may hold anything, also braces.
    return template.replace("{subject}", " ".join(blanks["subject"].split()))


def _near_path(path: Path) -> Path:
    """Return the path from here where the file lies below, for it is shorter."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
