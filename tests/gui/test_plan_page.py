"""The plan is gathered while talking: order, notes, removal, and the way back from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.consultation import PLAN, Selection
from consult_app.gui.buttons import Button
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.note_field import MOST_LETTERS, NoteField
from consult_app.gui.plan_page import PlanCard, plan_page
from consult_app.gui.spot_button import SpotButton
from tests.gui.conftest import press
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.page_kit import PageKit

Key, Modifier = Qt.Key, Qt.KeyboardModifier
GROUPS = ("soleus-plantaris", "deltoid", "jaw")


@pytest.fixture
def planned(window: MainWindow) -> MainWindow:
    """A window that shows a plan of three muscle groups."""
    for group in GROUPS:
        window.select(group)
        press(window, Key.Key_A)
    press(window, Key.Key_L, Modifier.ControlModifier)
    return window


def _order(window: MainWindow) -> list[str]:
    return [item.selection.group for item in window._model.now.plan]


def _shown(window: MainWindow, catalogue: Catalogue) -> list[str]:
    """Return the groups of the cards, from top to bottom."""
    names = {group.name: group.id for group in catalogue.groups}
    cards = sorted(window.panel.page.findChildren(PlanCard), key=lambda card: card.y())
    return [names[next(text for text in texts(card) if text in names)] for card in cards]


def _card_button(window: MainWindow, place: int, words: str) -> Button:
    card = sorted(window.panel.page.findChildren(PlanCard), key=lambda card: card.y())[place]
    return next(
        b for b in card.findChildren(Button) if b.accessibleName().startswith(words.split("{", maxsplit=1)[0])
    )


def test_what_is_added_stands_in_the_order_of_the_talk(planned: MainWindow, catalogue: Catalogue) -> None:
    assert _order(planned) == list(GROUPS)
    assert _shown(planned, catalogue) == list(GROUPS)
    assert planned._model.now.topic == PLAN
    assert set(planned.pane.regions.lit_groups(planned._model.now)) == set(GROUPS)


def test_the_same_key_takes_it_out_again_and_the_button_tells(window: MainWindow, words: Words) -> None:
    window.select("deltoid", "left")
    action = window.actions_by_id["plan.add"]
    assert (action.text(), action.isChecked()) == (words("ui.action.plan.add"), False)
    press(window, Key.Key_A)
    assert window._model.now.plan[0].selection == Selection("deltoid", "left")
    assert (action.text(), action.isChecked()) == (words("ui.plan.added"), True)
    assert words("ui.plan.added") in texts(window.panel.page)
    assert words("ui.plan.count", count=1) in texts(window.panel.page)
    press(window, Key.Key_A)
    assert window._model.now.plan == ()
    assert (action.text(), action.isChecked()) == (words("ui.action.plan.add"), False)


def test_nothing_can_be_added_where_nothing_is_explained(window: MainWindow) -> None:
    press(window, Key.Key_A)
    assert window._model.now.plan == ()
    assert not window.actions_by_id["plan.add"].isEnabled()


def test_cards_move_up_and_down_and_the_keyboard_goes_along(
    planned: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    down = _card_button(planned, 0, words("ui.plan.down", name="{"))
    down.setFocus()
    QTest.keyClick(down, Key.Key_Return)
    QApplication.processEvents()
    assert _shown(planned, catalogue) == ["deltoid", "soleus-plantaris", "jaw"]
    follower = planned.focusWidget()
    assert isinstance(follower, Button)
    assert catalogue.group_by_id["soleus-plantaris"].name in follower.accessibleName()
    QTest.keyClick(follower, Key.Key_Return)  # now it is last: the focus stays on its card
    assert _shown(planned, catalogue) == ["deltoid", "jaw", "soleus-plantaris"]
    assert isinstance(planned.focusWidget(), Button)
    assert planned.focusWidget().accessibleName() == words(
        "ui.plan.up", name=catalogue.group_by_id["soleus-plantaris"].name
    )
    _card_button(planned, 2, words("ui.plan.up", name="{")).click()
    assert _shown(planned, catalogue) == ["deltoid", "soleus-plantaris", "jaw"]
    assert not _card_button(planned, 0, words("ui.plan.up", name="{")).isEnabled()
    assert not _card_button(planned, 2, words("ui.plan.down", name="{")).isEnabled()


def test_every_step_can_be_taken_back_and_done_again(
    planned: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    _card_button(planned, 1, words("ui.plan.close", name="{")).click()
    _card_button(planned, 0, words("ui.plan.down", name="{")).click()
    assert _shown(planned, catalogue) == ["jaw", "soleus-plantaris"]
    press(planned, Key.Key_Z, Modifier.ControlModifier)
    assert _shown(planned, catalogue) == ["soleus-plantaris", "jaw"]
    press(planned, Key.Key_Z, Modifier.ControlModifier)
    assert _shown(planned, catalogue) == list(GROUPS)
    press(planned, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    press(planned, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert _shown(planned, catalogue) == ["jaw", "soleus-plantaris"]


def test_a_note_belongs_to_its_card_and_moves_with_it(planned: MainWindow, words: Words) -> None:
    field = planned.panel.page.findChildren(NoteField)[0]
    field.setFocus()
    QTest.keyClicks(field, "left first, a 1")
    assert planned._model.now.plan[0].note == "left first, a 1"
    _card_button(planned, 0, words("ui.plan.down", name="{")).click()
    assert [item.note for item in planned._model.now.plan] == ["", "left first, a 1", ""]
    assert [f.toPlainText() for f in planned.panel.page.findChildren(NoteField)][:3] == [
        "",
        "left first, a 1",
        "",
    ]


def test_writing_is_one_step_and_keeps_the_cursor(planned: MainWindow) -> None:
    field = planned.panel.page.findChildren(NoteField)[-1]
    field.setFocus()
    QTest.keyClicks(field, "drink water")
    assert planned._model.now.note == "drink water"
    assert planned.focusWidget() is field
    planned.setFocus()
    planned._model.undo()
    assert planned._model.now.note == ""
    assert planned.panel.page.findChildren(NoteField)[-1].toPlainText() == ""
    planned._model.redo()
    assert planned.panel.page.findChildren(NoteField)[-1].toPlainText() == "drink water"


def test_a_note_takes_no_more_than_fits_on_the_paper(planned: MainWindow) -> None:
    field = planned.panel.page.findChildren(NoteField)[0]
    field.setFocus()
    field.insertPlainText("x" * (MOST_LETTERS - 1))
    QTest.keyClicks(field, "yz!")
    assert len(planned._model.now.plan[0].note) == MOST_LETTERS


def test_a_text_that_is_too_long_when_pasted_is_cut(planned: MainWindow) -> None:
    field = planned.panel.page.findChildren(NoteField)[0]
    field.insertPlainText("x" * (MOST_LETTERS + 5000))
    assert planned._model.now.plan[0].note == "x" * MOST_LETTERS


def test_escape_leaves_a_note_and_keeps_the_plan(planned: MainWindow) -> None:
    field = planned.panel.page.findChildren(NoteField)[0]
    field.setFocus()
    press(planned, Key.Key_Escape)
    assert planned.focusWidget() is planned
    assert planned._model.now.topic == PLAN


def _open(window: MainWindow, text: str) -> None:
    next(part for part in window.panel.page.findChildren(Disclosure) if part.text == text).toggle()


def test_a_single_sore_spot_goes_into_the_plan(
    window: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    window.select("upper-trapezius", "right")
    points = catalogue.detail_by_group["upper-trapezius"].trigger_points
    name = words("ui.group.points", count=len(points))
    _open(window, name)
    window.panel.page.findChildren(SpotButton)[0].click()
    item = window._model.now.plan[0]
    assert item.what == (Selection("upper-trapezius", "right", points[0].muscle), points[0].id)
    spot = window.panel.page.findChildren(SpotButton)[0]  # the page was written anew, its part is open still
    assert (spot.text(), spot.isChecked()) == (words("ui.plan.added"), True)
    window.chair.show_plan()
    assert words("ui.group.point", place=points[0].place) in texts(window.panel.page)
    window._model.undo()
    _open(window, name)
    window.panel.page.findChildren(SpotButton)[0].click()
    assert window._model.now.plan == ()


def test_a_card_leads_to_its_muscle_and_the_muscle_back_to_the_plan(
    planned: MainWindow, words: Words
) -> None:
    _card_button(planned, 1, words("ui.plan.read_of", name="{")).click()
    assert planned._model.now.selection == Selection("deltoid")
    assert words("ui.walk.place", place=2, count=3) in texts(planned.panel.page)
    next(b for b in planned.panel.page.findChildren(Button) if b.text() == words("ui.tool.plan")).click()
    assert planned._model.now.selection is None
    assert planned._model.now.topic == PLAN


def test_a_screen_without_that_action_shows_no_words_of_the_practitioner(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    now = kit.model.now.add_to_plan(Selection("deltoid", "left"))
    kit.model.step(now.note_in_plan(0, "not for you").write_note("nor this"))
    page = laid_out(plan_page(kit), 420)
    assert page.findChildren(NoteField) == []
    assert not any("not for you" in text or "nor this" in text for text in texts(page))
    assert catalogue.group_by_id["deltoid"].name in texts(page)
    assert [button.text() for button in page.findChildren(Button)] == [kit.words("ui.plan.read")]


def test_an_empty_plan_says_how_to_fill_it(window: MainWindow, words: Words) -> None:
    window.chair.show_plan()
    assert words("ui.plan.empty") in texts(window.panel.page)
    assert window.panel.page.findChildren(NoteField) == []


def test_changes_of_the_plan_are_spoken(
    planned: MainWindow, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: said.append(text))
    _card_button(planned, 0, words("ui.plan.down", name="{")).click()
    _card_button(planned, 2, words("ui.plan.close", name="{")).click()
    assert said == [
        words("ui.plan.said_moved", place=2, count=3),
        words("ui.plan.said_removed", count=2),
    ]


@pytest.mark.parametrize(
    ("theme", "text_size", "width"), [("light", 100, 320), ("light", 100, 836), ("dark", 200, 640)]
)
def test_the_page_is_neither_cut_off_nor_runs_out(
    make_kit: Callable[..., PageKit],
    window: MainWindow,
    catalogue: Catalogue,
    theme: str,
    text_size: int,
    width: int,
) -> None:
    kit = make_kit(theme, text_size)._replace(actions=window.actions_by_id)
    for group in catalogue.groups:
        for point in catalogue.detail_by_group[group.id].trigger_points[:2]:
            chosen = Selection(group.id, "left", point.muscle)
            kit.model.step(kit.model.now.add_to_plan(chosen).add_to_plan(chosen, point.id))
    kit.model.step(kit.model.now.answer("q-lymph", is_yes=True))
    page = laid_out(plan_page(kit), width)
    page.show()  # a field lays itself out when it is shown
    assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])
