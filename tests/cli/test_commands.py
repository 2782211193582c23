"""The commands as they are run: output, exit codes, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import consult_app
from tests.helpers.atlas_files import write_atlas_files
from tests.helpers.catalogue_files import replace_in, write_catalogue

ROOT = Path(consult_app.__file__).parents[1]
Result = subprocess.CompletedProcess[str]


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    write_catalogue(tmp_path / "resources" / "catalogue")
    write_atlas_files(tmp_path / "resources" / "atlas")
    return tmp_path / "resources"


NO_CACHE = f"{os.devnull}/cache"


def run(*arguments: str | Path, home: Path | None = None, code: str = "") -> Result:
    """Run the program as its own process, with the cache in ``home``."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(home or NO_CACHE)}
    start = ["-c", code] if code else ["-m", "consult_app"]
    command = [sys.executable, *start, *map(str, arguments)]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in result.stderr
    return result


def test_check_is_silent_about_a_good_folder(resources: Path) -> None:
    result = run("check", resources)
    assert (result.returncode, result.stdout) == (0, "No problems.\n")


def test_check_tells_file_line_and_column(resources: Path) -> None:
    line = replace_in(resources / "catalogue", "muscles/jaw.yaml", "area: head", "area: haed")
    result = run("check", resources)
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        (
            f"{resources}/catalogue/muscles/jaw.yaml:{line}:7: error unknown-id: "
            "There is no area “haed”. Did you mean “head”? Correct it, or define it."
        ),
        "1 error, 0 warnings.",
    ]
    report = json.loads(run("check", resources, "--format", "json").stdout)
    assert [(problem["code"], problem["line"]) for problem in report["problems"]] == [("unknown-id", line)]


def test_warnings_are_fatal_only_when_strict(resources: Path) -> None:
    (resources / "catalogue" / "notes.yaml").write_text("a: b\n")
    assert run("check", resources).returncode == 0
    assert run("check", resources, "--strict").returncode == 1


def test_the_scorecard_as_text_and_json(resources: Path) -> None:
    result = run("check", "--scorecard", resources)
    assert result.returncode == 0
    assert result.stdout.startswith("muscle groups")
    assert result.stdout.endswith("No problems.\n")
    report = json.loads(run("check", "--scorecard", "--format", "json", resources).stdout)
    assert report["figures"][0] == {
        "name": "muscle groups", "value": 2, "unit": "", "limit": "", "ok": None, "where": "",
    }  # fmt: skip


def test_there_is_no_scorecard_of_a_broken_catalogue(resources: Path) -> None:
    replace_in(resources / "catalogue", "muscles/jaw.yaml", "near_lung: false", "near_lung: maybe")
    result = run("check", "--scorecard", resources)
    assert (result.returncode, result.stdout) == (1, "")
    assert "error not-true-or-false" in result.stderr


def test_conditions_come_with_codes_and_red_flags(resources: Path) -> None:
    rows = json.loads(run("list", "conditions", "--json", "--resources", resources).stdout)
    assert rows[0] == {
        "id": "neck-pain",
        "name": "Neck pain",
        "clinical_name": "Cervicalgia",
        "icd10": ["M54.2"],
        "red_flags": ["You fell on your head: get help."],
        "groups": ["upper-trapezius"],
    }


def test_what_is_out_of_scope_is_found_first(resources: Path) -> None:
    hits = json.loads(run("find", "chest", "pain", "--json", "--resources", resources).stdout)
    assert hits[0] == {"kind": "not-for", "id": "chest-pain", "label": "Chest pain", "groups": []}


def test_check_of_no_folder(tmp_path: Path) -> None:
    result = run("check", tmp_path / "none")
    assert result.returncode == 1
    assert result.stderr.startswith(f"consult-app: There is no folder {tmp_path}/none.")


def test_list_groups_as_json(resources: Path) -> None:
    groups = json.loads(run("list", "groups", "--json", "--resources", resources).stdout)
    assert groups[1] == {
        "id": "upper-trapezius",
        "name": "Top-of-shoulder muscle",
        "clinical_name": "Upper trapezius",
        "region": "neck",
        "muscles": ["trapezius-descending"],
        "benefits": ["pain-relief", "minimally-invasive"],
        "conditions": ["neck-pain", "upper-body-pain", "muscle-pain"],
    }


