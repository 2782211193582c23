"""Rules across the whole catalogue, and everything together for a folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.checking.atlas_rules import check_atlas
from consult_app.checking.text_rules import check_texts
from consult_app.content import files, lookup
from consult_app.content.loading import load_catalogue
from consult_app.problems import ProblemList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from consult_app.content.loading import Parsed
    from consult_app.content.records import Catalogue, SafetyNote
    from consult_app.problems import Problem

    Rule = Callable[[Catalogue, Parsed, ProblemList], None]

_MOST_KEY_MESSAGES = 3
_LONGEST_NAME = 40
_LONGEST_CLINICAL_NAME = 32


def check_resources(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of a resources folder, or of a catalogue folder alone."""
    is_catalogue = (folder / files.PASSPORT).exists()
    parsed = load_catalogue(folder if is_catalogue else folder / "catalogue")
    problems = ProblemList(parsed.problems)
    if parsed.catalogue is not None:
        check_catalogue(parsed.catalogue, parsed, problems)
    check_texts(folder if is_catalogue else folder / "catalogue", parsed, problems)
    if not is_catalogue:
        check_atlas(folder / "atlas", parsed.catalogue, problems)
    return problems.in_order()


def check_catalogue(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    """Apply all rules about how the parts of a catalogue fit together."""
    for rule in _RULES:
        rule(catalogue, parsed, problems)


def _check_unused(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    del catalogue  # the parse knows who refers to whom
    for kind in ("reference", "evidence region", "zone", "area"):
        for identifier, location in parsed.draft.unused(kind):
            problems.warning("unused-id", location, identifier, kind=kind)


def _check_matches(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for benefit in catalogue.benefits:
        if not lookup.groups_for_benefit(catalogue, benefit.id):
            problems.error("unmatched-benefit", parsed.origins.of(f"benefits.{benefit.id}"), benefit.id)
    # A condition that was studied may stand alone: "not shown to help" is an answer, too.
    studied = {row.condition.casefold() for row in catalogue.evidence}
    for condition in catalogue.conditions:
        is_studied = condition.name.casefold() in studied
        if not is_studied and not lookup.groups_for_condition(catalogue, condition.id):
            problems.warning(
                "unmatched-condition", parsed.origins.of(f"conditions.{condition.id}"), condition.id
            )


def _check_headlines(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    seen: dict[tuple[str, str], bool] = {}
    for row in catalogue.evidence:
        claim = (row.benefit, row.region)
        if row.headline and seen.get(claim):
            place = parsed.origins.of(f"evidence.{row.id}.headline")
            problems.error("two-headlines", place, " in ".join(claim))
        seen[claim] = seen.get(claim, False) or row.headline
    for row in catalogue.evidence:
        if not seen.pop((row.benefit, row.region), True):
            place = parsed.origins.of(f"evidence.{row.id}")
            problems.error("no-headline", place, f"{row.benefit} in {row.region}")


def _check_regions(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for group in catalogue.groups:
        for index, region in enumerate(group.evidence_regions):
            if region == lookup.WHOLE_BODY:
                place = parsed.origins.of(f"groups.{group.id}.evidence_regions.{index}")
                problems.error("whole-body-region", place, region)


def _check_sources(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for row in catalogue.evidence:
        if row.verified and not row.references:
            problems.error("missing-source", parsed.origins.of(f"evidence.{row.id}.references"), row.id)
    for section, notes in _safety_sections(catalogue):
        for note in notes:
            if note.verified and not note.references:
                place = parsed.origins.of(f"safety.{section}.{note.id}.references")
                problems.error("missing-source", place, note.id)
    lung = catalogue.safety.lung_warning
    if lung.verified and not lung.references:
        problems.error("missing-source", parsed.origins.of("safety.lung_warning.references"), lung.id)


def _safety_sections(catalogue: Catalogue) -> Iterable[tuple[str, Iterable[SafetyNote]]]:
    """Return the lists of safety statements that carry sources, by their key."""
    for section in ("must_know", "do_not_needle", "ask_first", "during", "after", "aftercare"):
        yield section, getattr(catalogue.safety, section)
    yield "side_effects", catalogue.safety.side_effects  # type: ignore[misc]
    yield "help_signs", catalogue.safety.help_signs  # type: ignore[misc]


def _check_lung(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    word = catalogue.words["check.lung"].casefold()
    for group in catalogue.groups:
        place = parsed.origins.of(f"groups.{group.id}.near_lung")
        speaks = any(word in item.text.casefold() for item in group.precautions)
        if group.near_lung and not speaks:
            problems.error("lung-not-named", place, group.id)
        elif speaks and not group.near_lung:
            problems.warning("lung-not-marked", place, group.id)


def _check_key_messages(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for group in catalogue.groups:
        count = len(group.key_messages)
        if count > _MOST_KEY_MESSAGES:
            place = parsed.origins.of(f"groups.{group.id}.key_messages.{_MOST_KEY_MESSAGES}")
            problems.error("too-many-key-messages", place, group.id, count=str(count))


def _check_names(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    seen: dict[str, str] = {}
    for group in catalogue.groups:
        own = {group.name.casefold(), group.clinical_name.casefold()}
        _check_length(parsed, problems, f"groups.{group.id}.name", group.name, _LONGEST_NAME)
        _check_length(
            parsed, problems, f"groups.{group.id}.clinical_name", group.clinical_name, _LONGEST_CLINICAL_NAME
        )
        for name in sorted(own):
            first = seen.setdefault(name, group.id)
            if first != group.id:
                problems.error(
                    "duplicate-name", parsed.origins.of(f"groups.{group.id}.name"), name, first=first
                )
    _check_muscle_names(catalogue, parsed, problems)


def _check_muscle_names(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    seen: dict[str, str] = {}
    for group, muscle in catalogue.muscle_by_id.values():
        first = seen.setdefault(muscle.name.casefold(), muscle.id)
        if first != muscle.id:
            place = parsed.origins.of(f"groups.{group.id}.muscles.{muscle.id}.name")
            problems.error("duplicate-name", place, muscle.name, first=first)


def _check_length(parsed: Parsed, problems: ProblemList, path: str, name: str, limit: int) -> None:
    if len(name) > limit:
        problems.warning(
            "name-too-long", parsed.origins.of(path), name, count=str(len(name)), limit=str(limit)
        )


def _check_includes(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for condition in catalogue.conditions:
        if any(condition.id in lookup.with_narrower(catalogue, inner) for inner in condition.includes):
            place = parsed.origins.of(f"conditions.{condition.id}.includes")
            problems.error("includes-itself", place, condition.id)


def _check_side_effects(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for effect in catalogue.safety.side_effects:
        if not 0 <= effect.low <= effect.high <= 100:
            place = parsed.origins.of(f"safety.side_effects.{effect.id}.low")
            problems.error(
                "impossible-range", place, effect.id, low=f"{effect.low:g}", high=f"{effect.high:g}"
            )


def _check_dates(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    passport = catalogue.passport
    for key, text in (("reviewed_on", passport.reviewed_on), ("review_due", passport.review_due)):
        try:
            if text:
                date.fromisoformat(text)
        except ValueError:
            problems.error("bad-date", parsed.origins.of(f"passport.{key}"), text)


_RULES: tuple[Rule, ...] = (
    _check_unused,
    _check_matches,
    _check_headlines,
    _check_regions,
    _check_sources,
    _check_lung,
    _check_key_messages,
    _check_names,
    _check_includes,
    _check_side_effects,
    _check_dates,
)
