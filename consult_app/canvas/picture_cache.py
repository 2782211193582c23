"""Painted figures kept on disk, so that the next start need not paint them again.

A file holds the plain pixels of one picture and a checksum. Its name is a digest of all it was made
from: a changed atlas, theme or size has another name. Losing the folder costs some milliseconds.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from consult_app.digest import digest_of

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.canvas.palette import FigurePalette

FORMAT = QImage.Format.Format_ARGB32_Premultiplied
LAYOUT = b"figure 2"
MOST_FILES = 8
"""Pictures kept, about 1.5 MB each; the oldest go first."""
SUFFIX = ".figure"


class PictureCache:
    """Finds and keeps painted figures in a folder; None as folder keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, plate: Plate, palette: FigurePalette, width: int, height: int) -> QImage | None:
        """Return a kept picture of ``width`` × ``height`` device pixels, or None."""
        if self._folder is None:
            return None
        try:
            data = (self._folder / _name(plate, palette, width, height)).read_bytes()
        except OSError:
            return None
        pixels = memoryview(data)[:-4]
        if len(pixels) != width * height * 4 or _checksum(pixels) != data[-4:]:
            return None
        return QImage(data, width, height, width * 4, FORMAT).copy()

    def keep(self, plate: Plate, palette: FigurePalette, image: QImage) -> None:
        """Keep a painted picture; a folder that cannot be written keeps none."""
        if self._folder is None or image.format() != FORMAT:
            return
        path = self._folder / _name(plate, palette, image.width(), image.height())
        pixels = bytes(image.constBits())
        fresh = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(pixels + _checksum(pixels))
            fresh.replace(path)
            self._forget_oldest()
        except OSError:
            return

    def _forget_oldest(self) -> None:
        if self._folder is None:
            return
        kept = sorted(self._folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-MOST_FILES]:
            path.unlink(missing_ok=True)


def _name(plate: Plate, palette: FigurePalette, width: int, height: int) -> str:
    files = [f"{name} {stored.sha256}" for name, stored in sorted(plate.files.items())]
    colours = (*(palette.tissue.values()), palette.shadow, palette.light)
    painted = [f"{colour.rgba():08x}" for colour in colours]
    digest = digest_of(LAYOUT, " ".join(files).encode(), " ".join(painted).encode())
    return f"{plate.id}-{width}x{height}-{digest[:24]}{SUFFIX}"


def _checksum(pixels: bytes | memoryview) -> bytes:
    return zlib.adler32(pixels).to_bytes(4, "big")
