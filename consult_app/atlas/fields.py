"""Takes fields out of JSON records and says in words what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

_PLAIN_NAME = re.compile(r"[^/\\:\x00]+")


class Mismatch(Exception):  # noqa: N818 (it becomes an AtlasFault)
    """A record that does not have the form it must have; the text completes a sentence."""


class Record:
    """A JSON object whose fields are taken by name and kind."""

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            raise Mismatch(f"{what} should be a record")
        self._fields = cast("dict[str, object]", value)
        self._what = what

    def names(self) -> list[str]:
        """Return the field names in order."""
        return sorted(self._fields)

    def take(self, name: str, kind: type[T]) -> T:
        """Return field ``name``; it must be there and be a ``kind``."""
        value = self._fields.get(name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise Mismatch(f"{self._what} should have a field “{name}” ({kind.__name__})")
        return value

    def number(self, name: str) -> float:
        """Return field ``name``, a number."""
        return as_number(self._fields.get(name), f"“{name}” of {self._what}")

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """Return field ``name``, one of ``choices``."""
        value = self.take(name, str)
        if value not in choices:
            raise Mismatch(f"“{name}” of {self._what} should be one of {', '.join(choices)}")
        return value

    def filename(self, name: str) -> str:
        """Return field ``name``, the plain name of a file in the atlas folder."""
        return as_filename(self.take(name, str), f"“{name}” of {self._what}")

    def whole(self, name: str, count: int) -> list[int]:
        """Return field ``name``, a list of ``count`` whole numbers."""
        return _whole(self._fields.get(name), count, f"“{name}” of {self._what}")


def as_number(value: object, what: str) -> float:
    """Return ``value``, which must be a number of reasonable size."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise Mismatch(f"{what} should be a number")
    return value


def _whole(value: object, count: int, what: str) -> list[int]:
    items = value if isinstance(value, list) else []
    if len(items) != count or any(not isinstance(item, int) or isinstance(item, bool) for item in items):
        raise Mismatch(f"{what} should be {count} whole numbers")
    return items


def as_filename(value: str, what: str) -> str:
    """Return ``value``, which must be a plain file name without a folder."""
    if value in (".", "..") or _PLAIN_NAME.fullmatch(value) is None:
        raise Mismatch(f"{what} should be the name of a file")
    return value
