from __future__ import annotations

import struct
import zlib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from consult_app.consultation import PlanItem, Selection
from consult_app.handout.records import HandoutRequest, Picture
from consult_app.handout.render import TypesetHandout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.content.records import Catalogue

TODAY = date(2026, 11, 21)


def png(width: int, height: int) -> bytes:
    """Return a grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def grey(width: float, height: float) -> bytes:
    """Stand in for the figure."""
    return png(round(width), round(height))


@pytest.fixture(scope="session")
def ask(catalogue: Catalogue) -> Callable[..., HandoutRequest]:
    """A maker of requests: ``ask("jaw", "deltoid", paper="Letter")``."""

    def make(*groups: str, **fields: object) -> HandoutRequest:
        items = tuple(PlanItem(Selection(group, "right")) for group in groups)
        request = HandoutRequest(catalogue, items, TODAY, picture=Picture(grey, "A grey box."))
        return request._replace(**fields)

    return make


@pytest.fixture(scope="session")
def typeset(ask: Callable[..., HandoutRequest], resources: Path) -> Callable[..., TypesetHandout]:
    """A maker of typeset hand-outs."""

    def make(*groups: str, **fields: object) -> TypesetHandout:
        return TypesetHandout(ask(*groups, **fields), resources / "fonts")

    return make
