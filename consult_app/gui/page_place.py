"""Where a reader is on a page, kept while the page is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from consult_app.gui.buttons import Button
from consult_app.gui.disclosure import Disclosure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

    from consult_app.gui.page import Page


WALK = ("topic.previous", "topic.next")
"""The object names of the buttons that lead from one page of a walk to another."""


class _Key(NamedTuple):
    kind: str
    value: str
    name: str


class PagePlace(NamedTuple):
    """What is open, what has the focus and how far below the panel's top it stands, what share is read.

    ``focus`` is the kind, value and name of the widget, None where nothing of the page has the focus;
    ``order`` is its place among the buttons.
    """

    opened: frozenset[str] = frozenset()
    focus: _Key | None = None
    order: int = 0
    top: int = 0
    share: float = 0.0


def place_on(area: QScrollArea, page: Page) -> PagePlace:
    """Return where the reader is now."""
    opened = frozenset(part.text for part in page.findChildren(Disclosure) if part.is_open)
    share = area.verticalScrollBar().value() / max(1, page.height())
    focus = area.window().focusWidget()
    if focus is None or not page.isAncestorOf(focus):
        return PagePlace(opened, share=share)
    buttons = page.findChildren(Button)
    order = buttons.index(focus) if isinstance(focus, Button) else 0
    return PagePlace(opened, _key(focus), order, focus.mapTo(area.viewport(), QPoint(0, 0)).y(), share)


def go_to(area: QScrollArea, page: Page, place: PagePlace) -> None:
    """Bring the reader back there; ``page`` is written to its end."""
    for part in page.findChildren(Disclosure):
        if part.text in place.opened and not part.is_open:
            part.toggle()
    bar = area.verticalScrollBar()
    focus = _same(page, place)
    if focus is None:
        bar.setValue(round(place.share * page.height()))
        return
    bar.setValue(focus.mapTo(page, QPoint(0, 0)).y() - place.top)
    row = focus.parentWidget()
    if row is not None and not focus.isEnabled():
        # An item that has come to an end goes no further that way: its other buttons are beside it.
        beside = [button for button in row.findChildren(type(focus)) if button.isEnabled()]
        x = focus.x()
        focus = min(beside, key=lambda button: abs(button.x() - x), default=focus)
    focus.setFocus(Qt.FocusReason.OtherFocusReason)


def walk_on(page: Page, before: PagePlace) -> None:
    """Leave the focus on the way on, or the way back, where it led from another page to this one."""
    if before.focus is None or before.focus.name not in WALK:
        return
    ways = {name: way for name in WALK for way in page.findChildren(QWidget, name) if way.isEnabled()}
    way = ways.get(before.focus.name) or next(iter(ways.values()), None)
    if way is not None:
        way.setFocus(Qt.FocusReason.OtherFocusReason)


def _same(page: Page, place: PagePlace) -> QWidget | None:
    """Return what had the focus, or what leads to the same, or else the button that took its place."""
    if place.focus is None:
        return None
    widgets = page.findChildren(QWidget)
    same = next((w for w in widgets if _key(w) == place.focus), None)
    if same is not None or place.focus.kind != Button.__name__:
        return same
    buttons = page.findChildren(Button)
    alike = (b for b in buttons if place.focus.value and b.value == place.focus.value)
    return next(alike, buttons[min(place.order, len(buttons) - 1)] if buttons else None)


def _key(widget: QWidget) -> _Key:
    value = widget.value if isinstance(widget, Button) else ""
    return _Key(type(widget).__name__, value, widget.objectName() or widget.accessibleName())
