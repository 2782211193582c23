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
        self._where: dict[str, set[int]] = defaultdict(set)
        bags = [bag for number, entry in enumerate(self._entries) for bag in self._bags(number, entry)]
        self._small_words = frozenset(words_of(catalogue.words["search.small-words"]))
        count = len(self._phrases)
        self._usual_rarity = log(1 + count / 4)
        self._rarity = {
            word: log(1 + count / len(places)) * (_SMALL if word in self._small_words else 1)
            for word, places in self._where.items()
        }
        for phrase, bag in zip(self._phrases, bags, strict=True):
            phrase.total = sum(self._rarity[word] for word in bag)
        self._real_words = {word for bag in bags for word in bag}
        self._vocabulary = Vocabulary(self._where)

    def find(self, text: str, limit: int = 12) -> list[Hit]:
        """Return the best hits for a text, best first; empty when nothing is near."""
        words = self._joined(words_of(text)[:_MOST_WORDS])
        scores = self._scores(words, forgiving=False)
        is_poor = max(scores.values(), default=0.0) < _GOOD
        if is_poor and any(map(self._vocabulary.may_be_error, words)):
            for number, score in self._scores(words, forgiving=True).items():
                scores[number] = max(score, scores.get(number, 0.0))
        return self._hits(scores, limit)

    def warm_up(self) -> None:
        """Prepare for typing errors (some 30 ms), so that nobody waits for that while typing."""
        self._vocabulary.prepare()

    def _bags(self, number: int, entry: Entry) -> Iterable[set[str]]:
        """Enter the phrases of one entry and yield the words of each."""
        for text, weight in entry.phrases:
            words = words_of(text)
            if not words:
                continue
            # Neighbours are entered joined as well: "shoulderblade" finds "shoulder blade".
            joined = {first + second for first, second in itertools.pairwise(words)}
            for word in {*words, *joined}:
                self._where[word].add(len(self._phrases))
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
        """Return the best score of each entry that enough of the query meets."""
        asked = sorted((self._asked(word, forgiving=forgiving) for word in words), key=lambda ask: -ask[0])
        total = remaining = sum(weight for weight, _ in asked)
        covered: dict[int, float] = {}
        for weight, matches in asked:
            # Rare words come first. What only the commoner rest would meet can no longer score enough.
            self._cover(covered, weight, matches, is_open=remaining >= _LEAST_SCORE * total)
            remaining -= weight
        scores: dict[int, float] = {}
        for number, amount in covered.items():
            phrase = self._phrases[number]
            share = min(1.0, amount / phrase.total)
            score = phrase.weight * amount / total * (1 - _COMPLETENESS + _COMPLETENESS * share)
            if score > scores.get(phrase.entry, _LEAST_SCORE):
                scores[phrase.entry] = score
        return scores

    def _asked(self, word: str, *, forgiving: bool) -> tuple[float, Sequence[Match]]:
        """Return how much a query word counts and which known words it may mean."""
        if word in self._small_words and word in self._real_words:
            return self._rarity[word], (Match(word, 1.0),)
        matches = self._vocabulary.matches(word, forgiving=forgiving and self._vocabulary.may_be_error(word))
        return min((self._rarity[match.word] for match in matches), default=self._usual_rarity), matches

    def _cover(
        self, covered: dict[int, float], weight: float, matches: Iterable[Match], *, is_open: bool
    ) -> None:
        """Credit each phrase with its best match; phrases not met before only while ``is_open``."""
        met: set[int] = set()
        for match in matches:  # the best come first
            places = self._where[match.word] - met
            known = covered.keys() & places
            gain = weight * match.quality
            for number in known:
                covered[number] += gain
            if is_open:
                covered.update(dict.fromkeys(places - known, gain))
            met |= places

    def _hits(self, scores: dict[int, float], limit: int) -> list[Hit]:
        least = max(scores.values(), default=0.0) * _LEAST_OF_BEST
        kept = [(score, number) for number, score in scores.items() if score >= least]
        kept.sort(key=self._rank)
        return [self._hit(number, score) for score, number in kept[:limit]]

    def _rank(self, scored: tuple[float, int]) -> tuple[float, int, int]:
        score, number = scored
        return -round(score, 4), KINDS.index(self._entries[number].kind), number

    def _hit(self, number: int, score: float) -> Hit:
        entry = self._entries[number]
        return Hit(entry.kind, entry.id, entry.label, entry.groups, round(score, 4))
