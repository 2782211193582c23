"""Outlines, zones and points of the plates in use, as painter paths; those of other plates are forgotten."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from consult_app.atlas.model import Marks
from consult_app.atlas.storage import read_marks, read_outlines
from consult_app.canvas.paths import rings_to_path

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPainterPath

    from consult_app.atlas.model import Outlines, Plate

MOST_PLATES = 8
"""Plates whose lines are kept; the least recently used go first."""


class _Lines:
    """What has been read and made of one plate."""

    def __init__(self) -> None:
        self.outlines: Outlines | None = None
        self.marks: Marks | None = None
        self.paths: dict[str, QPainterPath] = {}


class OutlineStore:
    """Reads the lines of plates when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plates: OrderedDict[str, _Lines] = OrderedDict()

    def has(self, plate: Plate) -> bool:
        """Return whether outlines and marks of a plate are read."""
        lines = self._plates.get(plate.id)
        return lines is not None and lines.outlines is not None and lines.marks is not None

    def outlines(self, plate: Plate) -> Outlines:
        """Return the outlines of a plate.

        Raises:
            AtlasFault: the file is missing or damaged.
        """
        lines = self._lines(plate)
        if lines.outlines is None:
            lines.outlines = read_outlines(self._folder, plate)
        return lines.outlines

    def marks(self, plate: Plate) -> Marks:
        """Return zones and points of a plate; a plate without a file of marks has none.

        Raises:
            AtlasFault: the file is missing or damaged.
        """
        lines = self._lines(plate)
        if lines.marks is None:
            lines.marks = read_marks(self._folder, plate) if plate.marks else Marks({}, {})
        return lines.marks

    def region(self, plate: Plate, region_id: str) -> QPainterPath:
        """Return a region's outline in plate pixels; empty where the plate does not show it."""
        paths = self._lines(plate).paths
        if region_id not in paths:
            paths[region_id] = rings_to_path(self.outlines(plate).regions.get(region_id, ()))
        return paths[region_id]

    def zone(self, plate: Plate, zone_key: str) -> QPainterPath:
        """Return a pain zone's outline in plate pixels; empty where the plate does not show it."""
        paths = self._lines(plate).paths
        name = f"zone {zone_key}"
        if name not in paths:
            paths[name] = rings_to_path(self.marks(plate).zones.get(zone_key, ()))
        return paths[name]

    def _lines(self, plate: Plate) -> _Lines:
        lines = self._plates.setdefault(plate.id, _Lines())
        self._plates.move_to_end(plate.id)
        while len(self._plates) > MOST_PLATES:
            self._plates.popitem(last=False)
        return lines
