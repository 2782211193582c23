"""Keeps the keyboard where it was when a page is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from consult_app.gui.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Focused(NamedTuple):
    """The button of a page that has the focus: what it stands for, its name, its place among all."""

    value: str
    name: str
    place: int


def focused_in(page: QWidget) -> Focused | None:
    """Return the button of a page that has the focus."""
    now = QApplication.focusWidget()
    if not isinstance(now, Button) or not page.isAncestorOf(now):
        return None
    return Focused(now.value, now.accessibleName(), page.findChildren(Button).index(now))


def refocus(page: QWidget, focused: Focused | None) -> None:
    """Give the focus to the same button of another page or, where it is gone, to the one in its place."""
    buttons = page.findChildren(Button)
    if focused is None or not buttons:
        return
    same = [b for b in buttons if b.value == focused.value and b.accessibleName() == focused.name]
    alike = [b for b in buttons if focused.value and b.value == focused.value]
    instead = buttons[min(focused.place, len(buttons) - 1)]
    (same or alike or [instead])[0].setFocus(Qt.FocusReason.OtherFocusReason)
