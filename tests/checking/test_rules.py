"""Planted faults, each found at its line with its code; the good folder has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import consult_app
from consult_app.checking.report import sentence_of
from consult_app.checking.rules import check_resources
from consult_app.checking.sentences import SENTENCES
from tests.helpers.catalogue_files import replace_in

JAW = "muscles/jaw.yaml"
TRAPEZIUS = "muscles/upper-trapezius.yaml"
LONG = "You can do this one and then that one and then do it all once again."
HARD = "Considerable immobility accompanies sensitisation of your musculature."
NAPE = "  - {id: neck.back, name: Nape, area: neck, paired: true}"

FAULTS = [
    # syntax and fields, through the whole chain
    (JAW, "near_lung: false", "near_lung: no", "error", "not-true-or-false"),
    (JAW, "area: head", "area: haed", "error", "unknown-id"),
    (JAW, "depth: deep", "\tdepth: deep", "error", "tab-indent"),
    (JAW, 'Mandible"\n    nerve: "Nerve', 'Mandible\n    nerve: "Nerve', "error", "broken-yaml"),
    (JAW, 'felt: "You feel them', 'does: "You feel them', "error", "duplicate-key"),
    ("references.yaml", 'year: "2021"', "year: 2021", "error", "needs-quotes"),
    (
        "evidence.yaml",
        "[smith-2020]\n    verified: true\n    note",
        "[smith-2021]\n    verified: true\n    note",
        "error",
        "unknown-id",
    ),
    # across the catalogue
    ("benefits.yaml", "id: range-of-motion", "id: motion", "error", "unknown-id"),
    ("conditions.yaml", "includes: [neck-pain, jaw-pain]", "includes: []", "warning", "unmatched-condition"),
    ("benefits.yaml", "everywhere: true", "everywhere: false", "error", "unmatched-benefit"),
    ("evidence.yaml", "headline: false", "headline: true", "error", "two-headlines"),
    (
        "evidence.yaml",
        "region: jaw\n    headline: true",
        "region: jaw\n    headline: false",
        "error",
        "no-headline",
    ),
    ("evidence.yaml", "[]\n    verified: false", "[]\n    verified: true", "error", "missing-source"),
    (
        "safety.yaml",
        'want it.", references: [], verified: false',
        'want it.", references: [], verified: true',
        "error",
        "missing-source",
    ),
    (JAW, "evidence_regions: [jaw]", "evidence_regions: [jaw, whole-body]", "error", "whole-body-region"),
    (JAW, "near_lung: false", "near_lung: true", "error", "lung-not-named"),
    (TRAPEZIUS, "near_lung: true", "near_lung: false", "warning", "lung-not-marked"),
    (
        TRAPEZIUS,
        '"The lung is near."]',
        '"The lung is near.", "One more."]',
        "error",
        "too-many-key-messages",
    ),
    (JAW, 'name: "Jaw muscles"', 'name: "Upper trapezius"', "error", "duplicate-name"),
    (JAW, 'name: "Masseter"', 'name: "Trapezius, upper part"', "error", "duplicate-name"),
    (JAW, 'name: "Jaw muscles"', f'name: "{"Jaw muscle " * 4}"', "warning", "name-too-long"),
    (
        "conditions.yaml",
        'summary: "The neck hurts."',
        'summary: "The neck hurts."\n    includes: [upper-body-pain]',
        "error",
        "includes-itself",
    ),
    ("safety.yaml", "low: 5", "low: 50", "error", "impossible-range"),
    ("catalogue.yaml", '"2026-01-31"', '"2026-02-31"', "error", "bad-date"),
    ("zones.yaml", "zones:\n", f"zones:\n{NAPE}\n", "warning", "unused-id"),
    # words
    (JAW, "They let you chew.", "They cure you.", "error", "banned-wording"),
    (JAW, "They let you chew.", "A Highly  Effective jaw.", "error", "banned-wording"),
    (JAW, "They let you chew.", "TODO", "error", "unfinished-text"),
    (JAW, "They let you chew.", "The needle goes in 20 mm.", "error", "needle-measure"),
    (JAW, "They let you chew.", HARD, "warning", "hard-reading"),
    (JAW, "They let you chew.", LONG, "warning", "long-sentence"),
    ("banned-words.yaml", 'instead: "Do not promise."', 'instad: "Do not promise."', "error", "unknown-key"),
]
ELSEWHERE = {
    # The fault shows where the id is used, where the record begins, or in the file read later.
    ("benefits.yaml", "unknown-id"): (JAW, 35),
    (JAW, "broken-yaml"): (JAW, 25),
    ("conditions.yaml", "unmatched-condition"): ("conditions.yaml", 18),
    ("benefits.yaml", "unmatched-benefit"): ("benefits.yaml", 23),
    ("evidence.yaml", "no-headline"): ("evidence.yaml", 49),
    ("conditions.yaml", "includes-itself"): ("conditions.yaml", 8),
    ("zones.yaml", "unused-id"): ("zones.yaml", 5),
}


def test_the_good_folder_has_no_problems(resources: Path) -> None:
    assert check_resources(resources) == ()
    assert check_resources(resources / "catalogue") == ()


@pytest.mark.parametrize(("name", "old", "new", "severity", "code"), FAULTS)
def test_a_planted_fault_is_found_at_its_line(
    resources: Path, name: str, old: str, new: str, severity: str, code: str
) -> None:
    line = replace_in(resources / "catalogue", name, old, new)
    file, line = ELSEWHERE.get((name, code), (name, line))
    if code == "duplicate-name":  # the second in reading order is told, and the jaw comes first
        file = TRAPEZIUS
    found = [
        (problem.severity.value, problem.location.file, problem.location.line)
        for problem in check_resources(resources)
        if problem.code == code
    ]
    assert (severity, resources / "catalogue" / file, line) in found


def test_hard_texts_together_are_one_warning(resources: Path) -> None:
    for path in (resources / "catalogue" / "muscles").iterdir():
        text = path.read_text()
        for key in ("summary", "does", "felt"):
            text = re.sub(rf"^{key}: .*$", f'{key}: "{HARD}"', text, flags=re.MULTILINE)
        for key in ("treatment", "before", "self_care"):
            text = re.sub(rf"^{key}: .*$", f'{key}: ["{HARD}"]', text, flags=re.MULTILINE)
        path.write_text(text)
    problems = check_resources(resources)
    assert {"hard-reading", "hard-average"} <= {problem.code for problem in problems}
    assert not any(problem.is_error for problem in problems)


def test_an_empty_folder_tells_what_is_missing(tmp_path: Path) -> None:
    codes = [problem.code for problem in check_resources(tmp_path)]
    assert codes == ["atlas-fault", "missing-folder"]


def test_every_code_has_a_sentence_and_every_sentence_a_use() -> None:
    package = Path(consult_app.__file__).parent
    sources = [
        package / "yaml_nodes.py",
        *(package / "content").glob("*.py"),
        *(package / "checking").glob("*.py"),
        *(package / "settings").glob("*.py"),
    ]
    calls = r'(?:\.error|\.warning|_note_grade|_check_wording)\([^"()]*"([a-z0-9-]+)"'
    used = {code for path in sources for code in re.findall(calls, path.read_text())}
    assert used == set(SENTENCES)


def test_every_sentence_fills_its_blanks(resources: Path) -> None:
    for name, old, new, _, _ in FAULTS:
        path = resources / "catalogue" / name
        good = path.read_text()
        replace_in(resources / "catalogue", name, old, new)
        for problem in check_resources(resources):
            sentence = sentence_of(problem)
            assert "{" not in sentence
            assert sentence.endswith((".", '"'))
        path.write_text(good)
