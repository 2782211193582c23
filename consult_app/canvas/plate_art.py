"""Plates as painted pictures: relief and index raster become coloured images, kept while needed.

All images are in device pixels. One ``PlateArt`` serves all views; its memory is bounded.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from consult_app.atlas.storage import AtlasFault, read_index, read_outlines
from consult_app.canvas.palette import FigurePalette, shading_table
from consult_app.canvas.paths import rings_to_path
from consult_app.canvas.picture_cache import PictureCache

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Level, Outlines, Plate

FIGURE = "figure"
"""What is painted in tissue colours and not in one."""
MOST_BYTES = 64 * 2**20
"""Painted images kept at most; the least recently used go first."""


class PlateArt:
    """Paints plates in a theme, and answers what lies at a plate pixel's raster value."""

    def __init__(self, folder: Path, palette: FigurePalette, cache: PictureCache | None = None) -> None:
        self._folder = folder
        self._cache = cache or PictureCache(None)
        self._unkept: dict[tuple[str, str, int, int], Plate] = {}
        self._palette = palette
        self._shading = shading_table(palette)
        self._images: OrderedDict[tuple[str, str, int, int], QImage] = OrderedDict()
        self._indexes: OrderedDict[str, bytes] = OrderedDict()
        self._outlines: dict[str, Outlines] = {}
        self._paths: dict[tuple[str, str], QPainterPath] = {}

    @property
    def palette(self) -> FigurePalette:
        """The colours in use."""
        return self._palette

    def set_palette(self, palette: FigurePalette) -> None:
        """Paint in other colours from now on."""
        if palette is self._palette:
            return
        self._palette = palette
        self._shading = shading_table(palette)
        self._images.clear()
        self._unkept.clear()

    def index(self, level: Level) -> bytes:
        """Return the region raster of a level, row by row, one byte per pixel.

        Raises:
            AtlasFault: the file is missing or damaged.
        """
        if level.raster not in self._indexes:
            self._indexes[level.raster] = read_index(self._folder, level)
            while len(self._indexes) > MOST_INDEXES:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(level.raster)
        return self._indexes[level.raster]

    def outlines(self, plate: Plate) -> Outlines:
        """Return the outlines of a plate.

        Raises:
            AtlasFault: the file is missing or damaged.
        """
        if plate.id not in self._outlines:
            self._outlines[plate.id] = read_outlines(self._folder, plate)
        return self._outlines[plate.id]

    def region_path(self, plate: Plate, region_id: str) -> QPainterPath:
        """Return a region's outline in plate pixels; empty where the plate does not show it."""
        key = (plate.id, region_id)
        if key not in self._paths:
            self._paths[key] = rings_to_path(self.outlines(plate).regions.get(region_id, ()))
        return self._paths[key]

    def figure(self, plate: Plate, width: int, height: int) -> QImage:
        """Return the whole plate painted in tissue colours, ``width`` × ``height`` device pixels."""
        return self._cached(FIGURE, plate, width, height)

    def glow(self, plate: Plate, width: int, height: int, colour: QColor) -> QImage:
        """Return the whole plate in one colour with its relief: the brush for a selection."""
        return self._cached(colour.name(QColor.NameFormat.HexArgb), plate, width, height)

    def keep_figures(self) -> None:
        """Let the next start find the figures painted so far; for when there is nothing else to do."""
        for key, plate in self._unkept.items():
            if key in self._images:
                self._cache.keep(plate, self._palette, self._images[key])
        self._unkept.clear()

    def _cached(self, what: str, plate: Plate, width: int, height: int) -> QImage:
        key = (what, plate.id, width, height)
        if key not in self._images:
            kept = self._cache.find(plate, self._palette, width, height) if what == FIGURE else None
            self._images[key] = kept or self._paint(what, plate, width, height)
            if what == FIGURE and kept is None:
                self._unkept[key] = plate
            self._forget_oldest()
        self._images.move_to_end(key)
        return self._images[key]

    def _forget_oldest(self) -> None:
        while len(self._images) > 1 and sum(i.sizeInBytes() for i in self._images.values()) > MOST_BYTES:
            self._images.popitem(last=False)

    def _paint(self, what: str, plate: Plate, width: int, height: int) -> QImage:
        level = plate.level_for(height)
        if what == FIGURE:
            image = self._tissue_image(plate, level)
            if level is plate.levels[0]:
                image = _without_steps(image)
        else:
            image = QImage(level.width, level.height, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(QColor.fromString(what))
        # Before the painter begins: an image must not vanish under a painter when the file is damaged.
        relief = self._relief(plate, level)
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.drawImage(0, 0, relief)
        painter.end()
        if (level.width, level.height) == (width, height):
            return image
        return _scaled(image, width, height)

    def _tissue_image(self, plate: Plate, level: Level) -> QImage:
        raster = self.index(level)
        image = QImage(raster, level.width, level.height, level.width, QImage.Format.Format_Indexed8)
        image.setColorTable([self._palette.tissue[entry.tissue].rgba() for entry in plate.entries])
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def _relief(self, plate: Plate, level: Level) -> QImage:
        path = self._folder / level.relief
        relief = QImage(str(path))
        if relief.isNull() or (relief.width(), relief.height()) != (level.width, level.height):
            raise AtlasFault(path, f"the picture of the plate “{plate.id}” is missing or damaged")
        relief = relief.convertToFormat(QImage.Format.Format_Grayscale8)
        relief.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        relief.setColorTable(self._shading)
        # Converted here, once and fast: the painter would convert it line by line.
        return relief.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


MOST_INDEXES = 8
"""Region rasters kept at most (the sharpest is about 2.6 MB)."""


def _scaled(image: QImage, width: int, height: int) -> QImage:
    return image.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _without_steps(image: QImage) -> QImage:
    """Return the picture with the stair-steps of its raster smoothed away.

    The index raster knows no half pixels; scaled down these vanish, but the sharpest level is shown as
    it is. The relief, which carries all detail, is laid on afterwards and stays sharp.
    """
    half = _scaled(image, max(1, image.width() // 2), max(1, image.height() // 2))
    return _scaled(half, image.width(), image.height())
