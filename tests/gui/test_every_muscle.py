"""Every muscle is found in the search field, and shown by the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consult_app.consultation import Selection
from consult_app.gui.search_results import HIT_ROLE

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue, MuscleGroup
    from consult_app.content.search import Hit
    from consult_app.gui.main_window import MainWindow

PARTS = 8
"""The muscles are looked for in so many tests."""


def _type(window: MainWindow, text: str) -> list[Hit]:
    """Type a text into the search field; return what is listed."""
    window.search.setFocus()
    QTest.keyClicks(window.search, text)
    results = window.search.results
    return [hit for row in range(results.count()) if (hit := results.item(row).data(HIT_ROLE)) is not None]


def _choose(window: MainWindow, row: int) -> None:
    for _ in range(row):
        QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, Qt.Key.Key_Return)


def _start_again(window: MainWindow) -> None:
    """Look at the front of the skin again, with nothing chosen."""
    while window._model.can_undo:
        window._model.undo()


def _is_lit(window: MainWindow, muscle: str) -> bool:
    """Return whether a plate in sight shows a muscle, and lights it."""
    lit = window.figure._highlight.selected
    return any(
        region.muscle == muscle and region.id in lit
        for plate in window.figure.plates
        for region in plate.regions
    )


def _fitting_row(hits: list[Hit], group: MuscleGroup, muscle: str) -> int | None:
    """Return the first hit that is a muscle or, where it has no hit of its own, its namesake of a group."""
    named = [("muscle", muscle), ("group", group.id)]
    rows = [number for key in named for number, hit in enumerate(hits) if (hit.kind, hit.id) == key]
    return next(iter(rows), None)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_muscle_is_found_by_its_name_and_lit_in_sight(
    window: MainWindow, catalogue: Catalogue, part: int
) -> None:
    missed = []
    for group, muscle in sorted(catalogue.muscle_by_id.values(), key=lambda pair: pair[1].id)[part::PARTS]:
        _start_again(window)
        hits = _type(window, muscle.name)
        row = _fitting_row(hits, group, muscle.id)
        if row is None:
            missed.append((muscle.id, "not listed"))
            window.search.clear()
            continue
        _choose(window, row)
        wanted = Selection(group.id, None, muscle.id if hits[row].kind == "muscle" else None)
        if window._model.now.selection != wanted or not _is_lit(window, muscle.id):
            missed.append((muscle.id, hits[row].kind))
    assert missed == []


def test_there_are_143_muscles_to_look_for(catalogue: Catalogue) -> None:
    assert len(catalogue.muscle_by_id) == 143
