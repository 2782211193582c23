"""The clinical layer of a muscle group: anatomy, structures at risk, evidence with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import findings_of, references_of
from consult_app.content.wording import level_name
from consult_app.gui.layout import Column

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue, Evidence, Muscle, MuscleGroup, Reference
    from consult_app.gui.page_kit import PageKit

BREAK_AFTER, MAY_BREAK = "/.-_", "\u200b"
"""Where a long DOI may go on in the next line, and the invisible sign that says so."""


def practitioner_part(kit: PageKit, group: MuscleGroup) -> Column:
    """Return what practitioners read about a group."""
    column = Column()
    column.add(kit.subheading(kit.words("ui.practitioner.anatomy")))
    for muscle in group.muscles:
        column.add(_muscle(kit, muscle), kit.theme.gap(12))
    column.add(kit.subheading(kit.words("ui.practitioner.hazards")), kit.theme.gap(22))
    for precaution in group.precautions:
        column.add(kit.text(precaution.structure, "strong"), kit.theme.gap(10))
        column.add(kit.text(precaution.clinical), 2)
    column.add(kit.subheading(kit.words("ui.practitioner.evidence")), kit.theme.gap(22))
    for item in group.benefits:
        benefit = kit.catalogue.benefit_by_id[item.benefit]
        column.add(kit.text(benefit.name, "strong", "accent"), kit.theme.gap(14))
        found = findings_of(kit.catalogue, item.benefit, group)
        if not found:
            column.add(kit.text(kit.words("evidence.none"), "small"), 2)
        for evidence in found:
            column.add(_evidence(kit, evidence), kit.theme.gap(10))
    return column


def _muscle(kit: PageKit, muscle: Muscle) -> Column:
    column = Column()
    column.add(kit.text(muscle.name, "strong"))
    fma = sorted({part for parts in muscle.fma.values() for part in parts})
    name = muscle.latin + (" · " + ", ".join(fma) if fma else "")
    column.add(kit.text(name, "small", "muted"), 2)
    facts = (
        ("ui.practitioner.origin", muscle.origin),
        ("ui.practitioner.insertion", muscle.insertion),
        ("ui.practitioner.nerve", muscle.nerve),
        ("ui.practitioner.action", muscle.action_clinical),
    )
    for key, fact in facts:
        column.add(kit.text(kit.words("ui.practitioner.fact", name=kit.words(key), fact=fact), "small"), 3)
    return column


def _evidence(kit: PageKit, evidence: Evidence) -> Column:
    column = Column()
    column.add(kit.text(f"{evidence.condition[:1].upper()}{evidence.condition[1:]}", "small"))
    column.add(
        kit.text(
            kit.words(
                "ui.practitioner.grade",
                certainty=level_name(kit.words, evidence.certainty),
                direction=kit.words(f"ui.direction.{evidence.direction}"),
                horizon=kit.words(f"evidence.horizon.{evidence.horizon}"),
                graded=kit.words(f"ui.graded.{evidence.graded_by}"),
            ),
            "small",
        ),
        2,
    )
    if evidence.effect:
        compared = evidence.compared_with or "–"
        column.add(
            kit.text(
                kit.words(
                    "ui.practitioner.effect",
                    effect=evidence.effect[:1].upper() + evidence.effect[1:],
                    compared=compared,
                ),
                "small",
            ),
            2,
        )
    if evidence.note:
        column.add(kit.text(_without_ids(kit.catalogue, evidence.note), "small", "muted"), 2)
    for reference in references_of(kit.catalogue, evidence):
        column.add(kit.text(cite(reference), "small", "muted"), 3)
    if not evidence.verified:
        column.add(kit.text(kit.words("ui.practitioner.unverified"), "small", "muted"), 3)
    return column


def _without_ids(catalogue: Catalogue, note: str) -> str:
    """Return a note with the references it names by id written as first author and year."""
    for name, reference in catalogue.reference_by_id.items():
        if name in note:
            note = note.replace(name, f"{reference.authors.split(' ')[0]} ({reference.year})")
    return note


def cite(reference: Reference) -> str:
    """Return a reference in one line, with its DOI or PubMed number as it was found."""
    number = f" doi:{reference.doi}" if reference.doi else f" PMID {reference.pmid}" if reference.pmid else ""
    for sign in BREAK_AFTER:
        number = number.replace(sign, f"{sign}{MAY_BREAK}")
    return f"{reference.authors} ({reference.year}). {reference.title}. {reference.journal}.{number}"
