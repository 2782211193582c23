"""The patient's own screen: which display it is on, what it follows, when it is frozen or blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from consult_app.content.words import Words
from consult_app.gui.patient_window import PatientWindow
from consult_app.gui.reading_along import read_along
from consult_app.gui.screen_status import ScreenState, ScreenStatus

if TYPE_CHECKING:
    from consult_app.gui.main_window import MainWindow
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent

TRIAL_SHARE = 0.6
"""Size of the window on a single display, as a share of it: to try the patient's screen out."""


class SecondScreen(QObject):
    """Keeps the patient's window in step with the practitioner's, and on a display of its own.

    With one display it is a window beside; once it has been on another display it never comes back to
    the practitioner's: when that display goes, it hides and waits.

    Signals:
        changed: it is on or off, or in another state.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._patient: PatientWindow | None = None
        self._status: ScreenStatus | None = None
        self._is_frozen = self._is_blank = False
        self._is_trial = self._is_watching = False
        self._connect()

    def _connect(self) -> None:
        window = self._window
        window.model.changed.connect(self._follow)
        window.model.forgotten.connect(self._on_forgotten)
        window.pane.show_commands.changed.connect(self._follow_options)
        bar = window.panel.verticalScrollBar()
        bar.valueChanged.connect(self._follow_reading)
        bar.rangeChanged.connect(self._follow_reading)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screen_added)
            application.screenRemoved.connect(self._on_screen_removed)
            application.primaryScreenChanged.connect(self._on_screen_added)

    @property
    def patient(self) -> PatientWindow | None:
        """The patient's window, while the screen is on."""
        return self._patient

    @property
    def status(self) -> ScreenStatus | None:
        """What the practitioner sees of it, while the screen is on."""
        return self._status

    @property
    def is_on(self) -> bool:
        """Whether the patient's screen is wanted; its display may still be missing."""
        return self._patient is not None

    @property
    def state(self) -> ScreenState:
        """What the patient sees."""
        if self._patient is not None and not self._patient.isVisible():
            return "waiting"
        return "blank" if self._is_blank else "frozen" if self._is_frozen else "live"

    # What the practitioner does

    def toggle(self) -> None:
        """Open the patient's screen, or shut it."""
        if self.is_on:
            self.shut()
        else:
            self._open()

    def freeze(self) -> None:
        """Keep what the patient sees, or let it follow again; a blank page stays blank."""
        if self.is_on and not self._is_blank:
            self._is_frozen = not self._is_frozen
            self._follow()
            self._tell()

    def blank(self) -> None:
        """Show the patient a calm empty page, or again what was there."""
        if self._patient is not None:
            self._is_blank = not self._is_blank
            self._patient.set_blank(is_blank=self._is_blank)
            self._follow()
            self._tell()

    def shut(self) -> None:
        """Take the patient's screen away."""
        patient, self._patient = self._patient, None
        if patient is None:
            return
        patient.closed.disconnect(self.shut_by_hand)
        patient.close()
        patient.deleteLater()
        if self._status is not None:
            self._status.hide()
            self._status.deleteLater()
        self._status = None
        self._is_frozen = self._is_blank = self._is_trial = False
        self._window.arrange()
        self.changed.emit()

    def _open(self) -> None:
        window = self._window
        content = window.content._replace(theme=window.theme)
        self._patient = PatientWindow(content)
        self._patient.closed.connect(self.shut_by_hand)
        self._status = ScreenStatus(window.theme, Words(content.catalogue.words), window.actions_by_id)
        self._patient.set_options(window.figure.options)
        self._patient.show_consultation(window.model.now)
        self._is_trial = self._other_screen() is None
        self._place()
        self._watch_own_display()
        self._status.setParent(window)
        self._status.show()
        self._tell()

    def _watch_own_display(self) -> None:
        """Make way when the practitioner's window is moved to the patient's display."""
        handle = self._window.windowHandle()
        if handle is not None and not self._is_watching:
            handle.screenChanged.connect(self._on_screen_added)
            self._is_watching = True

    # What it follows

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        if self._patient is not None and self._status is not None:
            self._patient.set_theme(theme)
            self._status.set_theme(theme)

    def use(self, content: WindowContent) -> None:
        """Show what other settings leave of the catalogue: in a window made anew, in the same state."""
        if self._patient is None:
            return
        is_frozen, is_blank = self._is_frozen, self._is_blank
        self.shut()
        self._open()
        if is_blank:
            self.blank()
        elif is_frozen:
            self.freeze()

    @Slot()
    def _follow(self) -> None:
        if self._patient is not None and not self._is_frozen and not self._is_blank:
            self._patient.show_consultation(self._window.model.now)
            self._follow_options()
            self._follow_reading()

    @Slot()
    def _follow_reading(self) -> None:
        """Show the patient the part of the page that the practitioner reads."""
        if self._patient is not None and not self._is_frozen and not self._is_blank:
            read_along(self._window.panel, self._patient.panel)

    @Slot()
    def _follow_options(self) -> None:
        if self._patient is not None and not self._is_frozen and not self._is_blank:
            options = self._window.figure.options
            if options != self._patient.pane.figure.options:
                self._patient.set_options(options)

    @Slot()
    def _on_forgotten(self) -> None:
        """Let nothing of the last patient stay on the screen, frozen or below a blank page."""
        self._is_frozen = False
        if self._patient is not None:
            self._patient.show_consultation(self._window.model.now)
            self._tell()

    def _tell(self) -> None:
        if self._status is not None:
            self._status.show_state(self.state)
            self._window.arrange()
        self.changed.emit()

    # On which display it is

    def _other_screen(self, gone: QScreen | None = None) -> QScreen | None:
        """Return a display that is not the practitioner's."""
        own = self._window.screen()
        others = (screen for screen in QGuiApplication.screens() if screen not in (own, gone))
        return next(others, None)

    def _place(self, gone: QScreen | None = None) -> None:
        """Put the window on another display than the practitioner's, or hide it until there is one."""
        patient = self._patient
        if patient is None:
            return
        other = self._other_screen(gone)
        if other is not None:
            self._is_trial = False
            is_there = patient.isVisible() and patient.isFullScreen() and patient.screen() is other
            if not is_there:
                patient.setScreen(other)
                patient.setGeometry(other.geometry())
                # Not showFullScreen, which asks for the focus as well.
                patient.setWindowState(Qt.WindowState.WindowFullScreen)
                patient.show()
        elif self._is_trial:
            if not patient.isVisible():
                patient.setGeometry(self._beside())
                patient.show()
        else:
            patient.hide()

    def _beside(self) -> QRect:
        """Return where the window stands on a single display: at its lower right."""
        room = self._window.screen().availableGeometry()
        size = room.size() * TRIAL_SHARE
        return QRect(room.right() - size.width(), room.bottom() - size.height(), size.width(), size.height())

    def _keep_in_sight(self) -> None:
        """Fetch the practitioner's window back when its own display has gone and nobody else does."""
        window = self._window
        if not any(
            screen.geometry().intersects(window.frameGeometry()) for screen in QGuiApplication.screens()
        ):
            window.move(window.screen().availableGeometry().topLeft())

    @Slot()
    def _on_screen_added(self) -> None:
        if self.is_on:
            self._keep_in_sight()
            self._place()
            self._tell()

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        # Qt moves what stays visible to the first display: over the practitioner's notes.
        if self.is_on:
            self._place(screen)
            self._tell()

    @Slot()
    def shut_by_hand(self) -> None:
        """Follow somebody who has closed the patient's window."""
        self.shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the practitioner's window is closed."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            self.shut()
        return False
