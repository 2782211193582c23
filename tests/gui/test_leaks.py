"""What is taken away is gone: pages, choices, dialogs and whole windows."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from consult_app.canvas.region_button import RegionButton
from consult_app.gui.about import about_dialog, keys_dialog
from consult_app.gui.buttons import Button
from consult_app.gui.disclosure import Disclosure
from tests.gui.conftest import bury, settle
from tests.gui.hurting import show_pain

if TYPE_CHECKING:
    from collections.abc import Callable

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow


def _is_gone(reference: weakref.ref[object]) -> bool:
    bury()
    gc.collect()
    return reference() is None


def _open_all(window: MainWindow) -> None:
    for part in window.panel.page.findChildren(Disclosure):
        part.toggle()


def _show_plan(window: MainWindow) -> None:
    window.select("soleus-plantaris")
    window.chair.toggle_in_plan()
    window.chair.show_plan()


def _explain_calmly(window: MainWindow) -> None:
    window.chair.toggle_calm()
    window.select("upper-trapezius")


PAGES: dict[str, Callable[[MainWindow], None]] = {
    "start": lambda window: window._model.clear(),
    "group": lambda window: window.select("upper-trapezius"),
    "benefit": lambda window: window.choose_topic("benefit", "pain-relief"),
    "condition": lambda window: window.choose_topic("condition", window._catalogue.conditions[0].id),
    "options": lambda window: window.choose_topic("options", window._catalogue.details.options[0].id),
    "plan": _show_plan,
    "safety": lambda window: window.chair.show_safety_check(),
    "calm": _explain_calmly,
    "pain": lambda window: show_pain(window, "low-back:left", "shoulder.top:right"),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("is_open", [False, True], ids=["shut", "open"])
def test_a_page_is_gone_when_another_is_shown(
    window: MainWindow,
    page: str,
    is_open: bool,  # noqa: FBT001
) -> None:
    PAGES[page](window)
    if is_open:
        _open_all(window)
    reference = weakref.ref(window.panel.page)
    parts = weakref.WeakSet(window.panel.page.findChildren(Button))
    window.select("deltoid")
    assert _is_gone(reference)
    assert not parts


def test_old_offers_of_the_chooser_are_gone(window: MainWindow) -> None:
    regions = window.figure.plates[0].regions
    window.figure.regions_offered.emit((regions[0].id, regions[9].id), QPoint(100, 100))
    reference = weakref.ref(window.chooser._buttons[0])
    window.chooser.dismiss()
    assert _is_gone(reference)


def test_a_closed_dialog_is_gone(
    window: MainWindow, words: Words, catalogue: Catalogue, atlas: Atlas
) -> None:
    for make in (
        lambda: keys_dialog(window, words, window.theme, window.actions_by_id),
        lambda: about_dialog(window, words, window.theme, catalogue, atlas),
    ):
        dialog = make()
        reference = weakref.ref(dialog)
        dialog.show()
        dialog.findChild(Button).click()
        del dialog
        assert _is_gone(reference)


def test_region_buttons_of_other_plates_are_gone(window: MainWindow) -> None:
    reference = weakref.ref(window.figure.buttons._buttons[(0, "pectoralis-minor:left")])
    window._model.turn_to(90)
    settle(window)
    assert _is_gone(reference)


def test_many_selections_leave_no_widgets_behind(window: MainWindow, catalogue: Catalogue) -> None:
    window.select("upper-trapezius")
    before = _count()
    for group in catalogue.groups:
        window.select(group.id)
    window.select("upper-trapezius")
    assert _count() <= before


def _count() -> int:
    """Return how many widgets there are; those of the regions come and go with the plates."""
    bury()
    return sum(not isinstance(widget, RegionButton) for widget in QApplication.allWidgets())
