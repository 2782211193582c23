"""What the practitioner sees of the patient's screen: its state as a shape and in words, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from consult_app.gui.buttons import LEAST_HEIGHT
from consult_app.gui.layout import Flow
from consult_app.gui.toolbars import ActionButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

ScreenState = Literal["live", "frozen", "blank", "waiting"]

EDGE = 8


class ScreenStatus(QWidget):
    """A strip in a corner of the figure."""

    def __init__(self, theme: Theme, words: Words, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._theme, self._words, self._actions = theme, words, actions
        self._row: Flow | None = None
        self._state: ScreenState = "live"
        self.setAccessibleName(words("ui.action.second.toggle"))
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """The state in words."""
        return self._words("ui.second.status", state=self._words(f"ui.second.state.{self._state}"))

    def show_state(self, state: ScreenState) -> None:
        """Tell of another state."""
        if state != self._state:
            self._state = state
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        actions = self._actions
        self.label = _StateLabel(theme, self._state, self.text)
        self._row = Flow(
            [
                self.label,
                ActionButton(theme, actions["second.freeze"], "chip"),
                ActionButton(theme, actions["second.blank"], "chip"),
                ActionButton(theme, actions["second.toggle"], "bar", icon="close", label=""),
            ],
            6,
        )
        self._row.setParent(self)
        self._row.show()
        self.setAccessibleDescription(self.text)
        self.update()

    def fit(self, width: int) -> QSize:
        """Lay out in a width at most, and return the size that is needed."""
        if self._row is None:
            return QSize()
        room = max(120, width - 2 * EDGE)
        height = self._row.arrange(room)
        children = [child.geometry() for child in self._row.findChildren(QWidget)]
        used = max((box.right() + 1 for box in children), default=room)
        self._row.setGeometry(EDGE, EDGE, used, height)
        self.resize(used + 2 * EDGE, height + 2 * EDGE)
        return self.size()

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
