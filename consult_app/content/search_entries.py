"""What the search field can find: each thing of the catalogue with all that people call it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from consult_app.content import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from consult_app.content.detail_records import GroupDetail, ScopeUrgency
    from consult_app.content.records import Benefit, Catalogue, Condition, Muscle, MuscleGroup

Kind = Literal["group", "muscle", "benefit", "condition", "area", "zone", "not-for", "guide"]
KINDS: tuple[Kind, ...] = ("group", "muscle", "condition", "benefit", "area", "zone", "guide", "not-for")
"""In the order in which equally good hits are shown."""

GUIDES = ("visit", "visit-calm", "safety")
"""The general pages; what else people call them stands in the interface's words, parted by semicolons."""

# How much a name of each sort counts: what a thing is called before what it is part of.
_NAME, _LATIN, _ALIAS, _PART, _PART_ALIAS, _COMPLAINT = 1.0, 0.97, 0.95, 0.9, 0.86, 0.88
_POINT = 0.75
_MOST_URGENT_FIRST = ("emergency", "same-day", "practitioner", "none")

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found; ``phrases`` are its names, each with how much it counts.

    One with an ``urgency`` is what needling is not for, and answered first when it is what was typed.
    """

    kind: Kind
    id: str
    label: str
    groups: tuple[str, ...]
    phrases: tuple[tuple[str, float], ...]
    urgency: ScopeUrgency | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether somebody else must look at it today."""
        return self.urgency in ("emergency", "same-day")


def words_of(text: str) -> list[str]:
    """Return the words of a text as the search compares them: no accents, case, marks or plural s."""
    plain = text.translate(_APOSTROPHES).casefold()
    if not plain.isascii():
        plain = "".join(
            sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign)
        )
    return [_singular(word) for word in _WORD.findall(plain)]


def _singular(word: str) -> str:
    """Drop a plural s; "trapezius", "pelvis" and "mass" keep theirs."""
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def entries_of(catalogue: Catalogue) -> Iterator[Entry]:
    """Yield everything that can be found; what leads comes in the order in which it is answered."""
    urgent_first = sorted(catalogue.details.not_for, key=lambda item: _MOST_URGENT_FIRST.index(item.urgency))
    for item in urgent_first:
        phrases = _phrases(((item.name,), _NAME), (item.also_called, _ALIAS))
        yield Entry("not-for", item.id, item.name, (), phrases, item.urgency)
    for group in catalogue.groups:
        yield _group_entry(group, catalogue.detail_by_group[group.id])
        yield from (
            _muscle_entry(group, muscle) for muscle in group.muscles if not _is_namesake(group, muscle)
        )
    for condition in catalogue.conditions:
        yield _condition_entry(catalogue, condition)
    for benefit in catalogue.benefits:
        yield _benefit_entry(catalogue, benefit)
    for area in catalogue.areas:
        groups = _ids(lookup.groups_in_area(catalogue, area.id))
        yield Entry(
            "area", area.id, area.name, groups, _phrases(((area.name,), _NAME), (area.also_called, _ALIAS))
        )
    for zone in catalogue.zones:
        groups = _ids(lookup.groups_for_zone(catalogue, zone.id))
        yield Entry("zone", zone.id, zone.name, groups, _phrases(((zone.name,), _NAME)))
    for guide in GUIDES:
        name, also_called = catalogue.words[f"ui.guide.{guide}"], catalogue.words[f"search.guide.{guide}"]
        yield Entry("guide", guide, name, (), _phrases(((name,), _NAME), (also_called.split("; "), _ALIAS)))


def _group_entry(group: MuscleGroup, detail: GroupDetail) -> Entry:
    muscles = group.muscles
    phrases = _phrases(
        ((group.name, group.clinical_name), _NAME),
        (group.also_called, _ALIAS),
        ([muscle.name for muscle in muscles], _PART),
        ([muscle.latin for muscle in muscles], _PART_ALIAS),
        ([name for muscle in muscles for name in muscle.also_called], _PART_ALIAS),
        (group.patients_say, _COMPLAINT),
        ([point.place for point in detail.trigger_points], _POINT),
    )
    return Entry("group", group.id, group.name, (group.id,), phrases)


def _muscle_entry(group: MuscleGroup, muscle: Muscle) -> Entry:
    names = _phrases(((muscle.name,), _NAME), ((muscle.latin,), _LATIN), (muscle.also_called, _ALIAS))
    return Entry("muscle", muscle.id, muscle.name, (group.id,), names)


def _is_namesake(group: MuscleGroup, muscle: Muscle) -> bool:
    """Whether the group goes by the same name, so that a hit of its own would say the same twice."""
    return words_of(muscle.name) in (words_of(group.name), words_of(group.clinical_name))


def _condition_entry(catalogue: Catalogue, condition: Condition) -> Entry:
    codes = lookup.codes_of(condition)
    phrases = _phrases(
        ((condition.name, condition.clinical_name), _NAME),
        (condition.also_called, _ALIAS),
        ([spelling for code in codes for spelling in (code, code.replace(".", ""))], _NAME),
    )
    groups = _ids(lookup.groups_for_condition(catalogue, condition.id))
    return Entry("condition", condition.id, condition.name, groups, phrases)


def _benefit_entry(catalogue: Catalogue, benefit: Benefit) -> Entry:
    groups = _ids(lookup.groups_for_benefit(catalogue, benefit.id))
    phrases = _phrases(((benefit.name,), _NAME), (benefit.also_called, _ALIAS))
    return Entry("benefit", benefit.id, benefit.name, groups, phrases)


def _phrases(*named: tuple[Iterable[str], float]) -> tuple[tuple[str, float], ...]:
    """Return the texts with their weights, each text once and with its highest weight."""
    found: dict[str, float] = {}
    for texts, weight in named:
        for text in texts:
            if text:
                found.setdefault(text, weight)
    return tuple(found.items())


def _ids(groups: Iterable[MuscleGroup]) -> tuple[str, ...]:
    return tuple(group.id for group in groups)
