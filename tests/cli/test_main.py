"""The guard around every command, and what window and picture are asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from consult_app.cli import main as cli
from consult_app.options import PictureOptions, RunOptions
from consult_app.problems import UserFacingError


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[RunOptions]:
    """Stand in for the window; return what it is asked for."""
    options: list[RunOptions] = []

    def note(given: RunOptions) -> int:
        options.append(given)
        return 0

    application, picture = ModuleType("application"), ModuleType("picture")
    application.run = note  # type: ignore[attr-defined]
    picture.write_picture = note  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "consult_app.gui", ModuleType("gui"))
    monkeypatch.setitem(sys.modules, "consult_app.gui.application", application)
    monkeypatch.setitem(sys.modules, "consult_app.gui.picture", picture)
    return options


def test_without_a_command_the_window_opens(asked: list[RunOptions]) -> None:
    assert cli.main([]) == 0
    assert cli.main(["run"]) == 0
    assert asked == [RunOptions(), RunOptions()]


def test_the_window_gets_its_options(asked: list[RunOptions]) -> None:
    words = "--select jaw:left --select upper-trapezius --view back --layer deep --language es --theme dark"
    cli.main([*words.split(), "--text-size", "150", "--resources", "there"])
    assert asked == [
        RunOptions(
            select=(("jaw", "left"), ("upper-trapezius", None)),
            azimuth=180,
            layer="deep",
            language="es",
            theme="dark",
            text_size=150,
            resources=Path("there"),
        )
    ]


def test_any_azimuth_is_one_of_a_full_turn(asked: list[RunOptions]) -> None:
    cli.main(["--azimuth", "-90"])
    cli.main(["--azimuth", "405"])
    assert [options.azimuth for options in asked] == [270, 45]


def test_a_picture_gets_its_options(asked: list[RunOptions]) -> None:
    words = "picture a.png --window --regions r.json --width 800 --height 600 --scale 2 --select jaw"
    cli.main(words.split())
    assert asked == [
        PictureOptions(
            out=Path("a.png"), window=True, regions=Path("r.json"), width=800, height=600, scale=2.0,
            scene=RunOptions(select=(("jaw", None),)),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (UserFacingError("It cannot be."), 1, "consult-app: It cannot be.\n"),
        (PermissionError(13, "Permission denied", "/x"), 1, "consult-app: /x: Permission denied.\n"),
        (OSError("odd"), 1, "consult-app: OSError.\n"),
        (KeyboardInterrupt(), 130, ""),
        (ZeroDivisionError("by zero"), 1,
         ("consult-app: The program has a fault (ZeroDivisionError: by zero). "
         "Set CONSULT_APP_DEBUG=1 to see where.\n")),
    ],
)  # fmt: skip
def test_nothing_ends_in_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    sentence: str,
) -> None:
    def fail(_: object) -> int:
        raise error

    monkeypatch.setattr(cli, "_handler", lambda _: fail)
    assert cli.main([]) == code
    assert capsys.readouterr().err == sentence


def test_a_developer_may_see_where(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setenv("CONSULT_APP_DEBUG", "1")
    monkeypatch.setattr(cli, "_handler", lambda _: fail)
    with pytest.raises(ZeroDivisionError):
        cli.main([])


def test_a_missing_atlas_maker_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    for name in [name for name in sys.modules if name.startswith("consult_app.atlas_maker")]:
        monkeypatch.delitem(sys.modules, name)
    assert cli.main(["make-atlas", str(tmp_path), str(tmp_path / "out")]) == 1
    assert "pip install 'consult-app[atlas-maker]'" in capsys.readouterr().err
