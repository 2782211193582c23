"""The YAML reader: the author's text and place are kept, and nothing makes it fail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app import yaml_nodes
from consult_app.yaml_nodes import ListNode, MapNode, Node, TextNode, parse_bytes, read_nodes

if TYPE_CHECKING:
    from consult_app.problems import Problem

HERE = Path("words.yaml")


def problems_in(text: str | bytes) -> list[tuple[str, int, int]]:
    data = text.encode() if isinstance(text, str) else text
    _, problems = parse_bytes(data, HERE)
    return [(problem.code, problem.location.line, problem.location.column) for problem in problems]


def value_of(text: str) -> TextNode:
    node, problems = parse_bytes(f"key: {text}\n".encode(), HERE)
    assert not problems
    assert isinstance(node, MapNode)
    value = node.entries[0][1]
    assert isinstance(value, TextNode)
    return value


@pytest.mark.parametrize(
    ("written", "text", "kind"),
    [
        ("no", "no", "bool"),
        ("Yes", "Yes", "bool"),
        ("012", "012", "int"),
        ("1:30", "1:30", "int"),
        ("1.10", "1.10", "float"),
        ("2026-01-02", "2026-01-02", "date"),
        ("~", "~", "null"),
        ("", "", "null"),
        ('"no"', "no", "text"),
        ("'012'", "012", "text"),
        (">-\n  folded\n  text", "folded text", "text"),
        ("plain words", "plain words", "text"),
        ("<<", "<<", "text"),
    ],
)
def test_values_keep_the_text_of_the_author(written: str, text: str, kind: str) -> None:
    value = value_of(written)
    assert (value.text, value.kind) == (text, kind)


def test_nodes_know_where_they_stand() -> None:
    node, problems = parse_bytes(b"\na:\n  - x\n  - {b: y}\n", HERE)
    assert not problems
    assert isinstance(node, MapNode)
    items = node.entries[0][1]
    assert isinstance(items, ListNode)
    assert str(items.items[0].location) == "words.yaml:3:5"
    assert str(items.items[1].location) == "words.yaml:4:5"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty-file", 0, 0)]),
        ("# only a remark\n", [("empty-file", 0, 0)]),
        ("\n \n\t\n", [("empty-file", 0, 0)]),
        ("a: 1\nb: 2\na: 3\na: 4\n", [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]),
        ("a:\n\tb: c\n  \td: e\n", [("tab-indent", 2, 1), ("tab-indent", 3, 3)]),
        ("a: &x 1\nb: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
        ("a: !!python/object:os.system x\n", [("tag", 1, 4)]),
        ("a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
        ("? [a, b]\n: c\n", [("key-not-text", 1, 3)]),
        ("a: b: c\n", [("broken-yaml", 1, 5)]),
        ('a: 1\nb: "never closed\nc: 2\n', [("broken-yaml", 2, 4)]),
        ("a: [1, 2\nb: 3\n", [("broken-yaml", 2, 2)]),
        ("a: x\x00y\n", [("control-character", 1, 5)]),
        ("a: x\u2028y\n", [("control-character", 1, 5)]),
        ('a: "\\0"\n', [("control-character", 1, 4)]),
        (b"a: 1\nb: caf\xe9\n", [("not-utf-8", 2, 7)]),
        ("a: 1\n".encode("utf-16"), [("not-utf-8", 1, 1)]),
    ],
)
def test_each_fault_is_found_where_it_is(text: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert problems_in(text) == expected


def test_windows_line_ends_and_byte_order_mark_are_no_fault() -> None:
    assert problems_in(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n") == []
    assert problems_in(b"a: 1\r\nb: 2\r\na: 3\r\n") == [("duplicate-key", 3, 1)]


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "[\n" * 100_000,
     "".join(" " * depth + "a:\n" for depth in range(500))],
)  # fmt: skip
def test_deep_nesting_is_refused_before_it_can_crash_the_parser(text: str) -> None:
    node, problems = parse_bytes(text.encode(), HERE)
    assert node is None
    assert [problem.code for problem in problems] == ["too-deep"]


def test_a_bomb_of_aliases_is_refused_without_growing() -> None:
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9))
    assert {code for code, _, _ in problems_in(text)} == {"anchor", "alias"}


def test_huge_files_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"a" * (yaml_nodes.MAX_BYTES + 1))
    assert [problem.code for problem in read_nodes(path)[1]] == ["file-too-large"]
    assert problems_in(b"a" * (yaml_nodes.MAX_BYTES + 1)) == [("file-too-large", 0, 0)]


def test_missing_and_odd_files_are_problems(tmp_path: Path) -> None:
    assert [problem.code for problem in read_nodes(tmp_path / "none.yaml")[1]] == ["missing-file"]
    assert [problem.code for problem in read_nodes(tmp_path)[1]] == ["not-a-file"]
    (tmp_path / "file").touch()
    assert [problem.code for problem in read_nodes(tmp_path / "file" / "x")[1]] == ["unreadable-file"]


def test_the_python_parser_finds_the_same_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)
    assert problems_in("a: 1\na: 2\n") == [("duplicate-key", 2, 1)]
    assert problems_in('a: "\\UFFFFFFFF"\n')[0][0] == "broken-yaml"
    assert problems_in("[" * 5000) == [("too-deep", 1, yaml_nodes.MAX_DEPTH + 1)]


YAML_LIKE = st.text(st.sampled_from("ab01 \n\t:-?,[]{}#&*!|>'\"%@`~.\\é\r\x00\u2028"), max_size=80)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode), YAML_LIKE.map(str.encode)))
def test_any_bytes_give_nodes_or_problems(data: bytes) -> None:
    node, problems = parse_bytes(data, HERE)
    assert node is not None or problems
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for problem in problems:
        assert is_inside(problem, lines)
    if node is not None:
        assert all_inside(node, lines)


def is_inside(problem: Problem, lines: list[str]) -> bool:
    line, column = problem.location.line, problem.location.column
    return line == 0 or (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 2)


def all_inside(node: Node, lines: list[str]) -> bool:
    if not 1 <= node.location.line <= len(lines):
        return False
    if isinstance(node, ListNode):
        return all(all_inside(item, lines) for item in node.items)
    if isinstance(node, MapNode):
        return all(all_inside(part, lines) for entry in node.entries for part in entry)
    return True


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_any_text_in_single_quotes_comes_back_as_written(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    node, problems = parse_bytes(f"a: {quoted}\n".encode(), HERE)
    if not problems:
        assert isinstance(node, MapNode)
        value = node.entries[0][1]
        assert isinstance(value, TextNode)
        assert value.text == text
