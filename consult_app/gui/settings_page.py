"""The page of the settings: it lies over the window until they are saved or left as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from consult_app.checking.report import line_of
from consult_app.content.words import Words
from consult_app.gui.buttons import Button
from consult_app.gui.layout import Card, Column, Flow
from consult_app.gui.scroll_bar import WIDTH as BAR
from consult_app.gui.scroll_bar import QuietScrollBar
from consult_app.gui.settings_form import SettingsForm
from consult_app.gui.settings_use import use_settings
from consult_app.gui.tab_order import next_stop
from consult_app.gui.texts import Heading, Text
from consult_app.problems import UserFacingError
from consult_app.settings.record import Known

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from consult_app.gui.main_window import MainWindow

WIDEST = 860
"""Logical pixels, at 100 % text, of the column in the middle."""


class SettingsPage(QWidget):
    """Edits the settings. It takes its looks from the window when it is opened, and goes when it is shut.

    Signals:
        shut: the page goes.
    """

    shut = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._theme = window, window.theme
        content = window.content
        self._path, self._catalogue = content.settings_file, content.whole or content.catalogue
        self._words = Words(content.catalogue.words)
        self.setAccessibleName(self._words("ui.settings.title"))
        self.setPalette(self._theme.palette())
        self.form = SettingsForm(self._catalogue, self._words, self._theme, content.settings)
        self._column = self._write()
        self._scroll = self._make_scroll()
        self._build_feet()
        self.form.changed.connect(self._on_changed)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
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

    def _make_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        ground = QWidget()
        ground.setAutoFillBackground(True)
        scroll.setViewport(ground)
        bar = QuietScrollBar(self._theme, "panel")
        bar.set_theme(self._theme)
        scroll.setVerticalScrollBar(bar)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("panel"))
        scroll.setPalette(palette)
        scroll.setWidget(self._column)
        scroll.verticalScrollBar().setSingleStep(round(self._theme.px(40)))
        return scroll

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

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at the new size."""
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out again: how much room the form has is known only now."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line above the buttons."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        y = self._feet.y() - 1
        painter.drawLine(0, y, self.width(), y)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every key and press for itself, but for those that shut the page or the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if not (has_control and event.key() in (Qt.Key.Key_Comma, Qt.Key.Key_Q)):
                event.accept()
                return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves all as it was; Page Up and Page Down read on."""
        bar = self._scroll.verticalScrollBar()
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(cast("Qt.Key", event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif step is not None:
            bar.setValue(bar.value() + step * (bar.pageStep() - bar.singleStep()))
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Walk the form and the buttons below it, and nothing of the window beneath."""
        target = next_stop(self, (self._column, self._feet), 1 if is_next else -1)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        if self._column.isAncestorOf(target):
            self._scroll.ensureWidgetVisible(target, 20, 60)
        return True

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

    @Slot()
    def dismiss(self) -> None:
        """Shut the page and go back to the window."""
        self._window.removeEventFilter(self)
        self.hide()
        self.shut.emit()
        self.deleteLater()
        self._window.setFocus()
