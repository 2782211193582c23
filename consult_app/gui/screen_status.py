"""What the practitioner sees of the patient's screen: its state as a shape and in words, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from consult_app.gui.buttons import LEAST_HEIGHT, Button
from consult_app.gui.layout import Flow
from consult_app.gui.toolbars import ActionButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

    _Look = tuple[str, int, str, "ScreenState"]

ScreenState = Literal["live", "frozen", "blank", "waiting"]

EDGE, GAP = 8, 6
"""Logical pixels around the row, and between its parts."""


class ScreenStatus(QWidget):
    """A strip above the figure. Where there is little room its text is smaller, and then shorter."""

    def __init__(self, theme: Theme, words: Words, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._theme, self._words, self._actions = theme, words, actions
        self._row: Flow | None = None
        self._state: ScreenState = "live"
        self._look: _Look | None = None
        self._widths: dict[_Look, int] = {}
        self.setAccessibleName(words("ui.action.second.toggle"))
        self._build(theme, is_short=False)

    @property
    def text(self) -> str:
        """The state in words."""
        return self._words("ui.second.status", state=self._words(f"ui.second.state.{self._state}"))

    def show_state(self, state: ScreenState) -> None:
        """Tell of another state; the strip has to be fitted again."""
        self._state = state

    def set_theme(self, theme: Theme) -> None:
        """Take another theme; the strip has to be fitted again."""
        self._theme = theme

    def fit(self, width: int) -> QSize:
        """Lay out in a width at most, and return the size that is needed."""
        small = self._theme._replace(text_size=100)
        room = max(1, width - 2 * EDGE)
        wide = room
        for theme, is_short in ((self._theme, False), (small, False), (small, True)):
            wide = self._width_of(theme, is_short=is_short)
            if wide <= room:
                break
        row = self._build(theme, is_short=is_short)
        wide = min(wide, room)
        height = row.arrange(wide)
        row.setGeometry(EDGE, EDGE, wide, height)
        self.resize(wide + 2 * EDGE, height + 2 * EDGE)
        return self.size()

    def _width_of(self, theme: Theme, *, is_short: bool) -> int:
        """Return how wide the row is on one line."""
        look = self._look_of(theme, is_short=is_short)
        if look not in self._widths:
            parts = self._build(theme, is_short=is_short).findChildren(QWidget)
            self._widths[look] = sum(part.sizeHint().width() + GAP for part in parts) - GAP
        return self._widths[look]

    def _look_of(self, theme: Theme, *, is_short: bool) -> _Look:
        text = self._words(f"ui.second.state.{self._state}") if is_short else self.text
        return theme.name, theme.text_size, text, self._state

    def _build(self, theme: Theme, *, is_short: bool) -> Flow:
        """Return the row of label and buttons, made anew where it would look different."""
        look = self._look_of(theme, is_short=is_short)
        if self._row is not None and look == self._look:
            return self._row
        self._look = look
        had_focus = self._forget_row()
        self.label = _StateLabel(theme, self._state, look[2])
        self.label.setAccessibleName(self.text)
        freeze, blank = self._actions["second.freeze"], self._actions["second.blank"]
        shown = (ActionButton(theme, action, "chip") for action in (freeze, blank))
        self.buttons: tuple[Button, ...] = (*shown, self._shut_button(theme))
        self._row = Flow((self.label, *self.buttons), GAP)
        self._row.setParent(self)
        self._row.show()
        if had_focus is not None:
            self.buttons[had_focus].setFocus()
        self.setAccessibleDescription(self.text)
        self.update()
        return self._row

    def _forget_row(self) -> int | None:
        """Take the row away; return the number of the button that had the focus."""
        if self._row is None:
            return None
        focus = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        self._row.hide()
        self._row.setParent(None)
        self._row.deleteLater()
        return focus

    def _shut_button(self, theme: Theme) -> Button:
        button = Button(theme, "", "bar", icon="close")
        action = self._actions["second.toggle"]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = self._words("ui.second.shut")
        button.setAccessibleName(name)
        button.setToolTip(self._words("ui.tip", text=name, key=keys))
        button.clicked.connect(action.trigger)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card; one that needs a thought has another ground and a thicker edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_live = self._state == "live"
        edge, ground = ("line", "panel") if is_live else ("warning_edge", "warning")
        painter.setPen(QPen(self._theme.colour(edge), 1.2 if is_live else 2.4))
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 14, 14)


class _StateLabel(QWidget):
    """A shape for the state with its words."""

    def __init__(self, theme: Theme, state: ScreenState, text: str) -> None:
        super().__init__()
        self._theme, self._state, self._text = theme, state, text
        self.setFont(theme.font("strong"))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Ask for shape and words on one line."""
        words = self.fontMetrics().horizontalAdvance(self._text)
        height = max(LEAST_HEIGHT, round(self._theme.px(40)))
        return QSize(words + round(self._theme.px(44)), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape, a screen with what is on it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.colour("ink")
        side = self._theme.px(22)
        box = QRectF(self._theme.px(6), (self.height() - side) / 2, side, side)
        _draw_state(painter, self._state, box, ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        words = QRectF(self.rect()).adjusted(self._theme.px(36), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


def _draw_state(painter: QPainter, state: ScreenState, box: QRectF, ink: QColor) -> None:
    """Draw a screen: with a dot when live, two bars when frozen, nothing when blank, dashed without one."""
    painter.save()
    pen = QPen(ink, 2)
    if state == "waiting":
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    screen = box.adjusted(0, 2, 0, -2)
    painter.drawRoundedRect(screen, 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    middle = screen.center()
    if state == "live":
        painter.drawEllipse(middle, box.width() * 0.16, box.width() * 0.16)
    elif state == "frozen":
        bar = QRectF(0, 0, box.width() * 0.13, box.height() * 0.4)
        for way in (-1, 1):
            bar.moveCenter(middle + QPointF(way * box.width() * 0.14, 0))
            painter.drawRect(bar)
    painter.restore()
