"""Where the parts of the window stand, for any size, text size and orientation."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

PORTRAIT_FROM = 1.05
"""Height to width from which the panel stands below the figure."""


class WindowLayout(NamedTuple):
    """Boxes in logical pixels. The list lies over the figure where ``list_is_drawer``."""

    bar: QRect
    rail: QRect
    list: QRect
    figure: QRect
    panel: QRect
    list_is_drawer: bool


def lay_out(size: QSize, rail: QSize, text_size: int, *, list_is_open: bool) -> WindowLayout:
    """Return the boxes for a window; ``text_size`` in percent, ``rail`` as large as its buttons need."""
    share = text_size / 100
    width, height = size.width(), size.height()
    bar_height = round(46 * share + 26)
    list_width = round(min(width * 0.4, 238 * (0.4 + 0.6 * share)))
    if height > width * PORTRAIT_FROM:
        figure_height = round((height - bar_height) * (0.52 if share < 1.5 else 0.44))
        main = QRect(0, bar_height, width, figure_height)
        panel = QRect(0, bar_height + figure_height, width, height - bar_height - figure_height)
        is_drawer = True
    else:
        panel_width = round(min(width * 0.5, max(width * 0.33, 440 * (0.3 + 0.7 * share))))
        main = QRect(0, bar_height, width - panel_width, height - bar_height)
        panel = QRect(main.right() + 1, bar_height, panel_width, main.height())
        is_drawer = main.width() - list_width - rail.width() < main.height() * 0.8
    list_width = min(list_width, main.width() - rail.width()) if list_is_open else 0
    list_box = QRect(rail.width(), main.top(), list_width, main.height())
    taken = 0 if is_drawer else list_box.width()
    figure = main.adjusted(rail.width() + taken, 0, 0, 0)
    return WindowLayout(
        bar=QRect(0, 0, width, bar_height),
        rail=QRect(0, main.top(), rail.width(), main.height()),
        list=list_box,
        figure=figure,
        panel=panel,
        list_is_drawer=is_drawer,
    )
