"""Each fault of a field, by its smallest change to a good catalogue, with its exact sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.checking.report import sentence_of
from consult_app.content.loading import load_catalogue
from tests.helpers.catalogue_files import replace_in, write_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.problems import Problem

JAW = "muscles/jaw.yaml"
TRAPEZIUS = "muscles/upper-trapezius.yaml"

FAULTS = [
    (JAW, "does: ", "dos: ", "unknown-key",
     "There is no key “dos” here. Did you mean “does”? Correct or delete it."),
    (JAW, "does: ", "dos: ", "missing-key", "The key “does” is missing in groups.jaw. Add it."),
    (JAW, '["My jaw clicks"]', "My jaw clicks", "wrong-shape",
     "“patients_say” should be a list and is a text. Write it as in the other files."),
    (JAW, '"They let you chew."', "[chew]", "wrong-shape",
     "“does” should be a text and is a list. Write it as in the other files."),
    (JAW, 'red_flags: ["New jaw pain with effort: get help."]', "red_flags:", "wrong-shape",
     "“red_flags” should be a list and is nothing. Write it as in the other files."),
    (JAW, '"They let you chew."', '""', "empty-text", "“does” is empty. Write the text."),
    (JAW, '"They let you chew."', "", "empty-text", "“does” is empty. Write the text."),
    (JAW, '"They let you chew."', "no", "needs-quotes",
     'YAML takes no for yes or no. Put it in quotes: "no".'),
    (JAW, '"They let you chew."', "012", "needs-quotes",
     'YAML takes 012 for a number. Put it in quotes: "012".'),
    (JAW, '"They let you chew."', "1:30", "needs-quotes",
     'YAML takes 1:30 for a number. Put it in quotes: "1:30".'),
    ("catalogue.yaml", '"2026-01-31"', "2026-01-31", "needs-quotes",
     'YAML takes 2026-01-31 for a date. Put it in quotes: "2026-01-31".'),
    (JAW, "id: masseter\n", "id: Masseter Muscle\n", "bad-id",
     "“Masseter Muscle” is no id. Use small letters a to z, digits and hyphens, such as “masseter-muscle”."),
    (JAW, "zones: [face.jaw]", "zones: [face.jau]", "unknown-id",
     "There is no zone “face.jau”. Did you mean “face.jaw”? Correct it, or define it."),
    (JAW, "conditions: [jaw-pain]", "conditions: [xyz]", "unknown-id",
     "There is no condition “xyz”. Correct it, or define it."),
    (JAW, "conditions: [jaw-pain]", "conditions: [jaw-pain, jaw-pain]", "listed-twice",
     "“jaw-pain” is listed twice. Delete one."),
    (JAW, "depth: deep", "depth: depe", "unknown-choice",
     "“depe” is not one of: superficial, intermediate, deep. Did you mean “deep”? Choose one of them."),
    (JAW, "near_lung: false", "near_lung: no", "not-true-or-false",
     "“near_lung” should be true or false and is no. Write true or false, without quotes."),
    ("safety.yaml", "low: 5", "low: 05", "not-a-number",
     "“low” should be a number such as 3 or 0.5 and is 05. Write it without quotes."),
    ("safety.yaml", "high: 8.5", 'high: "8.5"', "not-a-number",
     "“high” should be a number such as 3 or 0.5 and is 8.5. Write it without quotes."),
    (JAW, "conditions: [jaw-pain]", "conditions: []", "too-few",
     "“conditions” has 0 entries and needs at least 1. Add what is missing."),
    ("benefits.yaml", "verb: [avoid, avoids]", "verb: [avoid]", "not-two",
     "“verb” has 1 entries. It needs two: “reduce” and “reduces”, for example."),
    (JAW, "side: both", "side: up", "unknown-choice",
     "“up” is not one of: same, opposite, both. Choose one of them."),
    (JAW, "also_muscles: [medial-pterygoid]", "also_muscles: [pterygoid]", "unknown-id",
     "There is no muscle “pterygoid”. Did you mean “medial-pterygoid”? Correct it, or define it."),
    (JAW, "    site: ", "    sight: ", "missing-key",
     "The key “site” is missing in groups.jaw.trigger_points.masseter-1. Add it."),
    (JAW, "treatment: ", "treatments: ", "missing-key",
     "The key “treatment” is missing in groups.jaw. Add it."),
    (JAW, "primary: [face.jaw]", "primary: []", "too-few",
     "“primary” has 0 entries and needs at least 1. Add what is missing."),
    ("conditions.yaml", "urgency: emergency", "urgency: urgent", "unknown-choice",
     "“urgent” is not one of: none, practitioner, same-day, emergency. Choose one of them."),
    ("safety.yaml", "scope: near-lung", "scope: near-lungs", "unknown-id",
     "There is no area “near-lungs”. Correct it, or define it."),
    ("safety.yaml", "areas: [neck]", "areas: [nek]", "unknown-id",
     "There is no area “nek”. Did you mean “neck”? Correct it, or define it."),
    ("safety.yaml", "references: [jones-2021, smith-2020]", "references: [jones-2021]", "too-few",
     "“references” has 1 entries and needs at least 2. Add what is missing."),
    ("options.yaml", "favours: [exercise, hands-on, wait]", "favours: [excercise]", "unknown-choice",
     ("“excercise” is not one of: needling, exercise, hands-on, wait. "
      "Did you mean “exercise”? Choose one of them.")),
    ("options.yaml", "condition: neck-pain", "condition: neckpain", "unknown-id",
     "There is no condition “neckpain”. Did you mean “neck-pain”? Correct it, or define it."),
    ("visit.yaml", 'points: ["The needle is thin."]', "points: []", "too-few",
     "“points” has 0 entries and needs at least 1. Add what is missing."),
    (JAW, "id: jaw\n", "id: jaws\n", "id-differs-from-file",
     "The id “jaws” differs from the name of its file, jaw.yaml. Make them equal."),
    ("interface.yaml", "evidence.none:", "evidence.nun:", "missing-word",
     "The words for “evidence.none” are missing. Add them."),
    ("interface.yaml", '"words {treatment}"\n  evidence.comparison', '"words {treat}"\n  evidence.comparison',
     "wrong-placeholders",
     "The words for “evidence.comparator” should hold these placeholders: {treatment}. Correct the braces."),
]  # fmt: skip


def problems_after(folder: Path, name: str, old: str, new: str) -> tuple[int, tuple[Problem, ...]]:
    line = replace_in(write_catalogue(folder), name, old, new)
    parsed = load_catalogue(folder)
    assert parsed.catalogue is None
    return line, parsed.problems


@pytest.mark.parametrize(("name", "old", "new", "code", "sentence"), FAULTS)
def test_a_fault_is_told_in_its_words(
    tmp_path: Path, name: str, old: str, new: str, code: str, sentence: str
) -> None:
    line, problems = problems_after(tmp_path, name, old, new)
    found = [problem for problem in problems if problem.code == code]
    assert [sentence_of(problem) for problem in found] == [sentence]
    assert found[0].location.file == tmp_path / name
    # A missing key has no place of its own: the mapping it is missing from is named.
    places = {"missing-key": range(1, line + 1), "missing-word": (1, 2)}.get(code, (line,))
    assert found[0].location.line in places


def test_a_duplicate_id_names_the_first(tmp_path: Path) -> None:
    line, problems = problems_after(tmp_path, TRAPEZIUS, "id: trapezius-descending", "id: masseter")
    problem = problems[0]  # the trigger point's muscle is gone, too
    assert (problem.code, problem.location.line) == ("duplicate-id", line)
    assert sentence_of(problem) == (
        f"The muscle “masseter” is defined already, at {tmp_path / JAW}:9:9. Give each its own id."
    )


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    replace_in(folder, JAW, "near_lung: false", "near_lung: maybe")
    replace_in(folder, JAW, "depth: deep", "depth: low")
    replace_in(folder, JAW, "zones: [face.jaw]", "zones: [nowhere]")
    replace_in(folder, TRAPEZIUS, 'nerve: "Accessory nerve"', "nerve: 012")
    codes = [problem.code for problem in load_catalogue(folder).problems]
    assert codes == ["not-true-or-false", "unknown-choice", "unknown-id", "needs-quotes"]


def test_a_root_that_is_no_mapping_is_one_problem(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    (folder / "benefits.yaml").write_text("- a\n- b\n")
    codes = {problem.code for problem in load_catalogue(folder).problems}
    assert "wrong-shape" in codes
    assert "missing-key" not in codes
