"""The questions before a treatment: a yes is to be talked over, and no list says more than that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consult_app.consultation import PLAN, SAFETY_CHECK
from consult_app.gui.buttons import Button
from consult_app.gui.layout import Card
from consult_app.gui.precaution_mark import PrecautionMark
from consult_app.gui.safety_check_page import safety_check_page
from consult_app.policy import KIOSK
from tests.gui.conftest import press
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.page_kit import PageKit


def _answer(window: MainWindow, question: str) -> Button:
    return next(b for b in window.panel.page.findChildren(Button) if b.value == question)


def _card(window: MainWindow, name: str) -> Card | None:
    return next((card for card in window.panel.page.findChildren(Card) if card.objectName() == name), None)


def test_every_question_is_asked_with_its_reason(window: MainWindow, catalogue: Catalogue) -> None:
    press(window, Qt.Key.Key_Q)
    assert window._model.now.topic == SAFETY_CHECK
    said = texts(window.panel.page)
    for question in catalogue.safety.questions:
        assert {question.ask, question.why} <= set(said)
        assert question.when_yes not in said
        assert not _answer(window, question.id).isChecked()


def test_a_yes_tells_what_follows_and_can_be_taken_back(
    window: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    window.chair.show_safety_check()
    question = next(q for q in catalogue.safety.questions if q.id == "q-blood-thinners")
    _answer(window, question.id).click()
    assert window._model.now.answers == (question.id,)
    result = _card(window, "safety-result")
    assert result is not None
    assert {words("ui.check.talk", count=1), question.when_yes} <= set(texts(result))
    assert _answer(window, question.id).isChecked()
    _answer(window, question.id).click()
    assert window._model.now.answers == ()
    assert question.when_yes not in texts(window.panel.page)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window._model.now.answers == (question.id,)


def test_answering_with_keys_keeps_the_place(window: MainWindow, catalogue: Catalogue) -> None:
    window.chair.show_safety_check()
    last = catalogue.safety.questions[-1].id
    _answer(window, last).setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.focusWidget() is _answer(window, last)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window._model.now.answers == ()
    assert window.focusWidget() is _answer(window, last)


def test_what_speaks_against_it_comes_first_and_has_another_shape(window: MainWindow) -> None:
    window.chair.show_safety_check()
    for question in ("q-eaten", "q-unwell"):
        _answer(window, question).click()
    result = _card(window, "safety-result")
    assert result is not None
    marks = sorted(result.findChildren(PrecautionMark), key=lambda mark: mark.parentWidget().y())
    assert [mark._advice for mark in marks] == ["do-not", "ask-first"]
    first, second = (mark.grab().toImage() for mark in marks)
    assert first != second


def test_a_yes_is_lit_on_the_pages_of_the_muscles_it_concerns(
    window: MainWindow, catalogue: Catalogue
) -> None:
    window._model.step(window._model.now.answer("q-lung", is_yes=True).answer("q-implants", is_yes=True))
    asked = {question.id: question for question in catalogue.safety.questions}
    assert asked["q-lung"].scope == "near-lung"
    for group in catalogue.groups:
        window.select(group.id)
        card = _card(window, "answers")
        assert card is not None
        said = texts(card)
        assert asked["q-implants"].when_yes in said
        assert (asked["q-lung"].when_yes in said) == group.near_lung


def test_no_yes_lights_nothing(window: MainWindow, catalogue: Catalogue) -> None:
    for group in catalogue.groups[:5]:
        window.select(group.id)
        assert _card(window, "answers") is None


def test_a_yes_goes_with_the_plan(window: MainWindow, catalogue: Catalogue) -> None:
    window.select("upper-trapezius")
    window.chair.toggle_in_plan()
    window._model.step(window._model.now.answer("q-lung", is_yes=True))
    window.chair.show_plan()
    card = _card(window, "answers")
    assert window._model.now.topic == PLAN
    assert card is not None
    assert next(q for q in catalogue.safety.questions if q.id == "q-lung").when_yes in texts(card)


@pytest.mark.parametrize("is_yes", [True, False])
def test_it_never_says_safe(
    window: MainWindow,
    catalogue: Catalogue,
    words: Words,
    is_yes: bool,  # noqa: FBT001
) -> None:
    for question in catalogue.safety.questions:
        window._model.step(window._model.now.answer(question.id, is_yes=is_yes))
    window.chair.show_safety_check()
    said = texts(window.panel.page)
    assert words("ui.check.never") in said
    calming = re.compile(r"\b(safe|safely|fine|no risk|all clear|okay|ok)\b", re.IGNORECASE)
    assert [text for text in said if calming.search(text)] == []


def test_the_answer_is_spoken(
    window: MainWindow, catalogue: Catalogue, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.chair.show_safety_check()
    said: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: said.append(text))
    question = catalogue.safety.questions[0]
    _answer(window, question.id).click()
    _answer(window, question.id).click()
    assert said == [question.when_yes, words("ui.check.said_not")]


def test_a_stranger_may_ask_himself_but_keeps_no_plan(make_window: Callable[..., MainWindow]) -> None:
    window = make_window(policy=KIOSK)
    assert "safety.show" in window.actions_by_id
    assert {"plan.add", "plan.show", "depth.toggle", "patient.new", "consult.menu"}.isdisjoint(
        window.actions_by_id
    )
    window.select("upper-trapezius")
    window.chair.show_safety_check()
    assert _card(window, "safety-result") is not None


@pytest.mark.parametrize(
    ("theme", "text_size", "width"), [("light", 100, 320), ("light", 100, 836), ("dark", 200, 640)]
)
@pytest.mark.parametrize("is_yes", [True, False])
def test_the_page_is_neither_cut_off_nor_runs_out(
    make_kit: Callable[..., PageKit],
    catalogue: Catalogue,
    theme: str,
    text_size: int,
    width: int,
    is_yes: bool,  # noqa: FBT001
) -> None:
    kit = make_kit(theme, text_size)
    for question in catalogue.safety.questions:
        kit.model.step(kit.model.now.answer(question.id, is_yes=is_yes))
    page = laid_out(safety_check_page(kit), width)
    assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])


def test_a_screen_without_that_action_only_shows_the_answers(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit()
    question = catalogue.safety.questions[0]
    kit.model.step(kit.model.now.answer(question.id, is_yes=True))
    page = laid_out(safety_check_page(kit), 420)
    answers = [button for button in page.findChildren(Button) if button.isCheckable()]
    assert len(answers) == len(catalogue.safety.questions)
    assert [button.value for button in answers if button.isChecked()] == [question.id]
    assert not any(button.isEnabled() for button in answers)
