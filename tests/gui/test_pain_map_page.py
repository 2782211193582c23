"""Where does it hurt: from a touch on the skin to the list of muscles, and on to the explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.canvas.drawn import Drawn
from consult_app.consultation import PAIN_MAP, Selection
from consult_app.gui.buttons import LEAST_HEIGHT, Button
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.fit_mark import FitMark
from consult_app.gui.pain_map_page import PlaceButtons
from consult_app.gui.referral_picture import ReferralPicture
from consult_app.gui.texts import Heading
from consult_app.gui.tile import Tile
from tests.gui.conftest import settle
from tests.gui.hearing import hear
from tests.gui.hurting import cards, drag, look_at, show_pain, spot_of, touch_zone
from tests.gui.looking import clipped, laid_out, outside, overlapping, texts
from tests.helpers.referrals import expected_order, read_referrals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.content.records import Catalogue
    from consult_app.gui.main_window import MainWindow

TOUCHED = (
    "head.temple:left", "head.occiput:right", "face.jaw:right", "neck.back:left", "shoulder.top:right",
    "shoulder.front:left", "shoulder.back:right", "upper-arm.side:left", "elbow.outer:right",
    "forearm.back:left", "wrist.back:right", "hand.thumb:left", "chest.upper:right", "scapula.blade:left",
    "scapula.medial-border:right", "low-back:left", "buttock.upper:right", "buttock.lower:left",
    "hip.side:right", "groin:left", "thigh.front:right", "thigh.back:left", "knee.front:right",
    "leg.calf:left", "leg.shin:right", "ankle.outer:left", "foot.heel:right", "foot.sole:left",
)  # fmt: skip
"""Zones from head to foot that are touched with the mouse, each in a consultation of its own."""
Key = Qt.Key


@pytest.fixture
def asking(window: MainWindow) -> MainWindow:
    """A window in which it is asked where it hurts."""
    window.complete()
    show_pain(window)
    settle(window)
    return window


def _press(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.windowHandle(), key, held)
    QApplication.processEvents()


def _place_button(window: MainWindow, key: str) -> Button:
    buttons = (b for part in window.panel.page.findChildren(PlaceButtons) for b in part.findChildren(Button))
    return next(button for button in buttons if button.value == key)


def _open_list(window: MainWindow) -> None:
    areas = {area.name for area in window._catalogue.areas}
    for part in window.panel.page.findChildren(Disclosure):
        if part.text in areas and not part.is_open:
            part.toggle()


# From the finger to the list


def test_touching_a_zone_lists_the_muscles_that_the_fact_base_names_in_its_order(
    asking: MainWindow, catalogue: Catalogue, resources: Path
) -> None:
    known = read_referrals(resources / "catalogue")
    order = [group.id for group in catalogue.groups]
    found, wanted = {}, {}
    for key in TOUCHED:
        asking._model.step(asking._model.now.heal())
        touch_zone(asking, key)
        zone, _, side = key.rpartition(":")
        assert asking.panel._pain_reading().felt(asking._model.now.pain).keys() == {key}
        listed = cards(asking)
        assert all(card.match.side in (side, None) for card in listed), key
        found[key] = [card.match.group for card in listed]
        wanted[key] = expected_order(known, order, zone)
    assert len(TOUCHED) >= 20
    assert found == wanted


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_the_side_is_the_patients_own(
    asking: MainWindow,
    is_mirrored: bool,  # noqa: FBT001
) -> None:
    if is_mirrored:
        asking._model.mirror()
    touch_zone(asking, "shoulder.top:right")
    assert {card.match.side for card in cards(asking)} == {"right"}


def test_several_areas_add_up_and_more_of_the_drawing_comes_first(asking: MainWindow) -> None:
    plate = asking._content.atlas.plate(180)
    look_at(asking, plate)
    reading = asking.panel._pain_reading()
    stroke = reading.touch("low-back:left", asking._model.now.viewpoint)
    assert stroke is not None
    x, y = stroke.points[0]
    way = [spot_of(asking, plate, (x, y + 4.0 * step)) for step in range(-8, 9, 2)]
    drag(asking.figure, way)
    touch_zone(asking, "head.temple:right")
    felt = reading.felt(asking._model.now.pain)
    assert felt["low-back:left"] > felt["head.temple:right"] > 0
    primary = [card.match for card in cards(asking) if card.match.is_primary]
    assert "low-back:left" in primary[0].zones
    assert any(match.zones == {"head.temple:right"} for match in primary)
    shares = [round(match.share, 1) for match in primary]
    assert shares == sorted(shares, reverse=True)


def test_pain_drawn_from_behind_is_seen_from_the_front_where_its_zone_reaches(asking: MainWindow) -> None:
    touch_zone(asking, "shoulder.top:right")
    drawn = asking.figure.surface.drawn
    assert isinstance(drawn, Drawn)
    assert drawn.is_asking
    assert [hurt.zones for hurt in drawn.pain] == [frozenset({"shoulder.top:right"})]


# The page


def test_warning_signs_come_before_the_muscles_and_follow_the_place(
    asking: MainWindow, catalogue: Catalogue
) -> None:
    touch_zone(asking, "low-back:left")
    page = asking.panel.page
    headings = {
        heading.text(): heading.mapTo(page, QPoint(0, 0)).y() for heading in page.findChildren(Heading)
    }
    count = len(cards(asking))
    words = asking._words
    flags = headings[words("ui.pain-map.flags")]
    assert flags < headings[words("ui.pain-map.places")] < headings[words("ui.pain-map.muscles", count=count)]
    said = texts(page)
    near = [flag for flag in catalogue.safety.red_flags if not flag.areas or "back" in flag.areas]
    far = [flag for flag in catalogue.safety.red_flags if flag not in near]
    assert far
    assert {flag.text for flag in near} <= set(said)
    assert not {flag.text for flag in far} & set(said)
    assert words("ui.pain-map.causes") in said


@pytest.mark.parametrize(
    ("theme", "text_size", "width"),
    [("light", 100, 436), ("light", 200, 640), ("dark", 100, 900), ("contrast", 200, 483)],
)
def test_the_page_is_neither_cut_off_nor_runs_out(
    make_window: Callable[..., MainWindow], theme: str, text_size: int, width: int
) -> None:
    window = make_window(theme=theme, text_size=text_size)
    for zones in ((), ("low-back:left", "shoulder.top:right", "shoulder.top:left")):
        show_pain(window, *zones)
        page = window.panel.takeWidget()
        laid_out(page, width)  # type: ignore[arg-type]
        assert (clipped(page), outside(page), overlapping(page)) == ([], [], [])
        window.panel.setWidget(page)


def test_each_muscle_has_a_picture_over_the_drawing_and_says_how_it_fits(asking: MainWindow) -> None:
    touch_zone(asking, "shoulder.top:right")
    listed = cards(asking)
    assert {card.match.is_primary for card in listed} == {True, False}
    for card in listed:
        (picture,) = card.findChildren(ReferralPicture)
        (mark,) = card.findChildren(FitMark)
        assert picture.hurts
        assert picture.pattern.primary | picture.pattern.spillover >= card.match.zones
        assert mark.is_primary == card.match.is_primary
        image = picture.grab().toImage()
        assert len({image.pixel(x, image.height() // 2) for x in range(image.height())}) > 10
        assert picture.accessibleName()


def test_a_muscle_can_be_shown_on_the_body_without_being_chosen(asking: MainWindow) -> None:
    touch_zone(asking, "shoulder.top:right")
    card = cards(asking)[0]
    steps = asking._model._history.past
    card._show.click()
    lit = asking.figure._highlight
    assert lit.pain.primary >= card.match.zones
    assert lit.pain.is_drawn
    assert card._show.isChecked()
    assert asking._model._history.past == steps
    other = cards(asking)[1]
    other._show.click()
    assert not card._show.isChecked()
    other._show.click()
    assert asking._model.pointed_at is None


def test_a_tap_explains_a_muscle_and_leads_back_to_the_list(asking: MainWindow) -> None:
    touch_zone(asking, "shoulder.top:right")
    pain = asking._model.now.pain
    first = cards(asking)[0].match
    link = next(b for b in cards(asking)[0].findChildren(Button) if b.value.startswith("group:"))
    link.click()
    assert asking._model.now.selection == Selection(first.group, first.side)
    assert asking.figure.surface.drawn.pain, "what hurts stays on the body"
    back = next(b for b in asking.panel.page.findChildren(Button) if b.value == "tool:pain")
    assert back.text() == asking._words("ui.tool.pain")
    back.click()
    assert (asking._model.now.topic, asking._model.now.selection) == (PAIN_MAP, None)
    assert asking._model.now.pain == pain
    assert cards(asking)[0].match == first


def test_the_head_leads_down_to_the_muscles(asking: MainWindow) -> None:
    touch_zone(asking, "low-back:left")
    go = next(b for b in asking.panel.page.findChildren(Button) if b.value == "here:muscles")
    go.click()
    asking.panel.relayout()
    title = asking._words("ui.pain-map.muscles", count=len(cards(asking)))
    heading = next(h for h in asking.panel.page.findChildren(Heading) if h.text() == title)
    top = heading.mapTo(asking.panel.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 60
    assert cards(asking)[0].isAncestorOf(QApplication.focusWidget())


# Without a pointer


def test_the_key_asks_and_ends_asking(window: MainWindow) -> None:
    _press(window, Key.Key_I)
    assert window._model.now.is_asking_where
    assert window.actions_by_id["pain.show"].isChecked()
    _press(window, Key.Key_I)
    assert window._model.now.topic is None
    assert window.figure.surface.drawn == Drawn()


def test_every_place_can_be_marked_and_taken_away_by_its_button(
    asking: MainWindow, catalogue: Catalogue
) -> None:
    _open_list(asking)
    keys = [
        button.value
        for part in asking.panel.page.findChildren(PlaceButtons)
        for button in part.findChildren(Button)
    ]
    wanted = {
        f"{zone.id}:{side}"
        for zone in catalogue.zones
        for side in (("left", "right") if zone.paired else ("midline",))
    }
    assert set(keys) == wanted
    button = _place_button(asking, "leg.calf:left")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    _press(asking, Key.Key_Return)
    assert set(asking.panel._pain_reading().felt(asking._model.now.pain)) == {"leg.calf:left"}
    again = QApplication.focusWidget()
    assert isinstance(again, Button)
    assert again.value == "leg.calf:left", "the keyboard stays where it was"
    _press(asking, Key.Key_Space)
    assert asking._model.now.pain == ()


def test_the_buttons_of_places_say_what_they_do(asking: MainWindow, catalogue: Catalogue) -> None:
    _open_list(asking)
    button = _place_button(asking, "leg.calf:left")
    name = catalogue.zone_by_id["leg.calf"].name
    assert hear(button).name == f"It hurts here: {name}, your left"
    button.click()
    assert hear(_place_button(asking, "leg.calf:left")).name == f"Take away: {name}, your left"
    assert button.height() >= LEAST_HEIGHT


def test_marking_a_place_by_name_turns_the_body_to_it(asking: MainWindow) -> None:
    _open_list(asking)
    _place_button(asking, "leg.calf:left").click()
    shown = {plate.id for plate in asking.figure.plates}
    assert shown & set(asking._content.atlas.zone_best["leg.calf:left"])


def test_a_screen_reader_is_told_what_was_marked_and_taken_away(
    asking: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: said.append(text))
    touch_zone(asking, "shoulder.top:right")
    count = len(cards(asking))
    assert f"Top of the shoulder, your right: added. Muscle groups that may send pain here: {count}." in said
    asking.actions_by_id["pain.clear"].trigger()
    assert said[-1] == asking._words("ui.pain-map.announce.nothing")


def test_undo_redo_and_clear_are_on_the_page(asking: MainWindow) -> None:
    touch_zone(asking, "shoulder.top:right")
    pain = asking._model.now.pain
    names = {b.text(): b for b in asking.panel.page.findChildren(Button)}
    names[asking._words("ui.action.history.back")].click()
    assert asking._model.now.pain == ()
    names = {b.text(): b for b in asking.panel.page.findChildren(Button)}
    names[asking._words("ui.action.history.forward")].click()
    assert asking._model.now.pain == pain
    _press(asking, Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert asking._model.now.pain == ()
    assert not asking.actions_by_id["pain.clear"].isEnabled()


def test_the_start_page_has_a_tile_that_leads_there(window: MainWindow) -> None:
    (tile,) = window.panel.page.findChildren(Tile)
    assert tile.height() > 1.5 * LEAST_HEIGHT
    assert tile.width() > 300
    assert hear(tile).name == window._words("ui.tool.pain")
    tile.click()
    assert window._model.now.is_asking_where


def test_after_a_button_of_the_page_has_led_on_single_keys_still_work(window: MainWindow) -> None:
    (tile,) = window.panel.page.findChildren(Tile)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert window._model.now.is_asking_where
    _press(window, Key.Key_2)
    assert window._model.now.azimuth == 90
    assert window.search.text() == ""


def test_a_new_patient_finds_nothing_of_the_one_before(asking: MainWindow) -> None:
    touch_zone(asking, "shoulder.top:right")
    asking._model.forget()
    assert asking.figure.surface.drawn == Drawn()
    assert asking.figure.surface.hand.ink == ()
    assert asking._model.now.pain == ()
