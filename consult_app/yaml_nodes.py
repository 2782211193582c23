"""The one reader and writer of YAML: nodes that know file, line and column and keep the author's text.

Nodes are built from parser events and not with ``yaml.compose``: the C composer calls itself for every
level and crashes the process on deep nesting, while events come one by one and reading stops in time.
Aliases, anchors and tags are refused; nobody who writes words needs them.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from consult_app.problems import Problem, ProblemList, SourceLocation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KIND_OF_TAG = {
    f"tag:yaml.org,2002:{tag}": kind
    for tag, kind in (
        ("bool", "bool"),
        ("int", "int"),
        ("float", "float"),
        ("null", "null"),
        ("timestamp", "date"),
    )
}
# What YAML forbids, and the exotic line breaks, because editors do not count them as lines.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENT = re.compile(r"^ *(\t)[ \t]*[^\s]", re.MULTILINE)
_MANY = 20
_ONE_LINE = 100_000
"""Letters after which written text may be wrapped: never."""


@dataclass(frozen=True, slots=True)
class TextNode:
    """A single value as written. ``kind`` tells what YAML would take it for when not quoted."""

    location: SourceLocation
    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of values."""

    location: SourceLocation
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with their values, in the author's order; no key twice."""

    location: SourceLocation
    entries: tuple[tuple[TextNode, Node], ...]


Node = TextNode | ListNode | MapNode


def read_nodes(path: Path) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one file; return its root node (None where it cannot be read) and all problems met."""
    whole_file = SourceLocation(path)
    problems = ProblemList()
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.error("not-a-file", whole_file)
        elif status.st_size > MAX_BYTES:
            problems.error("file-too-large", whole_file, limit=str(MAX_BYTES))
        else:
            return parse_bytes(path.read_bytes(), path)
    except FileNotFoundError:
        problems.error("missing-file", whole_file)
    except OSError as error:
        problems.error("unreadable-file", whole_file, reason=error.strerror or type(error).__name__)
    return None, tuple(problems)


def parse_bytes(data: bytes, path: Path) -> tuple[Node | None, tuple[Problem, ...]]:
    """Turn the content of a file into nodes; never raises, whatever the bytes are."""
    problems = ProblemList()
    if len(data) > MAX_BYTES:
        problems.error("file-too-large", SourceLocation(path), limit=str(MAX_BYTES))
        return None, tuple(problems)
    text = _decode(data, path, problems)
    if text is None:
        return None, tuple(problems)
    _check_characters(text, path, problems)
    if problems.has_errors:
        return None, tuple(problems)
    builder = _Builder(path, text.count("\n") + 1, problems)
    try:
        builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        problems.error("broken-yaml", _location_of_error(error, text, path), detail=error.problem or "")
        return None, tuple(problems)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The Python parser, used where there is no C one, lets such escape for absurd numbers in escapes.
        problems.error("broken-yaml", SourceLocation(path), detail=str(error).partition("\n")[0])
        return None, tuple(problems)
    return builder.root, tuple(problems)


def _decode(data: bytes, path: Path, problems: ProblemList) -> str | None:
    """Return the text with plain line ends and without the byte order mark Windows editors put first."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            problems.error("not-utf-8", SourceLocation(path, 1, 1))
            return None
        before = _plain_line_ends(data[: error.start].decode("utf-8-sig", errors="replace"))
        problems.error("not-utf-8", _location_at(before, len(before), path))
        return None
    return _plain_line_ends(text)


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_characters(text: str, path: Path, problems: ProblemList) -> None:
    if not text.strip("\n \t"):
        problems.error("empty-file", SourceLocation(path))
        return
    for match in islice(_FORBIDDEN.finditer(text), _MANY):
        code = f"U+{ord(match.group()):04X}"
        problems.error("control-character", _location_at(text, match.start(), path), code)
    for match in islice(_TAB_INDENT.finditer(text), _MANY):
        problems.error("tab-indent", _location_at(text, match.start(1), path))


