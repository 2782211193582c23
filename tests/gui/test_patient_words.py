"""No word for practitioners reaches the patient's screen: every page is walked, in both depths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from consult_app.consultation import PAIN_MAP, PLAN, SAFETY_CHECK, Consultation, Selection, Stroke, Topic
from consult_app.content.lookup import codes_of
from consult_app.gui.disclosure import Disclosure
from tests.gui.conftest import settle
from tests.gui.hearing import hear_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from consult_app.content.records import Catalogue
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.patient_window import PatientWindow

NOTES = ("Ask about the fall in March", "Seems worried, go slowly", "Third visit, see letter")
FOR_PRACTITIONERS = frozenset(
    (
        "origin", "insertion", "nerve", "action_clinical", "fma", "structure", "clinical", "site",
        "practitioner", "evidence", "references", "icd10",
    )
)  # fmt: skip
"""Fields of the catalogue's records that only practitioners read, with all that is in them."""
FROM_FINDINGS = frozenset(("effect", "note", "doi", "pmid", "text"))
"""Of findings and sources; what else they hold goes into generated sentences and the lines of sources."""


def _strings(value: object, *, hidden: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield each text of a record with whether it is for practitioners alone."""
    fields = getattr(value, "_fields", None)
    if isinstance(value, str):
        yield value, hidden
    elif fields is not None:
        for name in fields:
            yield from _strings(getattr(value, name), hidden=hidden or name in FOR_PRACTITIONERS)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item, hidden=hidden)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _strings(item, hidden=hidden)


def _secrets(catalogue: Catalogue) -> set[str]:
    """Return the texts that only practitioners read, and the words around them."""
    details = catalogue.details
    told = (catalogue.groups, catalogue.conditions, catalogue.benefits, catalogue.safety, catalogue.zones)
    rest = (details.groups, details.not_for, details.options, details.visit, catalogue.areas)
    texts = [*_strings(told), *_strings(rest)]
    words = {key: text for key, text in catalogue.words.items() if not key.startswith("ui.practitioner.")}
    open_words = " ".join([*(text for text, hidden in texts if not hidden), *words.values()])
    closed = {text for text, hidden in texts if hidden}
    for record in (*details.evidence, *details.references):
        closed |= {str(getattr(record, name)) for name in FROM_FINDINGS if hasattr(record, name)}
    closed |= {", ".join(codes_of(condition)) for condition in catalogue.conditions}
    closed |= {catalogue.words["ui.group.practitioners"], catalogue.words["ui.practitioner.unverified"]}
    return {text for text in closed if len(text) > 8 and text not in open_words}


def _plain(texts: Iterable[str]) -> str:
    """Return texts as one, without the signs that only allow a line to break."""
    return "\n".join(texts).replace("\u200b", "")


def _open_all(page: QWidget) -> None:
    for part in page.findChildren(Disclosure):
        if not part.is_open:
            part.toggle()


def _said(window: QWidget) -> set[str]:
    """Return all that a window says, seen or not: texts, names, descriptions, tips."""
    found = set()
    for widget in (window, *window.findChildren(QWidget)):
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        found |= {widget.whatsThis(), widget.statusTip(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
    for heard in hear_all(window):
        found |= {heard.name, heard.description}
    return found


def _painted(patient: PatientWindow) -> set[str]:
    """Return what is written at the figure."""
    lit = patient.pane.figure._highlight
    return {lit.name, lit.side}


def _topics(catalogue: Catalogue) -> list[Topic]:
    details = catalogue.details
    found = [Topic("benefit", item.id) for item in catalogue.benefits]
    found += [Topic("condition", item.id) for item in catalogue.conditions]
    found += [Topic("area", item.id) for item in catalogue.areas]
    found += [Topic("zone", item.id) for item in catalogue.zones]
    found += [Topic("options", item.id) for item in details.options]
    found += [Topic("not-for", item.id) for item in details.not_for]
    return found + [Topic("guide", guide) for guide in ("visit", "visit-calm", "safety")]


def _states(catalogue: Catalogue) -> Iterator[Consultation]:
    """Yield a consultation for each page, in both depths, with notes, a plan and answers."""
    question = catalogue.safety.questions[0].id
    for depth in ("plain", "practitioner"):
        now = Consultation().read_at(depth).write_note(NOTES[0]).answer(question, is_yes=True)
        yield now
        for group in catalogue.groups:
            chosen = now.select(group.id, "left", group.muscles[0].id)
            yield chosen.add_to_plan(Selection(group.id, "left")).note_in_plan(0, NOTES[1])
        for topic in _topics(catalogue):
            yield now.choose_topic(*topic)
    planned = Consultation().add_to_plan(Selection("deltoid")).note_in_plan(0, NOTES[2])
    for tool in (PAIN_MAP, PLAN, SAFETY_CHECK):
        yield planned.choose_topic(*tool)
        yield planned.choose_topic(*tool).select("deltoid", "right")


@pytest.fixture
def both(make_window: Callable[..., MainWindow]) -> tuple[MainWindow, PatientWindow]:
    """The practitioner's window, and the patient's beside it."""
    window = make_window()
    window.screens.toggle_second()
    patient = window.screens.second.patient
    assert patient is not None
    settle(window)
    return window, patient


def test_no_word_for_practitioners_reaches_the_patient(
    both: tuple[MainWindow, PatientWindow], catalogue: Catalogue
) -> None:
    _window, patient = both
    secrets = _secrets(catalogue)
    assert len(secrets) > 1000
    said: set[str] = set()
    for now in _states(catalogue):
        patient.show_consultation(now)
        assert not any(note in str(patient.model.now) for note in NOTES)
        _open_all(patient.panel.page)
        found = _said(patient) | _painted(patient)
        said |= found
        if now.selection is not None:
            group = catalogue.group_by_id[now.selection.group]
            assert group.name in found
            assert group.key_messages[0] in found
    heard = _plain(said)
    assert [text for text in sorted(secrets) if text in heard] == []
    assert [note for note in NOTES if note in heard] == []
    assert not re.search(r"\bICD|doi:|PMID", heard)


def test_the_same_words_do_stand_on_the_practitioner_s_screen(
    both: tuple[MainWindow, PatientWindow], catalogue: Catalogue
) -> None:
    """The test above looks for something that there is."""
    window, _patient = both
    secrets, names = _secrets(catalogue), {reference.id for reference in catalogue.references}
    said: set[str] = set()
    for group in catalogue.groups[::6]:
        window.select(group.id)
        _open_all(window.panel.page)
        said |= _said(window.panel)
        own = set(_strings(group)) | set(_strings(catalogue.detail_by_group[group.id]))
        mine = {text for text, hidden in own if hidden and text in secrets}
        assert len(mine) > 10
        said_here = _plain(said)
        missing = {text for text in mine if text not in said_here}
        assert {text for text in missing if not text.startswith("FMA") and text not in names} == set()


def test_what_the_practitioner_opens_and_writes_is_not_mirrored(
    both: tuple[MainWindow, PatientWindow], catalogue: Catalogue
) -> None:
    """The same walk through the practitioner's window, with all its parts open."""
    window, patient = both
    secrets = _secrets(catalogue)
    said: set[str] = set()
    for group in catalogue.groups[::4]:
        window.select(group.id, "right")
        now = window.model.now.add_to_plan(Selection(group.id, "right")).read_at("practitioner")
        window.model.step(now.note_in_plan(len(now.plan) - 1, NOTES[1]).write_note(NOTES[0]))
        _open_all(window.panel.page)
        bar = window.panel.verticalScrollBar()
        bar.setValue(bar.maximum())
        said |= _said(patient) | _painted(patient)
        assert group.name in said
    heard = _plain(said)
    assert [text for text in sorted(secrets) if text in heard] == []
    assert [note for note in NOTES if note in heard] == []


@pytest.mark.parametrize("tool", [PAIN_MAP, PLAN, SAFETY_CHECK, Topic("tool", "later")])
def test_a_page_that_is_not_declared_shows_the_calm_first_page(
    both: tuple[MainWindow, PatientWindow], catalogue: Catalogue, tool: Topic
) -> None:
    _window, patient = both
    now = Consultation().choose_topic(*tool)
    patient.show_consultation(now)
    assert catalogue.words["ui.second.start"] in _said(patient)
    patient.show_consultation(now.select("deltoid", "right"))
    assert catalogue.group_by_id["deltoid"].name in _said(patient)


def test_nothing_on_the_patient_s_screen_asks_for_a_choice(
    both: tuple[MainWindow, PatientWindow], catalogue: Catalogue
) -> None:
    _window, patient = both
    for now in (
        Consultation(),
        Consultation().choose_topic(*PAIN_MAP),
        Consultation().choose_topic("options", catalogue.details.options[0].id),
        Consultation().select("deltoid"),
        Consultation().choose_topic("condition", catalogue.conditions[0].id),
    ):
        patient.show_consultation(now)
        said = _plain(_said(patient))
        for word in ("Pick one", "Touch a muscle", "search"):
            assert word not in said
        for button in patient.panel.page.findChildren(QAbstractButton):
            can_be_pressed = not button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            assert can_be_pressed == isinstance(button.parent(), Disclosure)


def test_the_patient_sees_where_they_said_it_hurts(both: tuple[MainWindow, PatientWindow]) -> None:
    window, patient = both
    window.choose_topic("tool", "pain")
    plate = window.figure.plates[0]
    middle = (plate.levels[0].width / 2, plate.levels[0].height / 4)
    window.model.step(window.model.now.hurt(Stroke("touch", window.model.now.viewpoint, (middle,), 40.0)))
    assert patient.model.now.pain == window.model.now.pain
    assert patient.model.now.is_asking_where
    assert not patient.pane.figure.isEnabled()
