"""Six plates look as they did when they were last looked at.

Where a plate is meant to look otherwise, make the references anew, look at them, and commit them::

    CONSULT_REMAKE_REFERENCES=1 QT_QPA_PLATFORM=offscreen pytest tests/canvas/test_plate_pictures.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from consult_app.canvas.plate_art import PlateArt
from tests.canvas.pictures import difference, picture_of, remake

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas
    from consult_app.canvas.palette import FigurePalette

FOLDER = Path(__file__).parent / "references"
REMAKE = "CONSULT_REMAKE_REFERENCES"
LARGEST = 25_000
"""Bytes a reference may have."""
OTHERS = {
    "front-superficial": "front-intermediate",
    "left-superficial": "right-superficial",
    "back-intermediate": "back-superficial",
    "045-deep": "030-deep",
    "head-090-intermediate": "head-090-superficial",
    "soles-deep": "soles-intermediate",
}
"""The plates with a reference, and for each a plate that looks much like it."""

plates = pytest.mark.parametrize("name", OTHERS)


@pytest.fixture(scope="module", autouse=True)
def _made_anew(atlas: Atlas, art: PlateArt) -> None:
    """Make the references anew where the environment asks for it."""
    if os.environ.get(REMAKE):
        remake(FOLDER, {name: picture_of(art, atlas.plate_by_id[name]) for name in OTHERS})


def _reference(name: str) -> QImage:
    path = FOLDER / f"{name}.png"
    image = QImage(str(path))
    assert not image.isNull(), f"{path} is missing or no picture; {_how(name)}"
    return image


def _how(name: str) -> str:
    return f"if {name} is meant to look like this, run this test with {REMAKE}=1 and look at {FOLDER}"


@plates
def test_a_plate_looks_like_its_reference(art: PlateArt, atlas: Atlas, name: str) -> None:
    reference, painted = _reference(name), picture_of(art, atlas.plate_by_id[name])
    assert painted.size() == reference.size(), _how(name)
    found = difference(reference, painted)
    assert found.is_small, f"{found}; {_how(name)}"


@plates
def test_a_plate_that_looks_much_like_it_is_told_apart(art: PlateArt, atlas: Atlas, name: str) -> None:
    other = picture_of(art, atlas.plate_by_id[OTHERS[name]])
    assert not difference(_reference(name), other).is_small


def test_muscles_of_another_colour_are_told_apart(
    resources: Path, palette: FigurePalette, atlas: Atlas
) -> None:
    tissue = {**palette.tissue, "muscle": palette.tissue["muscle"].darker(110)}
    painted = picture_of(PlateArt(resources / "atlas", palette._replace(tissue=tissue)), atlas.plate(0))
    assert not difference(_reference("front-superficial"), painted).is_small


@plates
def test_a_reference_is_small(name: str) -> None:
    assert (FOLDER / f"{name}.png").stat().st_size <= LARGEST
