"""The list beside the figure is in step with the consultation, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from consult_app.content.lookup import groups_for_benefit
from consult_app.gui.group_delegate import ID_ROLE, LIT_MARK, SIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from consult_app.content.records import Catalogue
    from consult_app.gui.group_list import GroupList
    from consult_app.gui.main_window import MainWindow


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window((1920, 1080))


@pytest.fixture
def listing(window: MainWindow) -> GroupList:
    return window.group_list


def _marked(listing: GroupList) -> list[str]:
    return [item.data(ID_ROLE) for item in listing.selectedItems()]


def test_all_groups_are_listed_once_under_their_areas(listing: GroupList, catalogue: Catalogue) -> None:
    ids = [listing.item(row).data(ID_ROLE) for row in range(listing.count())]
    assert sorted(filter(None, ids)) == sorted(catalogue.group_by_id)
    areas = [listing.item(row).text() for row, found in enumerate(ids) if found is None]
    assert areas == [area.name for area in catalogue.areas if area.name in areas]


def test_area_headings_cannot_be_chosen(listing: GroupList) -> None:
    headings = [listing.item(row) for row in range(listing.count())]
    headings = [item for item in headings if item.data(ID_ROLE) is None]
    assert headings
    assert all(item.flags() == Qt.ItemFlag.NoItemFlags for item in headings)


def test_every_group_chosen_from_the_list_is_explained(
    window: MainWindow, listing: GroupList, catalogue: Catalogue
) -> None:
    for group in catalogue.groups:
        item = listing._items[group.id]
        listing.scrollToItem(item)
        spot = listing.visualItemRect(item).center()
        QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        selection = window._model.now.selection
        assert selection is not None
        assert selection.group == group.id


def test_what_is_chosen_elsewhere_is_marked_in_the_list(window: MainWindow, listing: GroupList) -> None:
    window.select("upper-trapezius", "left")
    assert _marked(listing) == ["upper-trapezius"]
    assert listing.viewport().rect().contains(listing.visualItemRect(listing.currentItem()).center())
    window._model.clear()
    assert _marked(listing) == []


def test_undo_marks_the_group_before(window: MainWindow, listing: GroupList) -> None:
    window.select("upper-trapezius")
    window.select("iliopsoas")
    window._model.undo()
    assert _marked(listing) == ["upper-trapezius"]


def test_groups_of_a_topic_are_marked_by_more_than_colour(
    window: MainWindow, listing: GroupList, catalogue: Catalogue
) -> None:
    benefit = next(b for b in catalogue.benefits if not b.everywhere)
    window.choose_topic("benefit", benefit.id)
    lit = {group.id for group in groups_for_benefit(catalogue, benefit.id)}
    shown = {group: listing._delegate._text(listing.indexFromItem(i)) for group, i in listing._items.items()}
    assert {group for group, text in shown.items() if text.startswith(LIT_MARK)} == lit


def test_enter_chooses_the_group_under_the_cursor(listing: GroupList, qtbot: QtBot) -> None:
    listing.setFocus()
    listing.setCurrentItem(listing._items["iliopsoas"])
    with qtbot.waitSignal(listing.group_chosen) as caught:
        QTest.keyClick(listing, Qt.Key.Key_Return)
    assert caught.args == [listing.currentItem().data(ID_ROLE)]


def test_walking_the_list_with_arrows_stays_in_step_with_the_explanation(
    window: MainWindow, listing: GroupList
) -> None:
    window.select("upper-trapezius")
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_Down)
    selection = window._model.now.selection
    assert selection is not None
    assert _marked(listing) == [selection.group]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("is_lit", [False, True])
def test_no_name_in_the_list_is_cut_off(
    make_window: Callable[..., MainWindow],
    catalogue: Catalogue,
    text_size: int,
    is_lit: bool,  # noqa: FBT001
) -> None:
    window = make_window((1920, 1080), text_size)
    if not window.group_list.isVisible():
        window.toggle_list()
    window.group_list.show_state(None, catalogue.group_by_id if is_lit else ())
    assert _cut(window.group_list) == []


def _cut(listing: GroupList) -> list[str]:
    delegate, flags, cut = listing._delegate, int(Qt.TextFlag.TextWordWrap), []
    side = round(delegate._theme.px(SIDE))
    for row in range(listing.count()):
        index = listing.model().index(row, 0)
        box = listing.visualRect(index).adjusted(side, 0, -side, -2)
        text, metrics = delegate._text(index), QFontMetrics(delegate._font(index))
        need = metrics.boundingRect(0, 0, box.width(), 1000, flags, text)
        if need.width() > box.width() or need.height() > box.height():
            cut.append(text)
    return cut


def test_rows_have_room_for_a_finger(listing: GroupList) -> None:
    heights = {listing.visualItemRect(item).height() for item in listing._items.values()}
    assert min(heights) >= 24


def test_list_and_items_are_named_for_screen_readers(listing: GroupList, catalogue: Catalogue) -> None:
    assert listing.accessibleName()
    for group in catalogue.groups:
        spoken = listing._items[group.id].data(Qt.ItemDataRole.AccessibleTextRole)
        assert group.name in spoken
        assert group.clinical_name in spoken
