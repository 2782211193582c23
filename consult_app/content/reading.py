"""How hard a text is to read: the Flesch–Kincaid grade (years of school) and the longest sentence.

Names of muscles count as short words. They cannot be replaced, and the texts explain them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from consult_app.content.records import MuscleGroup

HARDEST_TEXT = 8.0
HARDEST_AVERAGE = 6.0
"""Grades that no text, and the average of all texts, may exceed."""
LONGEST_SENTENCE = 15
"""Words."""

_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
_WORD = re.compile(r"[^\W_]+(?:['’\-–][^\W_]+)*")
_LETTERS = re.compile(r"[a-z]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]es|[^lt]ed|[^laeiouy]e)$")
_VOWELS = re.compile(r"[aeiouy]{1,2}")
_LONG = 6
# Long words in muscles' names that are ordinary words elsewhere.
_ORDINARY = frozenset({"anterior", "posterior", "muscles", "superior", "inferior", "descending", "ascending"})


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The grade of a text, the words of its longest sentence, and its words in all."""

    grade: float
    longest_sentence: int
    words: int


def measure(text: str, names: Collection[str] = ()) -> ReadingLevel:
    """Return how hard a text is; words in ``names`` (small letters) count as short."""
    sentences = [words for words in (_WORD.findall(part) for part in _SENTENCE_END.split(text)) if words]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return ReadingLevel(0.0, 0, 0)
    syllables = sum(_syllables(word, names) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return ReadingLevel(grade, max(map(len, sentences)), len(words))


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def muscle_words(groups: Iterable[MuscleGroup]) -> frozenset[str]:
    """Return the long words that muscles are named with, in small letters."""
    groups = tuple(groups)
    names = [
        *(group.clinical_name for group in groups),
        *(muscle.name for group in groups for muscle in group.muscles),
        *(muscle.id.replace("-", " ") for group in groups for muscle in group.muscles),
    ]
    words = {word for name in names for word in _LETTERS.findall(name.lower()) if len(word) > _LONG}
    return frozenset(words - _ORDINARY)


def _syllables(word: str, names: Collection[str]) -> int:
    small = word.lower()
    if small in names:
        return 1
    return sum(_syllables_of_part(part) for part in re.split(r"[-–]", small))


def _syllables_of_part(part: str) -> int:
    letters = "".join(_LETTERS.findall(part))
    if len(letters) <= 3:
        return 1
    spoken = _SILENT_END.sub(lambda end: end.group()[0], letters)
    return max(1, len(_VOWELS.findall(spoken.removeprefix("y"))))
