"""The program's own words: the one path every visible string goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words:
    """Looks up a key of ``interface.yaml`` and fills its placeholders."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with ``{name}`` placeholders filled in.

        Raises:
            KeyError: the catalogue has no such words (``consult-app check`` finds that first).
        """
        text = self._texts[key]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def has(self, key: str) -> bool:
        """Return whether there are words for a key."""
        return key in self._texts
