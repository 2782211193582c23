"""From a condition or a benefit through its muscle groups, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consult_app.consultation import PLAN, Consultation, Selection
from consult_app.content.lookup import groups_for_benefit, groups_for_condition
from consult_app.gui.buttons import Button
from consult_app.gui.walk import neighbour, place_of, stops
from consult_app.gui.walk_bar import InRow
from tests.gui.conftest import press
from tests.gui.looking import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow

Key = Qt.Key
START = Consultation()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader says."""
    heard: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: heard.append(text))
    return heard


def _button(window: MainWindow, name: str) -> Button:
    return next(b for b in window.panel.page.findChildren(Button) if b.objectName() == name)


def test_the_first_muscle_is_explained_where_the_walk_begins(
    window: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    window.choose_topic("condition", "neck-pain")
    groups = groups_for_condition(catalogue, "neck-pain")
    said = texts(window.panel.page)
    assert {groups[0].name, groups[0].summary, words("ui.walk.first", count=len(groups))} <= set(said)
    assert set(window.pane.regions.lit_groups(window._model.now)) == {group.id for group in groups}


def test_the_keys_walk_through_every_muscle_and_back(
    window: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    window.choose_topic("condition", "neck-pain")
    known = [group.id for group in groups_for_condition(catalogue, "neck-pain")]
    walked = []
    for number in range(1, len(known) + 1):
        press(window, Key.Key_Period)
        selection = window._model.now.selection
        assert selection is not None
        walked.append(selection.group)
        assert words("ui.walk.place", place=number, count=len(known)) in texts(window.panel.page)
        assert set(window.pane.regions.lit_groups(window._model.now)) == set(known)
    assert walked == known
    press(window, Key.Key_Period)  # the walk has ended
    assert window._model.now.selection == Selection(known[-1])
    for group in reversed(known[:-1]):
        press(window, Key.Key_Comma)
        assert window._model.now.selection == Selection(group)
    assert not window.actions_by_id["topic.previous"].isEnabled()


def test_the_place_on_the_walk_is_spoken(window: MainWindow, catalogue: Catalogue, said: list[str]) -> None:
    window.choose_topic("benefit", "pain-relief")
    count = len(groups_for_benefit(catalogue, "pain-relief"))
    press(window, Key.Key_Period)
    press(window, Key.Key_Period)
    assert [text.rpartition("selected, ")[2] for text in said[-2:]] == [f"1 of {count}", f"2 of {count}"]


def test_a_muscle_that_belongs_to_no_walk_has_no_place(window: MainWindow, said: list[str]) -> None:
    window.select("soleus-plantaris")
    assert said[-1].endswith("selected")
    names = [button.objectName() for button in window.panel.page.findChildren(Button)]
    assert "topic.next" not in names
    assert not window.actions_by_id["topic.next"].isEnabled()


def test_the_side_goes_along(catalogue: Catalogue) -> None:
    now = START.choose_topic("condition", "neck-pain")
    first = stops(catalogue, now)[0]
    on = neighbour(catalogue, now.select(first.group, "left"), 1)
    assert on is not None
    assert on.side == "left"


def test_a_walk_through_the_plan_stops_once_at_a_muscle_with_several_spots(catalogue: Catalogue) -> None:
    one, two = Selection("soleus-plantaris", "left", "soleus"), Selection("deltoid", "right")
    now = START.add_to_plan(one).add_to_plan(one, "a").add_to_plan(one, "b").add_to_plan(two)
    now = now.choose_topic(*PLAN)
    assert stops(catalogue, now) == (one, two)
    at_one = now.select(*one)
    assert place_of(catalogue, at_one) == (1, 2)
    assert neighbour(catalogue, at_one, 1) == two
    assert neighbour(catalogue, now.select(*two), 1) is None


def test_the_keyboard_stays_on_the_way_on(window: MainWindow) -> None:
    window.choose_topic("condition", "neck-pain")
    _button(window, "topic.next").setFocus()
    QTest.keyClick(window.focusWidget(), Key.Key_Return)
    QTest.keyClick(window.focusWidget(), Key.Key_Return)
    assert window.focusWidget() is _button(window, "topic.next")
    assert window._model.now.selection == Selection(stops(window._catalogue, window._model.now)[1].group)


def test_the_keyboard_turns_round_where_the_walk_ends(window: MainWindow, catalogue: Catalogue) -> None:
    window.choose_topic("condition", "neck-pain")
    _button(window, "topic.next").setFocus()
    for _ in groups_for_condition(catalogue, "neck-pain"):
        QTest.keyClick(window.focusWidget(), Key.Key_Return)
    assert not _button(window, "topic.next").isEnabled()
    assert window.focusWidget() is _button(window, "topic.previous")


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920)])
def test_the_place_stands_between_the_ways_in_the_middle_of_their_line(
    make_window: Callable[..., MainWindow], words: Words, size: tuple[int, int], text_size: int
) -> None:
    window = make_window(size, text_size)
    window.choose_topic("condition", "neck-pain")
    window.chair.go_on()
    before, after = _button(window, "topic.previous"), _button(window, "topic.next")
    place = next(label for label in window.panel.page.findChildren(InRow))
    assert place.text() == words("ui.walk.place", place=1, count=7)
    assert before.geometry().right() < place.geometry().left() < after.geometry().left()
    assert abs(place.geometry().center().y() - before.geometry().center().y()) <= 1
