"""Roles that Qt cannot guess: headings, marks that are pictures, the figure as a group."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from consult_app.canvas.compass import Compass
from consult_app.canvas.figure_view import FigureView
from consult_app.gui.close_ups import CloseUps
from consult_app.gui.consult_menu import ConsultMenu
from consult_app.gui.handout_sheet import SheetView
from consult_app.gui.main_window import MainWindow
from consult_app.gui.marks import EvidenceMark, IconArray
from consult_app.gui.precaution_mark import PrecautionMark
from consult_app.gui.show_menu import ShowMenu
from consult_app.gui.texts import Heading

ROLES: tuple[tuple[type[QWidget], QAccessible.Role], ...] = (
    (Heading, QAccessible.Role.Heading),
    (EvidenceMark, QAccessible.Role.Graphic),
    (IconArray, QAccessible.Role.Graphic),
    (SheetView, QAccessible.Role.Graphic),
    (PrecautionMark, QAccessible.Role.Graphic),
    (FigureView, QAccessible.Role.Grouping),
    (Compass, QAccessible.Role.Dial),
    (CloseUps, QAccessible.Role.Grouping),
    (ShowMenu, QAccessible.Role.Grouping),
    (ConsultMenu, QAccessible.Role.Grouping),
    (MainWindow, QAccessible.Role.Window),
)


def _interface(_class_name: str, thing: object) -> QAccessibleInterface | None:
    for kind, role in ROLES:
        if isinstance(thing, kind):
            return QAccessibleWidget(thing, role)
    return None


def install_accessibility(window: QWidget) -> None:
    """Tell Qt these roles, once.

    This is done after the first frame. A screen reader that runs already has been told of the window's
    widgets by then; what it was told of those with a role of ours is taken back.
    """
    QAccessible.installFactory(_interface)
    if not QAccessible.isActive():
        return
    kinds = tuple(kind for kind, _role in ROLES)
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, kinds):
            told = QAccessible.queryAccessibleInterface(widget)
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(told))


def announce(source: QWidget, text: str) -> None:
    """Let a screen reader say a text."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
