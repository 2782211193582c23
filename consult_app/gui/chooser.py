"""A small choice at the figure when a tap lies between muscle groups."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.gui.buttons import Button
from consult_app.gui.theme import Theme


class Chooser(QWidget):
    """Offers two or three regions by name; Escape or a tap elsewhere takes the offer back.

    Signals:
        region_chosen: carries the region id.
    """

    region_chosen = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(8)
        self._buttons: list[Button] = []
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)
        self.hide()

    def offer(self, theme: Theme, choices: Iterable[tuple[str, str]], spot: QPoint) -> None:
        """Show (region id, name) pairs beside a point of the parent."""
        self.dismiss()
        self.setPalette(theme.palette())
        for region, name in choices:
            button = Button(theme, name, "bar", value=region)
            button.clicked.connect(self._on_button_clicked)
            self._layout.addWidget(button)
            self._buttons.append(button)
        self.adjustSize()
        room = self.parentWidget().rect().adjusted(8, 8, -8, -8)
        x = min(max(spot.x() + 16, room.left()), room.right() - self.width())
        y = min(max(spot.y() - self.height() // 2, room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.raise_()
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Take the offer back."""
        self.hide()
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = []

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
