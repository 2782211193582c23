"""``consult-app check``: every fault of a catalogue and its atlas, and of the person's settings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.bundle import cache_folder, find_resources, settings_file
from consult_app.checking import report
from consult_app.checking.rules import Checked, read_and_check
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from consult_app.content.records import Catalogue
    from consult_app.problems import Problem


def run_check(arguments: argparse.Namespace) -> int:
    """Print all problems, or the scorecard; return 1 when there are errors, with ``--strict`` any problem.

    Raises:
        UserFacingError: a scorecard was asked for, and there is no catalogue to make it of.
    """
    if arguments.settings is not None:
        return _end(_settings_problems(arguments), arguments)
    checked = read_and_check(find_resources(arguments.folder), date.today())
    if arguments.scorecard:
        print(_scorecard(checked, is_json=arguments.format == "json"))
        return _code(checked.problems, arguments)
    return _end((*checked.problems, *_own_problems(checked, arguments)), arguments)


def _end(problems: Sequence[Problem], arguments: argparse.Namespace) -> int:
    print(report.as_json(problems) if arguments.format == "json" else report.as_text(problems))
    return _code(problems, arguments)


def _code(problems: Sequence[Problem], arguments: argparse.Namespace) -> int:
    has_errors = any(problem.is_error for problem in problems)
    return int(has_errors or (arguments.strict and bool(problems)))


def _own_problems(checked: Checked, arguments: argparse.Namespace) -> tuple[Problem, ...]:
    """Return what is broken in the person's own settings; they go with the program's own words alone."""
    path = settings_file() if arguments.folder is None else None
    if path is None or not path.exists() or checked.parsed.catalogue is None:
        return ()
    return _problems_of(path, checked.parsed.catalogue)


def _settings_problems(arguments: argparse.Namespace) -> tuple[Problem, ...]:
    """Return what is broken in the settings file that was named."""
    from consult_app.content import compiled

    catalogue = compiled.load(find_resources(arguments.folder) / "catalogue", cache_folder()).catalogue
    if catalogue is None:
        raise UserFacingError("The catalogue has errors. “consult-app check” shows them; mend these first.")
    return _problems_of(arguments.settings, catalogue)


def _problems_of(path: Path, catalogue: Catalogue) -> tuple[Problem, ...]:
    from consult_app.settings.file import parse_settings
    from consult_app.settings.record import Known

    known = Known(tuple(catalogue.group_by_id), catalogue.passport.languages)
    return parse_settings(path, known)[1]


def _scorecard(checked: Checked, *, is_json: bool) -> str:
    from consult_app.checking.scorecard import figures_of

    catalogue = checked.parsed.catalogue
    if catalogue is None:
        sentence = "There is no scorecard of a catalogue with errors. Mend these first.\n"
        raise UserFacingError(sentence + report.as_text(checked.problems))
    figures = figures_of(checked.parsed, catalogue, date.today())
    make = report.scorecard_json if is_json else report.scorecard_text
    return make(figures, checked.problems)
