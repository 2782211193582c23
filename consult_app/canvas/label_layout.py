"""Names in a column beside the body, joined to their muscles by lines that never cross."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]


class Item(NamedTuple):
    """What is to be named: a region id, its name, and the place its line leads to."""

    region: str
    name: str
    anchor: Point


class Label(NamedTuple):
    """A name in a column: ``port`` is where its line begins, at the middle of the name's height."""

    item: Item
    port: Point


def in_column(items: Sequence[Item], port_x: float, top: float, bottom: float, line: float) -> list[Label]:
    """Return labels for as many items as fit between ``top`` and ``bottom``, a ``line`` apart.

    ``port_x`` is the edge of the column that faces the body. The items come in the order of importance:
    those for which there is no room are the last.
    """
    room = int((bottom - top) / line) if bottom > top else 0
    kept = sorted(items[:room], key=lambda item: (item.anchor[1], item.anchor[0]))
    heights = spread([item.anchor[1] for item in kept], top + line / 2, bottom - line / 2, line)
    labels = [Label(item, (port_x, y)) for item, y in zip(kept, heights, strict=True)]
    _uncross(labels)
    return sorted(labels, key=lambda label: label.port[1])


def spread(wanted: Sequence[float], least: float, most: float, gap: float) -> list[float]:
    """Return places in order, at least ``gap`` apart and within limits, near those that are wanted."""
    places: list[float] = []
    for number, place in enumerate(wanted):
        lowest = places[-1] + gap if places else least
        highest = most - gap * (len(wanted) - 1 - number)
        places.append(min(max(place, lowest), max(highest, lowest)))
    # A run that was pushed down is centred on what it names, as far as there is room above it.
    for start, end in _runs(places, gap):
        mean = sum(wanted[i] - places[i] for i in range(start, end)) / (end - start)
        above = places[start - 1] + gap if start else least
        shift = min(0.0, max(mean, above - places[start]))
        places[start:end] = [place + shift for place in places[start:end]]
    return places


def _runs(places: Sequence[float], gap: float) -> list[tuple[int, int]]:
    """Return the beginnings and ends of runs of places that stand as close as they may."""
    runs: list[tuple[int, int]] = []
    start = 0
    for number in range(1, len(places) + 1):
        if number == len(places) or places[number] - places[number - 1] > gap + 1e-6:
            runs.append((start, number))
            start = number
    return runs


def _uncross(labels: list[Label]) -> None:
    """Let two labels whose lines cross change places, until none do: each change makes the lines shorter."""
    is_crossed = True
    while is_crossed:
        is_crossed = False
        for i, one in enumerate(labels):
            for k in range(i + 1, len(labels)):
                if cross(labels[i].port, labels[i].item.anchor, labels[k].port, labels[k].item.anchor):
                    labels[i], labels[k] = (
                        one._replace(port=labels[k].port),
                        labels[k]._replace(port=one.port),
                    )
                    is_crossed = True
                    break
            if is_crossed:
                break


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether the lines a–b and c–d cross; lines that only touch do not."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
