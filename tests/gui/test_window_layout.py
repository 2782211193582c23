"""Where the parts of the window stand."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize

from consult_app.gui.consultation_model import ConsultationModel
from consult_app.gui.main_window import MainWindow
from consult_app.gui.theme import TEXT_SIZES
from consult_app.gui.window_content import WindowContent
from consult_app.gui.window_layout import WindowLayout, lay_out
from consult_app.policy import DESK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme

SIZES = (
    (640, 480), (800, 600), (1024, 768), (1280, 720), (1366, 768), (1440, 900), (1920, 1080), (2560, 1440),
    (3840, 2160), (768, 1024), (1080, 1920), (1000, 1000), (2160, 3840), (3440, 1440),
)  # fmt: skip
LEAST_FIGURE = 200
"""A figure narrower or lower than this, in logical pixels, is hard to touch with a finger."""
LEAST_SEARCH = 120
"""Room for some ten letters."""
every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
some_text_sizes = pytest.mark.parametrize("text_size", [100, 150, 200])
every_text_size = pytest.mark.parametrize("text_size", TEXT_SIZES)
either_list = pytest.mark.parametrize("list_is_open", [False, True], ids=["list shut", "list open"])


def _boxes(layout: WindowLayout) -> dict[str, QRect]:
    boxes = {
        "bar": layout.bar,
        "rail": layout.rail,
        "figure": layout.figure,
        "panel": layout.panel,
        "list": layout.list,
    }
    return {name: box for name, box in boxes.items() if not box.isEmpty()}


def _overlaps(boxes: dict[str, QRect]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in combinations(boxes, 2) if boxes[a].intersects(boxes[b])]


def _window_boxes(window: MainWindow) -> dict[str, QRect]:
    parts: dict[str, QWidget] = {
        "bar": window._bar,
        "rail": window._rail,
        "figure": window.figure,
        "panel": window.panel,
        "list": window.group_list,
    }
    return {name: part.geometry() for name, part in parts.items() if part.isVisible()}


@every_size
@every_text_size
@either_list
def test_all_boxes_are_inside_the_window(
    size: tuple[int, int],
    text_size: int,
    list_is_open: bool,  # noqa: FBT001
) -> None:
    layout = lay_out(QSize(*size), QSize(110, size[1]), text_size, list_is_open=list_is_open)
    window = QRect(0, 0, *size)
    assert [name for name, box in _boxes(layout).items() if not window.contains(box)] == []


@every_size
@every_text_size
@either_list
def test_no_boxes_overlap_but_a_drawer(
    size: tuple[int, int],
    text_size: int,
    list_is_open: bool,  # noqa: FBT001
) -> None:
    layout = lay_out(QSize(*size), QSize(110, size[1]), text_size, list_is_open=list_is_open)
    allowed = [("figure", "list")] if layout.list_is_drawer else []
    assert [pair for pair in _overlaps(_boxes(layout)) if pair not in allowed] == []


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_the_figure_with_its_rail_fills_half_of_a_wide_window(size: tuple[int, int]) -> None:
    layout = lay_out(QSize(*size), QSize(110, size[1]), 100, list_is_open=False)
    assert layout.figure.width() + layout.rail.width() >= size[0] * 0.5


def test_a_tall_window_has_the_panel_below_the_figure() -> None:
    layout = lay_out(QSize(1080, 1920), QSize(110, 900), 100, list_is_open=False)
    assert layout.panel.top() == layout.figure.bottom() + 1
    assert layout.panel.width() == 1080


@pytest.fixture(scope="module")
def shared(
    catalogue: Catalogue, atlas: Atlas, resources: Path, make_theme: Callable[..., Theme]
) -> Iterator[MainWindow]:
    """One window for all sizes."""
    window = MainWindow(WindowContent(catalogue, atlas, resources, DESK, make_theme()), ConsultationModel())
    window.show()
    yield window
    window.close()


def _resized(window: MainWindow, size: tuple[int, int], text_size: int) -> MainWindow:
    window.resize(*size)
    window.set_text_size(text_size)
    return window


@every_size
@some_text_sizes
def test_the_figure_of_a_real_window_never_vanishes(
    shared: MainWindow, size: tuple[int, int], text_size: int
) -> None:
    figure = _resized(shared, size, text_size).figure.geometry()
    least = LEAST_FIGURE if min(size) >= 768 else 1
    assert (figure.width() >= least, figure.height() >= least) == (True, True), figure


@every_size
@some_text_sizes
def test_the_parts_of_a_real_window_stand_side_by_side(
    shared: MainWindow, size: tuple[int, int], text_size: int
) -> None:
    window = _resized(shared, size, text_size)
    boxes = _window_boxes(window)
    assert [name for name, box in boxes.items() if not window.rect().contains(box)] == []
    assert [pair for pair in _overlaps(boxes) if pair != ("figure", "list")] == []


@every_size
@some_text_sizes
def test_every_button_of_bar_and_rail_is_inside_them(
    shared: MainWindow, size: tuple[int, int], text_size: int
) -> None:
    window = _resized(shared, size, text_size)
    window._bar.layout().activate()
    outside = [
        (button.accessibleName(), button.geometry())
        for part in (window._bar, window._rail)
        for button in part._buttons
        if button.isVisible() and not part.rect().contains(button.geometry())
    ]
    assert outside == []
    assert window._bar.rect().contains(window.search.geometry())
    assert window.search.width() >= LEAST_SEARCH


def test_an_open_list_stands_beside_the_figure_where_there_is_room(shared: MainWindow) -> None:
    window = _resized(shared, (1920, 1080), 100)
    assert window.group_list.isVisible()
    assert not window.group_list.geometry().intersects(window.figure.geometry())
