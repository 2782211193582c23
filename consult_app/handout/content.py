"""From what was chosen to what stands on paper: every sentence is the catalogue's or the practitioner's.

The order is that of the screen. Where a page has no room for all of it, blocks go by their rank: see
``fitting``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import is_past, is_review_due
from consult_app.content.words import Words
from consult_app.handout import clinical, patient
from consult_app.handout.records import Handout, Leaf, Lines, Part
from consult_app.handout.subjects import subjects_of

if TYPE_CHECKING:
    from consult_app.content.records import MuscleGroup
    from consult_app.handout.records import HandoutRequest
    from consult_app.handout.subjects import Subject


def handout_of(request: HandoutRequest) -> Handout:
    """Return what stands on the pages: one page for one group, two for a plan of more."""
    return _Composer(request).compose()


class _Composer:
    def __init__(self, request: HandoutRequest) -> None:
        self._request = request
        self._catalogue = request.catalogue
        self._words = Words(request.catalogue.words)
        self._subjects = subjects_of(request.items)
        self._is_clinical = request.depth == "practitioner"
        self._tell = patient.Teller(
            request.catalogue,
            self._words,
            is_clinical=self._is_clinical,
            has_home_care=request.has_home_care,
        )

    def compose(self) -> Handout:
        words, subjects = self._words, self._subjects
        leaves: tuple[Leaf, ...]
        if len(subjects) == 1:
            subject = subjects[0]
            title, subtitle = self._group(subject).name, self._subtitle(subject)
            leaves = (self._single(subject),)
        else:
            title = words("ui.handout.plan")
            subtitle = words("ui.handout.plan_count", count=len(self._groups()))
            leaves = (self._items(), self._care())
        return Handout(title, subtitle, leaves, self._closing())

    def _group(self, subject: Subject) -> MuscleGroup:
        return self._catalogue.group_by_id[subject.selection.group]

    def _groups(self) -> tuple[MuscleGroup, ...]:
        """Return the groups without those that stand on the plan twice, once for each side."""
        return tuple({s.selection.group: self._group(s) for s in self._subjects}.values())

    def _subtitle(self, subject: Subject) -> str:
        group = self._group(subject)
        side = self._words(f"ui.side.{subject.selection.side or 'both'}")
        muscle = next((m for m in group.muscles if m.id == subject.selection.muscle), None)
        if muscle is not None and len(group.muscles) > 1:
            group_side = self._words("ui.part-of", name=group.clinical_name, side=side)
            return self._words("ui.part-of", name=muscle.name, side=group_side)
        return self._words("ui.part-of", name=group.clinical_name, side=side)

    # One group

    def _single(self, subject: Subject) -> Leaf:
        request, group, tell = self._request, self._group(subject), self._tell
        parts = [
            tell.key(group),
            self._notes(subject.note, request.note),
            tell.what(group, subject.selection.muscle),
            tell.where(group),
            Part(self._words("ui.handout.spots"), tell.spots(group, subject.points), level=3),
            tell.benefits(group),
            tell.uses(group),
            tell.feels(group),
            *tell.risks((group,)),
            tell.precautions(group),
        ]
        if self._is_clinical:
            parts += clinical.parts(self._catalogue, self._words, (group,))
        parts += [tell.doing(group), tell.to_ask(), tell.answers(request.answers)]
        return Leaf(_filled(parts), (tell.help_signs((group,)),), has_picture=True)

    # A plan

    def _items(self) -> Leaf:
        tell = self._tell
        parts = [self._notes(self._request.note)]
        for number, subject in enumerate(self._subjects, start=1):
            group = self._group(subject)
            title = self._words("ui.handout.item", number=number, name=group.name)
            note = self._words("ui.handout.note_line", note=subject.note) if subject.note else ""
            blocks = tell.item(group, self._subtitle(subject), note, subject)
            if self._is_clinical:
                blocks += clinical.brief(self._catalogue, self._words, group)
            parts.append(Part(title, blocks, is_whole=True))
        return Leaf(_filled(parts), has_picture=True, is_even=True)

    def _care(self) -> Leaf:
        groups = self._groups()
        tell = self._tell
        parts = [*tell.risks(groups), tell.care(groups), tell.to_ask(), tell.answers(self._request.answers)]
        if self._is_clinical:
            parts.append(clinical.sources(self._catalogue, self._words, groups))
        return Leaf(_filled(parts), (tell.help_signs(groups),))

    # Both

    def _notes(self, *notes: str) -> Part:
        """Return the practitioner's own words, line by line as they were written."""
        lines = tuple(line.strip() for note in notes for line in note.splitlines() if line.strip())
        return Part(self._words("ui.handout.note"), (Lines(lines),) if lines else (), "note")

    def _closing(self) -> str:
        words, passport = self._words, self._catalogue.passport
        reviewed = (
            words("ui.footer.reviewed", reviewer=passport.reviewer, date=passport.reviewed_on)
            if passport.reviewer
            else words("ui.footer.not_reviewed")
        )
        lines = [words("ui.handout.informs"), reviewed]
        if is_past(passport.review_due, self._request.today):
            lines.append(words("ui.footer.review_due", date=passport.review_due))
        elif any(is_review_due(self._catalogue, group, self._request.today) for group in self._groups()):
            lines.append(words("ui.group.review_due"))
        elif passport.review_due:
            lines.append(words("ui.handout.review_due", date=passport.review_due))
        lines.append(words("ui.footer.version", version=passport.version))
        return " ".join(lines)


def _filled(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.blocks)
