"""What the figure has to know of the catalogue: region names, plates of a view, what a choice lights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.canvas.figure_painter import Highlight
from consult_app.canvas.marks import FigureWords
from consult_app.consultation import PLAN
from consult_app.gui.pain import pain_of, points_of
from consult_app.gui.topics import groups_of, name_of
from consult_app.gui.walk import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from consult_app.atlas.model import Atlas, Layer, Plate
    from consult_app.consultation import Consultation, Selection, Viewpoint
    from consult_app.content.records import Catalogue, MuscleGroup
    from consult_app.content.words import Words

LAYERS: tuple[Layer, ...] = ("superficial", "intermediate", "deep")
VIEWS = (0, 45, 90, 135, 180, 225, 270, 315)
"""Azimuths in degrees that have a name: the quarter turns, and what lies between two of them."""
PARTS = ("soles", "palms")
"""Close-ups that are called by their part and not by where one looks from."""


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

    def __init__(self, catalogue: Catalogue, atlas: Atlas, words: Words) -> None:
        self._catalogue, self._atlas, self._words = catalogue, atlas, words

    def figure_words(self) -> FigureWords:
        """Return the words the figure needs: region names are “Upper trapezius, your right”."""
        words = self._words
        return FigureWords(
            words("ui.mark.left"),
            words("ui.mark.right"),
            {azimuth: words(f"ui.view.{azimuth}") for azimuth in VIEWS},
            RegionNames(self.region_name),
            {part: words(f"ui.close-up.{part}") for part in PARTS},
            RegionNames(self._muscle_name),
            (
                words("ui.pain.point"),
                words("ui.pain.primary"),
                words("ui.pain.spillover"),
                words("ui.pain.drawn"),
            ),
        )

    def _muscle_name(self, region_id: str) -> str:
        return self._catalogue.muscle_by_id[self._atlas.region_by_id[region_id].muscle][1].name

    def region_name(self, region_id: str) -> str:
        """Return how a region is called, for example “Upper trapezius, your right”."""
        region = self._atlas.region_by_id[region_id]
        _group, muscle = self._catalogue.muscle_by_id[region.muscle]
        return self._words("ui.region", name=muscle.name, side=self._words(f"ui.side.{region.side}"))

    def plates(self, view: Viewpoint) -> tuple[Plate, ...]:
        """Return the plate of a view and, where there is one, that from the opposite side."""
        layer = self.layer_of(view)
        main = self._atlas.plate(view.azimuth, layer, view.part)
        opposite = self._atlas.plate(main.azimuth + 180, layer, view.part)
        return (main,) if opposite is main else (main, opposite)

    def ring(self, view: Viewpoint) -> tuple[Plate, ...]:
        """Return the plates the body can turn to in a view's layer and part."""
        layer = self.layer_of(view)
        return tuple(p for p in self._atlas.plates if (p.layer, p.part) == (layer, view.part))

    def layer_of(self, view: Viewpoint) -> Layer:
        """Return the layer a view shows: the one nearest to that asked for, where a part lacks it."""
        drawn = {plate.layer for plate in self._atlas.plates if plate.part == view.part}
        place = LAYERS.index(view.layer)
        near: list[Layer] = sorted(LAYERS, key=lambda layer: abs(LAYERS.index(layer) - place))
        return next((layer for layer in near if layer in drawn), view.layer)

    def is_drawn(self, group: str) -> bool:
        """Return whether any plate shows a group."""
        return any(region.group == group for region in self._atlas.regions)

    def lit_groups(self, now: Consultation) -> tuple[str, ...]:
        """Return the ids of the groups that the chosen topic lights."""
        if now.topic is None:
            return ()
        if now.topic == PLAN:
            return tuple(dict.fromkeys(item.selection.group for item in now.plan))
        return tuple(group.id for group in groups_of(self._catalogue, now.topic))

    def highlight(self, now: Consultation) -> Highlight:
        """Return what the figure lights for a consultation."""
        topic = self._planned(now) if now.topic == PLAN else self._regions_of(self.lit_groups(now), None)
        if now.selection is None:
            return Highlight(topic=topic)
        chosen = now.selection
        everything = (chosen, *now.beside)
        both = self._regions_of((item.group for item in everything), None)
        selected = frozenset().union(*(self._regions_of((item.group,), item.side) for item in everything))
        group = self._catalogue.group_by_id[chosen.group]
        rest = self._rest_of(group, chosen)
        name, side = self._names(group, chosen)
        is_hidden = group in self._catalogue.hidden  # it has a name and no more
        points = () if is_hidden else points_of(self._catalogue, group.id)
        pain = pain_of(points, self._catalogue.zone_by_id, (chosen,))
        pain = pain._replace(is_drawn=bool(now.pain))
        return Highlight(selected - rest, both - selected, topic, name, side, rest, pain)

    def _planned(self, now: Consultation) -> frozenset[str]:
        """Return the regions of what stands in the plan, each on its own side."""
        chosen = (item.selection for item in now.plan)
        return frozenset().union(*(self._regions_of((item.group,), item.side) for item in chosen))

    def _rest_of(self, group: MuscleGroup, chosen: Selection) -> frozenset[str]:
        """Return the regions of a group's other muscles, where one of them is chosen and can be shown."""
        regions = self._regions_of((group.id,), chosen.side)
        own = frozenset(r for r in regions if self._atlas.region_by_id[r].muscle == chosen.muscle)
        return regions - own if own else frozenset()

    def _names(self, group: MuscleGroup, chosen: Selection) -> tuple[str, str]:
        """Return what is written at the figure: a name, and below it the side."""
        side = self._words(f"ui.side.{chosen.side or 'both'}")
        muscle = next((muscle for muscle in group.muscles if muscle.id == chosen.muscle), None)
        if muscle is None or len(group.muscles) == 1:
            return group.clinical_name, side
        return muscle.name, self._words("ui.part-of", name=group.clinical_name, side=side)

    def selection_name(self, selection: Selection) -> str:
        """Return how the selection is called at the figure."""
        group = self._catalogue.group_by_id[selection.group]
        side = self._words(f"ui.side.{selection.side or 'both'}")
        return self._words("ui.region", name=group.clinical_name, side=side)

    def spoken(self, now: Consultation) -> str:
        """Return what a screen reader says when the consultation has become this one."""
        if now.selection is not None:
            name, at = self.selection_name(now.selection), place_of(self._catalogue, now)
            if at is None:
                return self._words("ui.announce.group", name=name)
            return self._words("ui.announce.stop", name=name, place=at[0], count=at[1])
        if now.topic is not None:
            name, count = name_of(self._catalogue, now.topic, self._words), len(self.lit_groups(now))
            if not count:
                return name
            return self._words("ui.announce.topic", name=name, count=count)
        return self._words("ui.announce.nothing")

    def view_spoken(self, now: Consultation) -> str:
        """Return what a screen reader says of where the figure is looked at from."""
        view = now.viewpoint
        layer = self._words(f"ui.layer.{self.layer_of(view)}")
        if view.part == "body":
            quarter, beyond = divmod(self.plates(view)[0].azimuth, 90)
            place = self._words(f"ui.from.{quarter * 90 + (45 if beyond else 0)}")
        else:
            place = self._words(f"ui.from.{view.part}")
        return self._words("ui.announce.view", view=place, layer=layer)

    def _regions_of(self, groups: Iterable[str], side: str | None) -> frozenset[str]:
        wanted = frozenset(groups)
        if not wanted:
            return wanted
        return frozenset(
            region.id
            for region in self._atlas.regions
            if region.group in wanted and side in (None, region.side)
        )
