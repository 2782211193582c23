"""What a careful reader would see in a page: things cut off, and things that run out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from consult_app.gui.buttons import Button
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.gui.layout import Arranged

Widget = TypeVar("Widget", bound=QWidget)
CLOSE = 6
"""Logical pixels by which a text may move up into the padding of the link above it."""


def laid_out(page: Arranged, width: int) -> Arranged:
    """Write a page to its end, open all that opens on it and lay it out."""
    whole(page)
    for part in page.findChildren(Disclosure):
        if not part.is_open:
            part.toggle()
    page.resize(width, page.arrange(width))
    return page


def whole(page: Widget) -> Widget:
    """Write a page to its end."""
    if isinstance(page, Page):
        page.write_all()
    return page


def texts(page: QWidget) -> list[str]:
    """Return all texts of a page, labels and buttons."""
    labels = [label.text() for label in page.findChildren(QLabel)]
    return labels + [button.text() for button in page.findChildren(Button)]


def outside(page: QWidget) -> list[str]:
    """Return what reaches beyond the page's edges."""
    found = []
    for child in page.findChildren(QWidget):
        if child.isHidden():
            continue
        left = child.mapTo(page, QPoint(0, 0))
        right = left.x() + child.width()
        if left.x() < 0 or right > page.width() or left.y() + child.height() > page.height():
            found.append(f"{type(child).__name__} {name_of(child)!r} {left.x()}..{right}")
    return found


def clipped(page: QWidget) -> list[str]:
    """Return the texts that have less room than they need."""
    labels: Iterable[QLabel | Button] = [*page.findChildren(QLabel), *page.findChildren(Button)]
    return [name_of(label) for label in labels if not _has_room(label)]


def _has_room(label: QLabel | Button) -> bool:
    if label.height() < label.heightForWidth(label.width()):
        return False
    room = label.width() - (label.sizeHint().width() - _advance(label) if isinstance(label, Button) else 0)
    flags = int(Qt.TextFlag.TextWordWrap)
    wrapped = QFontMetrics(label.font()).boundingRect(0, 0, max(1, room), 10000, flags, label.text())
    return wrapped.width() <= max(1, room) + 1


def _advance(button: Button) -> int:
    return QFontMetrics(button.font()).horizontalAdvance(button.text())


def overlapping(page: QWidget) -> list[str]:
    """Return the pairs of leaves (labels, buttons) that lie over each other."""
    leaves = [*page.findChildren(QLabel), *page.findChildren(Button)]
    leaves = [leaf for leaf in leaves if not leaf.isHidden()]
    boxes = sorted(
        ((leaf.mapTo(page, QPoint(0, 0)), leaf.size(), leaf) for leaf in leaves),
        key=lambda item: (item[0].y(), item[0].x()),
    )
    found = []
    for number, (corner, size, leaf) in enumerate(boxes):
        for other_corner, _other_size, other in boxes[number + 1 :]:
            if other_corner.y() + CLOSE >= corner.y() + size.height():
                break
            if other_corner.x() < corner.x() + size.width() and corner.x() < other_corner.x() + other.width():
                found.append(f"{name_of(leaf)!r} and {name_of(other)!r}")
    return found


def name_of(widget: QWidget) -> str:
    """Return what a widget says, shortened."""
    text = widget.text() if isinstance(widget, QLabel | Button) else widget.accessibleName()
    return text[:60]
