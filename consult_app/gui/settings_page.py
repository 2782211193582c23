"""The page of the settings: it lies over the window until they are saved or left as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from consult_app.checking.report import line_of
from consult_app.content.words import Words
from consult_app.gui.buttons import Button
from consult_app.gui.laid_over import LaidOver
from consult_app.gui.layout import Card, Column, Flow
from consult_app.gui.scroll_bar import WIDTH as BAR
from consult_app.gui.settings_form import SettingsForm
from consult_app.gui.settings_use import use_settings
from consult_app.gui.texts import Heading, Text
from consult_app.problems import UserFacingError
from consult_app.settings.record import Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from consult_app.gui.main_window import MainWindow

WIDEST = 860
"""Logical pixels, at 100 % text, of the column in the middle."""


class SettingsPage(LaidOver):
    """Edits the settings; Ctrl and a comma leave them as they were, as they have opened the page."""

    PASSED_ON = (Qt.Key.Key_Comma, Qt.Key.Key_Q)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "panel")
        content = window.content
        self._path, self._catalogue = content.settings_file, content.whole or content.catalogue
        self._words = Words(content.catalogue.words)
        self.setAccessibleName(self._words("ui.settings.title"))
        self.form = SettingsForm(self._catalogue, self._words, self._theme, content.settings)
        self._column = self._write()
        self._scroll.setWidget(self._column)
        self._build_feet()
        self.form.changed.connect(self._on_changed)
        self.lie_over()
        self.form.clinic.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def known(self) -> Known:
        """What the settings may name."""
        return Known(tuple(self._catalogue.group_by_id), self._catalogue.passport.languages)

    def _write(self) -> Column:
        side = self._theme.gap(28)
        column = Column((side, side, side, side), round(self._theme.px(WIDEST)))
        column.add(Heading(self._theme, self._words("ui.settings.title"), "title"))
        column.add(self._text("ui.settings.note", "lead", "muted"), self._theme.gap(8))
        self._add_faults(column)
        column.add(self.form, self._theme.gap(24))
        return column

    def _add_faults(self, column: Column) -> None:
        """Name what is broken in the file."""
        if self._path is None or not self._path.exists():
            return
        from consult_app.settings.file import parse_settings

        _settings, problems = parse_settings(self._path, self.known)
        if not problems:
            return
        theme = self._theme
        card = Card(theme.colour("warning"), theme.colour("warning_edge"), theme.gap(18))
        card.add(self._text("ui.settings.faults", "strong"))
        for problem in problems:
            card.add(Text(theme, line_of(problem), "small"), theme.gap(8))
        if any(problem.is_error for problem in problems):
            card.add(self._text("ui.settings.copy_kept"), theme.gap(8))
        column.add(card, theme.gap(16))

    def _text(self, key: str, style: str = "body", colour: str = "ink") -> Text:
        return Text(self._theme, self._words(key), style, colour)

    def _build_feet(self) -> None:
        """Build what stays in sight below: the buttons, and where the settings are kept."""
        words, gap, side = self._words, self._theme.gap(10), self._theme.gap(28)
        self.save = Button(self._theme, words("ui.settings.save"), "accent")
        self.cancel = Button(self._theme, words("ui.settings.cancel"))
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.dismiss)
        place = words("ui.settings.file", path=self._path) if self._path else words("ui.settings.no_place")
        self.place = Text(self._theme, place, "small", "muted")
        self._feet = Column((side, gap, side, gap), round(self._theme.px(WIDEST)))
        self._feet.setParent(self)
        self._feet.add(Flow([self.save, self.cancel], gap))
        self._feet.add(self.place, gap // 2)
        self.save.setEnabled(self._path is not None)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        inner = width - BAR  # in line with the form, which has the scroll bar beside it
        foot = self._feet.arrange(inner)
        self._feet.setGeometry(0, height - foot, inner, foot)
        self._scroll.setGeometry(0, 0, width, height - foot - 1)
        self.relayout()

    def relayout(self) -> None:
        """Lay the form out again."""
        room = self._scroll.viewport().width()
        self._column.resize(room, self._column.arrange(room))

    def _zones(self) -> Sequence[QWidget]:
        return self._column, self._feet

    def _lines(self) -> Sequence[int]:
        return (self._feet.y() - 1,)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out again: how much room the form has is known only now."""
        self._arrange()

    # Slots

    @Slot(bool)
    def _on_changed(self, can_be_saved: bool) -> None:  # noqa: FBT001 -- a slot
        self.save.setEnabled(can_be_saved and self._path is not None)
        self.relayout()

    @Slot()
    def _on_save_clicked(self) -> None:
        from consult_app.settings.writing import write_settings

        if self._path is None:
            return
        chosen = self.form.chosen()
        try:
            write_settings(self._path, chosen, self.known)
        except UserFacingError as error:
            self._window.tell(str(error))
            return
        self.dismiss()
        use_settings(self._window, chosen)
