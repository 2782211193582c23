"""The search field's index: finds things by name, complaint or code, and forgives typing errors.

Every phrase is a bag of words. A query word meets equal words, else words it begins, else words that
are nearly like it. Rare words count more than common ones, so that "I can't turn my head" is about
turning heads. A phrase's score is how much of the query it covers, and how much of itself.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from consult_app.content.search_entries import KINDS, Entry, Kind, entries_of, words_of
from consult_app.content.vocabulary import Match, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from consult_app.content.records import Catalogue

_MOST_WORDS = 12
_LEAST_SCORE = 0.34
_LEAST_OF_BEST = 0.5
_GOOD = 0.5
_SMALL = 0.25
_COMPLETENESS = 0.2


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer; ``groups`` are the muscle groups it stands for, ``score`` runs up to 1."""

    kind: Kind
    id: str
    label: str
    groups: tuple[str, ...]
    score: float


@dataclass(slots=True)
class _Phrase:
    """One name of one entry; ``total`` is what all its words count together."""

    entry: int
    weight: float
    total: float = 0.0


class SearchIndex:
    """Answers what is typed. Building it takes some milliseconds; asking it a fraction of one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._entries: list[Entry] = list(entries_of(catalogue))
        self._phrases: list[_Phrase] = []
        self._where: dict[str, list[int]] = defaultdict(list)
        bags = [bag for number, entry in enumerate(self._entries) for bag in self._bags(number, entry)]
        count = len(self._phrases)
        self._rarity = {word: log(1 + count / len(places)) for word, places in self._where.items()}
        for phrase, bag in zip(self._phrases, bags, strict=True):
            phrase.total = sum(self._rarity[word] for word in bag)
        self._usual_rarity = log(1 + count / 4)
        self._small_words = frozenset(words_of(catalogue.words["search.small-words"]))
        self._vocabulary = Vocabulary(self._where)
        self._real_words = {word for bag in bags for word in bag}

    def find(self, text: str, limit: int = 12) -> list[Hit]:
        """Return the best hits for a text, best first; empty when nothing is near."""
        words = self._joined(words_of(text)[:_MOST_WORDS])
        scores = self._scores(words, forgiving=False)
        if words and max(scores.values(), default=0.0) < _GOOD:
            scores = self._forgiven(words, scores)
        return self._hits(scores, limit)

    def warm_up(self) -> None:
        """Load the library that forgives typing errors, so that nobody waits for it while typing."""
        self._vocabulary.near("warm-up")

    def _forgiven(self, words: Sequence[str], scores: dict[int, float]) -> dict[int, float]:
        """Return the scores with errors forgiven even in words that are the beginning of another."""
        forgiven = self._scores(words, forgiving=True)
        return {number: max(scores.get(number, 0.0), score) for number, score in forgiven.items()}

    def _bags(self, number: int, entry: Entry) -> Iterable[set[str]]:
        """Enter the phrases of one entry and yield the words of each."""
        for text, weight in entry.phrases:
            words = words_of(text)
            if not words:
                continue
            # Neighbours are entered joined as well: "shoulderblade" finds "shoulder blade".
            joined = {first + second for first, second in itertools.pairwise(words)}
            for word in {*words, *joined}:
                self._where[word].append(len(self._phrases))
            self._phrases.append(_Phrase(number, weight))
            yield set(words)

    def _joined(self, words: list[str]) -> list[str]:
        """Join neighbours that are one word here: "head ache" is "headache"."""
        result: list[str] = []
        for word in words:
            if result and result[-1] + word in self._real_words:
                result[-1] += word
            else:
                result.append(word)
        return result

    def _scores(self, words: Sequence[str], *, forgiving: bool) -> dict[int, float]:
        """Return the best score of each entry that any word of the query meets."""
        covered: dict[int, float] = defaultdict(float)
        complete: dict[int, float] = defaultdict(float)
        asked = 0.0
        for word in words:
            matches = self._vocabulary.matches(word, forgiving=forgiving)
            weight = min((self._rarity[match.word] for match in matches), default=self._usual_rarity)
            if word in self._small_words:
                weight *= _SMALL
            asked += weight
            for number, match in self._best_places(matches).items():
                covered[number] += weight * match.quality
                complete[number] += self._rarity[match.word] * match.quality
        scores: dict[int, float] = {}
        for number, amount in covered.items():
            phrase = self._phrases[number]
            share = min(1.0, complete[number] / phrase.total)
            score = phrase.weight * amount / asked * (1 - _COMPLETENESS + _COMPLETENESS * share)
            if score > scores.get(phrase.entry, 0.0):
                scores[phrase.entry] = score
        return scores

    def _best_places(self, matches: Iterable[Match]) -> dict[int, Match]:
        """Return the phrases that any of the words occurs in, each with its best match."""
        best: dict[int, Match] = {}
        for match in matches:  # best matches come first
            for number in self._where[match.word]:
                if number not in best:
                    best[number] = match
        return best

    def _hits(self, scores: dict[int, float], limit: int) -> list[Hit]:
        least = max(_LEAST_SCORE, max(scores.values(), default=0.0) * _LEAST_OF_BEST)
        kept = [(score, number) for number, score in scores.items() if score >= least]
        kept.sort(key=self._rank)
        return [self._hit(number, score) for score, number in kept[:limit]]

    def _rank(self, scored: tuple[float, int]) -> tuple[float, int, int]:
        score, number = scored
        return -round(score, 4), KINDS.index(self._entries[number].kind), number

    def _hit(self, number: int, score: float) -> Hit:
        entry = self._entries[number]
        return Hit(entry.kind, entry.id, entry.label, entry.groups, round(score, 4))
