from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consult_app.gui.consultation_model import ConsultationModel
from consult_app.gui.main_window import MainWindow
from consult_app.gui.page_kit import PageKit
from consult_app.gui.window_content import WindowContent
from consult_app.policy import DESK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme
    from consult_app.policy import Policy


@pytest.fixture
def make_window(
    catalogue: Catalogue, atlas: Atlas, resources: Path, make_theme: Callable[..., Theme]
) -> Iterator[Callable[..., MainWindow]]:
    """A maker of shown windows; all of them are gone after the test."""
    made: list[MainWindow] = []

    def make(
        size: tuple[int, int] = (1366, 768),
        text_size: int = 100,
        theme: str = "light",
        policy: Policy = DESK,
        folder: Path = resources,
    ) -> MainWindow:
        content = WindowContent(catalogue, atlas, folder, policy, make_theme(theme, text_size))
        model = ConsultationModel()
        window = MainWindow(content, model)
        model.setParent(window)
        made.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    bury()


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on a small laptop."""
    return make_window()


@pytest.fixture(scope="session")
def make_kit(catalogue: Catalogue, words: Words, make_theme: Callable[..., Theme]) -> Callable[..., PageKit]:
    """A maker of what pages are written with."""

    def make(theme: str = "light", text_size: int = 100, policy: Policy = DESK) -> PageKit:
        looks = (words, make_theme(theme, text_size))
        return PageKit(catalogue, *looks, policy, ConsultationModel(), {}, _nothing, _nothing)

    return make


def _nothing() -> None:
    """Stand in for the slots of a panel."""


def settle(window: MainWindow) -> None:
    """Let the window lay itself out and put its region buttons in place."""
    QApplication.processEvents()
    window.figure.come_to_rest()


def bury() -> None:
    """Carry out what ``deleteLater`` has asked for."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key as the window system would, so that shortcuts see it."""
    QTest.keyClick(window.windowHandle(), key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()
