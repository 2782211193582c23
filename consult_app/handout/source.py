"""What the typesetter is given: the hand-out as data, pictures as text. Nothing of it touches the disk."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from consult_app.content.words import Words
from consult_app.handout.records import Lines
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from consult_app.handout.fitting import Setting
    from consult_app.handout.records import Block, Handout, HandoutRequest, Part, Picture

TYPST_PAPER = {"A4": "a4", "Letter": "us-letter"}
MOST_PICTURE = 118
"""Millimetres: the figure is never higher."""
MOST_LOGO_BYTES = 5 * 2**20
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_LEAST_PNG = 24
_EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1"/>'


def inputs_of(request: HandoutRequest, handout: Handout, setting: Setting) -> dict[str, str]:
    """Return the typesetter's inputs for a hand-out, without its pictures: these come later."""
    words = Words(request.catalogue.words)
    clinic = _clean(request.letterhead.clinic)
    data = {
        "title": _clean(handout.title),
        "subtitle": _clean(handout.subtitle),
        "closing": _clean(handout.closing),
        "page": words("ui.handout.page"),
        "language": request.language,
        "paper": TYPST_PAPER[request.paper],
        "clinic": clinic,
        "logo_alt": words("ui.handout.logo_of", clinic=clinic) if clinic else words("ui.handout.logo"),
        "picture_alt": _clean(request.picture.alt) if request.picture else "",
        "size": setting.text,
        "has_picture": request.picture is not None,
        "least_picture": setting.picture,
        "most_picture": MOST_PICTURE,
        "leaves": [
            {
                "columns": [_part(part) for part in leaf.columns],
                "foot": [_part(part) for part in leaf.foot],
                "has_picture": leaf.has_picture,
            }
            for leaf in handout.leaves
        ],
    }
    return {"data": json.dumps(data, ensure_ascii=False)}


def art_of(request: HandoutRequest) -> dict[str, str]:
    """Return the logo, and a stand-in for the figure, as inputs of the typesetter.

    Raises:
        UserFacingError: the logo cannot be read, or is no PNG, JPEG or SVG picture.
    """
    art = {"picture": _EMPTY_SVG}
    if request.letterhead.logo is not None:
        art["logo"] = _logo(request.letterhead.logo)
    return art


def figure_of(picture: Picture, width: float, height: float) -> str:
    """Return the figure, drawn for a box in millimetres, as an input of the typesetter."""
    png = picture.draw(width, height)
    return _as_svg(png, "image/png", png_size(png))


def png_size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG picture in pixels.

    Raises:
        ValueError: it is none.
    """
    if not png.startswith(_PNG) or len(png) < _LEAST_PNG:
        raise ValueError("not a PNG picture")
    size = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    if not all(size):
        raise ValueError("a PNG picture without pixels")
    return size


def jpeg_size(jpeg: bytes) -> tuple[int, int]:
    """Return width and height of a JPEG picture in pixels.

    Raises:
        ValueError: its size cannot be found.
    """
    place = 2
    while place + 9 <= len(jpeg) and jpeg[place] == 0xFF:
        kind, length = jpeg[place + 1], int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            high, wide = jpeg[place + 5 : place + 7], jpeg[place + 7 : place + 9]
            size = int.from_bytes(wide, "big"), int.from_bytes(high, "big")
            if all(size):
                return size
            break
        place += 2 + length
    raise ValueError("a JPEG picture without a size")


def _as_svg(picture: bytes, kind: str, size: tuple[int, int]) -> str:
    """Return a picture inside an SVG: the typesetter takes its inputs as text alone."""
    width, height = size
    code = base64.b64encode(picture).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" xlink:href="data:{kind};base64,{code}"/></svg>'
    )


def _logo(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_LOGO_BYTES + 1)
    except OSError as error:
        raise UserFacingError(f"{path}: the logo cannot be read ({error.strerror}).") from error
    if len(data) > MOST_LOGO_BYTES:
        raise UserFacingError(f"{path}: the logo is larger than 5 MB. Take a smaller picture.")
    try:
        if data.startswith(_PNG):
            return _as_svg(data, "image/png", png_size(data))
        if data.startswith(_JPEG):
            return _as_svg(data, "image/jpeg", jpeg_size(data))
        text = data.decode("utf-8-sig")
        if "<svg" not in text:
            raise ValueError("not an SVG picture")
    except ValueError as error:
        raise UserFacingError(f"{path}: the logo is no PNG, JPEG or SVG picture.") from error
    return text


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": _clean(part.title),
        "ground": part.ground,
        "level": part.level,
        "is_whole": part.is_whole,
        "blocks": [_block(block) for block in part.blocks],
    }


def _block(block: Block) -> Mapping[str, object]:
    fields = {name: _value(value) for name, value in block._asdict().items()}
    return {"kind": type(block).__name__.lower(), **fields}


def _value(value: object) -> object:
    if isinstance(value, Lines):
        return _block(value)
    if isinstance(value, str):
        return _clean(value)
    return [_value(part) for part in value] if isinstance(value, tuple) else value


def _clean(text: str) -> str:
    """Return a text without control characters and halves of letters, which no page can show."""
    kept = (" " if letter in "\t\n\r" else letter for letter in text)
    return "".join(letter for letter in kept if letter >= " " and not "\ud800" <= letter <= "\udfff")
