"""Pictures of plates as the program paints them, and how far two pictures are from being the same."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage, QPainter

from consult_app.canvas.figure_painter import FigurePainter
from consult_app.canvas.stage import Slot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.canvas.plate_art import PlateArt

AREA = 23_000
"""Pixels of a picture, so that its file stays small; a body is some 240 pixels tall then."""
STRONG = 40
"""Steps of 255 from which a colour value is another one."""
MOST_MEAN, MOST_STRONG = 1.5, 0.005
"""The mean difference and the share of other values that another version of Qt may make."""


class Difference(NamedTuple):
    """How far two pictures of one size differ: steps of 255 on average, and the share of other values."""

    mean: float
    strong: float

    @property
    def is_small(self) -> bool:
        """Whether the pictures show the same."""
        return self.mean <= MOST_MEAN and self.strong <= MOST_STRONG


def picture_of(art: PlateArt, plate: Plate) -> QImage:
    """Return a small picture of a whole plate, painted as a figure at rest is."""
    scale = sqrt(AREA / (plate.width * plate.height))
    slot = Slot(plate, QPointF(), scale, is_mirrored=False, is_zoomed=False)
    image = QImage(slot.rect().size().toSize(), QImage.Format.Format_RGB32)
    image.fill(art.palette.background)
    painter = QPainter(image)
    FigurePainter(art).paint_plate(painter, slot, ratio=1.0)
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> Difference:
    """Compare two pictures value by value; the second is cut or padded to the size of the first."""
    first, second = (_values(image, one.size()) for image in (one, other))
    steps = [abs(a - b) for a, b in zip(first, second, strict=True)]
    return Difference(sum(steps) / len(steps), sum(step >= STRONG for step in steps) / len(steps))


def remake(folder: Path, pictures: Mapping[str, QImage]) -> None:
    """Write pictures as references from now on."""
    folder.mkdir(exist_ok=True)
    for name, image in pictures.items():
        assert image.save(str(folder / f"{name}.png"))


def _values(image: QImage, size: QSize) -> bytes:
    """Return red, green and blue of every pixel."""
    cut = image.convertToFormat(QImage.Format.Format_RGB888).copy(0, 0, size.width(), size.height())
    line, lines = cut.width() * 3, bytes(cut.constBits())
    return b"".join(lines[row : row + line] for row in range(0, len(lines), cut.bytesPerLine()))
