"""Readers for the fields of one mapping. Each notes its problems and goes on with a stand-in.

A stand-in never reaches anybody: one error anywhere, and there is no catalogue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from consult_app.content.draft import Prose
from consult_app.problems import SourceLocation, nearest
from consult_app.yaml_nodes import ListNode, MapNode, Node, TextNode

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.draft import Audience, Draft

Record = TypeVar("Record")
Choice = TypeVar("Choice", bound=str)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")
_NUMBER = re.compile(r"(0|[1-9]\d{0,8})(\.\d{1,6})?")
_SHAPES = {TextNode: "text", ListNode: "list", MapNode: "mapping"}


class Fields:
    """The keys of one mapping; ``close`` reports those that nobody asked for."""

    def __init__(self, node: Node, path: str, draft: Draft) -> None:
        self.path = path
        self.location = node.location
        self._draft = draft
        self._problems = draft.problems
        self._values: dict[str, Node] = {}
        self._keys: dict[str, SourceLocation] = {}
        self._asked: list[str] = []
        self._is_map = isinstance(node, MapNode)
        if isinstance(node, MapNode):
            self._values = {key.text: value for key, value in node.entries}
            self._keys = {key.text: key.location for key, _ in node.entries}
        else:
            self._wrong_shape(node, path, "mapping")
        draft.origins.note(path, node.location)

    def close(self) -> None:
        """Report unknown keys with the nearest known one."""
        for key, location in self._keys.items():
            if key not in self._asked:
                near = nearest(key, [name for name in self._asked if name not in self._keys] or self._asked)
                self._problems.error("unknown-key", location, key, nearest=near)

    def text(self, key: str, *, optional: bool = False, may_be_empty: bool = False) -> str:
        """Return a text."""
        node = self._value(key, optional=optional)
        return "" if node is None else self._as_text(node, self._path(key), may_be_empty=may_be_empty)

    def prose(self, key: str, *, may_be_empty: bool = False) -> str:
        """Return a text that patients read."""
        return self._noted(key, self.text(key, may_be_empty=may_be_empty), "patient")

    def clinical(self, key: str) -> str:
        """Return a text that practitioners read."""
        return self._noted(key, self.text(key), "practitioner")

    def finding(self, key: str, *, optional: bool = False, may_be_empty: bool = False) -> str:
        """Return what a study found; practitioners read it, and it may hold figures."""
        return self._noted(key, self.text(key, optional=optional, may_be_empty=may_be_empty), "evidence")

    def texts(self, key: str, *, optional: bool = False, at_least: int = 0) -> tuple[str, ...]:
        """Return a list of texts."""
        nodes = self._items(key, optional=optional, at_least=at_least)
        return tuple(self._as_text(node, f"{self._path(key)}.{index}") for index, node in enumerate(nodes))

    def proses(self, key: str, *, at_least: int = 0) -> tuple[str, ...]:
        """Return a list of texts that patients read."""
        return self._read_texts(key, "patient", at_least)

    def clinicals(self, key: str, *, at_least: int = 0) -> tuple[str, ...]:
        """Return a list of texts that practitioners read."""
        return self._read_texts(key, "practitioner", at_least)

    def pair(self, key: str) -> tuple[str, str]:
        """Return a list of exactly two texts."""
        texts = self.texts(key)
        if key in self._values and len(texts) != 2:
            self._problems.error("not-two", self._values[key].location, key, count=str(len(texts)))
        return (texts[0], texts[1]) if len(texts) == 2 else ("", "")

    def identifier(self, kind: str) -> str:
        """Return the record's own id and make it known."""
        node = self._value("id", optional=False)
        text = "" if node is None else self._as_id(node)
        if text and node is not None:
            self._draft.define(kind, text, node.location)
        return text

    def reference(self, key: str, kind: str, *, besides: tuple[str, ...] = ()) -> str:
        """Return the id of another record, or one of the words that may stand in its place."""
        node = self._value(key, optional=False)
        if node is None:
            return ""
        if isinstance(node, TextNode) and node.text in besides:
            return node.text
        return self._as_reference(node, kind, self._path(key))

    def references(
        self, key: str, kind: str, *, optional: bool = False, at_least: int = 0
    ) -> tuple[str, ...]:
        """Return a list of ids of other records, none of them twice."""
        nodes = self._items(key, optional=optional, at_least=at_least)
        ids: list[str] = []
        for index, node in enumerate(nodes):
            identifier = self._as_reference(node, kind, f"{self._path(key)}.{index}")
            if identifier and identifier in ids:
                self._problems.error("listed-twice", node.location, identifier)
            ids.append(identifier)
        return tuple(ids)

    def choice(self, key: str, choices: tuple[Choice, ...], *, optional: bool = False) -> Choice:
        """Return one of a few known words; where an optional one is missing, the first."""
        node = self._value(key, optional=optional)
        return choices[0] if node is None else self._as_choice(node, choices, self._path(key))

    def choices(self, key: str, choices: tuple[Choice, ...], *, at_least: int = 0) -> tuple[Choice, ...]:
        """Return a list of known words."""
        nodes = self._items(key, optional=False, at_least=at_least)
        return tuple(
            self._as_choice(node, choices, f"{self._path(key)}.{index}") for index, node in enumerate(nodes)
        )

    def flag(self, key: str, *, optional: bool = False) -> bool:
        """Return true or false; a missing optional flag is false."""
        node = self._value(key, optional=optional)
        if node is None:
            return False
        if isinstance(node, TextNode) and node.kind == "bool" and node.text in ("true", "false"):
            return node.text == "true"
        self._problems.error("not-true-or-false", node.location, key, given=_shown(node))
        return False

    def number(self, key: str) -> float:
        """Return a plain decimal number."""
        node = self._value(key, optional=False)
        if node is None:
            return 0.0
        if isinstance(node, TextNode) and node.kind in ("int", "float") and _NUMBER.fullmatch(node.text):
            return float(node.text)
        self._problems.error("not-a-number", node.location, key, given=_shown(node))
        return 0.0

    def record(self, key: str, parse: Callable[[Fields], Record], *, optional: bool = False) -> Record | None:
        """Return what ``parse`` makes of the mapping under ``key``."""
        node = self._value(key, optional=optional)
        return None if node is None else parse_record(node, self._path(key), self._draft, parse)

    def records(
        self,
        key: str,
        parse: Callable[[Fields], Record],
        *,
        at_least: int = 0,
        path: str = "",
        optional: bool = False,
    ) -> tuple[Record, ...]:
        """Return what ``parse`` makes of each mapping in the list under ``key``."""
        base = path or self._path(key)
        return tuple(
            parse_record(node, f"{base}.{_name_of(node, index)}", self._draft, parse)
            for index, node in enumerate(self._items(key, optional=optional, at_least=at_least))
        )

    def words(self, key: str, audience_of: Callable[[str], Audience]) -> dict[str, str]:
        """Return a mapping of any keys to texts; ``audience_of`` says for each key who reads it."""
        node = self._value(key, optional=False)
        if node is None or not isinstance(node, MapNode):
            if node is not None:
                self._wrong_shape(node, key, "mapping")
            return {}
        found: dict[str, str] = {}
        for name, value in node.entries:
            path = f"{key}.{name.text}"
            found[name.text] = text = self._as_text(value, path)
            self._note(path, text, value.location, audience_of(name.text))
        return found

    def _noted(self, key: str, text: str, audience: Audience) -> str:
        if text:
            self._note(self._path(key), text, self._values[key].location, audience)
        return text

    def _read_texts(self, key: str, audience: Audience, at_least: int) -> tuple[str, ...]:
        texts = self.texts(key, at_least=at_least)
        for index, text in enumerate(texts):
            path = f"{self._path(key)}.{index}"
            self._note(path, text, self._draft.origins.of(path), audience)
        return texts

    def _note(self, path: str, text: str, location: SourceLocation, audience: Audience) -> None:
        self._draft.origins.note_prose(Prose(path, text, location, audience))

    def _path(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _value(self, key: str, *, optional: bool) -> Node | None:
        self._asked.append(key)
        node = self._values.get(key)
        if node is None and not optional and self._is_map:
            self._problems.error("missing-key", self.location, key, record=self.path)
        if node is not None:
            self._draft.origins.note(self._path(key), node.location)
        return node

    def _items(self, key: str, *, optional: bool, at_least: int) -> tuple[Node, ...]:
        node = self._value(key, optional=optional)
        if node is None:
            return ()
        if not isinstance(node, ListNode):
            self._wrong_shape(node, key, "list")
            return ()
        if len(node.items) < at_least:
            self._problems.error(
                "too-few", node.location, key, count=str(len(node.items)), least=str(at_least)
            )
        return node.items

    def _as_text(self, node: Node, path: str, *, may_be_empty: bool = False) -> str:
        self._draft.origins.note(path, node.location)
        name = path.rpartition(".")[2]
        if not isinstance(node, TextNode):
            self._wrong_shape(node, name, "text")
        elif node.kind == "null":
            self._problems.error("empty-text", node.location, name)
        elif node.kind != "text":
            self._problems.error("needs-quotes", node.location, node.text, kind=node.kind)
        else:
            text = node.text.strip()
            if not text and not may_be_empty:
                self._problems.error("empty-text", node.location, name)
            return text
        return ""

    def _as_id(self, node: Node) -> str:
        text = self._as_text(node, f"{self.path}.id")
        if text and not _ID.fullmatch(text):
            self._problems.error("bad-id", node.location, text, proposal=_proposed_id(text))
            return ""
        return text

    def _as_reference(self, node: Node, kind: str, path: str) -> str:
        text = self._as_text(node, path)
        if text:
            self._draft.use(kind, text, node.location)
        return text

    def _as_choice(self, node: Node, choices: tuple[Choice, ...], path: str) -> Choice:
        text = self._as_text(node, path)
        for known in choices:
            if text == known:
                return known
        if text:
            near = nearest(text, choices)
            self._problems.error(
                "unknown-choice", node.location, text, choices=", ".join(choices), nearest=near
            )
        return choices[0]

    def _wrong_shape(self, node: Node, key: str, expected: str) -> None:
        found = _SHAPES[type(node)]
        if isinstance(node, TextNode) and node.kind == "null":
            found = "nothing"
        self._problems.error("wrong-shape", node.location, key, expected=expected, found=found)


def parse_record(node: Node, path: str, draft: Draft, parse: Callable[[Fields], Record]) -> Record:
    """Return what ``parse`` makes of a mapping, reporting the keys it did not ask for."""
    fields = Fields(node, path, draft)
    record = parse(fields)
    fields.close()
    return record


def _name_of(node: Node, index: int) -> str:
    """Return the id that a mapping gives itself, for the paths of its fields."""
    if isinstance(node, MapNode):
        for key, value in node.entries:
            if key.text == "id" and isinstance(value, TextNode) and value.text:
                return value.text
    return str(index)


def _proposed_id(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _shown(node: Node) -> str:
    return node.text if isinstance(node, TextNode) else f"a {_SHAPES[type(node)]}"
