"""The two quiet dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from consult_app import __version__
from consult_app.gui.about import about_dialog, keys_dialog
from consult_app.gui.actions import ACTIONS, keys_text
from consult_app.gui.buttons import Button
from consult_app.policy import KIOSK
from tests.gui.looking import clipped, outside, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow


@pytest.fixture
def about(window: MainWindow, words: Words, catalogue: Catalogue, atlas: Atlas) -> QDialog:
    dialog = about_dialog(window, words, window.theme, catalogue, atlas)
    dialog.show()
    return dialog


def test_about_shows_the_credit_line_of_the_pictures(about: QDialog, atlas: Atlas) -> None:
    said = texts(about)
    assert atlas.credit in said
    assert atlas.licence in said
    assert "BodyParts3D" in atlas.credit


def test_about_shows_version_and_licence_of_the_words(about: QDialog, catalogue: Catalogue) -> None:
    said = "\n".join(texts(about))
    assert __version__ in said
    assert catalogue.passport.version in said
    assert catalogue.passport.licence in said


def test_about_says_who_answers_for_the_words(
    window: MainWindow, words: Words, catalogue: Catalogue, atlas: Atlas
) -> None:
    reviewed = catalogue._replace(
        passport=catalogue.passport._replace(
            reviewer="A. Clinician", reviewed_on="2026-12-01", review_due="2027-12-01", funding="A fund"
        )
    )
    said = "\n".join(texts(about_dialog(window, words, window.theme, reviewed, atlas)))
    assert [part for part in ("A. Clinician", "2026-12-01", "2027-12-01", "A fund") if part not in said] == []
    said = "\n".join(texts(about_dialog(window, words, window.theme, catalogue, atlas)))
    assert words("ui.footer.not_reviewed") in said


def test_the_sheet_of_keys_lists_every_action_with_its_key(window: MainWindow, words: Words) -> None:
    said = texts(keys_dialog(window, words, window.theme, window.actions_by_id))
    for spec in ACTIONS:
        assert words(f"ui.action.{spec.id}") in said
        assert keys_text(spec, words) in said


def test_a_kiosk_lists_no_key_that_does_nothing(make_window: Callable[..., MainWindow], words: Words) -> None:
    window = make_window(policy=KIOSK)
    assert "window.quit" not in window.actions_by_id
    said = texts(keys_dialog(window, words, window.theme, window.actions_by_id))
    assert words("ui.action.window.quit") not in said


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1366, 768)])
def test_both_dialogs_fit_into_their_window(
    make_window: Callable[..., MainWindow],
    catalogue: Catalogue,
    atlas: Atlas,
    words: Words,
    text_size: int,
    size: tuple[int, int],
) -> None:
    window = make_window(size, text_size)
    about = about_dialog(window, words, window.theme, catalogue, atlas)
    for dialog in (about, keys_dialog(window, words, window.theme, window.actions_by_id)):
        dialog.show()
        page = dialog.findChild(QScrollArea).widget()
        assert dialog.height() <= window.height()
        assert page.width() <= dialog.width()
        assert (clipped(page), outside(page)) == ([], [])


def test_close_closes_and_has_the_focus(about: QDialog) -> None:
    shut = about.findChild(Button)
    assert about.focusWidget() is shut
    shut.click()
    assert not about.isVisible()
