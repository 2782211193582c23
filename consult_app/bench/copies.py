"""Larger catalogues than our own, to see how figures grow with the content."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from consult_app.content import files
from consult_app.content.later import Later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from consult_app.content.records import Catalogue, MuscleGroup

_SECTION = re.compile(r"^([a-z_]+):")
_OWN_SECTIONS = ("id", "muscles", "trigger_points")
"""What a muscle file defines itself; the ids elsewhere in it belong to other files."""
_OWN_ID = re.compile(r"""(^|[\s{,-])(id|muscle):[ ]+["']?[a-z0-9][a-z0-9.-]*""")
_WORD = re.compile(r"[a-z]{5,}", re.IGNORECASE)
_LETTERS = 26


def write_larger(resources: Path, target: Path, times: int) -> Path:
    """Copy a folder of resources so that it holds each muscle group ``times`` times; return it."""
    if not target.is_dir():
        shutil.copytree(resources, target)
        folder = target / "catalogue"
        for path in files.muscle_files(folder):
            text = path.read_text(encoding="utf-8")
            for number in range(2, times + 1):
                copy = path.with_name(f"{path.stem}{_ending(number)}{files.YAML}")
                copy.write_text(with_new_ids(text, number), encoding="utf-8")
    return target


def with_new_ids(text: str, number: int) -> str:
    """Return a muscle file under other ids; what it takes from other files keeps its name."""
    section, lines = "", []
    for line in text.splitlines(keepends=True):
        begun = _SECTION.match(line)
        section = begun[1] if begun else section
        is_own = section in _OWN_SECTIONS
        lines.append(_OWN_ID.sub(rf"\g<0>{_ending(number)}", line) if is_own else line)
    return "".join(lines)


def enlarged(catalogue: Catalogue, times: int) -> Catalogue:
    """Return a catalogue with each muscle group ``times`` times, under new ids and names.

    The copies' names have other words, so that there are also more words to compare; what patients say
    stays, so that those words lead to more groups.
    """
    groups = [
        _copy(group, number) if number > 1 else group
        for number in range(1, times + 1)
        for group in catalogue.groups
    ]
    details = catalogue.details
    known = catalogue.detail_by_group
    later = details._replace(
        groups=tuple(
            known[group.id]._replace(group=group.id + _ending(number)) if number > 1 else known[group.id]
            for number in range(1, times + 1)
            for group in catalogue.groups
        )
    )
    return catalogue._replace(groups=tuple(groups), later=Later.now(later))


def _copy(group: MuscleGroup, number: int) -> MuscleGroup:
    muscles = [
        muscle._replace(
            id=muscle.id + _ending(number),
            name=_other_words(muscle.name, number),
            latin=_other_words(muscle.latin, number),
            also_called=tuple(_each(muscle.also_called, number)),
        )
        for muscle in group.muscles
    ]
    return group._replace(
        id=group.id + _ending(number),
        name=_other_words(group.name, number),
        clinical_name=_other_words(group.clinical_name, number),
        also_called=tuple(_each(group.also_called, number)),
        muscles=tuple(muscles),
    )


def _each(texts: tuple[str, ...], number: int) -> Iterator[str]:
    return (_other_words(text, number) for text in texts)


def _other_words(text: str, number: int) -> str:
    """Return a text with the letters of each longer word moved along the alphabet."""
    return _WORD.sub(lambda found: "".join(_moved(letter, number) for letter in found[0]), text)


def _moved(letter: str, number: int) -> str:
    first = ord("a") if letter.islower() else ord("A")
    return chr(first + (ord(letter) - first + number - 1) % _LETTERS)


def _ending(number: int) -> str:
    return f"-copy-{number}"
