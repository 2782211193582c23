"""PySide6 6.12.0 before Python 3.12 lost a reference to None on every void call, and aborted in the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

CALLS = 1_000
SLACK = 50
"""References to None that come and go for other reasons."""


def _void_calls(application: QApplication) -> dict[str, Callable[[], object]]:
    orphan, label = QObject(), QLabel("text")
    return {
        "parent": orphan.parent,
        "setText": lambda: label.setText("another"),
        "setParent": lambda: orphan.setParent(None),
        "processEvents": application.processEvents,
        "move": lambda: label.move(QPoint(1, 1)),
        "property": lambda: orphan.property("missing"),
        "parentWidget": label.parentWidget,
        "update": label.update,
    }


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
@pytest.mark.parametrize(
    "kind",
    ["parent", "setText", "setParent", "processEvents", "move", "property", "parentWidget", "update"],
)
def test_void_qt_calls_keep_their_references_to_none(qapp: QApplication, kind: str) -> None:
    call = _void_calls(qapp)[kind]
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    assert sys.getrefcount(None) > before - SLACK


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
@pytest.mark.usefixtures("qapp")
def test_overridden_events_keep_their_references_to_none() -> None:
    class Counting(QWidget):
        def resizeEvent(self, event: object) -> None:  # noqa: ARG002, N802
            return None

    widget = Counting()
    widget.show()
    before = sys.getrefcount(None)
    for width in range(CALLS):
        widget.resize(100 + width % 50, 100)
    assert sys.getrefcount(None) > before - SLACK
