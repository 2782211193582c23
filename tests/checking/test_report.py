"""Problems as text and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consult_app.checking.report import as_json, as_text, line_of, sentence_of
from consult_app.problems import Problem, Severity, SourceLocation

UNKNOWN = Problem(
    "unknown-id",
    Severity.ERROR,
    SourceLocation(Path("/clinic/muscles/jaw.yaml"), 14, 7),
    "face.jau",
    {"kind": "zone", "nearest": "face.jaw"},
)
STRAY = Problem(
    "stray-file", Severity.WARNING, SourceLocation(Path("/clinic/x.yaml")), "x.yaml", {"nearest": ""}
)


def test_a_line_says_where_what_and_what_to_do() -> None:
    assert line_of(UNKNOWN) == (
        "/clinic/muscles/jaw.yaml:14:7: error unknown-id: "
        "There is no zone “face.jau”. Did you mean “face.jaw”? Correct it, or define it."
    )
    assert line_of(STRAY) == (
        "/clinic/x.yaml: warning stray-file: Nobody reads the file “x.yaml”. Rename it or take it away."
    )


def test_files_below_the_current_folder_are_named_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: Path("/clinic"))
    assert line_of(UNKNOWN).startswith("muscles/jaw.yaml:14:7: error")


def test_the_text_ends_with_a_count() -> None:
    assert as_text([]) == "No problems."
    assert as_text([UNKNOWN, STRAY, STRAY]).splitlines()[-1] == "1 error, 2 warnings."


def test_json_has_the_same_with_names() -> None:
    report = json.loads(as_json([UNKNOWN, STRAY]))
    assert (report["errors"], report["warnings"]) == (1, 1)
    assert report["problems"][0] == {
        "code": "unknown-id",
        "severity": "error",
        "file": "/clinic/muscles/jaw.yaml",
        "line": 14,
        "column": 7,
        "subject": "face.jau",
        "message": sentence_of(UNKNOWN),
    }


def test_braces_and_line_breaks_in_the_authors_text_do_no_harm() -> None:
    odd = Problem("unknown-key", Severity.ERROR, UNKNOWN.location, "{hint}\n{kind}", {"nearest": ""})
    assert sentence_of(odd) == "There is no key “{hint} {kind}” here. Correct or delete it."


@pytest.mark.parametrize(
    ("detail", "advice"),
    [
        ("mapping values are not allowed in this context", "Put texts with a colon in quotes."),
        ("something never seen before", "Compare the lines around with another file."),
    ],
)
def test_broken_yaml_comes_with_advice(detail: str, advice: str) -> None:
    broken = Problem("broken-yaml", Severity.ERROR, UNKNOWN.location, "", {"detail": detail})
    assert sentence_of(broken) == f"This is not well-formed YAML: {detail}. {advice}"
