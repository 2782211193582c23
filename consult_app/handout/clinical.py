"""What practitioners read on paper: anatomy, trigger points, structures at risk, sources; compact.

How the needle is led is not on paper: a sheet may end in a patient's hands. Ranks: 8 sources, 7 what studies
found, 6 origin and insertion, 5 action, 4 where points are felt, 3 points, 2 anatomy, 1 structures at risk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.handout.records import Block, Fact, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from consult_app.content.detail_records import Reference, TriggerPoint
    from consult_app.content.records import Catalogue, Muscle, MuscleGroup
    from consult_app.content.words import Words

_SOURCES, _ATTACHMENTS, _ACTION, _ZONES, _POINTS, _ANATOMY, _HAZARDS = 8, 6, 5, 4, 3, 2, 1


def parts(catalogue: Catalogue, words: Words, groups: Sequence[MuscleGroup]) -> list[Part]:
    """Return the clinical parts of some groups."""
    known = _Clinical(catalogue, words)
    found = [
        Part(words("ui.practitioner.anatomy"), tuple(known.anatomy(groups))),
        Part(words("ui.practitioner.points"), tuple(known.points(groups))),
        Part(words("ui.practitioner.hazards"), tuple(known.hazards(groups))),
    ]
    return [*found, sources(catalogue, words, groups)]


def brief(catalogue: Catalogue, words: Words, group: MuscleGroup) -> tuple[Block, ...]:
    """Return the clinical layer of one group of a plan: structures at risk first, the rest after benefits."""
    known = _Clinical(catalogue, words)
    facts = (*known.anatomy((group,)), *known.points((group,)), *known.hazards((group,)))
    return tuple(fact._replace(rank=fact.rank + (1 if fact.rank == _HAZARDS else 2)) for fact in facts)


def sources(catalogue: Catalogue, words: Words, groups: Sequence[MuscleGroup]) -> Part:
    """Return what the findings and the trigger points of some groups rest on, each source once."""
    names = dict.fromkeys(name for group in groups for name in _cited(catalogue, group))
    known = catalogue.reference_by_id
    facts = tuple(
        Fact(f"{number}", _cite(known[name]), _SOURCES) for number, name in enumerate(names, start=1)
    )
    return Part(words("ui.practitioner.sources"), facts)


def _cited(catalogue: Catalogue, group: MuscleGroup) -> Iterator[str]:
    from consult_app.content.lookup import headline

    detail = catalogue.detail_by_group[group.id]
    for item in group.benefits:
        found = headline(catalogue, item.benefit, group)
        yield from found.references if found else ()
    for note in detail.practitioner.evidence_notes:
        yield from note.references
    for point in detail.trigger_points:
        yield from point.references


def _cite(reference: Reference) -> str:
    """Return a source in one short line: who, when, where."""
    authors = reference.authors.split(",")[0].strip()
    if authors.startswith("not shown"):
        authors = ""
    who = " ".join(part for part in (authors, reference.year) if part) or reference.title
    number = f"doi:{reference.doi}" if reference.doi else f"PMID {reference.pmid}" if reference.pmid else ""
    return ". ".join(part.rstrip(".") for part in (who, reference.journal, number) if part)


class _Clinical:
    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self._catalogue, self._words = catalogue, words

    def anatomy(self, groups: Sequence[MuscleGroup]) -> Iterator[Fact]:
        for group in groups:
            for muscle in group.muscles:
                yield Fact(muscle.name, self._fact("nerve", muscle.nerve), _ANATOMY)
                yield Fact("", self._fact("action", muscle.action_clinical), _ACTION)
                yield Fact("", self._attachments(muscle), _ATTACHMENTS)

    def _attachments(self, muscle: Muscle) -> str:
        found = (("origin", muscle.origin), ("insertion", muscle.insertion))
        return "; ".join(self._fact(key, fact) for key, fact in found)

    def _fact(self, key: str, fact: str) -> str:
        return self._words("ui.practitioner.fact", name=self._words(f"ui.practitioner.{key}"), fact=fact)

    def points(self, groups: Sequence[MuscleGroup]) -> Iterator[Fact]:
        for group in groups:
            for point in self._catalogue.detail_by_group[group.id].trigger_points:
                muscles = (point.muscle, *point.also_muscles)
                names = ", ".join(self._catalogue.muscle_by_id[muscle][1].name for muscle in muscles)
                yield Fact(names, point.site, _POINTS)
                yield Fact("", self._zones(point), _ZONES)

    def _zones(self, point: TriggerPoint) -> str:
        told = []
        for key, zones in (("primary", point.primary), ("spillover", point.spillover)):
            if zones:
                names = ", ".join(self._catalogue.zone_by_id[zone].name for zone in zones)
                told.append(self._words(f"ui.practitioner.{key}", zones=names))
        if point.side != "same":
            told.append(self._words(f"ui.practitioner.side.{point.side}"))
        if not point.verified:
            told.append(self._words("ui.practitioner.unverified"))
        return ". ".join(text.rstrip(".") for text in told)

    def hazards(self, groups: Sequence[MuscleGroup]) -> Iterator[Fact]:
        for group in groups:
            for precaution in group.precautions:
                yield Fact(precaution.structure, precaution.clinical, _HAZARDS)