@pytest.mark.parametrize("kind", ["groups", "muscles", "benefits", "conditions", "zones", "references"])
def test_each_kind_is_listed(resources: Path, kind: str, tmp_path: Path) -> None:
    rows = json.loads(run("list", kind, "--json", "--resources", resources, home=tmp_path).stdout)
    assert rows
    assert all(row["id"] and row["name"] for row in rows)
    lines = run("list", kind, "--resources", resources, home=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [row["id"] for row in rows]


def test_find_as_json(resources: Path) -> None:
    hits = json.loads(run("find", "upper", "trapezuis", "--json", "--resources", resources).stdout)
    assert hits[0] == {
        "kind": "group",
        "id": "upper-trapezius",
        "label": "Top-of-shoulder muscle",
        "groups": ["upper-trapezius"],
    }


def test_find_nothing(resources: Path) -> None:
    result = run("find", "xqzwv", "--resources", resources)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "Nothing is like “xqzwv”.\n")
    assert run("find", "xqzwv", "--json", "--resources", resources).stdout == "[]\n"


def test_a_broken_catalogue_is_told_and_not_half_used(resources: Path, tmp_path: Path) -> None:
    assert run("list", "groups", "--resources", resources, home=tmp_path).returncode == 0
    replace_in(resources / "catalogue", "muscles/jaw.yaml", "near_lung: false", "near_lung: maybe")
    result = run("list", "groups", "--resources", resources, home=tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "jaw.yaml:7:12: error not-true-or-false" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "grops"],
        ["list"],
        ["find"],
        ["chek"],
        ["check", "--format", "xml"],
        ["--view", "top"],
        ["--view", "front", "--azimuth", "90"],
        ["--text-size", "900"],
        ["--text-size", "big"],
        ["--select", "jaw:up"],
        ["--select", ""],
        ["picture"],
        ["picture", "out.jpg"],
        ["picture", "out.png", "--scale", "100"],
        ["picture", "out.png", "--width", "0"],
        ["make-atlas", "/nonexistent", "out"],
        ["--nonsense"],
    ],
)
def test_wrong_use_ends_with_code_2_and_a_sentence(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "consult-app" in result.stderr


def test_version_and_help() -> None:
    assert run("--version").stdout == f"consult-app {consult_app.__version__}\n"
    assert "make-atlas" in run("--help").stdout


@pytest.mark.parametrize(
    "arguments", [["check"], ["list", "groups"], ["find", "uper trapezuis"], ["--version"], ["chek"]]
)
def test_no_qt_is_imported(resources: Path, arguments: list[str]) -> None:
    where = {"check": [resources], "list": ["--resources", resources], "find": ["--resources", resources]}
    code = (
        "import sys\n"
        "from consult_app.cli.main import main\n"
        "try:\n    main()\n"
        "finally:\n    assert not {'PySide6', 'shiboken6'} & set(sys.modules), 'Qt was imported'\n"
    )
    result = run(*arguments, *where.get(arguments[0], []), code=code)
    assert "Qt was imported" not in result.stderr


def test_listing_needs_neither_yaml_nor_fuzzy_search_once_there_is_a_copy(
    resources: Path, tmp_path: Path
) -> None:
    code = (
        "import sys\n"
        "from consult_app.cli.main import main\n"
        "main()\n"
        "print(sorted({'yaml', 'rapidfuzz', 'difflib'} & set(sys.modules)), file=sys.stderr)\n"
    )
    run("list", "groups", "--resources", resources, home=tmp_path)
    result = run("list", "groups", "--resources", resources, home=tmp_path, code=code)
    assert result.stderr == "[]\n"


def print_to(stdout: int, resources: Path, **environment: str) -> Result:
    """List the groups into an open file, and return what else was said."""
    command = [sys.executable, "-m", "consult_app", "list", "groups", "--resources", str(resources)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": NO_CACHE, **environment}
    return subprocess.run(
        command, env=environment, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_a_sentence(resources: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = print_to(full.fileno(), resources)
    assert (result.returncode, result.stderr) == (1, "consult-app: No space left on device.\n")


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
def test_a_reader_that_goes_away_is_no_fault(resources: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = print_to(writer, resources)
    os.close(writer)
    assert (result.returncode, result.stderr) == (141, "")


def test_letters_the_terminal_lacks_do_no_harm(resources: Path) -> None:
    replace_in(resources / "catalogue", "muscles/jaw.yaml", 'name: "Jaw muscles"', 'name: "Kaumuskeln ä–“"')
    result = print_to(subprocess.PIPE, resources, PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "Kaumuskeln ???" in result.stdout
