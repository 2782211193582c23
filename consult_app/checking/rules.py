"""Rules across the whole catalogue, and everything together for a folder."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from consult_app.checking.atlas_rules import check_atlas
from consult_app.checking.group_rules import check_groups
from consult_app.checking.guidance_rules import check_options
from consult_app.checking.mark_rules import check_marked
from consult_app.checking.review_rules import check_reviews
from consult_app.checking.source_rules import check_claims, check_sources
from consult_app.checking.text_rules import check_texts
from consult_app.content import files, lookup
from consult_app.content.loading import load_catalogue
from consult_app.content.lookup import codes_of
from consult_app.problems import ProblemList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.content.loading import Parsed
    from consult_app.content.records import Catalogue
    from consult_app.problems import Problem

    Rule = Callable[[Catalogue, Parsed, ProblemList], None]

_ICD10 = re.compile(r"[A-Z]\d\d(\.\d{1,4}|\.-)?")


class Checked(NamedTuple):
    """What was read of a folder, and every problem in it."""

    parsed: Parsed
    problems: tuple[Problem, ...]


def check_resources(folder: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Return every problem of a resources folder, or of a catalogue folder alone."""
    return read_and_check(folder, today or date.today()).problems


def read_and_check(folder: Path, today: date) -> Checked:
    """Read a resources folder, or a catalogue folder alone, and apply all rules to it."""
    is_catalogue = (folder / files.PASSPORT).exists()
    place = folder if is_catalogue else folder / "catalogue"
    parsed = load_catalogue(place)
    problems = ProblemList(parsed.problems)
    if parsed.catalogue is not None:
        check_catalogue(parsed.catalogue, parsed, problems)
        check_reviews(parsed.catalogue, parsed, problems, today)
    check_groups(parsed, problems)
    check_texts(place, parsed, problems)
    if not is_catalogue:
        check_atlas(folder / "atlas", parsed.catalogue, problems)
        if parsed.catalogue is not None:
            check_marked(folder / "atlas", parsed.catalogue, problems)
    return Checked(parsed, problems.in_order())


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


def _check_names(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    seen: dict[str, str] = {}
    for group in catalogue.groups:
        for name in sorted({group.name.casefold(), group.clinical_name.casefold()}):
            first = seen.setdefault(name, group.id)
            if first != group.id:
                place = parsed.origins.of(f"groups.{group.id}.name")
                problems.error("duplicate-name", place, name, first=first)
    _check_muscle_names(catalogue, parsed, problems)
    _check_topic_names(catalogue, parsed, problems)


def _check_muscle_names(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    seen: dict[str, str] = {}
    for group, muscle in catalogue.muscle_by_id.values():
        first = seen.setdefault(muscle.name.casefold(), muscle.id)
        if first != muscle.id:
            place = parsed.origins.of(f"groups.{group.id}.muscles.{muscle.id}.name")
            problems.error("duplicate-name", place, muscle.name, first=first)


def _check_topic_names(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    """What needling is for and what it is not for go by different names."""
    seen: dict[str, str] = {}
    named = [(f"conditions.{item.id}", item.id, item.name) for item in catalogue.conditions]
    named += [(f"not_for.{item.id}", item.id, item.name) for item in catalogue.details.not_for]
    for path, identifier, name in named:
        first = seen.setdefault(name.casefold(), identifier)
        if first != identifier:
            problems.error("duplicate-name", parsed.origins.of(f"{path}.name"), name, first=first)


def _check_codes(catalogue: Catalogue, parsed: Parsed, problems: ProblemList) -> None:
    for condition in catalogue.conditions:
        for code in codes_of(condition):
            if not _ICD10.fullmatch(code):
                place = parsed.origins.of(f"conditions.{condition.id}.icd10")
                problems.error("bad-icd10", place, code)


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


_RULES: tuple[Rule, ...] = (
    _check_unused,
    _check_matches,
    _check_headlines,
    _check_regions,
    check_sources,
    check_claims,
    _check_names,
    _check_includes,
    _check_codes,
    _check_side_effects,
    check_options,
)
