"""The window keeps figure, list, search and explanation in step."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.consultation import Selection, Topic
from consult_app.content.lookup import groups_for_benefit, groups_for_condition
from consult_app.gui.buttons import Button
from tests.canvas.places import inside_points
from tests.gui.conftest import settle
from tests.gui.hearing import hear
from tests.gui.looking import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow

Key = Qt.Key


def _press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key as the window system would, so that shortcuts see it."""
    handle = window.windowHandle()
    QTest.keyClick(handle, key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def _title(window: MainWindow) -> str:
    return texts(window.panel.page)[0]


@pytest.mark.parametrize("azimuth", [0, 90, 180, 270])
def test_a_tap_on_any_muscle_is_explained_and_marked_in_the_list(
    make_window: Callable[..., MainWindow], atlas: Atlas, catalogue: Catalogue, azimuth: int
) -> None:
    window = make_window((1920, 1080))
    window._model.turn_to(azimuth)
    slot = window.figure.slots[0]
    raster = window.figure._art.index(slot.plate.levels[0])
    for region, place in list(inside_points(slot.plate, raster).items())[::9]:
        window.figure.region_activated.emit(region)
        chosen = atlas.region_by_id[region]
        assert window._model.now.selection == Selection(chosen.group, chosen.side, chosen.muscle)  # type: ignore[arg-type]
        assert catalogue.group_by_id[chosen.group].name in texts(window.panel.page)
        assert region in window.figure._highlight.selected
        assert place


def test_a_tap_on_one_side_keeps_to_that_side(window: MainWindow) -> None:
    window.figure.region_activated.emit("trapezius-descending:right")
    selection = window._model.now.selection
    assert selection == Selection("upper-trapezius", "right", "trapezius-descending")
    assert window.figure._highlight.side == "your right"


def test_choosing_a_benefit_lights_its_groups(window: MainWindow, atlas: Atlas, catalogue: Catalogue) -> None:
    for benefit in catalogue.benefits:
        window.choose_topic("benefit", benefit.id)
        groups = {group.id for group in groups_for_benefit(catalogue, benefit.id)}
        lit = {atlas.region_by_id[region].group for region in window.figure._highlight.topic}
        assert lit == groups & {region.group for region in atlas.regions}
        assert benefit.name in texts(window.panel.page)


def test_choosing_a_condition_lights_its_groups(
    window: MainWindow, atlas: Atlas, catalogue: Catalogue
) -> None:
    for condition in catalogue.conditions:
        window.choose_topic("condition", condition.id)
        groups = {group.id for group in groups_for_condition(catalogue, condition.id)}
        lit = {atlas.region_by_id[region].group for region in window.figure._highlight.topic}
        assert lit == groups & {region.group for region in atlas.regions}


def test_links_lead_from_group_to_benefit_to_group_and_back(window: MainWindow, catalogue: Catalogue) -> None:
    group = catalogue.group_by_id["upper-trapezius"]
    window.select(group.id)
    benefit = group.benefits[0].benefit
    _link(window, f"benefit:{benefit}").click()
    assert window._model.now.topic == Topic("benefit", benefit)
    _link(window, f"group:{group.id}").click()
    assert window._model.now.selection == Selection(group.id)
    _link(window, f"benefit:{benefit}").click()
    assert window._model.now.selection is None


def _link(window: MainWindow, value: str) -> Button:
    return next(button for button in window.panel.page.findChildren(Button) if button.value == value)


def test_undo_and_redo_bring_pages_back(window: MainWindow) -> None:
    start = _title(window)
    window.select("upper-trapezius")
    chosen = _title(window)
    window._model.undo()
    assert _title(window) == start
    window._model.redo()
    assert _title(window) == chosen


def test_every_group_can_be_explained_in_the_window(window: MainWindow, catalogue: Catalogue) -> None:
    for group in catalogue.groups:
        window.select(group.id)
        assert _title(window) == group.name


def test_selecting_turns_to_where_the_muscle_is_seen(
    make_window: Callable[..., MainWindow], atlas: Atlas, catalogue: Catalogue
) -> None:
    window = make_window((1024, 768), 200)
    assert len(window.figure.plates) == 1
    bodies = [plate for plate in atlas.plates if (plate.part, plate.layer) == ("body", "superficial")]
    drawn = {group for plate in bodies for group in plate.groups}
    for group in catalogue.groups:
        window.select(group.id)
        in_sight = {found for plate in window.figure.plates for found in plate.groups}
        assert group.id in in_sight or group.id not in drawn


def test_a_selection_is_announced(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("consult_app.gui.accessibility.announce", lambda _source, text: said.append(text))
    window.select("upper-trapezius", "right")
    window.choose_topic("benefit", "pain-relief")
    window._model.clear()
    assert said[0] == "Upper trapezius, your right selected"
    assert "muscle groups are lit" in said[1]
    assert said[2] == "Nothing selected"


@pytest.mark.parametrize(
    ("key", "azimuth"), [(Key.Key_1, 0), (Key.Key_2, 90), (Key.Key_3, 180), (Key.Key_4, 270)]
)
def test_number_keys_turn_the_figure(window: MainWindow, key: Qt.Key, azimuth: int) -> None:
    _press(window, key)
    assert window._model.now.azimuth == azimuth
    assert window.figure.plates[0].azimuth == azimuth


def test_keys_zoom_mirror_and_open_the_list(window: MainWindow) -> None:
    _press(window, Key.Key_Equal)
    assert window.figure.zoom > 1
    _press(window, Key.Key_0)
    assert window.figure.zoom == 1
    _press(window, Key.Key_M)
    assert window.figure.slots[0].is_mirrored
    before = window.group_list.isVisible()
    _press(window, Key.Key_L)
    assert window.group_list.isVisible() != before


def test_the_theme_key_changes_colours_and_keeps_the_selection(window: MainWindow) -> None:
    window.select("upper-trapezius")
    _press(window, Key.Key_T)
    assert window.theme.name == "dark"
    assert window._model.now.selection == Selection("upper-trapezius")
    assert window.figure._art.palette.name == "dark"


def test_letters_typed_in_the_search_field_stay_there(window: MainWindow) -> None:
    _press(window, Key.Key_Slash)
    assert window.focusWidget() is window.search
    for key in (Key.Key_T, Key.Key_M, Key.Key_L, Key.Key_1):
        _press(window, key)
    assert window.search.text() == "tml1"
    assert (window.theme.name, window._model.now.azimuth) == ("light", 0)


def test_escape_in_the_search_field_empties_it_and_keeps_the_selection(window: MainWindow) -> None:
    window.select("upper-trapezius")
    window.search.setFocus()
    for key in (Key.Key_N, Key.Key_E, Key.Key_C, Key.Key_K):
        _press(window, key)
    assert window.search.results.isVisible()
    _press(window, Key.Key_Escape)
    assert not window.search.results.isVisible()
    assert window.search.text() == ""
    assert window._model.now.selection == Selection("upper-trapezius")


def test_escape_in_the_chooser_keeps_the_selection(window: MainWindow) -> None:
    window.select("upper-trapezius")
    regions = window.figure.plates[0].regions
    window.figure.regions_offered.emit((regions[0].id, regions[9].id), QPoint(100, 100))
    _press(window, Key.Key_Escape)
    assert not window.chooser.isVisible()
    assert window._model.now.selection == Selection("upper-trapezius")


def test_escape_clears_the_selection(window: MainWindow) -> None:
    window.select("upper-trapezius")
    _press(window, Key.Key_Escape)
    assert window._model.now.selection is None


def test_a_search_hit_is_explained(window: MainWindow) -> None:
    window.search.setFocus()
    QTest.keyClicks(window.search, "pain relief")
    QTest.keyClick(window.search, Key.Key_Return)
    assert window._model.now.topic == Topic("benefit", "pain-relief")


def test_a_body_area_that_is_found_lights_all_its_groups(window: MainWindow, catalogue: Catalogue) -> None:
    area = next(a for a in catalogue.areas if sum(g.area == a.id for g in catalogue.groups) > 2)
    hit = next(hit for hit in window._find(area.name, 8) if hit.kind == "area")
    window.search.hit_chosen.emit(hit)
    now = window._model.now
    lit = set(window.pane.regions.lit_groups(now))
    assert set(hit.groups) <= lit


def test_turning_keeps_the_focus_on_the_figure(window: MainWindow) -> None:
    window.figure.buttons.focus_region("pectoralis-minor:left")
    _press(window, Key.Key_2)
    settle(window)
    assert window.focusWidget() is not None
    assert window.figure.isAncestorOf(window.focusWidget()) or window.focusWidget() is window.figure


def test_another_window_size_shuts_the_results(window: MainWindow) -> None:
    window.search.search("soleus")
    assert window.search.results.isVisible()
    window.resize(1200, 700)
    assert not window.search.results.isVisible()


def test_the_page_begins_at_its_top(window: MainWindow) -> None:
    window.select("upper-trapezius")
    window.panel.verticalScrollBar().setValue(400)
    window.select("deltoid")
    assert window.panel.verticalScrollBar().value() == 0


def test_another_theme_or_text_size_keeps_the_place_on_the_page(window: MainWindow) -> None:
    window.select("upper-trapezius")
    window.panel.verticalScrollBar().setValue(400)
    window.set_theme("dark")
    assert window.panel.verticalScrollBar().value() > 0


def test_a_part_that_is_open_stays_open_in_another_theme(window: MainWindow, words: Words) -> None:
    window.select("upper-trapezius")
    name = words("ui.group.practitioners")
    next(b for b in window.panel.page.findChildren(Button) if b.text() == name).click()
    assert words("ui.practitioner.hazards") in texts(window.panel.page)
    window.set_theme("dark")
    assert words("ui.practitioner.hazards") in texts(window.panel.page)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1366, 768), (1080, 1920)])
