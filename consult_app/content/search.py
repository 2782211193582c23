"""The search field's index: finds things by name, complaint or code, and forgives typing errors.

Every phrase is a bag of words. A query word meets equal words, else words it begins, else words that
are nearly like it. Rare words count more than common ones, so that "I can't turn my head" is about
turning heads. A phrase's score is how much of the query it covers, and how much of itself. What needling
is not for is answered before everything else when it is what was typed; see ``_Leader``.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from math import log, sqrt
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
_NEARLY_WHOLE = 0.88
_SURE_SLIP = 6
"""A slip in a shorter word is not enough to take it for one that leads by itself."""
_LEAST_SHARE = {True: 1 / 3, False: 1 / 2}
"""Of the words typed (small words left out), by whether it is urgent."""


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


@dataclass(frozen=True, slots=True)
class _Leader:
    """The words of a phrase that is answered first when all of them were typed.

    Two words of an urgent one are enough, whatever stands around them: "chest pain" is never passed over.
    Else it must be a fair share of what was typed, so that "stress" leads and "neck pain from stress" not.
    """

    entry: int
    words: frozenset[str]
    is_urgent: bool

    def leads(self, typed: set[str], slips: set[str], count: int) -> bool:
        """Whether this is what was typed; ``slips`` are words nearly typed, of ``count`` words in all."""
        slipped = self.words - typed
        is_doubtful = slipped == self.words and all(len(word) < _SURE_SLIP for word in slipped)
        if not slipped <= slips or is_doubtful:
            return False
        is_plain = self.is_urgent and len(self.words) > 1
        return is_plain or len(self.words) >= count * _LEAST_SHARE[self.is_urgent]


class SearchIndex:
    """Answers what is typed. Building it takes some milliseconds; asking it a fraction of one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._entries: list[Entry] = list(entries_of(catalogue))
        self._phrases: list[_Phrase] = []
        self._where: dict[str, set[int]] = defaultdict(set)
        bags = [bag for number, entry in enumerate(self._entries) for bag in self._bags(number, entry)]
        self._small_words = frozenset(words_of(catalogue.words["search.small-words"]))
        count = len(self._phrases)
        self._usual_rarity = _rarity(count, 4)
        self._rarity = {
            word: _rarity(count, len(places)) * (_SMALL if word in self._small_words else 1)
            for word, places in self._where.items()
        }
        for phrase, bag in zip(self._phrases, bags, strict=True):
            phrase.total = sum(self._rarity[word] for word in bag)
        self._real_words = {word for bag in bags for word in bag}
        self._leaders: dict[str, list[_Leader]] = defaultdict(list)
        """By the rarest of their words, so that few must be looked at."""
        for phrase, bag in zip(self._phrases, bags, strict=True):
            entry = self._entries[phrase.entry]
            words = frozenset(bag - self._small_words) if entry.urgency else None
            if words:
                rarest = max(words, key=self._rarity.__getitem__)
                self._leaders[rarest].append(_Leader(phrase.entry, words, entry.is_urgent))
        self._vocabulary = Vocabulary(self._where)

    def find(self, text: str, limit: int = 12) -> list[Hit]:
        """Return the best hits for a text, best first; empty when nothing is near."""
        words = self._joined(words_of(text)[:_MOST_WORDS])
        scores = self._scores(words, forgiving=False)
        is_poor = max(scores.values(), default=0.0) < _GOOD
        if is_poor and any(map(self._vocabulary.may_be_error, words)):
            for number, score in self._scores(words, forgiving=True).items():
                scores[number] = max(score, scores.get(number, 0.0))
        return self._hits(scores, self._leading(words), limit)

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

    def _leading(self, words: Sequence[str]) -> list[int]:
        """Return the entries that are answered first: all words of one of their phrases were typed."""
        typed, slips = set[str](), set[str]()
        for word in words:
            begun = self._vocabulary.begun(word)
            typed.update(match.word for match in begun if match.quality >= _NEARLY_WHOLE)
            if not begun and self._vocabulary.may_be_error(word):
                alike = self._vocabulary.near(word)
                slips.update(match.word for match in alike if match.quality == alike[0].quality)
        count = sum(word not in self._small_words for word in words)
        near = [leader for word in typed | slips for leader in self._leaders.get(word, ())]
        return sorted({leader.entry for leader in near if leader.leads(typed, slips, count)})

    def _hits(self, scores: dict[int, float], leading: Sequence[int], limit: int) -> list[Hit]:
        best = max(scores.values(), default=1.0)
        others = [(score, number) for number, score in scores.items() if number not in leading]
        least = max((score for score, _ in others), default=0.0) * _LEAST_OF_BEST
        kept = sorted((item for item in others if item[0] >= least), key=self._rank)
        ranked = [(best, number) for number in leading] + kept
        return [self._hit(number, score) for score, number in ranked[:limit]]

    def _rank(self, scored: tuple[float, int]) -> tuple[float, int, int]:
        score, number = scored
        return -round(score, 4), KINDS.index(self._entries[number].kind), number

    def _hit(self, number: int, score: float) -> Hit:
        entry = self._entries[number]
        return Hit(entry.kind, entry.id, entry.label, entry.groups, round(score, 4))


def _rarity(phrases: int, places: int) -> float:
    """Return how much a word counts that stands in some of all phrases.

    The root keeps one rare word from outweighing the rest: "neck pain from stress" is about the neck.
    """
    return sqrt(log(1 + phrases / places))
