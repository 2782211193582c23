"""Rules about one muscle group at a time, for every group whose own file is in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consult_app.content.reading import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from consult_app.content.draft import Origins
    from consult_app.content.loading import Parsed, WholeGroup
    from consult_app.content.records import MuscleGroup
    from consult_app.problems import ProblemList

    Rule = Callable[[WholeGroup, Origins, Mapping[str, str], ProblemList], None]

LEAST_BALANCE, MOST_BALANCE = 0.67, 1.5
"""What the words on benefits divided by those on harms may be."""

_MOST_KEY_MESSAGES = 3
_LONGEST_NAME = 40
_LONGEST_CLINICAL_NAME = 32
_MEANT = {"treatment": (4, 6), "before": (2, 4), "after": (2, 4), "teach_back": (2, 3)}
"""How many entries a list should have."""


class Balance(NamedTuple):
    """The words a group spends on benefits and on harms, counted from what stands in its own file.

    Benefits: the reasons of its benefits, and the second key message (what needling may do). Harms: the
    plain texts of its precautions, its red flags, and the third key message (the risk, or what to do about
    it). What every page says alike counts on neither side: the sentences made from findings, the benefits
    that hold everywhere, the lung warning, side effects and aftercare.
    """

    benefits: int
    harms: int

    @property
    def ratio(self) -> float:
        """Words on benefits for one word on harms."""
        return self.benefits / max(1, self.harms)


def balance_of(group: MuscleGroup) -> Balance:
    """Return the words a group spends on benefits and on harms."""
    benefits = [*(item.reason for item in group.benefits), *group.key_messages[1:2]]
    harms = [*(item.text for item in group.precautions), *group.red_flags, *group.key_messages[2:3]]
    return Balance(sum(map(count_words, benefits)), sum(map(count_words, harms)))


def check_groups(parsed: Parsed, problems: ProblemList) -> None:
    """Apply all rules to each group that can be looked at."""
    for whole in parsed.sound_groups:
        for rule in _RULES:
            rule(whole, parsed.origins, parsed.words, problems)


def _check_lung(whole: WholeGroup, origins: Origins, words: Mapping[str, str], problems: ProblemList) -> None:
    group, word = whole.group, words.get("check.lung")
    if not word:
        return
    place = origins.of(f"groups.{group.id}.near_lung")
    warned = _says(word, (item.text for item in group.precautions))
    if group.near_lung and not warned:
        problems.error("lung-not-named", place, group.id)
    elif not group.near_lung and (warned or _says(word, group.key_messages)):
        problems.warning("lung-not-marked", place, group.id)


def _check_breath(
    whole: WholeGroup, origins: Origins, words: Mapping[str, str], problems: ProblemList
) -> None:
    """The lung's warning signs stand under what to do afterwards, and are asked back; only near the lung."""
    group, detail, word = whole.group, whole.detail, words.get("check.breath")
    if not word:
        return
    asked = [f"{item.question} {item.answer}" for item in detail.teach_back]
    for key, texts in (("after", detail.after), ("teach_back", asked)):
        place = origins.of(f"groups.{group.id}.{key}")
        if group.near_lung and not _says(word, texts):
            problems.error("breath-not-named", place, key)
        elif not group.near_lung and _says(word, texts):
            problems.warning("breath-not-near-lung", place, key)


def _says(words: str, texts: Iterable[str]) -> bool:
    """Whether a text says one of some words, which have commas between."""
    wanted = [word.strip().casefold() for word in words.split(",")]
    return any(word in text.casefold() for text in texts for word in wanted)


def _check_key_messages(
    whole: WholeGroup, origins: Origins, _words: Mapping[str, str], problems: ProblemList
) -> None:
    count = len(whole.group.key_messages)
    if count > _MOST_KEY_MESSAGES:
        place = origins.of(f"groups.{whole.group.id}.key_messages.{_MOST_KEY_MESSAGES}")
        problems.error("too-many-key-messages", place, whole.group.id, count=str(count))


def _check_counts(
    whole: WholeGroup, origins: Origins, _words: Mapping[str, str], problems: ProblemList
) -> None:
    for key, (least, most) in _MEANT.items():
        count = len(getattr(whole.detail, key))
        if not least <= count <= most:
            place = origins.of(f"groups.{whole.group.id}.{key}")
            problems.warning("unusual-count", place, key, count=str(count), least=str(least), most=str(most))


def _check_balance(
    whole: WholeGroup, origins: Origins, _words: Mapping[str, str], problems: ProblemList
) -> None:
    balance = balance_of(whole.group)
    if not LEAST_BALANCE <= balance.ratio <= MOST_BALANCE:
        problems.warning(
            "unbalanced",
            origins.of(f"groups.{whole.group.id}.benefits"),
            whole.group.id,
            benefits=str(balance.benefits),
            harms=str(balance.harms),
            ratio=f"{balance.ratio:.2f}",
            limits=f"{LEAST_BALANCE:g} to {MOST_BALANCE:g}",
        )


def _check_lengths(
    whole: WholeGroup, origins: Origins, _words: Mapping[str, str], problems: ProblemList
) -> None:
    group = whole.group
    for key, name, limit in (
        ("name", group.name, _LONGEST_NAME),
        ("clinical_name", group.clinical_name, _LONGEST_CLINICAL_NAME),
    ):
        if len(name) > limit:
            place = origins.of(f"groups.{group.id}.{key}")
            problems.warning("name-too-long", place, name, count=str(len(name)), limit=str(limit))


def _check_points(
    whole: WholeGroup, origins: Origins, _words: Mapping[str, str], problems: ProblemList
) -> None:
    """A trigger point lies in muscles of its group and reaches zones that the group lists."""
    muscles = {muscle.id for muscle in whole.group.muscles}
    for point in whole.detail.trigger_points:
        path = f"groups.{whole.group.id}.trigger_points.{point.id}"
        for muscle in (point.muscle, *point.also_muscles):
            if muscle not in muscles:
                problems.error("foreign-muscle", origins.of(f"{path}.muscle"), muscle, group=whole.group.id)
        for zone in sorted({*point.primary, *point.spillover} - set(whole.group.zones)):
            problems.warning("zone-not-listed", origins.of(f"{path}.primary"), zone, point=point.id)
        for zone in sorted(set(point.primary) & set(point.spillover)):
            problems.error("listed-twice", origins.of(f"{path}.spillover"), zone)
        if point.place[:1].isupper() or point.place.endswith("."):
            problems.warning("place-no-phrase", origins.of(f"{path}.place"), point.place)


_RULES: tuple[Rule, ...] = (
    _check_lung,
    _check_breath,
    _check_key_messages,
    _check_counts,
    _check_balance,
    _check_lengths,
    _check_points,
)
