"""The settings' file: what is read from it, what is told of it, what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from consult_app.checking.report import line_of
from consult_app.problems import UserFacingError
from consult_app.settings.file import parse_settings
from consult_app.settings.record import (
    PAPERS,
    SECTIONS,
    SKINS,
    TEXT_SIZES,
    THEMES,
    Known,
    Settings,
    usual_settings,
)
from consult_app.settings.writing import as_text, write_settings

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = Known(("deltoid", "jaw", "upper-trapezius"), ("en", "no"))
CHOSEN = Settings(
    clinic="Praxis “Nord” #1: Müller & Söhne",
    language="no",
    theme="dark",
    text_size=150,
    is_mirrored=True,
    paper="Letter",
    hidden_groups=("jaw",),
    hidden_sections=("home-care", "studies"),
    shows_labels=True,
    skin=3,
    is_still=True,
)


def _file(folder: Path, text: str) -> Path:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _told(folder: Path, text: str) -> tuple[Settings, list[str]]:
    path = _file(folder, text)
    settings, problems = parse_settings(path, KNOWN)
    assert path.read_text(encoding="utf-8") == text
    return settings, [line_of(problem).replace(str(path), "FILE") for problem in problems]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    logo = tmp_path / "our logo.svg"
    logo.write_text("<svg/>", encoding="utf-8")
    chosen = CHOSEN._replace(logo=logo)
    path = tmp_path / "new folder" / "settings.yaml"
    assert write_settings(path, chosen, KNOWN) is None
    assert parse_settings(path, KNOWN) == (chosen, ())
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.yaml"]


@st.composite
def _settings(draw: st.DrawFn) -> Settings:
    letters = draw(st.text(max_size=60).filter(str.isprintable))
    return Settings(
        clinic=" ".join(letters.split()),
        theme=draw(st.sampled_from([None, *THEMES])),
        text_size=draw(st.sampled_from(TEXT_SIZES)),
        paper=draw(st.sampled_from(PAPERS)),
        hidden_sections=tuple(draw(st.lists(st.sampled_from(SECTIONS), unique=True))),
        skin=draw(st.integers(0, len(SKINS) - 1)),
    )


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=_settings())
def test_any_settings_survive_the_file(tmp_path: Path, chosen: Settings) -> None:
    assert parse_settings(_file(tmp_path, as_text(chosen)), KNOWN) == (chosen, ())


def test_the_written_file_explains_itself() -> None:
    text = as_text(Settings(clinic="Nord"))
    assert "clinic: Nord\n" in text
    for choice in (*THEMES, *PAPERS, *SECTIONS, *SKINS, "200"):
        assert choice in text
    assert all(len(line) < 150 for line in text.splitlines())


def test_what_is_broken_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    settings, told = _told(
        tmp_path,
        "clinic: 12\n"
        "theme: drak\n"
        "text_size: 130\n"
        "mirror: yes\n"
        "paper: Letter\n"
        "hide_groups: [jaw, deltoids, jaw]\n"
        "hide_sections: [risks, homecare, studies]\n"
        "figure_skin: [brown]\n"
        "figure_names: true\n"
        "logo: logo.gif\n"
        "pager: A4\n",
    )
    assert settings == usual_settings()._replace(
        paper="Letter", hidden_groups=("jaw",), hidden_sections=("studies",), shows_labels=True
    )
    assert [line.split(": ")[0] for line in told] == [
        "FILE:1:9", "FILE:2:8", "FILE:3:12", "FILE:4:9", "FILE:6:20", "FILE:6:30", "FILE:7:17", "FILE:7:24",
        "FILE:8:14", "FILE:10:7", "FILE:11:1",
    ]  # fmt: skip
    whole = "\n".join(told)
    for near in ("“dark”", "“125”", "“deltoid”", "“home-care”"):
        assert f"Did you mean {near}?" in whole
    assert "“risks” cannot be left out" in whole
    assert "warning unknown-key" in told[-1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("clinic: 'open", "broken-yaml"),
        ("- one\n- two\n", "setting-shape"),
        ("", "empty-file"),
        ("mirror: true\nmirror: false\n", "duplicate-key"),
        ("theme: {a: b}\n", "setting-shape"),
        ("text_size: large\n", "unknown-choice"),
        ("text_size: [100]\n", "setting-shape"),
        ("hide_groups: jaw\n", "setting-shape"),
        ("hide_groups: [[jaw]]\n", "setting-shape"),
        ("logo: gone.png\n", "missing-logo"),
        (f"clinic: {'x' * 81}\n", "too-long"),
    ],
)
def test_each_fault_leaves_the_default(tmp_path: Path, text: str, code: str) -> None:
    settings, told = _told(tmp_path, text)
    assert any(f"error {code}" in line for line in told)
    assert settings._replace(is_mirrored=False) == usual_settings()


def test_nothing_under_a_key_is_no_choice(tmp_path: Path) -> None:
    assert _told(tmp_path, "clinic:\nlogo: ''\ntheme: null\nhide_groups:\n") == (usual_settings(), [])


def test_saving_over_faults_keeps_a_copy(tmp_path: Path) -> None:
    broken = "clinic: Nord\ntheme: drak\n"
    path = _file(tmp_path, broken)
    (tmp_path / "settings.broken-1.yaml").write_text("an older one", encoding="utf-8")
    copy = write_settings(path, CHOSEN, KNOWN)
    assert copy == tmp_path / "settings.broken-2.yaml"
    assert copy.read_text(encoding="utf-8") == broken
    assert (tmp_path / "settings.broken-1.yaml").read_text(encoding="utf-8") == "an older one"
    assert parse_settings(path, KNOWN) == (CHOSEN, ())


def test_what_the_program_does_not_know_is_kept(tmp_path: Path) -> None:
    path = _file(tmp_path, "rooms: {first: 'no', second: [1, 0x10, '2']}\nclinic: Nord\nsince: 2019-03-01\n")
    assert write_settings(path, CHOSEN, KNOWN) is None
    settings, problems = parse_settings(path, KNOWN)
    assert settings == CHOSEN
    assert [(problem.code, problem.subject) for problem in problems] == [
        ("unknown-key", "rooms"),
        ("unknown-key", "since"),
    ]
    text = path.read_text(encoding="utf-8")
    assert "first: 'no'" in text
    assert "[1, 0x10, '2']" in text
    assert "since: 2019-03-01\n" in text


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yaml"
    real.write_text("clinic: Nord\n", encoding="utf-8")
    link = tmp_path / "settings.yaml"
    link.symlink_to(real)
    write_settings(link, CHOSEN, KNOWN)
    assert link.is_symlink()
    assert parse_settings(real, KNOWN)[0] == CHOSEN


def test_a_place_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserFacingError, match="cannot be written there"):
        write_settings(tmp_path / "file" / "settings.yaml", CHOSEN, KNOWN)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_pasted_name_is_written_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    write_settings(path, Settings(clinic="North\n  Clinic\x07\u2028"), KNOWN)
    assert parse_settings(path, KNOWN)[0].clinic == "North Clinic"
