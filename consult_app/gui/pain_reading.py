"""From strokes on the figure to the places that hurt, and from a place in words to a stroke.

What has been found out about a stroke is kept as long as the stroke is there: nothing of it outlives the
consultation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas.storage import AtlasFault, read_marks
from consult_app.atlas.touched import Line, middle_of, zones_touched
from consult_app.canvas.drawn import Hurt, is_on
from consult_app.canvas.hand import FINGERTIP
from consult_app.consultation import Stroke, Viewpoint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Marks, Plate
    from consult_app.canvas.little_picture import LittlePictures
    from consult_app.canvas.palette import FigurePalette
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words

MOST_MARKS = 6
"""Plates whose marks are kept."""


class PainReading:
    """Reads where it hurts."""

    def __init__(self, atlas: Atlas, folder: Path) -> None:
        self._atlas, self._folder = atlas, folder
        self._marks: dict[str, Marks] = {}
        self._known: dict[Stroke, Mapping[str, float]] = {}
        self._pictures: tuple[FigurePalette, LittlePictures] | None = None

    def hurts(self, pain: Sequence[Stroke]) -> tuple[Hurt, ...]:
        """Return each stroke with the keys of the zones it lies in."""
        self._learn(pain)
        return tuple(Hurt(stroke, frozenset(self._known[stroke])) for stroke in pain)

    def felt(self, pain: Sequence[Stroke]) -> dict[str, float]:
        """Return for each zone that hurts how much was drawn in it, in square metres, in order of drawing.

        Strokes on several pictures add up.
        """
        self._learn(pain)
        areas: dict[str, float] = {}
        for stroke in pain:
            for key, area in self._known[stroke].items():
                areas[key] = areas.get(key, 0.0) + area
        return areas

    def touch(self, key: str, now: Viewpoint) -> Stroke | None:
        """Return a touch in the middle of a zone, on the plate that shows it best; None where none does.

        The plate that is looked at is taken where it is among the best ones.
        """
        best = [self._atlas.plate_by_id[name] for name in self._atlas.zone_best.get(key, ())]
        here = [plate for plate in best if (plate.azimuth, plate.part) == (now.azimuth, now.part)]
        for plate in (*here, *best):
            rings = self._marks_of(plate).zones.get(key)
            if rings:
                x, y = middle_of(rings)
                view = Viewpoint(plate.azimuth, plate.layer, plate.part)
                width = round(FINGERTIP * plate.pixels_per_metre, 2)
                return Stroke("touch", view, ((round(x, 1), round(y, 1)),), width)
        return None

    def seen_best(self, pain: Sequence[Stroke], zones: Collection[str]) -> tuple[Plate, tuple[Hurt, ...]]:
        """Return the plate on which most was drawn in some zones, and what was drawn on it in them."""
        hurts = [hurt for hurt in self.hurts(pain) if hurt.zones.intersection(zones)]
        drawn: dict[Viewpoint, float] = {}
        for hurt in hurts:
            view = hurt.stroke.view._replace(layer="superficial")
            inside = (area for key, area in self._known[hurt.stroke].items() if key in zones)
            drawn[view] = drawn.get(view, 0.0) + sum(inside)
        plate = self._atlas.plate(*max(drawn, key=drawn.__getitem__))
        return plate, tuple(hurt for hurt in hurts if is_on(hurt.stroke, plate))

    def pictures(self, palette: FigurePalette) -> LittlePictures:
        """Return what paints small pictures in some colours."""
        from consult_app.canvas.little_picture import LittlePictures

        if self._pictures is None or self._pictures[0] is not palette:
            self._pictures = palette, LittlePictures(self._folder, palette)
        return self._pictures[1]

    def _learn(self, pain: Iterable[Stroke]) -> None:
        """Find out about strokes that are new, and forget those that are gone."""
        known, self._known = self._known, {}
        for stroke in pain:
            found = known.get(stroke)
            self._known[stroke] = self._zones(stroke) if found is None else found

    def _zones(self, stroke: Stroke) -> Mapping[str, float]:
        plate = self._plate_of(stroke)
        return zones_touched(plate, self._marks_of(plate).zones, Line(stroke.points, stroke.width))

    def _plate_of(self, stroke: Stroke) -> Plate:
        return self._atlas.plate(stroke.view.azimuth, stroke.view.layer, stroke.view.part)

    def _marks_of(self, plate: Plate) -> Marks:
        """Return the marks of a plate; one whose file is damaged, which the figure tells of, has none."""
        if plate.id not in self._marks:
            while len(self._marks) >= MOST_MARKS:
                del self._marks[next(iter(self._marks))]
            try:
                self._marks[plate.id] = read_marks(self._folder, plate)
            except AtlasFault:
                from consult_app.atlas.model import Marks

                self._marks[plate.id] = Marks({}, {})
        return self._marks[plate.id]


def place_name(catalogue: Catalogue, words: Words, key: str) -> str:
    """Return how a place is called by its key: “Top of the shoulder, your right”."""
    zone, _, side = key.rpartition(":")
    name = catalogue.zone_by_id[zone].name
    return name if side == "midline" else words("ui.region", name=name, side=words(f"ui.side.{side}"))


def place_names(catalogue: Catalogue, words: Words, keys: Iterable[str]) -> str:
    """Return several places in one line: “Lower buttock, your left; Upper buttock, your left”."""
    line = ""
    for key in keys:
        name = place_name(catalogue, words, key)
        line = words("ui.pain-map.two", first=line, second=name) if line else name
    return line
