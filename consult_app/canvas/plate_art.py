"""Plates as painted pictures: relief and index raster become coloured images, kept while needed.

All images are in device pixels. One ``PlateArt`` serves all views; its memory is bounded.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from consult_app.atlas.storage import AtlasFault, read_index
from consult_app.canvas.outline_store import OutlineStore
from consult_app.canvas.palette import FigurePalette, shading_table
from consult_app.canvas.picture_cache import PictureCache

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPainterPath

    from consult_app.atlas.model import Level, Marks, Outlines, Plate

FIGURE, SHADE = "figure", "shade"
"""A plate in the colours of its tissues, and its relief alone."""
USUAL_BYTES, MOST_BYTES = 18 * 2**20, 30 * 2**20
"""Painted images kept as a rule, and where a few take more; the least recently used go first."""
FEW = 4
"""Images that are wanted at once: two plates side by side, each with its relief."""


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
        self._lines = OutlineStore(folder)

    @property
    def folder(self) -> Path:
        """Where the plates' files are."""
        return self._folder

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
        return self._lines.outlines(plate)

    def region_path(self, plate: Plate, region_id: str) -> QPainterPath:
        """Return a region's outline in plate pixels; empty where the plate does not show it."""
        return self._lines.region(plate, region_id)

    def zone_path(self, plate: Plate, zone_key: str) -> QPainterPath:
        """Return a pain zone's outline in plate pixels; empty where the plate does not show it."""
        return self._lines.zone(plate, zone_key)

    def marks(self, plate: Plate) -> Marks:
        """Return the pain zones and trigger points that face the viewer of a plate.

        Raises:
            AtlasFault: the file is missing or damaged.
        """
        return self._lines.marks(plate)

    def has_figure(self, plate: Plate, width: int, height: int) -> bool:
        """Return whether a figure of this size is painted already."""
        return (FIGURE, plate.id, width, height) in self._images

    def has_shade(self, plate: Plate, width: int, height: int) -> bool:
        """Return whether the relief of this size, and the lines of its plate, are at hand."""
        return (SHADE, plate.id, width, height) in self._images and self._lines.has(plate)

    def figure(self, plate: Plate, width: int, height: int) -> QImage:
        """Return the whole plate painted in tissue colours, ``width`` × ``height`` device pixels."""
        return self._cached(FIGURE, plate, width, height)

    def shade(self, plate: Plate, width: int, height: int) -> QImage:
        """Return the relief alone, to be laid over whatever colour a region is lit in."""
        return self._cached(SHADE, plate, width, height)

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
        while len(self._images) > 1 and self._held() > MOST_BYTES:
            self._images.popitem(last=False)
        while len(self._images) > FEW and self._held() > USUAL_BYTES:
            self._images.popitem(last=False)

    def _held(self) -> int:
        return sum(image.sizeInBytes() for image in self._images.values())

    def _paint(self, what: str, plate: Plate, width: int, height: int) -> QImage:
        level = plate.level_for(height)
        # Before the painter begins: an image must not vanish under a painter when the file is damaged.
        image = relief = self._relief(plate, level)
        if what == FIGURE:
            image = self._tissue_image(plate, level)
            if level is plate.levels[0]:
                image = _without_steps(image)
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


MOST_INDEXES = 6
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
