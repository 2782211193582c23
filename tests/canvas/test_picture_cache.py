"""Painted figures kept on disk: found again when nothing has changed, and never when something has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from consult_app.canvas.picture_cache import FORMAT, MOST_FILES, PictureCache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.canvas.palette import FigurePalette
    from consult_app.gui.theme import Theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "not" / "yet"


@pytest.fixture
def cache(folder: Path) -> PictureCache:
    return PictureCache(folder)


def _image(width: int = 30, height: int = 20) -> QImage:
    image = QImage(width, height, FORMAT)
    image.fill(QColor("#c8431f"))
    return image


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_kept_picture_is_found_again(cache: PictureCache, front: Plate, palette: FigurePalette) -> None:
    cache.keep(front, palette, _image())
    assert cache.find(front, palette, 30, 20) == _image()


def test_another_size_plate_or_palette_is_not_found(
    cache: PictureCache, front: Plate, back: Plate, palette: FigurePalette, make_theme: Callable[..., Theme]
) -> None:
    cache.keep(front, palette, _image())
    assert cache.find(front, palette, 20, 30) is None
    assert cache.find(back, palette, 30, 20) is None
    assert cache.find(front, make_theme("dark").figure, 30, 20) is None


def test_a_remade_atlas_is_not_found(cache: PictureCache, front: Plate, palette: FigurePalette) -> None:
    cache.keep(front, palette, _image())
    name, stored = next(iter(front.files.items()))
    remade = front._replace(files={**front.files, name: stored._replace(sha256="0" * 64)})
    assert cache.find(remade, palette, 30, 20) is None


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"\0" + data[1:], lambda _: b""])
def test_a_damaged_picture_is_not_found(
    cache: PictureCache,
    folder: Path,
    front: Plate,
    palette: FigurePalette,
    damage: Callable[[bytes], bytes],
) -> None:
    cache.keep(front, palette, _image())
    path = _files(folder)[0]
    path.write_bytes(damage(path.read_bytes()))
    assert cache.find(front, palette, 30, 20) is None


def test_only_a_few_pictures_are_kept(
    cache: PictureCache, folder: Path, front: Plate, palette: FigurePalette
) -> None:
    for width in range(1, MOST_FILES + 5):
        cache.keep(front, palette, _image(width))
    assert len(_files(folder)) == MOST_FILES


def test_without_a_folder_nothing_is_kept(front: Plate, palette: FigurePalette) -> None:
    cache = PictureCache(None)
    cache.keep(front, palette, _image())
    assert cache.find(front, palette, 30, 20) is None


def test_a_folder_that_cannot_be_made_does_no_harm(
    tmp_path: Path, front: Plate, palette: FigurePalette
) -> None:
    (tmp_path / "file").write_text("")
    cache = PictureCache(tmp_path / "file")
    cache.keep(front, palette, _image())
    assert cache.find(front, palette, 30, 20) is None
