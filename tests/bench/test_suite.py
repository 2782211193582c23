"""The command from its words to its exit code; what is measured is given."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from consult_app.bench import start_up, suite
from consult_app.bench.figures import Figure
from consult_app.bench.plan import QUICK
from consult_app.bench.processes import Runner
from consult_app.cli.main import main
from consult_app.cli.parser import MEASURES
from consult_app.problems import UserFacingError
from tests.gui.programs import run

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.bench.context import Context

KEPT, MISSED = Figure("kept", 1.0, "ms", 2.0, 0.5), Figure("missed", 3.0, "ms", 2.0)


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for what takes time; return what is measured."""
    names: list[str] = []

    def stand_in(name: str, figure: Figure) -> object:
        def measure(context: Context) -> list[Figure]:
            names.append(f"{name}{' quick' if context.plan is QUICK else ''}")
            return [figure]

        return measure

    monkeypatch.setattr(suite, "MEASURES", {"tap": stand_in("tap", KEPT), "turn": stand_in("turn", MISSED)})
    monkeypatch.setattr(start_up, "warm", lambda *_: None)
    monkeypatch.setattr(Runner, "probe", lambda *_: "offscreen")
    return names


def test_the_command_line_knows_every_measurement() -> None:
    assert tuple(suite.MEASURES) == MEASURES


def test_all_is_measured_and_a_missed_limit_fails(
    measured: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench"]) == 1
    assert measured == ["tap", "turn"]
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "1 of 2 limits missed: missed."
    assert "measuring tap" in told.err


def test_only_what_is_asked_for_is_measured(measured: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--only", "tap", "--quick", "--json"]) == 0
    assert measured == ["tap quick"]
    report = json.loads(capsys.readouterr().out)
    assert "Qt platform offscreen" in report["machine"]
    assert [figure["name"] for figure in report["figures"]] == ["kept"]


@pytest.mark.parametrize("words", [["--only", "speed"], ["--only"], ["--fast"]])
def test_wrong_words_are_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(["bench", *words])
    assert error.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--resources", str(tmp_path / "none")]) == 1
    assert "There is no folder" in capsys.readouterr().err


def test_a_bundle_says_that_it_cannot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert main(["bench"]) == 1
    assert "pip install" in capsys.readouterr().err


def test_a_process_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="code 3: it broke"):
        Runner({}, tmp_path).seconds("import sys; sys.stderr.write('well\\nit broke\\n'); sys.exit(3)")


def test_a_short_run(tmp_path: Path) -> None:
    result = run("bench", "--quick", "--json", "--only", "search", XDG_CACHE_HOME=str(tmp_path))
    report = json.loads(result.stdout)
    assert {figure["unit"] for figure in report["figures"]} == {"ms"}
    assert all(
        figure.keys() == {"name", "value", "unit", "limit", "ok", "baseline"} for figure in report["figures"]
    )
    assert any(figure["limit"] == 5.0 for figure in report["figures"])
    assert result.returncode == int(not all(figure["ok"] for figure in report["figures"]))
    assert not any(tmp_path.iterdir())
