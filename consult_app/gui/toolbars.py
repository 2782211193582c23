"""The bar above and the rail beside the figure: buttons bound to the window's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from consult_app.gui.buttons import Button, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from consult_app.gui.search_box import SearchBox
    from consult_app.gui.theme import Theme

GAP, EDGE = 8, 10
RAIL_GAP, MOST_PART = 4, 14
"""Logical pixels between the buttons of a group, and at most between two groups as well."""
LEAST_SEARCH = 260
"""Logical pixels that search field and margins need beside the buttons; more with larger text."""


class ActionButton(Button):
    """A button that triggers an action and shows its state."""

    def __init__(
        self, theme: Theme, action: QAction, kind: Kind, *, icon: str = "", label: str | None = None
    ) -> None:
        super().__init__(theme, action.text() if label is None else label, kind, icon=icon)
        self._action = action
        self._is_named_by_action = label is None
        self.setObjectName(action.objectName())
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(action.toolTip())
        self.setToolTip(action.toolTip())
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @Slot()
    def _on_action_changed(self) -> None:
        if self._is_named_by_action and self.text() != self._action.text():
            self.setText(self._action.text())
            self.setAccessibleName(self._action.text())
            self.setAccessibleDescription(self._action.toolTip())
            self.setToolTip(self._action.toolTip())
            self.updateGeometry()
        if self.hasFocus() and not self._action.isEnabled():
            self._pass_focus_on()
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())

    def _pass_focus_on(self) -> None:
        """Let a button beside this one have the focus; Qt would go on to any other part of the window."""
        row = self.parentWidget()
        beside = [] if row is None else row.findChildren(ActionButton)
        heir = next((button for button in beside if button is not self and button.isEnabled()), None)
        (heir or self.window()).setFocus(Qt.FocusReason.OtherFocusReason)

    def nextCheckState(self) -> None:
        """Leave the state to the action."""


class Rail(QWidget):
    """Buttons one below the other, in groups, in as many columns as the height asks for.

    ``breaks`` are the numbers of buttons with which a group begins.
    """

    def __init__(
        self, theme: Theme, actions: Sequence[tuple[QAction, str]], breaks: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self._breaks = tuple(breaks)
        self._buttons = [ActionButton(theme, action, "rail", icon=icon) for action, icon in actions]
        for button in self._buttons:
            button.setParent(self)
        self._measure()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        for button in self._buttons:
            button.set_theme(theme)
        self._measure()

    def size_for(self, height: int) -> QSize:
        """Return the size the buttons need in a given height."""
        columns = -(-len(self._buttons) // self._rows(height))
        return QSize(columns * (self._size.width() + RAIL_GAP) - RAIL_GAP + 2 * EDGE, height)

    def _rows(self, height: int) -> int:
        return max(1, (height - 2 * EDGE + RAIL_GAP) // (self._size.height() + RAIL_GAP))

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 -- the one thing it is about
        """Show icons alone, where the window is too small for their words."""
        for button in self._buttons:
            button.set_compact(is_compact)
        self._measure()

    def _measure(self) -> None:
        hints = [button.sizeHint() for button in self._buttons]
        self._size = QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def arrange(self) -> None:
        """Put the buttons in place; what room is left in one column parts the groups."""
        button, rows = self._size, self._rows(self.height())
        count = len(self._buttons)
        left = self.height() - 2 * EDGE - count * (button.height() + RAIL_GAP)
        part = min(MOST_PART, max(0, left) // max(1, len(self._breaks))) if count <= rows else 0
        for number, item in enumerate(self._buttons):
            column, row = divmod(number, rows)
            above = part * sum(number >= first for first in self._breaks)
            x = EDGE + column * (button.width() + RAIL_GAP)
            item.setGeometry(
                x, EDGE + row * (button.height() + RAIL_GAP) + above, button.width(), button.height()
            )


class TopBar(QWidget):
    """Title, search field and the buttons that concern the whole window."""

    def __init__(self, theme: Theme, title: str, search: SearchBox, buttons: Sequence[ActionButton]) -> None:
        super().__init__()
        self._theme, self._buttons = theme, buttons
        self._title = QLabel(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 14, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(search, 6)
        layout.addStretch(1)
        for button in buttons:
            layout.addWidget(button)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._title.setFont(theme.font("heading"))
        palette = self._title.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("accent"))
        self._title.setPalette(palette)
        for button in self._buttons:
            button.set_theme(theme)
        self.update()

    def arrange(self) -> None:
        """Where there is too little room, leave out the title, then words on buttons; then go small."""
        for button in self._buttons:
            button.set_theme(self._theme)
            button.set_compact(False)
        self._title.setVisible(self.width() > self._theme.px(1150))
        if not self._has_room(self._theme.px(LEAST_SEARCH)):
            for button in self._buttons:
                button.set_compact(True)
        if not self._has_room(LEAST_SEARCH):
            for button in self._buttons:
                button.set_theme(self._theme._replace(text_size=100))

    def _has_room(self, search: float) -> bool:
        """Return whether the search field and its margins may be that wide (logical pixels)."""
        needed = sum(button.sizeHint().width() + GAP for button in self._buttons)
        return self.width() - needed >= search

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and lower edge."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRect(self.rect())
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def buttons_for(theme: Theme, actions: Mapping[str, QAction]) -> list[ActionButton]:
    """Return the buttons at the right of the bar."""
    looks = (
        ("consult.menu", "chair", None),
        ("history.back", "back", ""),
        ("selection.clear", "home", ""),
        ("text.smaller", "", "A−"),
        ("text.larger", "", "A+"),
        ("theme.toggle", "theme", ""),
        ("help.about", "about", ""),
    )
    return [
        ActionButton(theme, actions[action], "bar", icon=icon, label=label)
        for action, icon, label in looks
        if action in actions
    ]
