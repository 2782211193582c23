"""The window on the patient's own screen: it mirrors what is meant for the patient, and nothing else.

It has a consultation of its own, which is only ever given what ``Consultation.for_patient`` leaves, and
permissions that leave the practitioner's part of every page unwritten. Nothing can be chosen here; the
text can be scrolled, and its parts opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from consult_app.consultation import PAIN_MAP
from consult_app.content.words import Words
from consult_app.gui.blank_page import BlankPage
from consult_app.gui.buttons import Button
from consult_app.gui.consultation_model import ConsultationModel
from consult_app.gui.disclosure import Disclosure
from consult_app.gui.explanation_panel import ExplanationPanel
from consult_app.gui.figure_pane import FigurePane
from consult_app.policy import PATIENT

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from consult_app.canvas.figure_options import FigureOptions
    from consult_app.consultation import Consultation
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent

FIGURE_ALONE = frozenset((PAIN_MAP,))
"""What the figure shows the patient while the page with its buttons stays with the practitioner."""
PANEL_SHARE, LEAST_PANEL, MOST_SHARE = 0.36, 440, 0.5
"""Width of the text: its share of the window, at least so many pixels at 100 % text, at most that share."""
PORTRAIT_SHARE = 0.46
"""Height of the text where the window is taller than wide, as a share of the window."""


class PatientWindow(QWidget):
    """Figure and explanation for the patient.

    Signals:
        closed: somebody has closed the window.
    """

    closed = Signal()

    def __init__(self, content: WindowContent) -> None:
        # Without the focus, all keys go to the practitioner's window, wherever the patient touches.
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        policy = PATIENT.without(content.settings.hidden_sections)
        content = content._replace(policy=policy)
        words = Words(content.catalogue.words)
        self._theme = content.theme
        self.setWindowTitle(words("ui.second.title"))
        self.setMinimumSize(480, 360)
        self.model = ConsultationModel(self)
        self.pane = FigurePane(self, content, words, self.model)
        self.panel = ExplanationPanel(content, words, self.model, {})
        self.panel.setParent(self)
        self.blank_page = BlankPage(content.theme, content.settings, words("ui.second.blank"))
        self.blank_page.setParent(self)
        self.blank_page.hide()
        self.pane.figure.setEnabled(False)  # it is looked at
        self._shown: Consultation | None = None
        self.set_theme(content.theme)
        self.panel.accept_touch()

    def show_consultation(self, now: Consultation) -> None:
        """Show what a patient may know of a consultation."""
        mine = now.for_patient()
        if mine == self._shown:
            return
        is_other_page = self._shown is None or mine.page != self._shown.page
        self._shown = mine
        self.model.show(mine)
        self.pane.show(mine)
        if is_other_page:
            self._show_page()

    def _show_page(self) -> None:
        now = self.model.now
        if now.topic in FIGURE_ALONE:
            now = now._replace(topic=None)
        is_drawn = now.selection is None or self.pane.regions.is_drawn(now.selection.group)
        self.panel.show_consultation(now, is_visible=is_drawn)
        self.panel.finish()
        for button in self.panel.page.findChildren(Button):
            if not isinstance(button.parent(), Disclosure):  # what opens may be opened, all else is read
                button.set_inert()

    def set_blank(self, *, is_blank: bool) -> None:
        """Show the calm empty page, or figure and text."""
        for part in (self.pane.figure, self.panel):
            part.setHidden(is_blank)
        self.blank_page.setVisible(is_blank)

    def set_options(self, options: FigureOptions) -> None:
        """Show the figure as the practitioner has chosen to."""
        self.pane.figure.set_options(options)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.setPalette(theme.palette())
        self.pane.set_theme(theme)
        self.panel.set_theme(theme)
        self.blank_page.set_theme(theme)
        if self._shown is not None:
            self._show_page()
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        if width >= height:
            wanted = max(width * PANEL_SHARE, self._theme.px(LEAST_PANEL))
            text = round(min(wanted, width * MOST_SHARE))
            figure, panel = QRect(0, 0, width - text, height), QRect(width - text, 0, text, height)
        else:
            text = round(height * PORTRAIT_SHARE)
            figure, panel = QRect(0, 0, width, height - text), QRect(0, height - text, width, text)
        self.pane.figure.setGeometry(figure)
        self.panel.setGeometry(panel)
        self.blank_page.setGeometry(self.rect())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the parts."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("figure"))

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Have no focus to hand on."""
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        super().closeEvent(event)
        self.closed.emit()
