"""The name at the figure hides as little as it can and never leaves the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from consult_app.canvas import callout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont

    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme

LEAST_WIDTH, LEAST_HEIGHT = 260, 220
"""The smallest figure a window of the least size leaves."""


@pytest.fixture(scope="module", params=[100, 200])
def fonts(request: pytest.FixtureRequest, make_theme: Callable[..., Theme]) -> tuple[QFont, QFont]:
    theme = make_theme("light", request.param)
    return theme.font("strong"), theme.font("label")


@pytest.fixture(scope="module")
def names(catalogue: Catalogue) -> list[str]:
    return [group.clinical_name for group in catalogue.groups]


@given(
    st.integers(0, 42),
    st.integers(LEAST_WIDTH, 2000),
    st.integers(LEAST_HEIGHT, 2000),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_the_name_never_leaves_the_room(
    fonts: tuple[QFont, QFont],
    names: list[str],
    number: int,
    width: int,
    height: int,
    x: float,
    y: float,
) -> None:
    room = QRectF(0, 0, width, height)
    placed = callout.place(
        (names[number], "your right"),
        fonts,
        QPointF(x * width, y * height),
        room,
        lambda x, *_: x / width,
    )
    assert room.contains(placed.box)


def test_the_name_keeps_away_from_the_body(fonts: tuple[QFont, QFont]) -> None:
    room, body = QRectF(0, 0, 1200, 900), QRectF(0, 0, 500, 900)

    def hidden(x: float, y: float, width: float, height: float) -> float:
        covered = QRectF(x, y, width, height).intersected(body)
        return covered.width() * covered.height() / (width * height)

    placed = callout.place(("Trapezius", "your left"), fonts, QPointF(480, 450), room, hidden)
    assert not placed.box.intersects(body)


def test_the_name_does_not_hide_what_it_names(fonts: tuple[QFont, QFont]) -> None:
    anchor = QPointF(600, 450)
    placed = callout.place(("Soleus", "both sides"), fonts, anchor, QRectF(0, 0, 1200, 900), lambda *_: 0.0)
    assert not placed.box.contains(anchor)


def test_a_callout_is_painted_in_its_two_colours(
    fonts: tuple[QFont, QFont], make_theme: Callable[..., Theme]
) -> None:
    palette = make_theme("light").figure
    placed = callout.place(
        ("Soleus", "both sides"), fonts, QPointF(60, 60), QRectF(0, 0, 500, 400), lambda *_: 0.0
    )
    image = QImage(500, 400, QImage.Format.Format_ARGB32)
    image.fill(palette.background)
    painter = QPainter(image)
    callout.paint(painter, placed, fonts, palette.callout, palette.callout_ink)
    painter.end()
    edge = placed.box.center().toPoint()
    edge.setY(round(placed.box.bottom()) - 4)
    assert image.pixelColor(edge) == palette.callout
