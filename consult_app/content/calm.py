"""The calm path: what is told without any word on needles. It leaves out; it never says something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from consult_app.content.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class CalmWords(Words):
    """The program's own words, which call the treatment by another name."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        names = sorted(_listed(texts["ui.calm.names"]), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
        self._other = texts["ui.calm.other_name"]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with placeholders filled in."""
        return super().__call__(key, **values) if key.startswith("ui.calm.") else self._renamed(key, values)

    def _renamed(self, key: str, values: Mapping[str, object]) -> str:
        # What is filled in comes from the catalogue: its sentences stay as they were written.
        text = self._names.sub(self._in_its_place, self._texts[key])
        return Words({key: text})(key, **values)

    def _in_its_place(self, name: re.Match[str]) -> str:
        is_capital = name.group()[:1].isupper()
        return self._other[:1].upper() + self._other[1:] if is_capital else self._other


class CalmReader:
    """Knows which words the calm path does without."""

    def __init__(self, words: Words) -> None:
        stems = "|".join(map(re.escape, _listed(words("ui.calm.avoids"))))
        self._avoided = re.compile(rf"\b(?:{stems})", re.IGNORECASE)

    def is_calm(self, text: str) -> bool:
        """Tell whether a text holds none of those words."""
        return self._avoided.search(text) is None

    def calm_part(self, text: str) -> str:
        """Return a text up to the first sentence that holds one of them: what follows may hang on it."""
        if self.is_calm(text):
            return text
        calm: list[str] = []
        for sentence in _SENTENCE_END.split(text):
            if not self.is_calm(sentence):
                break
            calm.append(sentence)
        return " ".join(calm)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
