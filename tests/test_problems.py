"""Problems are values that can be sorted and told apart."""

from __future__ import annotations

from pathlib import Path

from consult_app.problems import ProblemList, SourceLocation, nearest


def test_locations_read_as_editors_expect() -> None:
    assert str(SourceLocation(Path("a.yaml"), 3, 7)) == "a.yaml:3:7"
    assert str(SourceLocation(Path("a.yaml"))) == "a.yaml"


def test_problems_come_file_by_file_from_top_to_bottom() -> None:
    problems = ProblemList()
    problems.warning("late", SourceLocation(Path("b.yaml"), 1, 1))
    problems.error("second", SourceLocation(Path("a.yaml"), 12, 1))
    problems.error("first", SourceLocation(Path("a.yaml"), 3, 1), "subject", reason="why")
    assert [problem.code for problem in problems.in_order()] == ["first", "second", "late"]
    assert problems.has_errors
    assert len(problems) == 3
    assert not ProblemList(problem for problem in problems if not problem.is_error).has_errors


def test_the_nearest_word_is_near() -> None:
    assert nearest("upper-trapezus", ["jaw", "upper-trapezius"]) == "upper-trapezius"
    assert nearest("xyz", ["jaw", "upper-trapezius"]) == ""
