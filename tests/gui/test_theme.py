"""Themes: every pair of colours that meets on screen can be told apart, and broken files are told of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QFontInfo

from consult_app.gui.theme import FONT_STYLES, TEXT_SIZES, load_fonts, load_theme, theme_names
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QColor

    from consult_app.gui.theme import Theme

TEXT = 7.0
OUTLINE = 4.5

TEXT_PAIRS = (
    ("window.ink", "window.panel"),  # paragraphs
    ("window.ink", "window.raised"),  # search field
    ("window.ink", "window.key"),  # key messages
    ("window.ink", "window.warning"),  # warnings
    ("window.ink", "window.accent_soft"),  # a search result under the pointer
    ("window.ink", "window.figure"),  # list of groups
    ("window.muted", "window.panel"),  # second lines
    ("window.muted", "window.raised"),  # hint in the search field
    ("window.muted", "window.figure"),  # side marks and view names
    ("window.accent", "window.panel"),  # links and section headings
    ("window.accent", "window.figure"),  # area headings in the list
    ("window.accent", "window.key"),  # bullets
    ("window.accent", "window.accent_soft"),  # a link under the pointer
    ("window.accent_ink", "window.accent"),  # the view that is on
    ("figure.callout_ink", "figure.callout"),  # the name at the figure
    ("window.figure", "figure.hover"),  # the name of what is pointed at
)
OUTLINE_PAIRS = (
    ("window.focus", "window.panel"),
    ("window.focus", "window.figure"),
    ("window.focus", "window.raised"),
    ("window.accent_ink", "window.accent"),  # the inner ring of a button that is on, of a chosen row
    ("figure.focus", "window.figure"),
    ("figure.hover", "window.figure"),
    ("figure.callout", "window.figure"),
    ("window.accent", "window.panel"),  # evidence dots
    ("window.accent", "window.figure"),
    ("window.key_edge", "window.panel"),
    ("window.warning_edge", "window.panel"),
    ("window.harm", "window.panel"),  # the dots that count
    ("figure.selected_rim", "window.figure"),
    ("figure.topic_rim", "window.figure"),
    ("figure.pain_rim", "window.figure"),
    ("figure.point_rim", "figure.point"),
)
RIM_PAIRS = (("figure.selected_rim", "figure.muscle"), ("figure.topic_rim", "figure.muscle"))

themes = pytest.mark.parametrize("name", ["light", "dark", "contrast"])


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[-6:][i : i + 2], 16)) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast of two colours, written #rrggbb or #aarrggbb."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colour(theme: dict[str, Any], role: str) -> str:
    part, name = role.split(".")
    return str(theme[part][name])


@pytest.fixture
def theme_file(resources: Path, name: str) -> dict[str, Any]:
    text = (resources / "themes" / f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ff777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@themes
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(theme_file: dict[str, Any], ink: str, ground: str) -> None:
    assert contrast(_colour(theme_file, ink), _colour(theme_file, ground)) >= TEXT


@themes
@pytest.mark.parametrize(("line", "ground"), OUTLINE_PAIRS)
def test_outlines_and_focus_rings_stand_out(theme_file: dict[str, Any], line: str, ground: str) -> None:
    assert contrast(_colour(theme_file, line), _colour(theme_file, ground)) >= OUTLINE


@themes
@pytest.mark.parametrize(("line", "ground"), RIM_PAIRS)
def test_rims_of_lit_muscles_stand_out_from_plain_ones(
    theme_file: dict[str, Any], line: str, ground: str
) -> None:
    assert contrast(_colour(theme_file, line), _colour(theme_file, ground)) >= 3


@themes
def test_every_theme_loads_at_every_text_size(make_theme: Callable[..., Theme], name: str) -> None:
    for size in TEXT_SIZES:
        theme = make_theme(name, size)
        assert theme.font("body").pixelSize() == round(16 * size / 100)
        assert theme.figure.name == name


def test_all_themes_are_known_by_name(resources: Path) -> None:
    assert theme_names(resources / "themes") == ("contrast", "dark", "light")


def test_both_themes_name_the_same_roles(resources: Path) -> None:
    read = [json.loads(path.read_text()) for path in sorted((resources / "themes").glob("*.json"))]
    assert read[0]["window"].keys() == read[1]["window"].keys()
    assert read[0]["figure"].keys() == read[1]["figure"].keys()


def test_all_text_is_in_the_bundled_font(make_theme: Callable[..., Theme]) -> None:
    theme = make_theme()
    assert theme.family == "Inter"
    for style in FONT_STYLES:
        assert QFontInfo(theme.font(style)).family() == "Inter"
        assert theme.font(style).family() == "Inter"


def test_spaces_grow_half_as_fast_as_text(make_theme: Callable[..., Theme]) -> None:
    assert make_theme(text_size=100).gap(20) == 20
    assert make_theme(text_size=200).gap(20) == 30
    assert make_theme(text_size=200).px(20) == 40


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], Path]:
    """A maker of a themes folder whose light theme is what a test wrote."""

    def write(text: str) -> Path:
        (tmp_path / "light.json").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def _without(resources: Path, part: str, role: str) -> str:
    data = json.loads((resources / "themes" / "light.json").read_text())
    del data[part][role]
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        '{"window": [], "figure": {}}',
        '{"window": {"ink": "nocolour"}, "figure": {}}',
    ],
)
def test_a_broken_theme_is_told_of_in_a_sentence(broken: Callable[[str], Path], text: str) -> None:
    with pytest.raises(UserFacingError, match=r"light\.json: this theme cannot be used") as caught:
        load_theme(broken(text), "light", "Inter", 100)
    assert str(caught.value).endswith("Restore the file from the program's package.")


@pytest.mark.parametrize(
    ("part", "role"),
    [("window", "ink"), ("window", "focus"), ("figure", "topic"), ("figure", "muscle"), ("figure", "empty")],
)
def test_a_missing_colour_is_named(
    broken: Callable[[str], Path], resources: Path, part: str, role: str
) -> None:
    with pytest.raises(UserFacingError, match=f"no colour for {role}"):
        load_theme(broken(_without(resources, part, role)), "light", "Inter", 100)


def test_a_theme_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "light.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserFacingError):
        load_theme(tmp_path, "light", "Inter", 100)


def test_a_missing_theme_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match=r"night\.json"):
        load_theme(tmp_path, "night", "Inter", 100)


def test_a_missing_font_is_told_of(qapp: object, tmp_path: Path) -> None:  # noqa: ARG001
    with pytest.raises(UserFacingError, match="this font cannot be read"):
        load_fonts(tmp_path)


@themes
def test_the_palette_takes_its_colours_from_the_theme(make_theme: Callable[..., Theme], name: str) -> None:
    theme = make_theme(name)
    palette = theme.palette()
    pairs: list[tuple[QColor, str]] = [
        (palette.windowText().color(), "ink"),
        (palette.window().color(), "panel"),
        (palette.highlight().color(), "accent"),
    ]
    assert [colour for colour, _ in pairs] == [theme.colour(role) for _, role in pairs]