def test_the_page_is_as_wide_as_the_panel(
    make_window: Callable[..., MainWindow], size: tuple[int, int], text_size: int
) -> None:
    window = make_window(size, text_size)
    window.select("upper-trapezius")
    assert window.panel.page.width() == window.panel.viewport().width()


def test_a_broken_theme_leaves_the_window_as_it_was(
    make_window: Callable[..., MainWindow],
    resources: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    folder = shutil.copytree(resources, tmp_path / "resources")
    (folder / "themes" / "dark.json").write_text("{")
    window = make_window(folder=folder)
    told: list[str] = []
    monkeypatch.setattr(
        "consult_app.gui.problem_dialog.show_fault", lambda *arguments: told.append(str(arguments[-1]))
    )
    with qtbot.captureExceptions() as caught:
        window.actions_by_id["theme.toggle"].trigger()
    assert caught == []
    assert window.theme.name == "light"
    assert "dark.json" in told[0]


def test_the_figure_fills_most_of_the_window(window: MainWindow) -> None:
    stage = window.figure.width() + window._rail.width()
    assert stage >= 0.6 * window.width() or window.figure.width() >= 0.5 * window.width()


def test_each_visible_region_speaks_with_its_side(window: MainWindow) -> None:
    names = {hear(button).name for button in window.figure.buttons.buttons()}
    wanted = window.pane.regions.figure_words().regions
    assert names == {wanted[region.id] for plate in window.figure.plates for region in plate.regions}
    assert all(name.endswith(("your left", "your right")) for name in names)


def test_pinching_in_a_window_zooms_between_the_fingers(window: MainWindow) -> None:
    figure, middle = window.figure, QPoint(200, 250)
    device = QTest.createTouchDevice()
    spots = [figure.mapTo(window, middle + QPoint(side * 30, 0)) for side in (1, -1)]
    before = figure.slots[0].to_plate(QPointF(middle))
    handle = window.windowHandle()
    QTest.touchEvent(handle, device).press(0, spots[0]).press(1, spots[1]).commit()
    for step in range(1, 8):
        touch = QTest.touchEvent(handle, device)
        touch.move(0, spots[0] + QPoint(15 * step, 0)).move(1, spots[1] - QPoint(15 * step, 0)).commit()
    QTest.touchEvent(handle, device).release(0, spots[0]).release(1, spots[1]).commit()
    QApplication.processEvents()
    after = figure.slots[0].to_plate(QPointF(middle))
    assert figure.zoom > 1.2
    assert (after - before).manhattanLength() * figure.slots[0].scale < 10
    assert window._model.now.selection is None


def test_the_context_menu_key_opens_nothing(window: MainWindow) -> None:
    for widget in (window.figure, window.search, window.panel, window.group_list):
        QTest.mouseClick(widget, Qt.MouseButton.RightButton)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
