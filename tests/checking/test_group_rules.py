"""One muscle group: the lung, balance, how much of everything, trigger points where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.checking.group_rules import Balance, balance_of
from consult_app.checking.rules import check_resources
from tests.helpers.catalogue_files import replace_in
from tests.helpers.planting import faults_after

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue

JAW = "muscles/jaw.yaml"
TRAPEZIUS = "muscles/upper-trapezius.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "severity", "code", "offset"),
    [
        (TRAPEZIUS, "Get help if you lack breath.", "Take it easy.", "error", "breath-not-named", 0),
        (TRAPEZIUS, '"I get help if I lack breath."', '"At once."', "error", "breath-not-named", 0),
        (JAW, '"Choose soft food."', '"Short breath: get help."', "warning", "breath-not-near-lung", 0),
        (JAW, '["They get tight."]', '["The lung is near."]', "warning", "lung-not-marked", -22),
        (JAW, ', "The jaw may ache."]', "]", "warning", "unusual-count", 0),
        (JAW, '["Tell us of any implants.", "Eat', '["Eat', "warning", "unusual-count", 0),
        (JAW, '"New jaw pain with effort: get help."', "", "warning", "unbalanced", -5),
        (JAW, "    muscle: masseter", "    muscle: trapezius-descending", "error", "foreign-muscle", 0),
        (JAW, "primary: [face.jaw]", "primary: [neck.side]", "warning", "zone-not-listed", 0),
        (JAW, "spillover: []", "spillover: [face.jaw]", "error", "listed-twice", 0),
        (JAW, '"under your cheekbone"', '"Under your cheekbone"', "warning", "place-no-phrase", 0),
        (JAW, '"under your cheekbone"', '"under your cheekbone."', "warning", "place-no-phrase", 0),
    ],
)
def test_a_planted_fault_is_found_at_its_line(
    resources: Path, name: str, old: str, new: str, severity: str, code: str, offset: int
) -> None:
    line, found = faults_after(resources, name, old, new, code)
    assert found == [(severity, line + offset)]


def test_balance_counts_reasons_against_precautions_and_red_flags(catalogue: Catalogue) -> None:
    jaw, trapezius = catalogue.groups
    assert balance_of(jaw) == Balance(benefits=4 + 4, harms=4 + 7)
    assert balance_of(trapezius) == Balance(benefits=8 + 4, harms=10 + 4)
    assert balance_of(trapezius).ratio == pytest.approx(12 / 14)


def test_a_group_is_looked_at_while_another_is_not_yet_written(resources: Path) -> None:
    replace_in(resources / "catalogue", JAW, "summary: ", "sumary: ")
    replace_in(resources / "catalogue", TRAPEZIUS, "near_lung: true", "near_lung: false")
    replace_in(resources / "catalogue", JAW, '"Choose soft food."', '"Short breath: get help."')
    codes = [problem.code for problem in check_resources(resources)]
    assert codes.count("lung-not-marked") == 1
    assert codes.count("breath-not-near-lung") == 2  # both of the trapezius; the jaw has faults of its own
