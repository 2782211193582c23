"""The settings as a YAML file that a person can read and change: parsing it, and writing it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.problems import ProblemList, nearest
from consult_app.settings.record import (
    LOGO_ENDINGS,
    MOST_LETTERS,
    PAPERS,
    SECTIONS,
    SKINS,
    STAYING,
    TEXT_SIZES,
    THEMES,
    Settings,
    usual_settings,
)
from consult_app.yaml_nodes import ListNode, MapNode, Node, TextNode, read_nodes

if TYPE_CHECKING:
    from collections.abc import Collection

    from consult_app.problems import Problem
    from consult_app.settings.record import Known

DESKTOP = "desktop"
"""Stands for the theme that goes with the desktop's."""
_SHAPES = {TextNode: "text", ListNode: "list", MapNode: "mapping"}


def parse_settings(path: Path, known: Known) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what a file says, defaults for what is broken in it, and all that is broken."""
    root, met = read_nodes(path)
    reader = _Reader(path, root, ProblemList(met))
    usual = usual_settings()
    settings = Settings(
        clinic=reader.clinic(),
        logo=reader.logo(),
        language=reader.choice("language", tuple(known.languages), usual.language),
        theme=_named(reader.choice("theme", (DESKTOP, *THEMES), DESKTOP)),
        text_size=reader.number("text_size", TEXT_SIZES),
        is_mirrored=reader.flag("mirror"),
        paper="Letter" if reader.choice("paper", PAPERS, usual.paper) == "Letter" else "A4",
        hidden_groups=reader.names("hide_groups", known.groups, "muscle group"),
        hidden_sections=reader.names("hide_sections", SECTIONS, "section"),
        shows_labels=reader.flag("figure_names"),
        skin=SKINS.index(reader.choice("figure_skin", SKINS, SKINS[usual.skin])),
        is_still=reader.flag("figure_still"),
    )
    reader.close()
    return settings, reader.problems.in_order()


def _named(theme: str) -> str | None:
    return None if theme == DESKTOP else theme


class _Reader:
    """Takes one value after the other; what is broken is noted, and the default returned."""

    def __init__(self, path: Path, root: Node | None, problems: ProblemList) -> None:
        self.problems = problems
        self._path = path
        self._entries: dict[str, tuple[TextNode, Node]] = {}
        self._asked: list[str] = []
        if isinstance(root, MapNode):
            self._entries = {key.text: (key, value) for key, value in root.entries}
        elif root is not None:
            self._wrong_shape(root, "settings", "mapping")

    def close(self) -> None:
        """Report the keys that nobody asked for."""
        free = [name for name in self._asked if name not in self._entries]
        for name, (key, _value) in self._entries.items():
            if name not in self._asked:
                self.problems.warning("unknown-key", key.location, name, nearest=nearest(name, free))

    def clinic(self) -> str:
        node = self._text("clinic")
        if node is None:
            return ""
        if len(node.text) > MOST_LETTERS:
            self.problems.error("too-long", node.location, "clinic", most=str(MOST_LETTERS))
            return ""
        return node.text.strip()

    def logo(self) -> Path | None:
        node = self._text("logo")
        if node is None or not node.text.strip():
            return None
        # A path beside the file itself may be written without the folders before it.
        path = self._path.parent / Path(node.text.strip()).expanduser()
        if path.suffix.lower() not in LOGO_ENDINGS:
            self.problems.error("not-a-logo", node.location, node.text)
        elif not path.is_file():
            self.problems.error("missing-logo", node.location, node.text)
        else:
            return path
        return None

    def choice(self, key: str, choices: Collection[str], usual: str) -> str:
        node = self._text(key)
        if node is None or node.text in choices:
            return usual if node is None else node.text
        self._unknown(node, choices)
        return usual

    def number(self, key: str, choices: Collection[int]) -> int | None:
        node = self._node(key)
        if node is None:
            return None
        text = node.text if isinstance(node, TextNode) else ""
        numbers = [str(number) for number in choices]
        if isinstance(node, TextNode) and text in numbers:
            return int(text)
        if not isinstance(node, TextNode):
            self._wrong_shape(node, key, "number")
        elif text.isascii() and text.isdigit() and len(text) < 5:
            near = min(choices, key=lambda number: abs(number - int(text)))
            self.problems.error(
                "unknown-choice", node.location, text, choices=", ".join(numbers), nearest=str(near)
            )
        else:
            self._unknown(node, numbers)
        return None

    def flag(self, key: str) -> bool:
        node = self._node(key)
        if node is None:
            return False
        if isinstance(node, TextNode) and node.kind == "bool" and node.text in ("true", "false"):
            return node.text == "true"
        given = node.text if isinstance(node, TextNode) else f"a {_SHAPES[type(node)]}"
        self.problems.error("not-true-or-false", node.location, key, given=given)
        return False

    def names(self, key: str, choices: Collection[str], kind: str) -> tuple[str, ...]:
        node = self._node(key)
        if node is None:
            return ()
        if not isinstance(node, ListNode):
            self._wrong_shape(node, key, "list")
            return ()
        found: list[str] = []
        for item in node.items:
            if not isinstance(item, TextNode):
                self._wrong_shape(item, key, "text")
            elif item.text in found:
                self.problems.error("listed-twice", item.location, item.text)
            elif item.text in choices:
                found.append(item.text)
            elif kind == "section" and item.text in STAYING:
                self.problems.error("must-stay", item.location, item.text)
            else:
                near = nearest(item.text, choices)
                self.problems.error("unknown-id", item.location, item.text, kind=kind, nearest=near)
        return tuple(found)

    def _node(self, key: str) -> Node | None:
        """Return what stands under a key; None where there is nothing."""
        self._asked.append(key)
        node = self._entries[key][1] if key in self._entries else None
        return None if isinstance(node, TextNode) and node.kind == "null" else node

    def _text(self, key: str) -> TextNode | None:
        node = self._node(key)
        if isinstance(node, TextNode):
            if node.kind == "text":
                return node
            self.problems.error("needs-quotes", node.location, node.text, kind=node.kind)
        elif node is not None:
            self._wrong_shape(node, key, "text")
        return None

    def _unknown(self, node: TextNode, choices: Collection[str]) -> None:
        near = nearest(node.text, choices)
        self.problems.error(
            "unknown-choice", node.location, node.text, choices=", ".join(choices), nearest=near
        )

    def _wrong_shape(self, node: Node, key: str, expected: str) -> None:
        found = _SHAPES[type(node)]
        self.problems.error("setting-shape", node.location, key, expected=expected, found=found)
