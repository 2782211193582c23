"""The clinical layer of a muscle group: anatomy, trigger points, structures at risk, evidence, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import findings_of
from consult_app.content.wording import level_name
from consult_app.gui.layout import Column
from consult_app.gui.sources import Citations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.content.detail_records import Evidence, EvidenceNote, TriggerPoint
    from consult_app.content.records import Catalogue, Muscle, MuscleGroup
    from consult_app.gui.page_kit import PageKit


def practitioner_part(kit: PageKit, group: MuscleGroup) -> Column:
    """Return what practitioners read about a group."""
    return _PractitionerPart(kit, group).build()


class _PractitionerPart:
    def __init__(self, kit: PageKit, group: MuscleGroup) -> None:
        self._kit, self._group = kit, group
        self._detail = kit.catalogue.detail_by_group[group.id]
        self._citations = Citations(kit)

    def build(self) -> Column:
        kit, notes = self._kit, self._detail.practitioner
        column = Column()
        self._begin(column, "anatomy")
        self._add(column, (self._muscle(muscle) for muscle in self._group.muscles))
        self._begin(column, "points")
        self._add(column, (self._point(point) for point in self._detail.trigger_points))
        self._begin(column, "hazards")
        for precaution in self._group.precautions:
            column.add(kit.text(precaution.structure, "strong"), kit.theme.gap(10))
            column.add(kit.text(precaution.clinical), 2)
        self._begin(column, "needling")
        column.add(kit.bullets(notes.needling_notes), kit.theme.gap(8))
        self._begin(column, "talking")
        column.add(kit.bullets(notes.talking_points), kit.theme.gap(8))
        if kit.policy.shows("studies"):
            self._begin(column, "studies")
            self._add(column, (self._note(note) for note in notes.evidence_notes))
            self._begin(column, "evidence")
            self._add_findings(column)
        self._begin(column, "sources")
        column.add(self._citations.listed(), kit.theme.gap(8))
        return column

    def _begin(self, column: Column, key: str) -> None:
        column.add(self._kit.subheading(self._kit.words(f"ui.practitioner.{key}")), self._kit.theme.gap(24))

    def _add(self, column: Column, parts: Iterable[Column]) -> None:
        for part in parts:
            column.add(part, self._kit.theme.gap(12))

    def _muscle(self, muscle: Muscle) -> Column:
        kit = self._kit
        column = Column()
        column.add(kit.text(muscle.name, "strong"))
        fma = sorted({part for parts in muscle.fma.values() for part in parts})
        name = muscle.latin + (" · " + ", ".join(fma) if fma else "")
        column.add(kit.text(name, "small", "muted"), 2)
        facts = (
            ("origin", muscle.origin),
            ("insertion", muscle.insertion),
            ("nerve", muscle.nerve),
            ("action", muscle.action_clinical),
        )
        for key, fact in facts:
            words = kit.words("ui.practitioner.fact", name=kit.words(f"ui.practitioner.{key}"), fact=fact)
            column.add(kit.text(words, "small"), 3)
        return column

    def _point(self, point: TriggerPoint) -> Column:
        kit, known = self._kit, self._kit.catalogue
        column = Column()
        muscles = (point.muscle, *point.also_muscles)
        names = ", ".join(known.muscle_by_id[muscle][1].name for muscle in muscles)
        column.add(kit.text(names, "strong"))
        column.add(kit.text(point.site + self._citations.numbers(point.references), "small"), 2)
        for key, zones in (("primary", point.primary), ("spillover", point.spillover)):
            if zones:
                names = ", ".join(known.zone_by_id[zone].name for zone in zones)
                column.add(kit.text(kit.words(f"ui.practitioner.{key}", zones=names), "small"), 2)
        if point.side != "same":
            column.add(kit.text(kit.words(f"ui.practitioner.side.{point.side}"), "small"), 2)
        self._doubt(column, is_verified=point.verified)
        return column

    def _note(self, note: EvidenceNote) -> Column:
        column = Column()
        column.add(self._kit.text(note.text + self._citations.numbers(note.references), "small"))
        self._doubt(column, is_verified=note.verified)
        return column

    def _add_findings(self, column: Column) -> None:
        kit = self._kit
        for item in self._group.benefits:
            benefit = kit.catalogue.benefit_by_id[item.benefit]
            column.add(kit.text(benefit.name, "strong", "accent"), kit.theme.gap(14))
            found = findings_of(kit.catalogue, item.benefit, self._group)
            if not found:
                column.add(kit.text(kit.words("evidence.none"), "small"), 2)
            self._add(column, (self._finding(evidence) for evidence in found))

    def _finding(self, evidence: Evidence) -> Column:
        kit = self._kit
        column = Column()
        subject = f"{evidence.condition[:1].upper()}{evidence.condition[1:]}"
        column.add(kit.text(subject + self._citations.numbers(evidence.references), "small"))
        grade = kit.words(
            "ui.practitioner.grade",
            certainty=level_name(kit.words, evidence.certainty),
            direction=kit.words(f"ui.direction.{evidence.direction}"),
            horizon=kit.words(f"evidence.horizon.{evidence.horizon}"),
            graded=kit.words(f"ui.graded.{evidence.graded_by}"),
        )
        column.add(kit.text(grade, "small"), 2)
        if evidence.effect:
            effect = f"{evidence.effect[:1].upper()}{evidence.effect[1:]}"
            compared = evidence.compared_with or "–"
            words = kit.words("ui.practitioner.effect", effect=effect, compared=compared)
            column.add(kit.text(words, "small"), 2)
        if evidence.note:
            column.add(kit.text(_without_ids(kit.catalogue, evidence.note), "small", "muted"), 2)
        self._doubt(column, is_verified=evidence.verified)
        return column

    def _doubt(self, column: Column, *, is_verified: bool) -> None:
        if not is_verified:
            column.add(self._kit.text(self._kit.words("ui.practitioner.unverified"), "small", "muted"), 3)


def _without_ids(catalogue: Catalogue, note: str) -> str:
    """Return a note with the references it names by id written as first author and year."""
    for name, reference in catalogue.reference_by_id.items():
        if name in note:
            note = note.replace(name, f"{reference.authors.split(' ')[0]} ({reference.year})")
    return note
