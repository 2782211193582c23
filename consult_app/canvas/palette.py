"""The colours in which the figure is painted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.atlas.model import Tissue


class FigurePalette(NamedTuple):
    """Colours of the figure in one theme.

    ``tissue`` may be translucent (the veil of skin). Shading mixes a tissue towards ``shadow`` where
    the relief is dark and a little towards ``light`` where it is bright. ``rest`` is for the other muscles
    of the group of a selected one. ``touch`` is where a patient says that it hurts. ``skins`` are the tones
    that head, hands and feet may have, ``inks`` the colours to draw with, by name.
    """

    name: str
    background: QColor
    tissue: Mapping[Tissue, QColor]
    shadow: QColor
    light: QColor
    selected: QColor
    selected_rim: QColor
    rest: QColor
    paired: QColor
    topic: QColor
    topic_rim: QColor
    hover: QColor
    focus: QColor
    ink: QColor
    muted: QColor
    callout: QColor
    callout_ink: QColor
    pain: QColor
    pain_rim: QColor
    point: QColor
    point_rim: QColor
    touch: QColor
    touch_rim: QColor
    skins: tuple[QColor, ...] = ()
    inks: Mapping[str, QColor] = MappingProxyType({})

    def with_skin(self, number: int) -> FigurePalette:
        """Return the palette with another of its skin tones; 0 is the neutral one."""
        if not 0 <= number < len(self.skins):
            return self
        return self._replace(tissue={**self.tissue, "skin": self.skins[number]})

    def as_skin(self) -> FigurePalette:
        """Return the palette in which the whole body is covered with skin, and what lies below is faint."""
        skin = self.tissue["skin"]
        tissue = {name: colour if name == "empty" else skin for name, colour in self.tissue.items()}
        return self._replace(tissue=tissue, shadow=_between(self.shadow, skin, SKIN_OVER_SHADOW))


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour that is ``share`` of the way from one to another."""
    mixed = QColor(one)
    mixed.setRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
    return mixed


def shading_table(palette: FigurePalette) -> list[int]:
    """Return the 256 colours laid over a tissue, one per grey value of the relief.

    Values are unpremultiplied ARGB: dark relief lays the shadow colour over the tissue, the
    brightest a breath of light.
    """
    table = []
    for grey in range(256):
        if grey < BRIGHT_FROM:
            colour, strength = palette.shadow, (BRIGHT_FROM - grey) / BRIGHT_FROM
        else:
            colour, strength = palette.light, MOST_LIGHT * (grey - BRIGHT_FROM) / (255 - BRIGHT_FROM)
        alpha = round(255 * min(1.0, strength))
        table.append(alpha << 24 | colour.red() << 16 | colour.green() << 8 | colour.blue())
    return table


BRIGHT_FROM = 232
"""The grey value at which the relief neither darkens nor lightens."""
MOST_LIGHT = 0.35
"""How far the brightest relief moves a tissue towards the light colour."""
SKIN_OVER_SHADOW = 0.45
"""How far skin that covers the body lightens the shadows of what lies below it."""
