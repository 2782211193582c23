"""Labels in a column: apart, inside, and with lines that never cross."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from consult_app.canvas.label_layout import Item, cross, in_column, spread

TOP, BOTTOM, LINE = 10.0, 610.0, 20.0
anchors = st.tuples(st.floats(20, 400), st.floats(-50, 700))
columns = st.lists(anchors, max_size=45, unique=True)


def _labels(places: list[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    items = [Item(f"r{number}", "name", place) for number, place in enumerate(places)]
    return [(label.port, label.item.anchor) for label in in_column(items, 0.0, TOP, BOTTOM, LINE)]


@given(columns)
def test_lines_never_cross(places: list[tuple[float, float]]) -> None:
    lines = _labels(places)
    assert not any(cross(*one, *other) for one in lines for other in lines if one is not other)


@given(columns)
def test_names_stand_apart_and_inside_the_column(places: list[tuple[float, float]]) -> None:
    heights = [port[1] for port, _anchor in _labels(places)]
    assert len(heights) == min(len(places), 30)
    assert all(TOP + LINE / 2 - 1e-6 <= y <= BOTTOM - LINE / 2 + 1e-6 for y in heights)
    assert all(b - a >= LINE - 1e-6 for a, b in pairwise(heights))


def test_a_name_with_room_stands_beside_what_it_names() -> None:
    assert _labels([(50.0, 100.0), (60.0, 300.0)]) == [
        ((0.0, 100.0), (50.0, 100.0)),
        ((0.0, 300.0), (60.0, 300.0)),
    ]


def test_names_for_one_place_stand_around_it() -> None:
    heights = spread([100.0, 100.0, 100.0], 0, 500, 20)
    assert heights == [80.0, 100.0, 120.0]


def test_a_column_without_room_holds_nothing() -> None:
    assert in_column([Item("a", "a", (1.0, 1.0))], 0.0, 100.0, 90.0, 20.0) == []
