"""A small choice at the figure when a tap lies between muscle groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from consult_app.gui.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from consult_app.gui.theme import Theme


class Chooser(QWidget):
    """Offers two or three regions by name; Escape or a tap elsewhere takes the offer back.

    Signals:
        region_chosen: carries the region id.
    """

    region_chosen = Signal(str)

    def __init__(self, figure: QWidget, name: str) -> None:
        super().__init__(figure)
        self._figure = figure
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 12, 14, 14)
        self._layout.setSpacing(8)
        self._buttons: list[Button] = []
        self._theme: Theme | None = None
        self._heading = QLabel(name)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(self._heading)
        self.setAccessibleName(name)
        self.hide()

    def offer(self, theme: Theme, choices: Iterable[tuple[str, str]], spot: QPoint) -> None:
        """Show (region id, name) pairs beside a point of the figure."""
        self.dismiss()
        self._theme = theme
        self._heading.setFont(theme.font("strong"))
        self.setPalette(theme.palette())
        for region, name in choices:
            button = Button(theme, name, "bar", value=region)
            button.clicked.connect(self._on_button_clicked)
            self._layout.addWidget(button)
            self._buttons.append(button)
        self.adjustSize()
        room = self._figure.rect().adjusted(8, 8, -8, -8)
        x = min(max(spot.x() + 16, room.left()), room.right() - self.width())
        y = min(max(spot.y() - self.height() // 2, room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.raise_()
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with an edge."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)

    @Slot()
    def dismiss(self) -> None:
        """Take the offer back."""
        self.hide()
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = []

    def event(self, event: QEvent) -> bool:
        """Keep Escape, and every press of the mouse beside the buttons, for itself."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast("QKeyEvent", event)
            if key.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the offer back."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            region = button.value
            self.dismiss()
            self.region_chosen.emit(region)
