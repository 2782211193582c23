"""Rules about the words themselves: what must not be said, and what is too hard to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consult_app.content import files
from consult_app.content.draft import Draft
from consult_app.content.fields import Fields, parse_record
from consult_app.content.reading import measure, muscle_words
from consult_app.problems import ProblemList, SourceLocation
from consult_app.yaml_nodes import read_nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from consult_app.content.draft import Prose
    from consult_app.content.loading import Parsed

HARDEST_TEXT = 8.0
HARDEST_AVERAGE = 6.0
LONGEST_SENTENCE = 15
_SHORTEST_TEXT = 5
"""Texts of fewer words have no meaningful grade."""

_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|TBD|lorem ipsum)\b")
_MEASURE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:mm|cm|millimet\w+|centimet\w+|inch\w*|degrees?|°)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BannedPhrase:
    """Words that no text may use, and what to do instead."""

    text: str
    instead: str

    def found_in(self, text: str) -> re.Match[str] | None:
        """Return where the phrase stands as whole words; a ``*`` stands for any ending."""
        pattern = re.escape(self.text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)


def check_texts(folder: Path, parsed: Parsed, problems: ProblemList) -> None:
    """Apply all rules to every text that patients read, also where other errors leave no catalogue."""
    banned = _read_banned(folder, problems) if folder.is_dir() else ()
    names = muscle_words(parsed.catalogue) if parsed.catalogue else frozenset[str]()
    for prose in parsed.origins.prose:
        _check_wording(prose, banned, problems)
    # Without a catalogue the names of muscles are not known, and everything looks hard.
    if parsed.catalogue is not None:
        _check_reading(parsed.origins.prose, names, SourceLocation(folder), problems)


def _read_banned(folder: Path, problems: ProblemList) -> tuple[BannedPhrase, ...]:
    node, faults = read_nodes(folder / files.BANNED_WORDS)
    problems.extend(faults)
    if node is None:
        return ()
    draft = Draft(SourceLocation(folder))
    phrases = parse_record(node, "", draft, _parse_banned)
    problems.extend(draft.problems)
    return phrases


def _parse_banned(fields: Fields) -> tuple[BannedPhrase, ...]:
    return fields.records("banned", _parse_phrase, at_least=1)


def _parse_phrase(fields: Fields) -> BannedPhrase:
    return BannedPhrase(fields.text("text"), fields.text("instead"))


def _check_wording(prose: Prose, banned: Iterable[BannedPhrase], problems: ProblemList) -> None:
    unfinished = _UNFINISHED.search(prose.text)
    if unfinished:
        problems.error("unfinished-text", prose.location, unfinished.group())
    measure_found = _MEASURE.search(prose.text)
    if measure_found:
        problems.error("needle-measure", prose.location, measure_found.group())
    for phrase in banned:
        match = phrase.found_in(prose.text)
        if match:
            problems.error("banned-wording", prose.location, match.group(), advice=phrase.instead)


def _check_reading(
    texts: Collection[Prose], names: Collection[str], whole: SourceLocation, problems: ProblemList
) -> None:
    grades = []
    for prose in texts:
        level = measure(prose.text, names)
        if level.words < _SHORTEST_TEXT:
            continue
        grades.append(level.grade)
        if level.grade > HARDEST_TEXT:
            _note_grade("hard-reading", prose.location, level.grade, HARDEST_TEXT, problems)
        if level.longest_sentence > LONGEST_SENTENCE:
            count = str(level.longest_sentence)
            problems.warning("long-sentence", prose.location, count=count, limit=str(LONGEST_SENTENCE))
    average = sum(grades) / len(grades) if grades else 0.0
    if average > HARDEST_AVERAGE:
        _note_grade("hard-average", whole, average, HARDEST_AVERAGE, problems)


def _note_grade(
    code: str, location: SourceLocation, grade: float, limit: float, problems: ProblemList
) -> None:
    problems.warning(code, location, grade=f"{grade:.1f}", limit=f"{limit:g}")
