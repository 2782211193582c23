"""Rules about the words themselves: what must not be said, and what is too hard to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from consult_app.checking.measures import check_measures
from consult_app.checking.repeated import check_repeated
from consult_app.content import files
from consult_app.content.draft import Draft, Prose
from consult_app.content.fields import Fields, parse_record
from consult_app.content.lookup import WHOLE_BODY
from consult_app.content.reading import (
    HARDEST_AVERAGE,
    HARDEST_TEXT,
    LONGEST_SENTENCE,
    ReadingLevel,
    measure,
    muscle_words,
)
from consult_app.content.wording import evidence_sentence, whole_body_sentence
from consult_app.content.words import Words
from consult_app.problems import ProblemList, SourceLocation
from consult_app.yaml_nodes import read_nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from consult_app.content.loading import Parsed

_SHORTEST_TEXT = 5
"""Texts of fewer words have no meaningful grade."""

_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|TBD|lorem ipsum)\b")


@dataclass(frozen=True, slots=True)
class BannedPhrase:
    """Words that no text may use, and what to do instead."""

    text: str
    instead: str

    def found_in(self, text: str) -> re.Match[str] | None:
        """Return where the phrase stands as whole words; a ``*`` stands for any ending."""
        pattern = re.escape(self.text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)


class WordLists(NamedTuple):
    """Phrases that no text may use, and those that the calm path does without as well."""

    banned: tuple[BannedPhrase, ...] = ()
    calm: tuple[BannedPhrase, ...] = ()


def check_texts(folder: Path, parsed: Parsed, problems: ProblemList) -> None:
    """Apply all rules to every text that somebody reads, also where other errors leave no catalogue."""
    lists = _read_lists(folder, problems) if folder.is_dir() else WordLists()
    for prose in parsed.origins.texts:
        _check_unfinished(prose, problems)
        check_measures(prose, problems)
        if prose.audience != "evidence":
            _check_wording(prose, lists.banned, "banned-wording", problems)
        if prose.key == "calm_points":
            _check_wording(prose, lists.calm, "not-calm", problems)
    check_repeated(parsed.origins.texts, problems)
    _check_reading(graded(parsed), SourceLocation(folder), problems)


def graded(parsed: Parsed) -> list[tuple[Prose, ReadingLevel]]:
    """Return how hard each text for patients is to read, the sentences made from findings included.

    Texts of a few words have no meaningful grade and are left out. Without a single group the names of
    muscles are not known, and everything would look hard.
    """
    names = muscle_words(whole.group for whole in parsed.groups)
    texts = [*parsed.origins.prose, *_made_sentences(parsed)] if names else []
    levels = ((prose, measure(prose.text, names)) for prose in texts)
    return [(prose, level) for prose, level in levels if level.words >= _SHORTEST_TEXT]


def _made_sentences(parsed: Parsed) -> Iterator[Prose]:
    """Yield what is made from the findings that speak for their benefits, as if it stood at the outcome."""
    catalogue = parsed.catalogue
    if catalogue is None:
        return
    words = Words(catalogue.words)
    for row in catalogue.headlines.values():
        benefit = catalogue.benefit_by_id[row.benefit]
        if not benefit.describes_technique:
            path = f"evidence.{row.id}.outcome"
            yield Prose(path, evidence_sentence(words, benefit, row), parsed.origins.of(path))
            if row.region == WHOLE_BODY:
                yield Prose(path, whole_body_sentence(words, benefit, row), parsed.origins.of(path))


def _read_lists(folder: Path, problems: ProblemList) -> WordLists:
    node, faults = read_nodes(folder / files.BANNED_WORDS)
    problems.extend(faults)
    if node is None:
        return WordLists()
    draft = Draft(SourceLocation(folder))
    lists = parse_record(node, "", draft, _parse_lists)
    problems.extend(draft.problems)
    return lists


def _parse_lists(fields: Fields) -> WordLists:
    return WordLists(
        banned=fields.records("banned", _parse_phrase, at_least=1),
        calm=fields.records("calm", _parse_phrase, at_least=1),
    )


def _parse_phrase(fields: Fields) -> BannedPhrase:
    return BannedPhrase(fields.text("text"), fields.text("instead"))


def _check_unfinished(prose: Prose, problems: ProblemList) -> None:
    unfinished = _UNFINISHED.search(prose.text)
    if unfinished:
        problems.error("unfinished-text", prose.location, unfinished.group())


def _check_wording(prose: Prose, phrases: Iterable[BannedPhrase], code: str, problems: ProblemList) -> None:
    for phrase in phrases:
        match = phrase.found_in(prose.text)
        if match:
            problems.error(code, prose.location, match.group(), advice=phrase.instead)


def _check_reading(
    texts: Collection[tuple[Prose, ReadingLevel]], whole: SourceLocation, problems: ProblemList
) -> None:
    for prose, level in texts:
        if level.grade > HARDEST_TEXT:
            _note_grade("hard-reading", prose.location, level.grade, HARDEST_TEXT, problems)
        if level.longest_sentence > LONGEST_SENTENCE:
            count = str(level.longest_sentence)
            problems.warning("long-sentence", prose.location, count=count, limit=str(LONGEST_SENTENCE))
    average = sum(level.grade for _, level in texts) / max(1, len(texts))
    if average > HARDEST_AVERAGE:
        _note_grade("hard-average", whole, average, HARDEST_AVERAGE, problems)


def _note_grade(
    code: str, location: SourceLocation, grade: float, limit: float, problems: ProblemList
) -> None:
    problems.warning(code, location, grade=f"{grade:.1f}", limit=f"{limit:g}")
