"""The words an index knows, and which of them a typed word may mean."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_REMEMBERED = 500
_USUAL_LENGTHS = range(2, 13)
_STEM = 0.9
_MOST_MATCHES = 80
"""One letter begins thousands of words; the shortest of them are enough."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known word that a typed one may mean, and how well it fits (1 is the word itself)."""

    word: str
    quality: float


class Vocabulary:
    """Finds equal words, words that begin so, and words that are nearly so. Remembers its answers."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted(words)
        self._known = frozenset(self._sorted)
        # Beginnings of each length with the words that begin so, made when first needed.
        self._beginnings: dict[int, dict[str, list[str]]] = {}
        self._begun: dict[str, tuple[Match, ...]] = {}
        self._nearly: dict[str, tuple[Match, ...]] = {}

    def matches(self, typed: str, *, forgiving: bool) -> tuple[Match, ...]:
        """Return what a typed word may mean, best first.

        Typing errors are allowed for when no word begins so, or when ``forgiving`` asks for it.
        """
        begun = self.begun(typed)
        if begun and not forgiving:
            return begun
        known = {match.word for match in begun}
        return begun + tuple(match for match in self.near(typed) if match.word not in known)

    def begun(self, typed: str) -> tuple[Match, ...]:
        """Return the words that begin as typed, the word itself first, and stems of what was typed."""
        if typed not in self._begun:
            self._forget(self._begun)
            start = bisect_left(self._sorted, typed)
            end = bisect_left(self._sorted, typed + "\U0010ffff")
            found = [Match(word, _part_quality(typed, word)) for word in self._sorted[start:end]]
            if typed not in self._known:
                found += self._stems(typed)
            self._begun[typed] = _best_first(found)
        return self._begun[typed]

    def _stems(self, typed: str) -> list[Match]:
        """Return the words that begin what was typed and make up most of it: "turn" for "turning"."""
        shortest = max(4, len(typed) // 2 + 1)
        lengths = range(len(typed) - 1, shortest - 1, -1)
        stems = [typed[:length] for length in lengths if typed[:length] in self._known]
        return [Match(stem, _STEM * len(stem) / len(typed)) for stem in stems]

    def may_be_error(self, typed: str) -> bool:
        """Whether a word that begins others, but is none itself, may also be a slip for yet another."""
        return typed not in self._known and _allowed_errors(typed) > 0

    def near(self, typed: str) -> tuple[Match, ...]:
        """Return the words whose beginning is nearly as typed."""
        if typed not in self._nearly:
            self._forget(self._nearly)
            self._nearly[typed] = _best_first(self._find_near(typed))
        return self._nearly[typed]

    def prepare(self) -> None:
        """Do now what the first typing errors would else wait for."""
        self.near("prepare")
        for length in _USUAL_LENGTHS:
            self._beginnings_of(length)

    def _find_near(self, typed: str) -> list[Match]:
        errors = _allowed_errors(typed)
        if errors == 0:
            return []
        from rapidfuzz import process  # 70 ms that nobody pays who types without errors
        from rapidfuzz.distance import OSA

        best: dict[str, float] = {}
        # A letter too few or too many: the word's beginning is longer or shorter than what was typed.
        for length in range(max(3, len(typed) - 1), len(typed) + 2):
            beginnings = self._beginnings_of(length)
            for beginning, distance, _ in process.extract(
                typed, beginnings.keys(), scorer=OSA.distance, score_cutoff=errors, limit=None
            ):
                if len(typed) <= 3 and beginning[0] != typed[0]:
                    continue
                for word in beginnings[beginning]:
                    quality = (1 - 1.5 * distance / len(typed)) * _part_quality(beginning, word)
                    best[word] = max(best.get(word, 0.0), quality)
        return [Match(word, quality) for word, quality in best.items()]

    def _beginnings_of(self, length: int) -> dict[str, list[str]]:
        if length not in self._beginnings:
            found: dict[str, list[str]] = {}
            for word in self._sorted:
                if len(word) >= length:
                    found.setdefault(word[:length], []).append(word)
            self._beginnings[length] = found
        return self._beginnings[length]

    @staticmethod
    def _forget(memory: dict[str, tuple[Match, ...]]) -> None:
        """Make room; nobody's typing is kept for ever."""
        if len(memory) >= _MOST_REMEMBERED:
            memory.clear()


def _allowed_errors(typed: str) -> int:
    length = len(typed)
    if length < 3:
        return 0
    if length < 6:
        return 1
    return 2 if length < 11 else 3


def _part_quality(beginning: str, word: str) -> float:
    """Return how well a beginning stands for a word: 1 for the whole word."""
    return 0.6 + 0.4 * len(beginning) / len(word)


def _best_first(matches: list[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: -match.quality)[:_MOST_MATCHES])
