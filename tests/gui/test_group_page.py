"""The explanation of every muscle group: nothing cut off, nothing left out, headings known as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from consult_app.consultation import Selection, Topic
from consult_app.content.lookup import benefits_of
from consult_app.content.wording import benefit_sentence, level_name
from consult_app.gui.buttons import Button
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.group_page import GroupPage
from consult_app.gui.marks import EvidenceMark
from consult_app.gui.texts import Heading
from consult_app.policy import DESK, KIOSK
from tests.gui.hearing import hear
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.content.records import Catalogue, MuscleGroup
    from consult_app.content.words import Words
    from consult_app.gui.layout import Column
    from consult_app.gui.page_kit import PageKit

LOOKS = [("light", 100, 436), ("light", 200, 640), ("dark", 100, 900), ("dark", 200, 483)]
NUMBERS = re.compile(r" \[(\d+(?:, \d+)*)\]$")
looks = pytest.mark.parametrize(("theme", "text_size", "width"), LOOKS)

SECTIONS = (
    "ui.group.what",
    "ui.group.where",
    "ui.group.benefits",
    "ui.group.conditions",
    "ui.group.feels",
    "ui.group.risks",
    "ui.group.do",
)


@pytest.fixture(scope="module")
def pages(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> dict[str, Column]:
    """The page of every group, all parts of it open."""
    return {group.id: laid_out(_page(make_kit(), group), 500) for group in catalogue.groups}


@pytest.fixture(scope="module")
def kiosk_pages(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> dict[str, Column]:
    """The same as a stranger in the waiting room sees them."""
    kit = make_kit(policy=KIOSK)
    return {group.id: laid_out(_page(kit, group), 500) for group in catalogue.groups}


def _page(kit: PageKit, group: MuscleGroup, topic: Topic | None = None) -> Column:
    page = GroupPage(kit, Selection(group.id, "left"), topic, is_visible=True).build()
    page.write_all()
    return page


@looks
def test_no_page_of_a_group_is_cut_off_or_runs_out(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, theme: str, text_size: int, width: int
) -> None:
    kit = make_kit(theme, text_size)
    faults = {}
    for group in catalogue.groups:
        page = laid_out(_page(kit, group), width)
        faults[group.id] = (clipped(page), outside(page))
    assert {group: found for group, found in faults.items() if any(found)} == {}


def test_nothing_on_a_page_lies_over_anything_else(pages: dict[str, Column]) -> None:
    assert {group: found for group, page in pages.items() if (found := overlapping(page))} == {}


def test_sections_come_in_the_order_in_which_a_patient_asks(
    pages: dict[str, Column], words: Words, catalogue: Catalogue
) -> None:
    wanted = [words(key) for key in SECTIONS]
    for group in catalogue.groups:
        page = pages[group.id]
        headings = sorted(page.findChildren(Heading), key=lambda h: h.mapTo(page, h.rect().topLeft()).y())
        found = [heading.text() for heading in headings]
        assert found[0] == group.name
        assert [text for text in found if text in wanted] == wanted


def test_every_heading_is_a_heading_for_screen_readers(pages: dict[str, Column]) -> None:
    headings = next(iter(pages.values())).findChildren(Heading)
    heard = [hear(heading) for heading in headings]
    assert {node.role for node in heard} == {QAccessible.Role.Heading}
    assert [node.name for node in heard] == [heading.text() for heading in headings]


def test_every_benefit_shown_carries_its_evidence_sentence_and_mark(
    pages: dict[str, Column], words: Words, catalogue: Catalogue
) -> None:
    missing = []
    for group in catalogue.groups:
        page = pages[group.id]
        said = texts(page)
        marks = [mark.accessibleName() for mark in page.findChildren(EvidenceMark)]
        for shown in benefits_of(catalogue, group):
            wanted = (shown.benefit.name, benefit_sentence(words, shown))
            missing += [(group.id, text) for text in wanted if text not in said]
            if level_name(words, shown.certainty) not in marks:
                missing.append((group.id, shown.benefit.id))
    assert missing == []


def test_every_word_about_a_group_is_on_its_page(pages: dict[str, Column], catalogue: Catalogue) -> None:
    missing = []
    for group in catalogue.groups:
        said = "\n".join(texts(pages[group.id]))
        wanted = [group.clinical_name, group.summary, group.does, group.felt, *group.key_messages]
        wanted += [*group.patients_say, *group.red_flags, *group.self_care]
        wanted += [precaution.text for precaution in group.precautions]
        wanted += [catalogue.condition_by_id[condition].name for condition in group.conditions]
        wanted += [text for muscle in group.muscles for text in (muscle.name, muscle.latin, muscle.nerve)]
        missing += [(group.id, text) for text in wanted if text not in said]
    assert missing == []


def test_the_lung_warning_stands_where_the_lung_is_near_and_nowhere_else(
    pages: dict[str, Column], words: Words, catalogue: Catalogue
) -> None:
    warning = words("ui.group.lung")
    for group in catalogue.groups:
        assert (warning in texts(pages[group.id])) == group.near_lung


def test_risks_and_help_are_on_every_page_without_opening_anything(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit, safety = make_kit(), catalogue.safety
    for group in catalogue.groups[::6]:
        said = texts(_page(kit, group))
        assert {safety.side_effects[0].sentence, safety.side_effects[-1].sentence} <= set(said)
        signs = {f"{sign.text} {sign.why}" for sign in safety.help_signs}
        of_lung = {f"{sign.text} {sign.why}" for sign in safety.help_signs if sign.scope == "near-lung"}
        assert signs - of_lung <= set(said)
        assert (of_lung <= set(said)) is group.near_lung
        assert of_lung


def _practitioner_button(kit: PageKit, page: Column) -> list[Button]:
    name = kit.words("ui.group.practitioners")
    return [button for button in page.findChildren(Button) if button.text() == name]


def test_practitioners_open_the_clinical_part(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    kit, group = make_kit(policy=DESK), catalogue.groups[0]
    page = _page(kit, group)
    assert group.muscles[0].latin not in "\n".join(texts(page))
    _practitioner_button(kit, page)[0].click()
    assert group.muscles[0].latin in "\n".join(texts(page))


def test_a_kiosk_has_no_clinical_part(
    kiosk_pages: dict[str, Column], words: Words, catalogue: Catalogue
) -> None:
    for group in catalogue.groups:
        said = "\n".join(texts(kiosk_pages[group.id]))
        assert words("ui.group.practitioners") not in said
        assert words("ui.practitioner.hazards") not in said
        assert group.precautions[0].clinical not in said


def test_nothing_a_patient_sees_names_a_needle_depth_or_angle(
    kiosk_pages: dict[str, Column], catalogue: Catalogue
) -> None:
    measure = re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:mm|cm|millimet|centimet|degrees|°)", re.IGNORECASE)
    for group in catalogue.groups:
        said = texts(kiosk_pages[group.id])
        assert [text for text in said if measure.search(text)] == []


def test_a_deep_muscle_is_said_to_be_hidden(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    kit = make_kit()
    hidden = GroupPage(kit, Selection(catalogue.groups[0].id), None, is_visible=False).build()
    hidden.write_all()
    assert kit.words("ui.group.deep") in texts(hidden)
    assert kit.words("ui.group.deep") not in texts(_page(kit, catalogue.groups[0]))


def test_a_topic_behind_the_group_leads_back(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    benefit = catalogue.benefits[0]
    page = _page(make_kit(), catalogue.groups[0], Topic("benefit", benefit.id))
    first = page.findChildren(Button)[0]
    assert (first.text(), first.value) == (benefit.name, f"benefit:{benefit.id}")


@pytest.mark.parametrize("side", ["left", "right", None])
def test_the_side_is_written_below_the_name(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, side: str | None
) -> None:
    kit, group = make_kit(), catalogue.groups[0]
    page = GroupPage(kit, Selection(group.id, side), None, is_visible=True).build()  # type: ignore[arg-type]
    page.write_all()
    below = kit.words(f"ui.side.{side or 'both'}")
    assert f"{group.clinical_name} · {below}" in texts(page)


def test_text_on_pages_is_plain_and_cannot_be_selected(
    pages: dict[str, Column],
) -> None:
    labels = next(iter(pages.values())).findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert not any(
        label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse for label in labels
    )


def test_a_part_opens_and_shuts(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    page = _page(make_kit(), catalogue.groups[0])
    part = page.findChildren(Disclosure)[-1]
    assert not part.is_open
    part.toggle()
    opened = page.arrange(500)
    part.toggle()
    assert not part.is_open
    assert page.arrange(500) < opened


def test_the_general_pages_are_one_tap_away(make_kit: Callable[..., PageKit], catalogue: Catalogue) -> None:
    page = _page(make_kit(), catalogue.groups[0])
    assert {"guide:safety", "guide:visit"} <= {button.value for button in page.findChildren(Button)}


def test_every_word_of_the_deep_text_is_on_the_page(
    pages: dict[str, Column], words: Words, catalogue: Catalogue
) -> None:
    missing = []
    for group in catalogue.groups:
        detail = catalogue.detail_by_group[group.id]
        said = "\n".join(texts(pages[group.id]))
        wanted = [*detail.treatment, *detail.before, *detail.after]
        wanted += [text for question in detail.teach_back for text in question]
        wanted += [point.felt for point in detail.trigger_points]
        wanted += [words("ui.group.point", place=point.place) for point in detail.trigger_points]
        wanted += [point.site for point in detail.trigger_points]
        wanted += [*detail.practitioner.needling_notes, *detail.practitioner.talking_points]
        wanted += [note.text for note in detail.practitioner.evidence_notes]
        missing += [(group.id, text) for text in wanted if text not in said]
    assert missing == []


def test_every_source_that_is_numbered_is_listed(pages: dict[str, Column], catalogue: Catalogue) -> None:
    for group in catalogue.groups:
        said = texts(pages[group.id])
        numbers = {int(n) for text in said for found in NUMBERS.findall(text) for n in found.split(", ")}
        named = {
            name for point in catalogue.detail_by_group[group.id].trigger_points for name in point.references
        }
        titles = {catalogue.reference_by_id[name].title for name in named}
        assert numbers == set(range(1, len(numbers) + 1))
        assert len(numbers) >= len(named)
        assert [title for title in titles if not any(title in text for text in said)] == []


@pytest.mark.parametrize(("due", "is_told"), [("2001-01-01", True), ("2999-01-01", False), ("", False)])
def test_words_past_their_review_say_so(
    make_kit: Callable[..., PageKit], catalogue: Catalogue, due: str, *, is_told: bool
) -> None:
    kit = make_kit()
    late = catalogue._replace(passport=catalogue.passport._replace(review_due=due))
    page = _page(kit._replace(catalogue=late), late.groups[0])
    assert (kit.words("ui.group.review_due") in texts(page)) is is_told
    assert (kit.words("ui.footer.review_due", date=due) in "\n".join(texts(page))) is is_told


def test_a_page_is_written_from_the_top_as_far_as_it_is_seen(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    group = catalogue.groups[0]
    page = GroupPage(make_kit(), Selection(group.id), None, is_visible=True).build()
    assert page.write_down_to(500, 300) >= 300
    assert group.summary in texts(page) or group.key_messages[0] in texts(page)
    assert not page.is_whole
    before = len(texts(page))
    page.write_all()
    assert page.is_whole
    assert len(texts(page)) > before


def test_no_reference_id_reaches_the_clinical_part(
    make_kit: Callable[..., PageKit], catalogue: Catalogue
) -> None:
    kit = make_kit(policy=DESK)
    for group in catalogue.groups:
        page = _page(kit, group)
        _practitioner_button(kit, page)[0].click()
        said = "\n".join(texts(page))
        works = [r.id for r in catalogue.references if r.type != "web-page"]
        assert [name for name in works if name in said] == []