def _location_at(text: str, offset: int, path: Path) -> SourceLocation:
    return SourceLocation(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _location_of_error(error: yaml.MarkedYAMLError, text: str, path: Path) -> SourceLocation:
    """Return where the fault is; for a quote that never closes, where it was opened."""
    unclosed = "quoted scalar" in (error.context or "") and error.context_mark
    mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
    if mark is None:
        return SourceLocation(path)
    lines = text.rstrip("\n").split("\n")
    if mark.line >= len(lines):  # the parser noticed at the end of the file
        return SourceLocation(path, len(lines), len(lines[-1]) + 1)
    return SourceLocation(path, mark.line + 1, mark.column + 1)


def write_nodes(node: Node) -> str:
    """Return nodes as YAML text that is read as the same nodes again; lists stand in brackets."""
    text: str = yaml.serialize(_as_yaml(node), Dumper=yaml.SafeDumper, allow_unicode=True, width=_ONE_LINE)
    return text


def _as_yaml(node: Node) -> yaml.Node:
    """Return PyYAML's own node, which knows when a text needs quotes."""
    if isinstance(node, MapNode):
        pairs = [(_as_yaml(key), _as_yaml(value)) for key, value in node.entries]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    if isinstance(node, ListNode):
        items = [_as_yaml(item) for item in node.items]
        is_short = all(isinstance(item, TextNode) for item in node.items)
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=is_short)
    tags = {kind: tag for tag, kind in _KIND_OF_TAG.items()}
    return yaml.ScalarNode(tags.get(node.kind, "tag:yaml.org,2002:str"), node.text)


def kind_of_plain(text: str) -> str:
    """Return what YAML takes an unquoted ``text`` for: text, bool, int, float, null or date."""
    resolvers: list[tuple[str, re.Pattern[str]]] = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], [])
    for tag, pattern in resolvers:
        if pattern.match(text):
            return _KIND_OF_TAG.get(tag, "text")
    return "text"


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; ``key`` waits for its value."""

    location: SourceLocation
    is_map: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[TextNode, Node]] = field(default_factory=dict)
    key: Node | None = None


class _TooDeepError(Exception):
    """Nesting beyond MAX_DEPTH."""


class _Builder:
    """Builds the node tree from parser events and notes what is refused."""

    def __init__(self, path: Path, last_line: int, problems: ProblemList) -> None:
        self.root: Node | None = None
        self._path = path
        self._last_line = last_line
        self._problems = problems
        self._open: list[_Frame] = []

    def build(self, events: Iterator[Any]) -> None:
        """Consume the events of one file."""
        documents = 0
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents == 2:
                        self._problems.error("several-documents", self._at(event))
                        return
                else:
                    self._take(event)
        except _TooDeepError:
            self.root = None
        if self.root is None and not self._problems.has_errors:
            self._problems.error("empty-file", SourceLocation(self._path))

    def _take(self, event: Any) -> None:  # noqa: ANN401 -- PyYAML's events are untyped
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._add(self._text_node(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_extras(event)
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._problems.error("alias", self._at(event), f"*{event.anchor}")
            self._add(TextNode(self._at(event), f"*{event.anchor}"))

    def _refuse_extras(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self._problems.error("anchor", self._at(event), f"&{event.anchor}")
        if event.tag is not None:
            self._problems.error("tag", self._at(event), event.tag)

    def _text_node(self, event: Any) -> TextNode:  # noqa: ANN401
        location = self._at(event)
        is_plain = event.implicit[0]
        # An escape such as \0 in double quotes can smuggle in what the file itself may not hold.
        if not is_plain:
            match = _FORBIDDEN.search(event.value)
            if match:
                self._problems.error("control-character", location, f"U+{ord(match.group()):04X}")
        return TextNode(location, event.value, kind_of_plain(event.value) if is_plain else "text")

    def _start(self, event: Any) -> None:  # noqa: ANN401
        if len(self._open) >= MAX_DEPTH:
            self._problems.error("too-deep", self._at(event), limit=str(MAX_DEPTH))
            raise _TooDeepError
        self._open.append(_Frame(self._at(event), isinstance(event, yaml.MappingStartEvent)))

    def _end(self) -> None:
        frame = self._open.pop()
        if frame.is_map:
            self._add(MapNode(frame.location, tuple(frame.entries.values())))
        else:
            self._add(ListNode(frame.location, tuple(frame.items)))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        if not frame.is_map:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = node
        else:
            key, frame.key = frame.key, None
            self._add_entry(frame, key, node)

    def _add_entry(self, frame: _Frame, key: Node, value: Node) -> None:
        if not isinstance(key, TextNode):
            self._problems.error("key-not-text", key.location)
        elif key.text in frame.entries:
            first = frame.entries[key.text][0].location
            self._problems.error("duplicate-key", key.location, key.text, first=str(first.line))
        else:
            frame.entries[key.text] = (key, value)

    def _at(self, event: Any) -> SourceLocation:  # noqa: ANN401
        mark = event.start_mark
        # The parser ends the last line itself, and may put an empty value on the line after.
        return SourceLocation(self._path, min(mark.line + 1, self._last_line), mark.column + 1)
