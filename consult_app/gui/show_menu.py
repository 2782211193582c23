"""A small panel of choices about how the figure is shown, beside the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from consult_app.gui.layout import Column, Flow
from consult_app.gui.texts import Heading, Text
from consult_app.gui.toolbars import ActionButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from consult_app.content.words import Words
    from consult_app.gui.show_commands import ShowCommands
    from consult_app.gui.theme import Theme

CHOICES = ("show.pain", "show.labels", "show.pair", "view.mirror", "show.still", "theme.toggle")
WINDOWS = ("second.toggle", "settings.show")
PARTS = ("body", "head", "palms", "soles")
WIDTH = 320
SWATCH = 44


class Swatch(QAbstractButton):
    """A skin tone to choose; it carries no word that is seen."""

    def __init__(self, theme: Theme, colour: QColor, number: int, name: str) -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.number = number
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Ask for room for a finger."""
        return QSize(SWATCH, SWATCH)

    def nextCheckState(self) -> None:
        """Leave the state to the menu."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a disc; the chosen one has a ring and a tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        painter.setPen(QPen(self._theme.colour("muted"), 1))
        painter.setBrush(self._colour)
        painter.drawEllipse(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(self._theme.colour("accent"), 2.5))
            painter.drawEllipse(box.adjusted(-4, -4, 4, 4))
            ink = QColor("#000000") if self._colour.lightness() > 120 else QColor("#ffffff")
            painter.setPen(QPen(ink, 2.4))
            middle = box.center()
            painter.drawPolyline([middle + QPoint(-5, 0), middle + QPoint(-1, 4), middle + QPoint(6, -5)])
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)


class ShowMenu(QWidget):
    """The choices, made anew whenever they are opened.

    Signals:
        shut: the menu has gone.
    """

    shut = Signal()

    def __init__(
        self, window: QWidget, words: Words, actions: Mapping[str, QAction], commands: ShowCommands
    ) -> None:
        super().__init__(window)
        self._window = window
        self._words, self._actions, self._commands = words, actions, commands
        self._theme: Theme | None = None
        self._column: Column | None = None
        self._swatches: list[Swatch] = []
        self.setAccessibleName(words("ui.show.title"))
        commands.changed.connect(self._mark)
        self.hide()

    def toggle(self, theme: Theme, corner: QPoint) -> None:
        """Open beside a corner of the window, or shut."""
        if self.isVisible():
            self.dismiss()
            return
        self.fill(theme)
        room = self._window.rect().adjusted(8, 8, -8, -8)
        x = max(room.left(), min(corner.x() + 8, room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()
        for button in self.findChildren(ActionButton)[:1]:
            button.setFocus(Qt.FocusReason.PopupFocusReason)

    def fill(self, theme: Theme) -> None:
        """Build the choices in a theme."""
        if self._column is not None:
            self._column.hide()
            self._column.deleteLater()
        self._theme = theme
        column = Column((16, 14, 16, 16))
        column.add(Heading(theme, self._words("ui.show.title"), "subheading"))
        for action in CHOICES:
            column.add(ActionButton(theme, self._actions[action], "chip"), theme.gap(8))
        own = [self._actions[action] for action in WINDOWS if action in self._actions]
        column.add(Flow([ActionButton(theme, a, "chip") for a in own], theme.gap(6)), theme.gap(16))
        parts = [self._actions[f"part.{part}"] for part in PARTS]
        near = [ActionButton(theme, action, "chip") for action in parts if action.isEnabled()]
        if len(near) > 1:
            column.add(Text(theme, self._words("ui.close-ups"), "small", "muted"), theme.gap(12))
            column.add(Flow(near, theme.gap(6)), theme.gap(4))
        skins = theme.figure.skins
        if skins:
            column.add(Text(theme, self._words("ui.show.skin"), "small", "muted"), theme.gap(12))
            column.add(Flow(self._make_swatches(theme), 2), theme.gap(4))
        width = min(round(theme.px(WIDTH)), self._window.width() - 16)
        column.setParent(self)
        height = column.arrange(width)
        column.setGeometry(0, 0, width, height)
        column.show()
        self._column = column
        self.resize(width, height)
        self._mark()

    def _make_swatches(self, theme: Theme) -> list[Swatch]:
        skins = theme.figure.skins
        self._swatches = []
        for number, colour in enumerate(skins):
            name = self._words("ui.show.tone", number=number + 1, count=len(skins))
            swatch = Swatch(theme, colour, number, name)
            swatch.clicked.connect(self._on_swatch_clicked)
            self._swatches.append(swatch)
        return self._swatches

    @Slot()
    def dismiss(self) -> None:
        """Shut."""
        if self.isVisible():
            self.hide()
            self.shut.emit()

    @Slot()
    def _mark(self) -> None:
        for swatch in self._swatches:
            swatch.setChecked(swatch.number == self._commands.skin)

    @Slot()
    def _on_swatch_clicked(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self._commands.set_skin(swatch.number)

    def event(self, event: QEvent) -> bool:
        """Keep Escape, and every press of the mouse beside the choices, for itself."""
        is_override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shuts."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with an edge."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
