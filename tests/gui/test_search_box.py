"""The search field, asked about the real catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from consult_app.content.search import SearchIndex
from consult_app.gui.search_box import MOST_HITS, SearchBox
from consult_app.gui.search_results import HIT_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from consult_app.content.records import Catalogue
    from consult_app.content.search import Hit
    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

Key = Qt.Key


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> SearchIndex:
    return SearchIndex(catalogue)


@pytest.fixture
def box(index: SearchIndex, words: Words, make_theme: Callable[..., Theme]) -> Iterator[SearchBox]:
    window = QWidget()
    window.resize(900, 600)
    box = SearchBox(index.find, words, make_theme())
    box.setParent(window)
    box.setGeometry(100, 20, 500, 46)
    window.show()
    window.activateWindow()
    box.setFocus()
    yield box
    window.close()


def _hits(box: SearchBox) -> list[Hit | None]:
    return [box.results.item(row).data(HIT_ROLE) for row in range(box.results.count())]


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("upper trap", "upper-trapezius"),
        ("trapezius descendens", "upper-trapezius"),
        ("trapezuis", "upper-trapezius"),
        ("i can't turn my head", "sternocleidomastoid"),
    ],
)
def test_typing_lists_what_is_meant(box: SearchBox, typed: str, group: str) -> None:
    QTest.keyClicks(box, typed)
    found = [hit for hit in _hits(box) if hit is not None]
    assert box.results.isVisible()
    assert any(group in hit.groups for hit in found)


def test_every_group_is_found_by_its_plain_and_clinical_name_and_its_muscles(
    box: SearchBox, catalogue: Catalogue
) -> None:
    missing = []
    for group in catalogue.groups:
        for name in (group.name, group.clinical_name, *(muscle.name for muscle in group.muscles)):
            box.search(name)
            if not any(hit and group.id in hit.groups for hit in _hits(box)):
                missing.append((group.id, name))
    assert missing == []


def test_no_more_than_a_handful_is_listed(box: SearchBox) -> None:
    box.search("pain")
    assert 1 <= box.results.count() <= MOST_HITS


def test_each_result_says_what_it_is(box: SearchBox, words: Words) -> None:
    box.search("soleus")
    hit = _hits(box)[0]
    assert hit is not None
    wanted = words("ui.search.hit", label=hit.label, kind=words(f"ui.kind.{hit.kind}"))
    assert box.results.item(0).text() == wanted


def test_arrow_keys_walk_the_results_and_stop_at_their_ends(box: SearchBox) -> None:
    QTest.keyClicks(box, "neck")
    last = box.results.count() - 1
    assert box.results.currentRow() == 0
    QTest.keyClick(box, Key.Key_Up)
    assert box.results.currentRow() == 0
    for _ in range(last + 3):
        QTest.keyClick(box, Key.Key_Down)
    assert box.results.currentRow() == last


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_chooses_the_marked_result(box: SearchBox, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClicks(box, "neck")
    QTest.keyClick(box, Key.Key_Down)
    wanted = _hits(box)[1]
    with qtbot.waitSignal(box.hit_chosen) as caught:
        QTest.keyClick(box, key)
    assert caught.args == [wanted]
    assert not box.results.isVisible()
    assert box.text() == ""


def test_a_click_chooses_a_result(box: SearchBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "soleus")
    spot = box.results.visualItemRect(box.results.item(0)).center()
    wanted = _hits(box)[0]
    with qtbot.waitSignal(box.hit_chosen) as caught:
        QTest.mouseClick(box.results.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [wanted]


def test_escape_shuts_the_results_and_empties_the_field(box: SearchBox) -> None:
    QTest.keyClicks(box, "soleus")
    QTest.keyClick(box, Key.Key_Escape)
    assert not box.results.isVisible()
    assert box.text() == ""


@pytest.mark.parametrize("typed", ["xqzvwk", "日本語", "<>", "%"])
def test_what_is_not_found_is_said_and_cannot_be_chosen(
    box: SearchBox, words: Words, qtbot: QtBot, typed: str
) -> None:
    box.search(typed)
    assert [box.results.item(0).text(), box.results.count()] == [words("ui.search.nothing"), 1]
    with qtbot.assertNotEmitted(box.hit_chosen):
        QTest.keyClick(box, Key.Key_Return)


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_lists_nothing(box: SearchBox, typed: str) -> None:
    box.search("soleus")
    box.search(typed)
    assert not box.results.isVisible()


def test_going_elsewhere_shuts_the_results(box: SearchBox) -> None:
    QTest.keyClicks(box, "soleus")
    box.clearFocus()
    assert not box.results.isVisible()


def test_results_stand_below_the_field_inside_the_window(box: SearchBox) -> None:
    QTest.keyClicks(box, "pain")
    assert box.results.y() >= box.geometry().bottom()
    assert box.window().rect().contains(box.results.geometry())
    assert box.results.width() == box.width()


def test_field_and_results_have_names_for_screen_readers(box: SearchBox) -> None:
    assert box.accessibleName()
    assert box.results.accessibleName()
    assert box.placeholderText()
