"""What is gathered while files are parsed: problems, ids, and where each text stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from consult_app.problems import ProblemList, SourceLocation, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


Audience = Literal["patient", "practitioner", "evidence"]
"""Whom a text is for; ``evidence`` is for practitioners, too, and may hold the figures of a study."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that somebody reads; ``path`` names its record and field."""

    path: str
    text: str
    location: SourceLocation
    audience: Audience = "patient"

    @property
    def key(self) -> str:
        """The field it stands in, without the place in a list: ``red_flags``."""
        name = self.path.rpartition(".")
        return name[0].rpartition(".")[2] if name[2].isdigit() else name[2]


class Origins:
    """Where each record and text of a catalogue was written, by a path such as ``groups.jaw.felt``."""

    def __init__(self, root: SourceLocation) -> None:
        self._root = root
        self._places: dict[str, SourceLocation] = {}
        self._prose: list[Prose] = []

    def note(self, path: str, location: SourceLocation) -> None:
        """Remember where ``path`` stands."""
        self._places[path] = location

    def note_prose(self, prose: Prose) -> None:
        """Remember a text that somebody reads."""
        self._prose.append(prose)

    def of(self, path: str) -> SourceLocation:
        """Return where ``path`` stands, or the nearest thing around it."""
        while path:
            if path in self._places:
                return self._places[path]
            path = path.rpartition(".")[0]
        return self._root

    @property
    def prose(self) -> tuple[Prose, ...]:
        """All texts that patients read."""
        return tuple(prose for prose in self._prose if prose.audience == "patient")

    @property
    def texts(self) -> tuple[Prose, ...]:
        """All texts that anybody reads."""
        return tuple(self._prose)


class Draft:
    """The state of one parse: collects problems, id definitions and uses across all files."""

    def __init__(self, root: SourceLocation) -> None:
        self.problems = ProblemList()
        self.origins = Origins(root)
        self._defined: dict[str, dict[str, SourceLocation]] = {}
        self._used: list[tuple[str, str, SourceLocation]] = []
        self._unread_kinds: set[str] = set()

    def define(self, kind: str, identifier: str, location: SourceLocation) -> None:
        """Note a record's id; the same id twice within a kind is an error."""
        known = self._defined.setdefault(kind, {})
        first = known.setdefault(identifier, location)
        if first is not location:
            self.problems.error("duplicate-id", location, identifier, kind=kind, first=str(first))

    def use(self, kind: str, identifier: str, location: SourceLocation) -> None:
        """Note that an id is referred to."""
        self._used.append((kind, identifier, location))

    def give_up_kinds(self, kinds: tuple[str, ...]) -> None:
        """Accept any id of these kinds, because the file that defines them could not be read."""
        self._unread_kinds.update(kinds)

    def check_uses(self) -> None:
        """Report each use of an id that nobody defined, with the nearest one that exists."""
        for kind, identifier, location in self._used:
            known: Mapping[str, SourceLocation] = self._defined.get(kind, {})
            if kind not in self._unread_kinds and identifier not in known:
                near = nearest(identifier, known)
                self.problems.error("unknown-id", location, identifier, kind=kind, nearest=near)

    def unused(self, kind: str) -> Iterator[tuple[str, SourceLocation]]:
        """Yield the ids of a kind that nothing refers to."""
        used = {identifier for used_kind, identifier, _ in self._used if used_kind == kind}
        for identifier, location in self._defined.get(kind, {}).items():
            if identifier not in used:
                yield identifier, location
