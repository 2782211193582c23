"""What a screen reader is told. Plain values only: an interface must not outlive its widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Heard:
    """One node of the accessible tree."""

    kind: str
    role: QAccessible.Role
    name: str
    description: str
    is_focusable: bool
    is_visible: bool
    is_checked: bool
    is_expanded: bool
    is_collapsed: bool


def hear(widget: QWidget) -> Heard:
    """Return what is told of one widget."""
    return _hear(QAccessible.queryAccessibleInterface(widget))


def hear_all(widget: QWidget) -> list[Heard]:
    """Return what is told of a widget and all in it."""
    return _hear_all(QAccessible.queryAccessibleInterface(widget))


def hear_children(widget: QWidget) -> list[Heard]:
    """Return what is told of the direct children of a widget."""
    node = QAccessible.queryAccessibleInterface(widget)
    return [_hear(node.child(number)) for number in range(node.childCount())]


def _hear_all(node: QAccessibleInterface) -> list[Heard]:
    found = [_hear(node)]
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            found += _hear_all(child)
    return found


def _hear(node: QAccessibleInterface) -> Heard:
    state, thing = node.state(), node.object()
    return Heard(
        kind=thing.metaObject().className() if thing is not None else "",
        role=node.role(),
        name=node.text(QAccessible.Text.Name).strip(),
        description=node.text(QAccessible.Text.Description),
        is_focusable=bool(state.focusable),
        is_visible=not state.invisible,
        is_checked=bool(state.checked),
        is_expanded=bool(state.expanded),
        is_collapsed=bool(state.collapsed),
    )
