"""What the figure has to know of the catalogue: region names, and where a muscle group is seen best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.canvas.figure_painter import Highlight
from consult_app.canvas.marks import FigureWords
from consult_app.canvas.paths import ring_area
from consult_app.gui.topics import groups_of, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from consult_app.atlas.model import Atlas, Layer, Plate
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.consultation import Consultation, Selection
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words

SEEN_WELL = 0.4
"""Share of the largest view of a group from which there is no need to turn."""


class RegionNames(dict[str, str]):
    """Names of regions by id, each made when it is first asked for: the first frame shows none."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, region_id: str) -> str:
        self[region_id] = self._make(region_id)
        return self[region_id]


class RegionDirectory:
    """Answers in which pictures and regions a muscle group stands."""

    def __init__(self, catalogue: Catalogue, atlas: Atlas, art: PlateArt, words: Words) -> None:
        self._catalogue, self._atlas, self._art, self._words = catalogue, atlas, art, words

    def figure_words(self) -> FigureWords:
        """Return the words the figure needs: region names are “Upper trapezius, your right”."""
        words = self._words
        views = {azimuth: words(f"ui.view.{azimuth}") for azimuth in (0, 90, 180, 270)}
        return FigureWords(
            words("ui.mark.left"), words("ui.mark.right"), views, RegionNames(self.region_name)
        )

    def region_name(self, region_id: str) -> str:
        """Return how a region is called, for example “Upper trapezius, your right”."""
        region = self._atlas.region_by_id[region_id]
        _group, muscle = self._catalogue.muscle_by_id[region.muscle]
        return self._words("ui.region", name=muscle.name, side=self._words(f"ui.side.{region.side}"))

    def plates(self, azimuth: int, layer: Layer) -> tuple[Plate, Plate]:
        """Return the plate of an azimuth (degrees) and the one from the opposite side."""
        return self._atlas.plate(azimuth, layer), self._atlas.plate(azimuth + 180, layer)

    def is_drawn(self, group: str, layer: Layer) -> bool:
        """Return whether any plate of a layer shows a group."""
        return any(group in plate.groups for plate in self._bodies(layer))

    def better_azimuth(
        self, in_sight: Iterable[Plate], groups: Collection[str], side: str | None, layer: Layer
    ) -> int | None:
        """Return the azimuth in degrees that shows some groups much better than the plates in sight.

        None where they are seen well enough, or where no plate shows them.
        """
        shown = {plate.azimuth: self._seen(plate, groups, side) for plate in self._bodies(layer)}
        best = max(shown, key=lambda azimuth: shown[azimuth], default=0)
        seen = max((shown.get(plate.azimuth, 0.0) for plate in in_sight), default=0.0)
        return best if seen < SEEN_WELL * shown.get(best, 0.0) else None

    def _bodies(self, layer: Layer) -> list[Plate]:
        """Return the plates of a layer that show the whole body."""
        return [plate for plate in self._atlas.plates if plate.layer == layer and plate.part == "body"]

    def _seen(self, plate: Plate, groups: Collection[str], side: str | None) -> float:
        regions = self._art.outlines(plate).regions
        return sum(
            ring_area(ring)
            for region in plate.regions
            if region.group in groups and side in (None, region.side)
            for ring in regions.get(region.id, ())
        )

    def lit_groups(self, now: Consultation) -> tuple[str, ...]:
        """Return the ids of the groups that the chosen topic lights."""
        if now.topic is None:
            return ()
        return tuple(group.id for group in groups_of(self._catalogue, now.topic))

    def highlight(self, now: Consultation) -> Highlight:
        """Return what the figure lights for a consultation."""
        topic = self._regions_of(self.lit_groups(now), None)
        if now.selection is None:
            return Highlight(topic=topic)
        chosen = now.selection
        everything = (chosen, *now.beside)
        both = self._regions_of((item.group for item in everything), None)
        selected = frozenset().union(*(self._regions_of((item.group,), item.side) for item in everything))
        name = self._catalogue.group_by_id[chosen.group].clinical_name
        side = self._words(f"ui.side.{chosen.side or 'both'}")
        return Highlight(selected, both - selected, topic, name, side)

    def selection_name(self, selection: Selection) -> str:
        """Return how the selection is called at the figure."""
        group = self._catalogue.group_by_id[selection.group]
        side = self._words(f"ui.side.{selection.side or 'both'}")
        return self._words("ui.region", name=group.clinical_name, side=side)

    def spoken(self, now: Consultation) -> str:
        """Return what a screen reader says when the consultation has become this one."""
        if now.selection is not None:
            return self._words("ui.announce.group", name=self.selection_name(now.selection))
        if now.topic is not None:
            name, count = name_of(self._catalogue, now.topic, self._words), len(self.lit_groups(now))
            if not count:
                return name
            return self._words("ui.announce.topic", name=name, count=count)
        return self._words("ui.announce.nothing")

    def _regions_of(self, groups: Iterable[str], side: str | None) -> frozenset[str]:
        wanted = frozenset(groups)
        if not wanted:
            return wanted
        return frozenset(
            region.id
            for region in self._atlas.regions
            if region.group in wanted and side in (None, region.side)
        )
