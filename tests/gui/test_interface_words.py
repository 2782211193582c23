"""The program's own words: none missing, none left over."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import consult_app

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from consult_app.content.records import Catalogue

PACKAGE = Path(consult_app.__file__).parent
GUESSED = "…"
"""Stands in a key for what is filled in at run time."""


def _keys_in_code() -> Iterator[tuple[str, str]]:
    """Yield each key with the place it is used at; what an f-string fills in is ``…``."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = _text(node)
            if text.startswith("ui."):
                yield text, f"{path.relative_to(PACKAGE)}:{node.lineno}"  # type: ignore[attr-defined]


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else GUESSED for part in node.values)
        return "".join(str(part) for part in parts)
    return ""


@pytest.fixture(scope="module")
def used() -> Mapping[str, str]:
    """Keys in the code; the beginning of an f-string is not taken for a key of its own."""
    found = dict(_keys_in_code())
    beginnings = {key.partition(GUESSED)[0] for key in found if GUESSED in key}
    return {key: place for key, place in found.items() if key not in beginnings and not key.endswith(".")}


def _fits(key: str, pattern: str) -> bool:
    before, _, after = pattern.partition(GUESSED)
    return key == pattern or (GUESSED in pattern and key.startswith(before) and key.endswith(after))


def test_every_key_in_the_code_has_words(used: Mapping[str, str], catalogue: Catalogue) -> None:
    missing = {
        key: place for key, place in used.items() if not any(_fits(known, key) for known in catalogue.words)
    }
    assert missing == {}


def test_every_word_of_the_window_is_used(used: Mapping[str, str], catalogue: Catalogue) -> None:
    known = [key for key in catalogue.words if key.startswith("ui.")]
    assert [key for key in known if not any(_fits(key, pattern) for pattern in used)] == []


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("ui.side.", ("left", "right", "both", "midline")),
        ("ui.view.", ("0", "90", "180", "270")),
        ("ui.kind.", ("group", "muscle", "benefit", "condition", "area", "zone")),
        ("ui.help.", ("emergency", "same-day", "practitioner")),
        ("ui.direction.", ("benefit", "no-clear-difference", "mixed")),
        ("ui.graded.", ("source", "assessor")),
    ],
)
def test_every_value_that_is_filled_in_has_words(
    catalogue: Catalogue, prefix: str, values: tuple[str, ...]
) -> None:
    assert [value for value in values if prefix + value not in catalogue.words] == []
