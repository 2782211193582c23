"""The calm empty page: the clinic's logo and name, whatever the file of the logo is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from consult_app.gui.blank_page import BlankPage, read_picture
from consult_app.settings.record import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.gui.theme import Theme

SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='{0}'>"
    "<rect width='{0}' height='{0}' fill='{1}'/></svg>"
)
RED = QColor("#ff0000")


def _logo(folder: Path, side: int = 40) -> Path:
    path = folder / "logo.svg"
    path.write_text(SVG.format(side, RED.name()), encoding="utf-8")
    return path


def _painted(page: BlankPage, width: int = 800, height: int = 600) -> QImage:
    page.resize(width, height)
    return page.grab().toImage()


def _share(image: QImage, colour: QColor) -> float:
    spots = [(x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)]
    return sum(image.pixelColor(x, y) == colour for x, y in spots) / len(spots)


@pytest.mark.parametrize("side", [40, 4000])
def test_a_logo_of_any_size_is_shown_large_and_whole(
    make_theme: Callable[..., Theme], tmp_path: Path, side: int
) -> None:
    page = BlankPage(make_theme(), Settings(clinic="Nord", logo=_logo(tmp_path, side)), "Wait")
    image = _painted(page)
    assert 0.06 < _share(image, RED) < 0.12
    assert image.pixelColor(2, 2) == make_theme().colour("figure")
    assert page.accessibleName() == "Nord"


@pytest.mark.parametrize(("theme", "is_on_white"), [("light", False), ("dark", True), ("contrast", True)])
def test_on_a_dark_page_the_logo_stands_on_white(
    make_theme: Callable[..., Theme],
    tmp_path: Path,
    theme: str,
    is_on_white: bool,  # noqa: FBT001
) -> None:
    page = BlankPage(make_theme(theme), Settings(logo=_logo(tmp_path)), "Wait")
    assert (_share(_painted(page), QColor("#ffffff")) > 0.01) == is_on_white


@pytest.mark.parametrize("content", [b"", b"no picture", b"<svg", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_picture_is_left_out(
    make_theme: Callable[..., Theme], tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    page = BlankPage(make_theme(), Settings(logo=path), "Wait")
    assert _share(_painted(page), make_theme().colour("figure")) > 0.9
    assert page.accessibleName() == "Wait"


def test_a_logo_that_has_gone_is_left_out(make_theme: Callable[..., Theme], tmp_path: Path) -> None:
    page = BlankPage(make_theme(), Settings(logo=tmp_path / "none.png"), "Wait")
    assert not _painted(page).isNull()
    assert read_picture(tmp_path / "none.png", page.size()).isNull()


def test_the_page_follows_the_theme(make_theme: Callable[..., Theme]) -> None:
    page = BlankPage(make_theme(), Settings(), "Wait")
    page.set_theme(make_theme("dark"))
    assert _painted(page).pixelColor(2, 2) == make_theme("dark").colour("figure")
