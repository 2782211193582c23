"""Themes: colours, fonts and sizes of the window, read from ``resources/themes``."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from consult_app.atlas.model import TISSUES
from consult_app.canvas.palette import FigurePalette
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes in percent."""

FONT_STYLES: Mapping[str, tuple[float, QFont.Weight]] = {
    "title": (28, QFont.Weight.DemiBold),
    "heading": (18, QFont.Weight.DemiBold),
    "subheading": (16, QFont.Weight.DemiBold),
    "body": (16, QFont.Weight.Normal),
    "strong": (16, QFont.Weight.DemiBold),
    "lead": (17, QFont.Weight.Normal),
    "small": (14, QFont.Weight.Normal),
    "label": (13, QFont.Weight.DemiBold),
    "button": (15, QFont.Weight.Normal),
}
"""Size in logical pixels at 100 % and weight of each kind of text."""


class Theme(NamedTuple):
    """Everything that decides how the window looks; ``text_size`` is in percent."""

    name: str
    family: str
    text_size: int
    colours: Mapping[str, QColor]
    figure: FigurePalette

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, for example ``accent``."""
        return self.colours[role]

    def font(self, style: str) -> QFont:
        """Return the font of a kind of text at the chosen text size."""
        return font_of(self.family, self.text_size, style)

    def px(self, size: float) -> float:
        """Return a length that grows with the text, in logical pixels."""
        return size * self.text_size / 100

    def gap(self, size: float) -> int:
        """Return a space between things: it grows half as fast as the text."""
        return round(size * (0.5 + self.text_size / 200))

    def palette(self) -> QPalette:
        """Return the palette for Qt's own widgets."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "panel",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "panel",
            QPalette.ColorRole.AlternateBase: "raised",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.Button: "raised",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "accent_ink",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Mid: "line",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        return palette


@cache
def font_of(family: str, text_size: int, style: str) -> QFont:
    """Return the font of a kind of text at a text size in percent."""
    size, weight = FONT_STYLES[style]
    font = QFont(family)
    font.setPixelSize(max(1, round(size * text_size / 100)))
    font.setWeight(weight)
    return font


def load_theme(folder: Path, name: str, family: str, text_size: int) -> Theme:
    """Read the theme ``name`` from the themes folder.

    Raises:
        UserFacingError: the file is missing, damaged or lacks a colour.
    """
    path = folder / f"{name}.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        colours, figure, skins = (_colours(data, part) for part in ("window", "figure", "skins"))
        inks = _colours(data, "inks")
        _require(colours, WINDOW_ROLES)
        _require(figure, (*TISSUES, *FIGURE_ROLES))
        _require(inks, INKS)
        palette = _figure_palette(name, colours, figure, skins)._replace(inks=inks)
        return Theme(name, family, text_size, colours, palette)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UserFacingError(
            f"{path}: this theme cannot be used ({fault}). Restore the file from the program's package."
        ) from fault


def theme_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the themes that the folder holds."""
    return tuple(sorted(path.stem for path in folder.glob("*.json")))


def load_fonts(folder: Path) -> str:
    """Register the bundled fonts and return their family name.

    Raises:
        UserFacingError: a font file is missing or damaged.
    """
    family = ""
    for file in FONT_FILES:
        number = QFontDatabase.addApplicationFont(str(folder / file))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if not families:
            raise UserFacingError(
                f"{folder / file}: this font cannot be read. Restore the file from the program's package."
            )
        family = family or families[0]
    return family


def _colours(data: object, part: str) -> dict[str, QColor]:
    table = data.get(part) if isinstance(data, dict) else None
    if not isinstance(table, dict):
        raise ValueError(f"it has no colours for the {part}")
    return {role: _colour(text) for role, text in table.items()}


def _colour(text: object) -> QColor:
    colour = QColor.fromString(text) if isinstance(text, str) else QColor()
    if not colour.isValid():
        raise ValueError(f"“{text}” is not a colour")
    return colour


def _require(colours: Mapping[str, QColor], roles: Iterable[str]) -> None:
    missing = [role for role in roles if role not in colours]
    if missing:
        raise ValueError(f"no colour for {', '.join(missing)}")


def _figure_palette(
    name: str, window: Mapping[str, QColor], figure: Mapping[str, QColor], skins: Mapping[str, QColor]
) -> FigurePalette:
    roles: dict[str, Any] = {role: figure[role] for role in FIGURE_ROLES}
    return FigurePalette(
        name=name,
        background=window["figure"],
        tissue={tissue: figure[tissue] for tissue in TISSUES},
        ink=window["ink"],
        muted=window["muted"],
        skins=tuple(skins.values()),
        **roles,
    )


WINDOW_ROLES = (
    "figure", "panel", "raised", "ink", "muted", "line", "accent", "accent_ink", "accent_soft", "key",
    "key_edge", "warning", "warning_edge", "harm", "harm_maybe", "harm_none", "focus",
)  # fmt: skip
FIGURE_ROLES = (
    "shadow", "light", "selected", "selected_rim", "rest", "paired", "topic", "topic_rim", "hover", "focus",
    "callout", "callout_ink", "pain", "pain_rim", "point", "point_rim", "touch", "touch_rim",
)  # fmt: skip
INKS = ("blue", "red", "green")
