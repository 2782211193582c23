"""Rules about options and first visits: the four ways are told alike, and the calm path stays calm."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from consult_app.content.detail_records import ChoiceKind
from consult_app.content.reading import count_words

if TYPE_CHECKING:
    from consult_app.content.detail_records import Choice, Evidence, Options
    from consult_app.content.loading import Parsed
    from consult_app.content.records import Catalogue
    from consult_app.problems import ProblemList

_KINDS: tuple[ChoiceKind, ...] = get_args(ChoiceKind)
_MOST_APART = 0.25
"""How far a choice may be from the average length, as a share of it."""


def check_options(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    """Report options that leave a way out, tell one at greater length, or disagree with the findings."""
    for options in catalogue.details.options:
        place = parsed.origins.of(f"options.{options.id}.choices")
        kinds = [choice.kind for choice in options.choices]
        for kind in _KINDS:
            if kinds.count(kind) != 1:
                problems.error("choices-incomplete", place, kind, count=str(kinds.count(kind)))
        _check_lengths(options, parsed, problems)
        _check_counts(options, parsed, problems)
        for index, choice in enumerate(options.choices):
            if choice.kind == "needling":
                _check_certainty(choice, f"options.{options.id}.choices.{index}", catalogue, parsed, problems)


def length_of(choice: Choice) -> int:
    """Return the words that a choice is told in."""
    return sum(map(count_words, (choice.what, choice.helps, choice.harms, choice.effort)))


def _check_lengths(options: Options, parsed: Parsed, problems: ProblemList) -> None:
    lengths = [length_of(choice) for choice in options.choices]
    average = sum(lengths) / max(1, len(lengths))
    for index, (choice, length) in enumerate(zip(options.choices, lengths, strict=True)):
        if abs(length - average) > _MOST_APART * average:
            place = parsed.origins.of(f"options.{options.id}.choices.{index}")
            problems.warning(
                "choices-unequal", place, choice.kind, count=str(length), average=f"{average:.0f}"
            )


def _check_counts(options: Options, parsed: Parsed, problems: ProblemList) -> None:
    for index, choice in enumerate(options.choices):
        for number, count in enumerate(choice.counts):
            if not 0 <= count.low <= count.high <= 100:
                place = parsed.origins.of(f"options.{options.id}.choices.{index}.counts.{number}.low")
                low, high = f"{count.low:g}", f"{count.high:g}"
                problems.error("impossible-range", place, choice.kind, low=low, high=high)


def _check_certainty(
    choice: Choice, path: str, catalogue: Catalogue, parsed: Parsed, problems: ProblemList
) -> None:
    """Compare with the findings that rest on the same works."""
    rows = [row for row in catalogue.evidence if not set(row.references).isdisjoint(choice.references)]
    known = sorted({_certainty(row) for row in rows} or {"none"})
    if choice.certainty not in known:
        place = parsed.origins.of(f"{path}.certainty")
        problems.error("certainty-differs", place, choice.certainty, known=", ".join(known))


def _certainty(row: Evidence) -> str:
    return row.certainty if row.references else "none"
