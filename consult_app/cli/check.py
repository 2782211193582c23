"""``consult-app check``: every fault of a catalogue and its atlas."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.bundle import find_resources
from consult_app.checking import report
from consult_app.checking.rules import Checked, read_and_check
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    import argparse


def run_check(arguments: argparse.Namespace) -> int:
    """Print all problems, or the scorecard; return 1 when there are errors, with ``--strict`` any problem.

    Raises:
        UserFacingError: a scorecard was asked for, and there is no catalogue to make it of.
    """
    if arguments.settings is not None:
        return _check_settings(arguments)
    checked = read_and_check(find_resources(arguments.folder), date.today())
    problems, is_json = checked.problems, arguments.format == "json"
    if arguments.scorecard:
        print(_scorecard(checked, is_json=is_json))
    else:
        print(report.as_json(problems) if is_json else report.as_text(problems))
    has_errors = any(problem.is_error for problem in problems)
    return int(has_errors or (arguments.strict and bool(problems)))


def _check_settings(arguments: argparse.Namespace) -> int:
    """Print what is broken in a settings file; unknown keys are told of and no error."""
    from consult_app.bundle import cache_folder
    from consult_app.content import compiled
    from consult_app.settings.file import parse_settings
    from consult_app.settings.record import Known

    catalogue = compiled.load(find_resources(arguments.folder) / "catalogue", cache_folder()).catalogue
    if catalogue is None:
        raise UserFacingError("The catalogue has errors. “consult-app check” shows them; mend these first.")
    known = Known(tuple(catalogue.group_by_id), catalogue.passport.languages)
    _settings, problems = parse_settings(arguments.settings, known)
    print(report.as_json(problems) if arguments.format == "json" else report.as_text(problems))
    has_errors = any(problem.is_error for problem in problems)
    return int(has_errors or (arguments.strict and bool(problems)))


def _scorecard(checked: Checked, *, is_json: bool) -> str:
    from consult_app.checking.scorecard import figures_of

    catalogue = checked.parsed.catalogue
    if catalogue is None:
        sentence = "There is no scorecard of a catalogue with errors. Mend these first.\n"
        raise UserFacingError(sentence + report.as_text(checked.problems))
    figures = figures_of(checked.parsed, catalogue, date.today())
    make = report.scorecard_json if is_json else report.scorecard_text
    return make(figures, checked.problems)
