"""The colours in which the figure is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from consult_app.atlas.model import Tissue


class FigurePalette(NamedTuple):
    """Colours of the figure in one theme.

    ``tissue`` may be translucent (the veil of skin). Shading mixes a tissue towards ``shadow`` where
    the relief is dark and a little towards ``light`` where it is bright. ``rest`` is for the other muscles
    of the group of a selected one. ``skins`` are the tones that head, hands and feet may have.
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
    skins: tuple[QColor, ...] = ()

    def with_skin(self, number: int) -> FigurePalette:
        """Return the palette with another of its skin tones; 0 is the neutral one."""
        if not 0 <= number < len(self.skins):
            return self
        return self._replace(tissue={**self.tissue, "skin": self.skins[number]})


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
