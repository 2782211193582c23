"""What a patient reads on paper, in the order of the screen, each block with its rank.

Ranks, from what goes first: 9 what it feels like, 8 the reasons of benefits, 7 what they are like in general,
6 what it is used for, 5 before a session and why a sign needs help, 4 at home, and benefits that nobody has
studied here, 3 general aftercare, further questions and what it does, 2 what is special to the place,
1 what to see a doctor about first. Key messages, benefits with their certainty, risks as numbers, aftercare,
help and what to ask have rank 0 and always stay.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from consult_app.content.lookup import benefits_of, conditions_of
from consult_app.content.wording import benefit_sentence, level_name, whole_body_sentence
from consult_app.handout.records import Block, Claim, Hundred, Lines, Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from consult_app.content.lookup import ShownBenefit
    from consult_app.content.records import Catalogue, MuscleGroup
    from consult_app.content.words import Words
    from consult_app.handout.subjects import Subject

DOTS = {"high": 4, "moderate": 3, "low": 2, "very-low": 1, "none": 0}
"""Filled dots of four for each certainty."""
FIRST_QUESTIONS = 4
"""Questions to ask that stay even where there is little room."""
MOST_FLAGS = 6
"""Warning signs of a plan in one block: more of them go to the next column, or sooner."""
URGENCIES = ("emergency", "same-day", "practitioner")


def _is_studied(shown: ShownBenefit) -> bool:
    """Return whether studies of this place stand behind a benefit: not the technique, not all the body."""
    return shown.evidence is not None and not shown.benefit.describes_technique


class Teller:
    """Writes parts for patients; ``is_clinical`` makes room by leaving more of them out, sooner."""

    def __init__(
        self, catalogue: Catalogue, words: Words, *, is_clinical: bool, has_home_care: bool = True
    ) -> None:
        self._catalogue, self._words = catalogue, words
        self._sooner = 10 if is_clinical else 0
        self._has_home_care = has_home_care

    def _rank(self, rank: int) -> int:
        """Return the rank of what may go: on a practitioner's page it goes before anything clinical."""
        return rank + self._sooner

    def _list(self, key: str, texts: Iterable[str], rank: int = 0) -> tuple[Block, ...]:
        """Return a list under words of the interface, where there is anything to list."""
        found = tuple(texts)
        return (Lines(found, self._words(key), is_list=True, rank=rank),) if found else ()

    # One group

    def key(self, group: MuscleGroup) -> Part:
        """Return the key messages."""
        return Part(self._words("ui.group.key"), (Lines(group.key_messages, is_list=True),), "key")

    def what(self, group: MuscleGroup, muscle: str | None = None) -> Part:
        """Return what the group is and does, and what the chosen one of its muscles does."""
        blocks: tuple[Block, ...] = (Lines((group.summary,)), Lines((group.does,), rank=self._rank(3)))
        return Part(self._words("ui.group.what"), (*blocks, *self._muscle(group, muscle)))

    def _muscle(self, group: MuscleGroup, muscle: str | None) -> tuple[Block, ...]:
        chosen = next((m for m in group.muscles if m.id == muscle), None)
        if chosen is None or len(group.muscles) == 1:
            return ()
        return (Lines((chosen.action,), chosen.name),)

    def where(self, group: MuscleGroup) -> Part:
        """Return where it is felt."""
        return Part(self._words("ui.group.where"), (Lines((group.felt,), rank=self._rank(0)),))

    def spots(self, group: MuscleGroup, points: Collection[str]) -> tuple[Lines, ...]:
        """Return where the sore spots are that were talked about, and where each is felt."""
        known = [p for p in self._catalogue.detail_by_group[group.id].trigger_points if p.id in points]
        texts = tuple(f"{self._words('ui.group.point', place=point.place)} {point.felt}" for point in known)
        return (Lines(texts, is_list=True),) if texts else ()

    def benefits(self, group: MuscleGroup) -> Part:
        """Return what needling may do here, and how sure anyone is of it."""
        note = Lines((self._words("ui.group.benefits_note"),), rank=7)
        claims = self._claims(group, self._rank(8), 0, self._rank(4))
        return Part(self._words("ui.group.benefits"), (note, *claims))

    def _claims(
        self, group: MuscleGroup, reason_rank: int, rank: int, unstudied_rank: int
    ) -> tuple[Block, ...]:
        shown = [benefit for benefit in benefits_of(self._catalogue, group) if not benefit.everywhere]
        # Where nothing was studied, just that has to be said.
        other = unstudied_rank if any(_is_studied(benefit) for benefit in shown) else rank
        return tuple(
            self._claim(benefit, reason_rank, rank if _is_studied(benefit) else other) for benefit in shown
        )

    def _claim(self, shown: ShownBenefit, reason_rank: int, rank: int) -> Claim:
        is_technique = shown.benefit.describes_technique
        more = [] if is_technique else [shown.reason]
        if shown.evidence is None and shown.general and not is_technique:
            more.insert(0, whole_body_sentence(self._words, shown.benefit, shown.general))
        return Claim(
            shown.benefit.name,
            benefit_sentence(self._words, shown),
            DOTS[shown.certainty or "none"],
            level_name(self._words, shown.certainty),
            " ".join(filter(None, more)),
            reason_rank,
            rank,
        )

    def uses(self, group: MuscleGroup) -> Part:
        """Return what it is used for."""
        names = ", ".join(condition.name for condition in conditions_of(self._catalogue, group))
        blocks = (Lines((f"{names}.",), rank=self._rank(6)),) if names else ()
        return Part(self._words("ui.group.conditions"), blocks)

    def feels(self, group: MuscleGroup) -> Part:
        """Return what a treatment feels like, step by step."""
        steps = self._catalogue.detail_by_group[group.id].treatment
        return Part(self._words("ui.group.feels"), (Lines(steps, is_list=True, rank=self._rank(9)),))

    def precautions(self, group: MuscleGroup) -> Part:
        """Return what is special to this place."""
        texts = tuple(precaution.text for precaution in group.precautions)
        blocks = (Lines(texts, is_list=True, rank=self._rank(2)),) if texts else ()
        return Part(self._words("ui.group.precautions"), blocks, level=3)

    def doing(self, group: MuscleGroup) -> Part:
        """Return what to do before, afterwards and at home."""
        detail = self._catalogue.detail_by_group[group.id]
        blocks = (
            *self._list("ui.group.red_flags", group.red_flags, self._rank(1)),
            *self._list("ui.group.before", detail.before, self._rank(5)),
            *self._list("ui.group.after", detail.after),
            *self._aftercare(),
            *self._home_care(group, 4),
        )
        return Part(self._words("ui.group.do"), blocks)

    def _home_care(self, group: MuscleGroup, rank: int) -> tuple[Block, ...]:
        texts = group.self_care if self._has_home_care else ()
        return self._list("ui.group.self_care", texts, self._rank(rank))

    def _aftercare(self) -> tuple[Block, ...]:
        notes = (note.text for note in self._catalogue.safety.aftercare)
        return self._list("ui.group.aftercare", notes, self._rank(3))

    # A plan

    def item(self, group: MuscleGroup, subtitle: str, note: str, subject: Subject) -> tuple[Block, ...]:
        """Return what a plan tells of one of its groups."""
        detail = self._catalogue.detail_by_group[group.id]
        return (
            Lines((subtitle,)),
            *((Lines(tuple(note.splitlines())),) if note else ()),
            Lines((group.summary,)),
            *self._muscle(group, subject.selection.muscle),
            *(
                lines._replace(title=self._words("ui.handout.spots"))
                for lines in self.spots(group, subject.points)
            ),
            Lines(group.key_messages, is_list=True, rank=1),
            Lines((group.felt,), self._words("ui.group.where"), rank=self._rank(4)),
            *self._claims(group, self._rank(9), 3, self._rank(8)),
            *self._list("ui.group.after", detail.after, self._rank(2)),
            *self._list("ui.group.precautions", (p.text for p in group.precautions), self._rank(6)),
            *self._home_care(group, 7),
        )

    def care(self, groups: Sequence[MuscleGroup]) -> Part:
        """Return what to do before and after a treatment of several groups; nothing is said twice."""
        details = [self._catalogue.detail_by_group[group.id] for group in groups]
        # The first of each group comes before the second of any: where room ends, none is left without.
        rounds = zip_longest(*(group.red_flags for group in groups))
        flags = tuple(dict.fromkeys(flag for flags in rounds for flag in flags if flag))
        before = tuple(dict.fromkeys(text for detail in details for text in detail.before))
        aftercare = (note.text for note in self._catalogue.safety.aftercare)
        blocks = (
            *self._list("ui.group.aftercare", aftercare),
            *self._list("ui.group.red_flags", flags[:MOST_FLAGS], 1),
            *((Lines(flags[MOST_FLAGS:], is_list=True, rank=2),) if flags[MOST_FLAGS:] else ()),
            *self._list("ui.group.before", before, self._rank(5)),
        )
        return Part(self._words("ui.group.do"), blocks)

    # Both

    def risks(self, groups: Sequence[MuscleGroup]) -> tuple[Part, ...]:
        """Return what can go wrong: the common and the gravest as numbers, and the lung where it is near."""
        words, safety = self._words, self._catalogue.safety
        common, gravest = safety.side_effects[0], safety.side_effects[-1]
        low, high = round(common.low), round(common.high)
        blocks: tuple[Block, ...] = (
            Hundred(low, high, (Lines((common.sentence,)), Lines((gravest.sentence,), gravest.name))),
        )
        near = [group for group in groups if group.near_lung]
        warning = safety.lung_warning.text
        if len(near) < len(groups):
            names = ", ".join(group.name for group in near)
            warning = words("ui.handout.lung_at", names=names, text=warning)
        lung = (Part(words("ui.group.lung"), (Lines((warning,), rank=1),), "lung", 3),) if near else ()
        return (Part(words("ui.group.risks"), blocks), *lung)

    def to_ask(self) -> Part:
        """Return what the patient may want to ask."""
        texts = self._catalogue.safety.questions_to_ask
        first, more = texts[:FIRST_QUESTIONS], texts[FIRST_QUESTIONS:]
        blocks = [Lines(first, is_list=True)]
        if more:
            blocks.append(Lines(more, is_list=True, rank=self._rank(3)))
        return Part(self._words("ui.safety.to_ask"), tuple(blocks))

    def answers(self, answers: Collection[str]) -> Part:
        """Return the safety questions that were answered with yes, and what follows."""
        found = [question for question in self._catalogue.safety.questions if question.id in answers]
        asked = Lines(
            tuple(question.ask for question in found),
            is_list=True,
            reasons=tuple(question.when_yes for question in found),
            reason_rank=1,
        )
        blocks = (Lines((self._words("ui.handout.answers_note"),)), asked)
        return Part(self._words("ui.handout.answers"), blocks if found else (), "note")

    def help_signs(self, groups: Sequence[MuscleGroup]) -> Part:
        """Return the signs that need help, the most urgent first; those of the lung only near it."""
        near_lung = any(group.near_lung for group in groups)
        signs = [s for s in self._catalogue.safety.help_signs if near_lung or s.scope != "near-lung"]
        blocks: list[Block] = []
        for urgency in URGENCIES:
            found = [sign for sign in signs if sign.urgency == urgency]
            if found:
                texts = tuple(sign.text for sign in found)
                reasons = tuple(sign.why for sign in found)
                title = self._words(f"ui.help.{urgency}")
                blocks.append(Lines(texts, title, is_list=True, reasons=reasons, reason_rank=self._rank(5)))
        return Part(self._words("ui.group.help"), tuple(blocks), "help")
