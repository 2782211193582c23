"""Rules about sources: whatever is marked as verified names one that somebody has read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consult_app.content import lookup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.content.detail_records import GroupDetail
    from consult_app.content.loading import Parsed
    from consult_app.content.records import Catalogue
    from consult_app.problems import ProblemList

UNREAD = "record-only"
"""What ``finding_basis`` says of works of which nobody has read more than the title."""
UNRECORDED = ""
"""What it says of works that were seen, but nobody wrote down how much of them."""

_NOTES = ("must_know", "do_not_needle", "ask_first", "during", "after", "aftercare")
_STATEMENTS = (*_NOTES, "side_effects", "help_signs", "questions", "red_flags")


class Statement(NamedTuple):
    """Something that names its sources; ``path`` is where it was written."""

    path: str
    id: str
    references: tuple[str, ...]
    verified: bool


def statements_of(catalogue: Catalogue) -> Iterator[Statement]:
    """Yield everything that is either verified, and then by which sources, or not."""
    for row in catalogue.evidence:
        yield Statement(f"evidence.{row.id}", row.id, row.references, row.verified)
    for section in _STATEMENTS:
        for note in getattr(catalogue.safety, section):
            yield Statement(f"safety.{section}.{note.id}", note.id, note.references, note.verified)
    lung = catalogue.safety.lung_warning
    yield Statement("safety.lung_warning", lung.id, lung.references, lung.verified)
    for part in catalogue.details.visit:
        yield Statement(f"visit.{part.id}", part.id, part.references, part.verified)
    for options in catalogue.details.options:
        for index, choice in enumerate(options.choices):
            path = f"options.{options.id}.choices.{index}"
            yield Statement(path, choice.kind, choice.references, choice.verified)
    for detail in catalogue.details.groups:
        yield from _statements_of_group(f"groups.{detail.group}", detail)


def _statements_of_group(path: str, detail: GroupDetail) -> Iterator[Statement]:
    for point in detail.trigger_points:
        yield Statement(f"{path}.trigger_points.{point.id}", point.id, point.references, point.verified)
    for index, note in enumerate(detail.practitioner.evidence_notes):
        place = f"{path}.practitioner.evidence_notes.{index}"
        yield Statement(place, detail.group, note.references, note.verified)


def check_sources(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    """Report what is marked as verified without a source, or only by works that nobody has read."""
    for statement in statements_of(catalogue):
        if not statement.verified:
            continue
        place = parsed.origins.of(f"{statement.path}.references")
        bases = [catalogue.reference_by_id[name].finding_basis for name in statement.references]
        if not bases:
            problems.error("missing-source", place, statement.id)
        elif all(basis == UNREAD for basis in bases):
            problems.error("unread-source", place, statement.id, references=", ".join(statement.references))


def check_claims(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    """Report benefits of which no finding speaks, not even that there are no good studies."""
    speaking = {row.benefit for row in catalogue.evidence if row.headline}
    for benefit in catalogue.benefits:
        place = parsed.origins.of(f"benefits.{benefit.id}")
        if benefit.id not in speaking:
            problems.error("benefit-without-evidence", place, benefit.id)
        elif benefit.describes_technique and (benefit.id, lookup.WHOLE_BODY) not in catalogue.headlines:
            problems.error("technique-without-evidence", place, benefit.id)
