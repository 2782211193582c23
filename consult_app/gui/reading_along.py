"""Brings one panel to the place at which another is read, though their pages differ in width and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from consult_app.gui.disclosure import Disclosure
from consult_app.gui.texts import Heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from consult_app.gui.explanation_panel import ExplanationPanel


def read_along(reader: ExplanationPanel, listener: ExplanationPanel) -> None:
    """Open and scroll in ``listener`` what ``reader`` shows; a part that only one of them has is skipped.

    The way between two headings that both pages have is taken in the same share on both.
    """
    read, heard = reader.widget(), listener.widget()
    if read is None or heard is None:  # one page is just being put in another's place
        return
    _open_alike(read, heard)
    here, there = _headings(read), _headings(heard)
    now, ends = reader.verticalScrollBar().value(), (_end(reader), _end(listener))
    before, after = (0, 0), ends
    for text, place in sorted(here.items(), key=_place):
        if text not in there or place > ends[0]:  # the last headings never come to the top
            continue
        mark = (place, min(there[text], ends[1]))
        if mark[0] > now:
            after = mark
            break
        before = mark
    share = (now - before[0]) / max(1, after[0] - before[0])
    listener.verticalScrollBar().setValue(round(before[1] + min(1.0, share) * (after[1] - before[1])))


def _place(heading: tuple[str, int]) -> int:
    return heading[1]


def _end(panel: ExplanationPanel) -> int:
    return panel.verticalScrollBar().maximum()


def _headings(page: QWidget) -> Mapping[str, int]:
    """Return how far below the page's top each heading stands, in logical pixels."""
    found: dict[str, int] = {}
    for heading in page.findChildren(Heading):
        if heading.isVisibleTo(page):
            found.setdefault(heading.text(), heading.mapTo(page, QPoint(0, 0)).y())
    return found


def _open_alike(reader: QWidget, listener: QWidget) -> None:
    """Open and shut the parts of a page as they are on the other."""
    opened = {part.text: part.is_open for part in reader.findChildren(Disclosure)}
    for part in listener.findChildren(Disclosure):
        if part.is_open != opened.get(part.text, part.is_open):
            part.toggle()
