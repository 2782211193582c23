"""From where a muscle, a group or many groups are seen best, and whether they are seen well already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.canvas.paths import ring_area
from consult_app.consultation import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from consult_app.atlas.model import Atlas, Plate, Region
    from consult_app.canvas.plate_art import PlateArt
    from consult_app.consultation import Selection

SEEN_WELL = 0.4
"""Share of the best view of a muscle from which there is no need to turn."""
FAIR_SHARE = 0.6
"""Share of the best view that a view fair to both sides must keep."""
SMALL = 0.0085
"""Square metres, about two palms, below which what a body plate shows is better seen from near."""
NEAR_SHARE, NEAR_TURN = 0.5, 50
"""Share of what the body plate shows that a close-up must keep, and the degrees it may be turned away."""
SIDES = ("left", "right")
WEIGHTS = (4, 2, 1)
"""What a region's best plate, second and third best count."""


class BestView:
    """Answers where to look."""

    def __init__(self, atlas: Atlas, art: PlateArt) -> None:
        self._atlas, self._art = atlas, art

    def of_selection(self, chosen: Selection, in_sight: Iterable[Plate], now: Viewpoint) -> Viewpoint | None:
        """Return the view that shows a selection best; None where it is seen well, or nowhere.

        Raises:
            AtlasFault: a file of a plate is missing or damaged.
        """
        regions = self._regions(chosen)
        best = self._best_plate(regions, now)
        if best is None:
            return None
        if chosen.side is None:
            best = self._fairest(best, regions)
        best = self._nearest(best, regions)
        area = self._area(best, regions)
        if any(self._area(plate, regions) >= SEEN_WELL * area > 0 for plate in in_sight):
            return None
        return Viewpoint(best.azimuth, best.layer, best.part)

    def of_groups(
        self, groups: Collection[str], in_sight: Iterable[Plate], now: Viewpoint
    ) -> Viewpoint | None:
        """Return the view of the same layer and part that shows most of many groups, or None as above."""
        here = [plate for plate in self._atlas.plates if (plate.layer, plate.part) == (now.layer, now.part)]
        shown = {plate.id: self._count(plate, groups) for plate in here}
        best = max(here, key=lambda plate: shown[plate.id], default=None)
        if best is None or not shown[best.id]:
            return None
        seen = max((shown.get(plate.id, 0) for plate in in_sight), default=0)
        if seen >= SEEN_WELL * shown[best.id]:
            return None
        return Viewpoint(best.azimuth, now.layer, now.part)

    def _regions(self, chosen: Selection) -> list[Region]:
        found = [
            region
            for region in self._atlas.regions
            if region.group == chosen.group and chosen.side in (None, region.side)
        ]
        own = [region for region in found if region.muscle == chosen.muscle]
        return own or found

    def _best_plate(self, regions: Collection[Region], now: Viewpoint) -> Plate | None:
        """Return the plate that most of some regions call their best; of equals the one turned to soonest."""
        votes: dict[str, dict[str, int]] = {}
        for region in regions:
            for plate, weight in zip(region.best, WEIGHTS, strict=False):
                sides = votes.setdefault(plate, {})
                sides[region.side] = sides.get(region.side, 0) + weight
        wanted = {region.side for region in regions}
        known = self._atlas.plate_by_id
        plates = [known[plate] for plate in votes if plate in known]

        def worth(plate: Plate) -> tuple[int, int, bool, int]:
            sides = votes[plate.id]
            # Where both sides are asked for, the view that is good for the worse of them is the better one.
            least = min(sides.get(side, 0) for side in wanted)
            away = abs((plate.azimuth - now.azimuth + 180) % 360 - 180)
            return least, sum(sides.values()), plate.layer == now.layer, -away

        return max(plates, key=worth, default=None)

    def _fairest(self, best: Plate, regions: Collection[Region]) -> Plate:
        """Return the plate that shows most of the side it shows less of: the best one, front or back.

        One that shows much less in all than the best is no choice: a sliver on both sides helps nobody.
        """
        sides = [[region for region in regions if region.side == side] for side in SIDES]
        if not all(sides):
            return best
        least = FAIR_SHARE * self._area(best, regions)
        upright = [self._atlas.plate(azimuth, best.layer, best.part) for azimuth in (0, 180)]
        upright = [plate for plate in upright if self._area(plate, regions) >= least]

        def fairness(plate: Plate) -> float:
            return min(self._area(plate, side) for side in sides)

        return max((best, *upright), key=fairness)

    def _nearest(self, best: Plate, regions: Collection[Region]) -> Plate:
        """Return a close-up from about the same side where the body plate shows little, else that plate."""
        area = self._area(best, regions)
        if best.part != "body" or area >= SMALL:
            return best
        wanted = {region.id for region in regions}
        near = [
            plate
            for plate in self._atlas.plates
            if plate.part != "body"
            and plate.layer == best.layer
            and abs((plate.azimuth - best.azimuth + 180) % 360 - 180) <= NEAR_TURN
            and any(region.id in wanted for region in plate.regions)
        ]
        closest = max(near, key=lambda plate: self._area(plate, regions), default=best)
        return closest if self._area(closest, regions) >= NEAR_SHARE * area else best

    def _area(self, plate: Plate, regions: Iterable[Region]) -> float:
        """Return how much of some regions a plate shows, in square metres."""
        outlines = self._art.outlines(plate).regions
        pixels = sum(ring_area(ring) for region in regions for ring in outlines.get(region.id, ()))
        return pixels / plate.pixels_per_metre**2

    @staticmethod
    def _count(plate: Plate, groups: Collection[str]) -> int:
        return sum(region.group in groups for region in plate.regions)
