"""Names beside the body: each muscle once, lines inside the window, clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest

from consult_app.canvas.figure_options import FigureOptions
from consult_app.canvas.label_layout import cross

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.canvas.figure_view import FigureView
    from consult_app.canvas.label_layout import Label


@pytest.fixture
def labelled(figure: FigureView) -> FigureView:
    figure.set_options(FigureOptions(shows_labels=True, is_paired=False))
    figure.come_to_rest()
    return figure


def _labels(figure: FigureView) -> Iterable[Label]:
    return [label for _column, labels in figure._overlay.labels._placed for label in labels]


@pytest.mark.parametrize("is_paired", [False, True])
@pytest.mark.parametrize("zoom", [0, 3])
@pytest.mark.parametrize("width", [500, 1000, 1600])
def test_no_line_crosses_another_or_leaves_the_window(
    figure: FigureView,
    width: int,
    zoom: int,
    is_paired: bool,  # noqa: FBT001
) -> None:
    figure.resize(width, 900)
    figure.set_options(FigureOptions(shows_labels=True, is_paired=is_paired))
    for _ in range(zoom):
        figure.zoom_in()
    figure.come_to_rest()
    labels = _labels(figure)
    lines = [(label.port, label.item.anchor) for label in labels]
    assert not any(cross(*one, *other) for one in lines for other in lines if one is not other)
    room = QRectF(figure.rect())
    assert all(room.contains(*point) for line in lines for point in line)
    boxes = figure._overlay.labels.boxes()
    assert all(room.contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_each_muscle_is_named_once_and_both_columns_are_used(labelled: FigureView) -> None:
    labels = _labels(labelled)
    muscles = [label.item.region.partition(":")[0] for label in labels]
    assert len(muscles) == len(set(muscles)) > 20
    left = sum(label.port[0] < labelled.width() / 2 for label in labels)
    assert 0.25 < left / len(labels) < 0.75


def test_a_tap_on_a_name_is_a_tap_on_its_muscle(labelled: FigureView) -> None:
    heard: list[str] = []
    labelled.region_activated.connect(heard.append)
    label = next(iter(_labels(labelled)))
    box = next(box for box in labelled._overlay.labels.boxes() if box.top() < label.port[1] < box.bottom())
    QTest.mouseClick(labelled, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert heard == [label.item.region]


def test_names_make_room_for_what_stands_in_the_corners(labelled: FigureView) -> None:
    corner = QRectF(0, 700, 400, 200)
    labelled.keep_free([corner])
    labelled.come_to_rest()
    assert not any(box.intersects(corner) for box in labelled._overlay.labels.boxes())


def test_without_labels_nothing_is_kept_free_for_them(labelled: FigureView) -> None:
    narrow = labelled.slots[0].rect().left()
    labelled.set_options(FigureOptions(is_paired=True))
    labelled.come_to_rest()
    assert labelled._stage.aside == 0
    assert list(_labels(labelled)) == []
    assert narrow > 0
