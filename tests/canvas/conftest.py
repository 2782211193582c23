from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.canvas.figure_view import FigureView
from consult_app.canvas.marks import FigureWords
from consult_app.canvas.plate_art import PlateArt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Plate
    from consult_app.canvas.palette import FigurePalette
    from consult_app.gui.theme import Theme


@pytest.fixture(scope="session")
def palette(make_theme: Callable[..., Theme]) -> FigurePalette:
    return make_theme("light").figure


@pytest.fixture(scope="module")
def art(resources: Path, palette: FigurePalette) -> PlateArt:
    return PlateArt(resources / "atlas", palette)


@pytest.fixture(scope="session")
def front(atlas: Atlas) -> Plate:
    return atlas.plate(0)


@pytest.fixture(scope="session")
def back(atlas: Atlas) -> Plate:
    return atlas.plate(180)


@pytest.fixture
def figure(
    art: PlateArt, make_theme: Callable[..., Theme], front: Plate, back: Plate
) -> Iterator[FigureView]:
    """The figure from front and back, its region buttons in place."""
    view = FigureView(art)
    theme = make_theme("light")
    view.set_words(FigureWords("YOUR LEFT", "YOUR RIGHT", {0: "Front", 180: "Back"}, {}))
    view.set_fonts(theme.font("strong"), theme.font("label"))
    view.resize(1000, 900)
    view.show_plates([front, back])
    view.show()
    settle(view)
    yield view
    view.close()
    view.deleteLater()


def settle(view: FigureView) -> None:
    """Put the region buttons where the regions are, as happens a moment after the last change."""
    view.come_to_rest()
