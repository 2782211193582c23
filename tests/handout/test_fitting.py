"""What stays on a page where there is little room."""

from __future__ import annotations

import pytest

from consult_app.handout.fitting import LEAST_TEXT, fitted, reduced, settings
from consult_app.handout.records import Claim, Handout, Leaf, Lines, Part


def block(text: str, rank: int) -> Lines:
    return Lines((text,), rank=rank)


def handout(*leaves: Leaf) -> Handout:
    return Handout("Title", "Below", leaves, "Closing")


SHEET = handout(
    Leaf(
        (Part("A", (block("a0", 0), block("a2", 2))), Part("B", (block("b1", 1),))),
        (Part("C", (block("c0", 0),)),),
    ),
)


def texts(sheet: Handout) -> list[str]:
    parts = [part for leaf in sheet.leaves for part in (*leaf.columns, *leaf.foot)]
    return [text for part in parts for b in part.blocks if isinstance(b, Lines) for text in b.texts]


@pytest.mark.parametrize(
    ("rank", "stays"), [(2, ["a0", "a2", "b1", "c0"]), (1, ["a0", "b1", "c0"]), (0, ["a0", "c0"])]
)
def test_what_has_a_higher_rank_goes(rank: int, stays: list[str]) -> None:
    assert texts(reduced(SHEET, rank)) == stays


def test_a_heading_over_nothing_goes_as_well() -> None:
    assert [part.title for part in reduced(SHEET, 0).leaves[0].columns] == ["A"]


def test_reasons_go_sooner_than_what_they_are_reasons_for() -> None:
    claim = Claim("Relief", "It may help.", 2, "Low", "Because.", reason_rank=8)
    signs = Lines(("Fever",), reasons=("It may be an infection.",), reason_rank=5)
    sheet = handout(Leaf((Part("A", (claim, signs)),)))
    kept = reduced(sheet, 6).leaves[0].columns[0].blocks
    assert kept == (claim._replace(reason="", reason_rank=0), signs)
    assert reduced(sheet, 0).leaves[0].columns[0].blocks[1] == Lines(("Fever",))


def test_settings_need_less_and_less_room() -> None:
    tried = settings(SHEET)
    assert [setting.text for setting in tried] == sorted((s.text for s in tried), reverse=True)
    assert [setting.rank for setting in tried] == sorted((s.rank for s in tried), reverse=True)
    assert tried[0].rank == 2
    assert min(setting.text for setting in tried) == LEAST_TEXT >= 9


def test_the_first_setting_that_fits_is_taken() -> None:
    kept, setting = fitted(SHEET, lambda *_: True)
    assert (kept, setting) == (SHEET, settings(SHEET)[0])
    kept, setting = fitted(SHEET, lambda *_: False)
    assert texts(kept) == ["a0", "c0"]
    assert setting == settings(SHEET)[-1]


def test_what_has_room_comes_back_the_most_wanted_first() -> None:
    kept, _setting = fitted(SHEET, lambda sheet, _: len(texts(sheet)) <= 3)
    assert texts(kept) == ["a0", "b1", "c0"]
    alone = handout(Leaf((Part("A", (block("a0", 0), block("wide", 1), block("a2", 2))),)))
    kept, _setting = fitted(alone, lambda sheet, _: "wide" not in texts(sheet))
    assert texts(kept) == ["a0", "a2"]


def test_parts_of_one_kind_lose_the_same() -> None:
    parts = tuple(Part(name, (block(f"{name}0", 0), block(f"{name}1", 1))) for name in "ab")
    even = handout(Leaf(parts, is_even=True))
    kept, _setting = fitted(even, lambda sheet, _: len(texts(sheet)) <= 3)
    assert texts(kept) == ["a0", "b0"]


def test_a_list_comes_back_whole_or_not_at_all() -> None:
    near = Part("Near", (block("nerve", 2), block("vessel", 2)))
    sheet = handout(Leaf((Part("A", (block("a0", 0), block("a1", 1))), near)))
    kept, _setting = fitted(sheet, lambda tried, _: len(texts(tried)) <= 3)
    assert texts(kept) == ["a0", "a1"]
