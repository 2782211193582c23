"""Faults as values: what is wrong, where, and with which words to say it.

The core never writes sentences about content faults. It records a ``Problem`` with a stable code;
``checking.report`` turns code and arguments into a sentence.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


class ConsultError(Exception):
    """Root of the program's own exceptions."""


class UserFacingError(ConsultError):
    """A failure told to the user as one sentence on stderr, without a traceback."""

    exit_code = 1


class UsageError(UserFacingError):
    """The command line asks for something that does not exist or cannot be."""

    exit_code = 2


class Severity(Enum):
    """How grave a problem is: an error leaves no catalogue, a warning does."""

    ERROR = "error"
    WARNING = "warning"


class SourceLocation(NamedTuple):
    """A place in a file, counted from 1. Line 0 means the file or folder as a whole."""

    file: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return the form editors can jump to."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else str(self.file)


class Problem(NamedTuple):
    """One content fault. ``subject`` is what is wrong, ``arguments`` fill the sentence of its code."""

    code: str
    severity: Severity
    location: SourceLocation
    subject: str = ""
    arguments: Mapping[str, str] = MappingProxyType({})

    @property
    def is_error(self) -> bool:
        """Whether this problem leaves no catalogue."""
        return self.severity is Severity.ERROR


class ProblemList:
    """Collects problems while work goes on, so that all of them are reported and not the first."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems = list(problems)

    def error(self, code: str, location: SourceLocation, subject: str = "", **arguments: str) -> None:
        """Note a fault that leaves no catalogue."""
        self._problems.append(Problem(code, Severity.ERROR, location, subject, arguments))

    def warning(self, code: str, location: SourceLocation, subject: str = "", **arguments: str) -> None:
        """Note a fault that the program can live with."""
        self._problems.append(Problem(code, Severity.WARNING, location, subject, arguments))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems found elsewhere."""
        self._problems.extend(problems)

    @property
    def has_errors(self) -> bool:
        """Whether at least one problem is an error."""
        return any(problem.is_error for problem in self._problems)

    def in_order(self) -> tuple[Problem, ...]:
        """Return all problems, file by file from top to bottom."""
        return tuple(
            sorted(self._problems, key=lambda problem: (problem.location, problem.code, problem.subject))
        )

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems)

    def __len__(self) -> int:
        return len(self._problems)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like ``word``, or an empty text when none is near."""
    import difflib  # only a fault needs it, and faults are rare

    candidates = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return candidates[0] if candidates else ""
