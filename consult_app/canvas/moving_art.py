"""Smaller pictures of the plates, quickly coloured: what is seen while the body turns.

A plate is kept as two small pictures of one byte per pixel, region numbers and relief. Tissues and what is
lit are a colour table, so that a frame in any theme and with any selection costs about a millisecond.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from consult_app.atlas.storage import AtlasFault, read_index
from consult_app.canvas.palette import shading_table

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor

    from consult_app.atlas.model import Plate
    from consult_app.canvas.figure_painter import Highlight
    from consult_app.canvas.palette import FigurePalette

MOST_BYTES = 12 * 2**20
"""Small pictures kept at most, the least recently used go first: a full turn at any size."""
MOST_PAINTED = 6
"""Coloured pictures kept: those that melt into one another, and the next."""
SHARPNESS = 0.6
"""Height of a small picture to that of the shown one, from which it is sharp enough in motion."""


class SmallPlate(NamedTuple):
    """Region numbers and relief of a plate, one byte per pixel."""

    numbers: QImage
    relief: QImage

    @property
    def size_in_bytes(self) -> int:
        """Memory that the two pictures take."""
        return self.numbers.sizeInBytes() + self.relief.sizeInBytes()


class MovingArt:
    """Keeps small plates of one atlas folder, and paints them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plates: OrderedDict[tuple[str, int], SmallPlate] = OrderedDict()
        self._shading: tuple[FigurePalette, list[int]] | None = None
        self._painted: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._painted_for: tuple[FigurePalette, Highlight] | None = None

    def has(self, plate: Plate, height: float) -> bool:
        """Return whether a plate can be painted without reading it; ``height`` in device pixels."""
        return (plate.id, _kept_height(plate, height)) in self._plates

    def load(self, plate: Plate, height: float) -> SmallPlate:
        """Return the small pictures of a plate to be shown ``height`` device pixels tall.

        Raises:
            AtlasFault: a file is missing or damaged.
        """
        key = (plate.id, _kept_height(plate, height))
        if key not in self._plates:
            self._plates[key] = self._read(plate, key[1])
            while len(self._plates) > 2 and self._held() > MOST_BYTES:
                self._plates.popitem(last=False)
        self._plates.move_to_end(key)
        return self._plates[key]

    def paint(self, plate: Plate, height: float, palette: FigurePalette, lit: Highlight) -> QImage:
        """Return a plate in its colours, smaller than it is shown.

        Raises:
            AtlasFault: a file is missing or damaged.
        """
        key = (plate.id, _kept_height(plate, height))
        if self._painted_for != (palette, lit):
            self._painted.clear()
            self._painted_for = (palette, lit)
        if key not in self._painted:
            self._painted[key] = self._paint(self.load(plate, height), plate, palette, lit)
            while len(self._painted) > MOST_PAINTED:
                self._painted.popitem(last=False)
        self._painted.move_to_end(key)
        return self._painted[key]

    def _paint(self, small: SmallPlate, plate: Plate, palette: FigurePalette, lit: Highlight) -> QImage:
        small.numbers.setColorTable(colour_table(plate, palette, lit))
        image = small.numbers.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        small.relief.setColorTable(self._table(palette))
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.drawImage(0, 0, small.relief.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
        painter.end()
        return image

    def _held(self) -> int:
        return sum(small.size_in_bytes for small in self._plates.values())

    def _table(self, palette: FigurePalette) -> list[int]:
        if self._shading is None or self._shading[0] is not palette:
            self._shading = (palette, shading_table(palette))
        return self._shading[1]

    def _read(self, plate: Plate, height: int) -> SmallPlate:
        level = plate.levels[-1]
        is_smaller = height < level.height
        size = QSize(max(1, round(level.width * height / level.height)), height)
        raster = read_index(self._folder, level)
        whole = QImage(raster, level.width, level.height, level.width, QImage.Format.Format_Indexed8)
        # Scaled or copied: the picture must not point into ``raster``, which goes.
        numbers = whole.scaled(size) if is_smaller else whole.copy()
        path = self._folder / level.relief
        reader = QImageReader(str(path))
        relief = reader.read()
        if relief.isNull() or relief.size() != QSize(level.width, level.height):
            raise AtlasFault(path, f"the picture of the plate “{plate.id}” is missing or damaged")
        smooth = Qt.TransformationMode.SmoothTransformation
        relief = relief.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth) if is_smaller else relief
        relief = relief.convertToFormat(QImage.Format.Format_Grayscale8)
        relief.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        return SmallPlate(numbers, relief)


def _kept_height(plate: Plate, height: float) -> int:
    """Return how tall a plate is kept for a height on the screen, both in device pixels."""
    return max(1, min(plate.levels[-1].height, round(SHARPNESS * height)))


def colour_table(plate: Plate, palette: FigurePalette, lit: Highlight) -> list[int]:
    """Return the colour of each region number: of its tissue, or of how it is lit."""
    table = []
    for entry in plate.entries:
        colour = palette.tissue[entry.tissue]
        if entry.region is not None:
            colour = _lit_colour(entry.region.id, palette, lit) or colour
        table.append(colour.rgba())
    # Numbers that stand for nothing would otherwise be left to Qt.
    return table + [0] * (256 - len(table))


def _lit_colour(region: str, palette: FigurePalette, lit: Highlight) -> QColor | None:
    if region in lit.selected:
        return palette.selected
    if region in lit.rest:
        return palette.rest
    if region in lit.paired:
        return palette.paired
    return palette.topic if region in lit.topic else None
