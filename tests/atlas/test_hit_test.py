"""Hit tests agree with looking at every pixel."""

from __future__ import annotations

from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.atlas.hit_test import region_at, regions_near
from consult_app.atlas.model import Entry, Level, Plate, Region

REGIONS = [Region(f"m{number}:left", f"m{number}", "g", "left") for number in range(3)]
ENTRIES = (
    Entry("empty", None),
    Entry("muscle", REGIONS[0]),
    Entry("bone", None),
    Entry("muscle", REGIONS[1]),
    Entry("skin", REGIONS[2]),
    Entry("tendon", REGIONS[0]),
)


def plate(width: int, height: int) -> Plate:
    level = Level(width, height, "a.jpg", "a.idx")
    return Plate(
        id="front",
        part="body",
        azimuth=0,
        layer="superficial",
        width=width,
        height=height,
        pixels_per_metre=1400.0,
        axis=(0.0, 0.0),
        figure=(0, 0, width, height),
        levels=(level,),
        entries=ENTRIES,
        outlines="a.json",
        marks="a.marks.json",
        files={},
    )


@st.composite
def rasters(draw: st.DrawFn) -> tuple[Plate, bytes]:
    width, height = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    values = st.integers(0, len(ENTRIES) - 1)
    return plate(width, height), bytes(
        draw(st.lists(values, min_size=width * height, max_size=width * height))
    )


@settings(max_examples=300, deadline=None)
@given(
    raster=rasters(),
    x=st.floats(-6, 18, allow_nan=False),
    y=st.floats(-6, 18, allow_nan=False),
    radius=st.floats(0, 9),
)
def test_regions_near_agree_with_every_pixel(
    raster: tuple[Plate, bytes], x: float, y: float, radius: float
) -> None:
    drawn, index = raster
    column, row = int(x // 1), int(y // 1)
    expected: dict[Region, float] = {}
    for place, value in enumerate(index):
        region = ENTRIES[value].region
        distance = hypot(place % drawn.width - column, place // drawn.width - row)
        if region is not None and distance <= radius:
            expected[region] = min(distance, expected.get(region, distance))
    found = regions_near(drawn, index, x, y, radius)
    assert {candidate.region: candidate.distance for candidate in found} == expected
    assert len(found) == len(expected)
    assert [candidate.distance for candidate in found] == sorted(expected.values())


@given(raster=rasters(), x=st.floats(-3, 15), y=st.floats(-3, 15))
def test_the_region_at_a_pixel_is_the_one_at_distance_zero(
    raster: tuple[Plate, bytes], x: float, y: float
) -> None:
    drawn, index = raster
    here = region_at(drawn, index, x, y)
    found = regions_near(drawn, index, x, y, 0)
    assert [candidate.region for candidate in found] == ([here] if here else [])
