"""The calm path: no word on needles unless asked for, no warning left out, and it says that it is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from consult_app.consultation import Consultation
from consult_app.content.calm import CalmReader
from consult_app.gui.buttons import Button
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.layout import Card, Column
from tests.gui.conftest import press
from tests.gui.looking import clipped, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow


@pytest.fixture
def calm(window: MainWindow) -> MainWindow:
    """A window on the calm path."""
    press(window, Qt.Key.Key_C)
    assert window._model.now.is_calm
    return window


@pytest.fixture
def reader(words: Words) -> CalmReader:
    return CalmReader(words)


def _softened(widget: QWidget) -> Iterator[str]:
    """Yield the texts in sight, but for those that are kept whole."""
    for child in widget.children():
        if isinstance(child, Column) and child.keeps_all:
            continue
        if isinstance(child, QLabel | Button) and not child.isHidden():
            yield child.text()
        elif isinstance(child, Column) and child.isHidden():
            continue
        yield from _softened(child)


def test_no_page_of_a_muscle_names_a_needle(
    calm: MainWindow, catalogue: Catalogue, reader: CalmReader
) -> None:
    names = {benefit.name for benefit in catalogue.benefits}  # “Blood flow”
    for group in catalogue.groups:
        calm.select(group.id)
        said = set(_softened(calm.panel.page)) - names
        assert [text for text in said if not reader.is_calm(text)] == []


@pytest.mark.parametrize("kind", ["benefit", "condition"])
def test_no_page_of_a_topic_names_a_needle(
    calm: MainWindow, catalogue: Catalogue, reader: CalmReader, kind: str
) -> None:
    topics = catalogue.benefits if kind == "benefit" else catalogue.conditions[::4]
    for topic in topics:
        calm.choose_topic(kind, topic.id)  # type: ignore[arg-type]
        own = {item.name for item in topics}
        found = [text for text in _softened(calm.panel.page) if not reader.is_calm(text)]
        assert [text for text in found if text not in own] == []


def test_the_first_page_and_the_first_visit_are_told_calmly(
    calm: MainWindow, catalogue: Catalogue, reader: CalmReader
) -> None:
    names = {item.name for item in (*catalogue.benefits, *catalogue.conditions)}
    for topic in (None, "visit", "visit-calm"):
        if topic is None:
            calm._model.clear()
        else:
            calm.choose_topic("guide", topic)
        said = [text for text in _softened(calm.panel.page) if text not in names]
        assert [text for text in said if not reader.is_calm(text)] == []
        assert {point for part in catalogue.details.visit[:1] for point in part.calm_points} <= set(said)


def test_no_warning_is_left_out(calm: MainWindow, catalogue: Catalogue) -> None:
    for group in catalogue.groups:
        calm.select(group.id)
        seen = {label.text() for label in calm.panel.page.findChildren(QLabel) if not label.isHidden()}
        assert set(group.red_flags) <= seen
    for condition in catalogue.conditions[::4]:
        calm.choose_topic("condition", condition.id)
        seen = {label.text() for label in calm.panel.page.findChildren(QLabel) if not label.isHidden()}
        assert set(condition.red_flags) <= seen


def test_what_can_go_wrong_is_one_touch_away_and_told_whole(
    calm: MainWindow, catalogue: Catalogue, words: Words
) -> None:
    calm.select("upper-trapezius")
    warning = catalogue.safety.lung_warning.text
    assert warning not in texts(calm.panel.page)
    name = words("ui.calm.open_risks")
    next(part for part in calm.panel.page.findChildren(Disclosure) if part.text == name).toggle()
    seen = {label.text() for label in calm.panel.page.findChildren(QLabel) if not label.isHidden()}
    assert {warning, *(item.text for item in catalogue.group_by_id["upper-trapezius"].precautions)} <= seen


def test_a_muscle_of_the_plan_says_so_too(calm: MainWindow, words: Words) -> None:
    calm.chair.show_plan()
    assert words("ui.calm.note") not in texts(calm.panel.page)
    calm.select("upper-trapezius")
    assert words("ui.calm.note") in texts(calm.panel.page)


def test_each_page_says_that_it_is_short_and_leads_to_all_of_it(calm: MainWindow, words: Words) -> None:
    calm.select("upper-trapezius")
    note = next(card for card in calm.panel.page.findChildren(Card) if card.objectName() == "calm-note")
    assert words("ui.calm.note") in texts(note)
    next(b for b in note.findChildren(Button) if b.text() == words("ui.calm.leave")).click()
    assert not calm._model.now.is_calm
    assert any("eedling" in text for text in texts(calm.panel.page))


def test_what_is_compared_is_told_whole(calm: MainWindow, catalogue: Catalogue, words: Words) -> None:
    options = catalogue.details.options[0]
    calm.choose_topic("options", options.id)
    said = texts(calm.panel.page)
    assert words("ui.calm.whole") in said
    assert all(choice.harms in said for choice in options.choices)


def test_leaving_brings_the_same_page_back_as_before(window: MainWindow) -> None:
    window.select("upper-trapezius")
    before = texts(window.panel.page)
    press(window, Qt.Key.Key_C)
    assert texts(window.panel.page) != before
    press(window, Qt.Key.Key_C)
    assert texts(window.panel.page) == before
    assert window._model.now.select("jaw") == Consultation().look_from(window._model.now.viewpoint).select(
        "jaw"
    )


@pytest.mark.parametrize(("text_size", "size"), [(100, (1366, 768)), (200, (1366, 768)), (100, (640, 480))])
def test_no_calm_page_is_cut_off_or_runs_out(
    make_window: Callable[..., MainWindow], text_size: int, size: tuple[int, int]
) -> None:
    window = make_window(size, text_size)
    window.chair.toggle_calm()
    for group in ("upper-trapezius", "wrist-flexors", "foot-intrinsics"):
        window.select(group)
        page = window.panel.page
        for part in page.findChildren(Disclosure):
            if not part.isHidden() and not part.is_open:
                part.toggle()
        assert page.width() == window.panel.viewport().width()
        shown = [w for w in clipped(page) if w]
        assert (shown, outside(page), overlapping(page)) == ([], [], [])
