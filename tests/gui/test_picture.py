"""Pictures written without a display."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.gui.programs import is_sentence, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.gui.theme import Theme

HUE_SLACK = 14


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[QImage, dict[str, Any]]:
    """The front at twice the pixels, with its regions."""
    folder = tmp_path_factory.mktemp("picture")
    size = ("--width", 500, "--height", 800, "--scale", 2)
    done = run("picture", folder / "a.png", "--regions", folder / "a.json", *size)
    assert (done.returncode, done.stderr) == (0, "")
    return QImage(str(folder / "a.png")), json.loads((folder / "a.json").read_text())


def test_a_picture_is_as_large_as_asked_for(drawn: tuple[QImage, dict[str, Any]]) -> None:
    image, _ = drawn
    assert (image.width(), image.height()) == (1000, 1600)


def test_regions_are_written_in_the_agreed_shape(drawn: tuple[QImage, dict[str, Any]], atlas: Atlas) -> None:
    _, data = drawn
    assert list(data) == ["figure", "regions"]
    assert {tuple(region) for region in data["regions"]} == {("id", "muscle", "group", "side", "box")}
    known = atlas.region_by_id
    for region in data["regions"]:
        found = known[region["id"]]
        assert (region["muscle"], region["group"], region["side"]) == (found.muscle, found.group, found.side)
    assert {region["id"] for region in data["regions"]} == {r.id for r in atlas.plate(0).regions}


def test_all_boxes_are_inside_the_figure_and_it_is_inside_the_picture(
    drawn: tuple[QImage, dict[str, Any]],
) -> None:
    image, data = drawn
    x, y, width, height = data["figure"]
    assert x >= 0
    assert y >= 0
    assert x + width <= image.width()
    assert y + height <= image.height()
    for region in data["regions"]:
        left, top, wide, high = region["box"]
        is_inside = x - 2 <= left and y - 2 <= top and left + wide <= x + width + 2
        assert is_inside, region["id"]
        assert top + high <= y + height + 2


def test_the_figure_fills_the_picture(drawn: tuple[QImage, dict[str, Any]]) -> None:
    image, data = drawn
    assert data["figure"][3] >= 0.8 * image.height()


def test_the_patients_left_is_at_the_right_of_the_front(drawn: tuple[QImage, dict[str, Any]]) -> None:
    _, data = drawn
    middle = data["figure"][0] + data["figure"][2] / 2
    for region in data["regions"]:
        centre = region["box"][0] + region["box"][2] / 2
        assert (centre > middle) == (region["side"] == "left"), region["id"]


def _selected_pixels(image: QImage, colour: QColor) -> int:
    wanted, count = colour.hslHue(), 0
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            pixel = image.pixelColor(x, y)
            is_hue = abs(pixel.hslHue() - wanted) < HUE_SLACK
            count += is_hue and pixel.hslSaturation() > 150 and 60 < pixel.lightness() < 200
    return count


@pytest.mark.parametrize("group", ["gluteus-maximus", "rectus-abdominis", "rhomboids"])
def test_a_selected_group_can_be_seen(tmp_path: Path, make_theme: Callable[..., Theme], group: str) -> None:
    out = tmp_path / "a.png"
    done = run("picture", out, "--select", group, "--width", 400, "--height", 600, "--theme", "light")
    assert done.returncode == 0
    assert _selected_pixels(QImage(str(out)), make_theme("light").figure.selected) > 100


def test_the_view_asked_for_is_the_one_that_is_drawn(tmp_path: Path, atlas: Atlas) -> None:
    out, regions = tmp_path / "a.png", tmp_path / "a.json"
    done = run("picture", out, "--regions", regions, "--view", "left", "--select", "rectus-abdominis:right")
    assert done.returncode == 0
    drawn = {region["id"] for region in json.loads(regions.read_text())["regions"]}
    assert drawn == {region.id for region in atlas.plate(90).regions}


def test_a_whole_window_is_drawn_with_its_regions_in_place(tmp_path: Path) -> None:
    out, regions = tmp_path / "a.png", tmp_path / "a.json"
    done = run("picture", out, "--window", "--regions", regions, "--width", 1366, "--height", 768)
    assert (done.returncode, done.stderr) == (0, "")
    image, data = QImage(str(out)), json.loads(regions.read_text())
    assert (image.width(), image.height()) == (1366, 768)
    assert data["figure"][0] > 100
    assert data["figure"][1] > 60


def test_a_small_window_is_drawn_in_the_size_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    done = run("picture", out, "--window", "--width", 500, "--height", 400)
    image = QImage(str(out))
    is_told = done.returncode == 2 and is_sentence(done.stderr, "640")
    assert is_told or (image.width(), image.height()) == (500, 400)


@pytest.mark.parametrize("name", ["missing/a.png", "folder.png"])
def test_a_place_that_cannot_be_written_is_told_of(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.png").mkdir()
    done = run("picture", tmp_path / name, "--width", 100, "--height", 100)
    assert done.returncode == 1
    assert is_sentence(done.stderr, tmp_path / name)


def test_regions_that_cannot_be_written_are_told_of(tmp_path: Path) -> None:
    regions = tmp_path / "missing" / "a.json"
    done = run("picture", tmp_path / "a.png", "--regions", regions, "--width", 100, "--height", 100)
    assert done.returncode == 1
    assert is_sentence(done.stderr, regions)


@pytest.mark.parametrize("layer", ["intermediate", "deep"])
def test_a_layer_that_the_atlas_does_not_have_is_told_of(tmp_path: Path, layer: str, atlas: Atlas) -> None:
    if any(plate.layer == layer for plate in atlas.plates):
        pytest.skip("the atlas has this layer")
    done = run("picture", tmp_path / "a.png", "--layer", layer)
    assert done.returncode in (1, 2)
    assert is_sentence(done.stderr, layer)
