"""The figure in its window: turning, peeling, compass, close-ups and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.canvas.compass import Compass
from consult_app.consultation import Selection
from consult_app.gui.close_ups import CloseUps
from consult_app.gui.toolbars import ActionButton
from tests.gui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.gui.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def complete(window: MainWindow) -> MainWindow:
    window.complete()
    settle(window)
    return window


def _press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)
    QApplication.processEvents()


def _compass(window: MainWindow) -> Compass:
    return next(iter(window.findChildren(Compass)))


def test_arrow_keys_turn_by_one_plate_and_go_back_in_one_step(window: MainWindow) -> None:
    ring = sorted({p.azimuth for p in window.pane.regions.ring(window._model.now.viewpoint)})
    for _ in range(3):
        _press(window, Key.Key_Right)
    assert window._model.now.azimuth == ring[3 % len(ring)]
    window._model.undo()
    assert window._model.now.azimuth == 0
    _press(window, Key.Key_Left)
    assert window._model.now.azimuth == ring[-1]


def test_mirrored_the_arrow_keys_keep_to_the_screen(window: MainWindow) -> None:
    window._model.mirror()
    ring = sorted({p.azimuth for p in window.pane.regions.ring(window._model.now.viewpoint)})
    _press(window, Key.Key_Right)
    assert window._model.now.azimuth == ring[-1]


def test_turning_and_peeling_are_announced(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: said.append(text))
    window._model.turn_to(90)
    window._model.peel_to("deep")
    assert said[0] == "View from the patient's left, surface layer"
    assert len(said) == 2


def test_layers_that_the_atlas_has_can_be_pressed(window: MainWindow) -> None:
    drawn = {plate.layer for plate in window._content.atlas.plates}
    for layer in ("superficial", "intermediate", "deep"):
        assert window.actions_by_id[f"layer.{layer}"].isEnabled() == (layer in drawn)
    assert window.actions_by_id["layer.superficial"].isChecked()


def test_close_ups_that_the_atlas_has_can_be_pressed(window: MainWindow) -> None:
    drawn = {plate.part for plate in window._content.atlas.plates}
    for part in ("body", "head", "palms", "soles"):
        assert window.actions_by_id[f"part.{part}"].isEnabled() == (part in drawn)


def test_a_close_up_shows_its_part_and_escape_leads_back(complete: MainWindow) -> None:
    if not complete.actions_by_id["part.head"].isEnabled():
        pytest.skip("the atlas has no close-ups")
    _press(complete, Key.Key_H)
    assert {plate.part for plate in complete.figure.plates} == {"head"}
    _press(complete, Key.Key_Escape)
    assert {plate.part for plate in complete.figure.plates} == {"body"}


def test_the_compass_turns_the_body_and_follows_it(complete: MainWindow) -> None:
    compass = _compass(complete)
    compass.azimuth_asked.emit(181.0)
    assert complete._model.now.azimuth == 180
    settle(complete)
    assert compass._angle % 360 == 180
    compass.step_asked.emit(1)
    assert complete._model.now.azimuth not in (0, 180)
    assert compass.accessibleDescription()


@pytest.mark.parametrize(("size", "count"), [((640, 480), 1), ((1366, 768), 3)])
def test_a_narrow_close_up_has_room_for_the_way_back_only(
    make_window: Callable[..., MainWindow], size: tuple[int, int], count: int
) -> None:
    window = make_window(size)
    window.complete()
    _press(window, Key.Key_H)
    settle(window)
    stack = window.findChildren(CloseUps)[0]
    shown = [button for button in stack._buttons if button.isVisibleTo(stack)]
    assert len(shown) == count
    assert shown[0].text() == window.actions_by_id["part.body"].text()
    _press(window, Key.Key_Escape)
    settle(window)
    assert [button.isVisibleTo(stack) for button in stack._buttons] == [False, True, True]


@pytest.mark.parametrize("size", [(640, 480), (1366, 768), (1080, 1920)])
def test_what_stands_in_the_corners_is_inside_and_apart(
    make_window: Callable[..., MainWindow], size: tuple[int, int]
) -> None:
    window = make_window(size)
    window.complete()
    settle(window)
    room = window.figure.rect()
    boxes = [_compass(window).geometry()]
    boxes += [part.geometry() for part in window.findChildren(CloseUps) if part.isVisible()]
    assert all(room.contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_choices_at_the_figure_are_marked(complete: MainWindow) -> None:
    for action, key in (
        ("labels", Key.Key_N),
        ("pain", Key.Key_W),
        ("pair", Key.Key_D),
        ("still", Key.Key_R),
    ):
        before = complete.actions_by_id[f"show.{action}"].isChecked()
        _press(complete, key)
        assert complete.actions_by_id[f"show.{action}"].isChecked() != before


def test_skin_tones_go_round(complete: MainWindow) -> None:
    count = complete.figure.skin_count
    plain = complete.figure._art.palette.tissue["skin"]
    seen = []
    for _ in range(count):
        _press(complete, Key.Key_K)
        seen.append(complete.figure._art.palette.tissue["skin"].name())
    assert len(set(seen)) == count > 3
    assert complete.figure._art.palette.tissue["skin"] == plain


def test_another_theme_keeps_the_skin_tone(complete: MainWindow) -> None:
    _press(complete, Key.Key_K)
    complete.set_theme("dark")
    palette = complete.figure._art.palette
    assert palette.tissue["skin"] == palette.skins[1]


def test_the_menu_opens_shuts_and_marks_its_button(complete: MainWindow) -> None:
    _press(complete, Key.Key_V)
    menu = complete._show_menu
    assert menu is not None
    assert menu.isVisible()
    assert complete.actions_by_id["show.menu"].isChecked()
    assert complete.rect().contains(menu.geometry())
    buttons = menu.findChildren(ActionButton)
    assert all(menu.rect().contains(button.geometry()) for button in buttons)
    assert complete.focusWidget() is buttons[0]
    swatch = menu._swatches[2]
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)
    assert complete.figure.options.skin == 2
    assert [s.isChecked() for s in menu._swatches].index(True) == 2
    _press(complete, Key.Key_Escape)
    assert not menu.isVisible()
    assert not complete.actions_by_id["show.menu"].isChecked()


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_menu_fits_into_a_small_window(make_window: Callable[..., MainWindow], text_size: int) -> None:
    window = make_window((800, 600), text_size)
    window.actions_by_id["show.menu"].trigger()
    menu = window._show_menu
    assert menu is not None
    assert window.rect().contains(menu.geometry()) or text_size > 100


def test_the_list_opens_the_selected_group_into_its_muscles(window: MainWindow) -> None:
    window.select("rotator-cuff", "left")
    texts = [window.group_list.item(row).text() for row in range(window.group_list.count())]
    assert "Teres minor" in texts
    row = texts.index("Teres minor")
    window.group_list.itemClicked.emit(window.group_list.item(row))
    assert window._model.now.selection == Selection("rotator-cuff", "left", "teres-minor")
    assert window.group_list.currentItem().text() == "Teres minor"
    window.select("deltoid")
    texts = [window.group_list.item(row).text() for row in range(window.group_list.count())]
    assert "Teres minor" not in texts


def test_a_chosen_muscle_has_its_own_lines_on_the_page(window: MainWindow) -> None:
    from tests.gui.looking import texts

    window.choices.choose_muscle("rotator-cuff", "teres-minor")
    shown = texts(window.panel.page)
    assert "Musculus teres minor" in shown
    assert "Helps to turn the arm outwards." in shown


def test_the_files_of_every_plate_are_compared_with_the_atlas(window: MainWindow) -> None:
    told: list[str] = []
    checks = window.pane.checks(told.append)
    assert len(checks) == len(window._content.atlas.plates)
    checks[0]()
    assert told == []


def test_a_body_that_is_called_back_before_it_moved_stays_where_it_was(window: MainWindow) -> None:
    window.complete()
    window._model.turn_to(90)
    window._model.turn_to(0)
    window.figure.come_to_rest()
    assert window.pane._compass is not None
    assert window.pane._compass._angle == 0
    assert window.figure.plates[0].azimuth == 0
