"""The menu of all that is done at the chair: large buttons over the window, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from consult_app.gui.actions import ACTIONS, key_text
from consult_app.gui.buttons import Button
from consult_app.gui.columns import Columns
from consult_app.gui.layout import Column
from consult_app.gui.scroll_bar import QuietScrollBar
from consult_app.gui.tab_order import next_stop
from consult_app.gui.texts import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

SECTIONS = (
    ("talk", ("pain.show", "safety.show", "draw.show", "teach.show")),
    ("plan", ("plan.add", "plan.show", "handout.show", "handout.save")),
    ("tell", ("calm.toggle", "depth.toggle", "second.toggle", "second.freeze", "second.blank")),
    ("program", ("settings.show", "help.keys", "help.about")),
    ("end", ("patient.new",)),
)
"""What the menu offers, of which a window may have less."""
LEAST_COLUMN, MOST_COLUMNS, EDGE = 270, 2, 16


class MenuRow(Button):
    """A button of the menu with its key at the right; ``value`` is the action's id."""

    def __init__(self, theme: Theme, action: QAction, key: str) -> None:
        is_on = action.isCheckable() and action.isChecked()
        super().__init__(theme, action.text(), "bar", icon="tick" if is_on else "", value=action.objectName())
        self._key = key
        self.setAccessibleDescription(action.toolTip())
        self.setCheckable(action.isCheckable())
        self.setChecked(is_on)
        self.setEnabled(action.isEnabled())

    def nextCheckState(self) -> None:
        """Leave the state to the action."""

    def _aside_room(self) -> int:
        return round(self._theme.px(76))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the key at its right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.colour("accent_ink" if self.isChecked() else "muted"))
        pad = round(self._theme.px(14))
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -pad, 0), where, self._key)


class ConsultMenu(QWidget):
    """Lies over the whole window, so that a touch beside it shuts it; made anew whenever it is opened.

    Signals:
        shut: the menu has gone.
    """

    shut = Signal()

    def __init__(self, window: QWidget, words: Words, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._words, self._actions = window, words, actions
        self._theme: Theme | None = None
        self._scroll: QScrollArea | None = None
        self.setAccessibleName(words("ui.action.consult.menu"))
        self.hide()

    def toggle(self, theme: Theme) -> None:
        """Open, or shut."""
        if self.isVisible():
            self.dismiss()
            return
        self.fill(theme)
        self.show()
        self.raise_()
        first = next((row for row in self.findChildren(MenuRow) if row.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    def fill(self, theme: Theme) -> None:
        """Build the menu in a theme, for the window as large as it is."""
        if self._scroll is not None:
            self._scroll.hide()
            self._scroll.deleteLater()
        self._theme = theme
        self.setGeometry(self._window.rect())
        page = self._page(theme)
        bar = QuietScrollBar(theme, "panel")
        width = min(round(theme.px(LEAST_COLUMN)) * MOST_COLUMNS + 120, self.width() - 2 * EDGE)
        tall = page.arrange(width)
        room = self.height() - 2 * EDGE
        if tall > room:
            tall = page.arrange(width - bar.sizeHint().width())
            page.resize(width - bar.sizeHint().width(), tall)
        else:
            page.resize(width, tall)
        self._scroll = self._area(theme, page, bar)
        height = min(tall, room)
        self._scroll.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self._scroll.show()

    def _page(self, theme: Theme) -> Column:
        side = theme.gap(18)
        page = Column((side, side, side, side))
        page.add(Heading(theme, self._words("ui.action.consult.menu"), "heading", "accent"))
        blocks = [
            block for section, ids in SECTIONS if (block := self._block(theme, section, ids)) is not None
        ]
        page.add(Columns(blocks, round(theme.px(LEAST_COLUMN)), MOST_COLUMNS, theme.gap(18)), theme.gap(10))
        return page

    def _block(self, theme: Theme, section: str, ids: tuple[str, ...]) -> Column | None:
        known = [name for name in ids if name in self._actions]
        if not known:
            return None
        keys = {spec.id: key_text(spec) for spec in ACTIONS}
        column = Column()
        column.add(Text(theme, self._words(f"ui.menu.{section}"), "label", "muted"))
        for name in known:
            row = MenuRow(theme, self._actions[name], keys[name])
            row.clicked.connect(self._on_row_clicked)
            column.add(row, 6)
        return column

    def _area(self, theme: Theme, page: Column, bar: QuietScrollBar) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setVerticalScrollBar(bar)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("panel"))
        scroll.setPalette(palette)
        scroll.setWidget(page)
        return scroll

    @Slot()
    def dismiss(self) -> None:
        """Shut; the keyboard goes back to the window."""
        if not self.isVisible():
            return
        cast("QApplication", QApplication.instance()).focusChanged.disconnect(self._on_focus_changed)
        if self.isAncestorOf(self._window.focusWidget() or self._window):
            self._window.setFocus()
        self.hide()
        self.shut.emit()

    @Slot()
    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, Button):
            action = self._actions[row.value]
            self.dismiss()
            action.trigger()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isAncestorOf(now):
            self.dismiss()

    # Qt overrides

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Stay inside."""
        return self._walk(1 if is_next else -1)

    def _walk(self, step: int) -> bool:
        target = next_stop(self._window, (self,), step)
        if target is None or self._scroll is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target, 0, 40)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep Escape for itself."""
        is_override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shuts, arrow keys walk the buttons."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif step is not None:
            self._walk(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shut when the touch is beside the card."""
        if self._scroll is None or not self._card().contains(event.position().toPoint()):
            self.dismiss()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep it from what lies below."""

    def _card(self) -> QRect:
        box = QRect() if self._scroll is None else self._scroll.geometry()
        return box.adjusted(-6, -6, 6, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window, and paint a card with an edge."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 90))
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self._card()), 14, 14)
