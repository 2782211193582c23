"""What is chosen anywhere in the window becomes the consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.consultation import Selection

if TYPE_CHECKING:
    from consult_app.gui.main_window import MainWindow


def test_a_touched_muscle_does_not_turn_the_figure(window: MainWindow) -> None:
    before = window._model.now.viewpoint
    window.figure.region_activated.emit("soleus:left")
    assert window._model.now.selection == Selection("soleus-plantaris", "left", "soleus")
    assert window._model.now.viewpoint == before


def test_a_muscle_of_a_group_keeps_the_side(window: MainWindow) -> None:
    window.select("rotator-cuff", "right")
    window.choices.choose_muscle("rotator-cuff", "infraspinatus")
    assert window._model.now.selection == Selection("rotator-cuff", "right", "infraspinatus")
    window.choices.choose_muscle("deltoid", "deltoid-acromial-part")
    assert window._model.now.selection == Selection("deltoid", None, "deltoid-acromial-part")


def test_a_link_leads_to_one_muscle(window: MainWindow) -> None:
    window.panel.link_followed.emit("muscle", "rotator-cuff/teres-minor")
    assert window._model.now.selection == Selection("rotator-cuff", None, "teres-minor")


def test_a_muscle_that_is_searched_for_is_explained_and_shown(window: MainWindow) -> None:
    hit = next(hit for hit in window._find("gluteus maximus", 8) if hit.kind in ("group", "muscle"))
    window.search.hit_chosen.emit(hit)
    assert window._model.now.selection is not None
    assert window._model.now.selection.group == hit.groups[0]
    seen = {region.group for plate in window.figure.plates for region in plate.regions}
    assert hit.groups[0] in seen


def test_turning_to_a_muscle_shows_the_whole_figure_again(window: MainWindow) -> None:
    window.figure.set_options(window.figure.options._replace(is_paired=False))
    window.figure.zoom_in()
    window.select("gluteus-maximus")
    assert window._model.now.azimuth != 0
    assert window.figure.zoom == 1
