"""A page that lies over the whole window until it is shut: the sheet to take home, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from consult_app.gui.scroll_bar import QuietScrollBar
from consult_app.gui.tab_order import next_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from consult_app.gui.main_window import MainWindow


class LaidOver(QWidget):
    """Takes its looks from the window, is as large, and keeps every key and press for itself.

    Signals:
        shut: the page goes.
    """

    shut = Signal()
    PASSED_ON: ClassVar[tuple[Qt.Key, ...]] = (Qt.Key.Key_Q,)
    """Keys that reach the window together with Ctrl."""

    def __init__(self, window: MainWindow, ground: str) -> None:
        """Stand over ``window``; ``ground`` is the theme's name for the colour under what scrolls."""
        super().__init__(window)
        self._window, self._theme = window, window.theme
        self.setPalette(self._theme.palette())
        self._scroll = self._make_scroll(ground)

    def lie_over(self) -> None:
        """Cover the window from now on; everything is built."""
        self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    @Slot()
    def dismiss(self) -> None:
        """Shut the page and go back to the window."""
        self._window.removeEventFilter(self)
        self.hide()
        self.shut.emit()
        self.deleteLater()
        self._window.setFocus()

    def _make_scroll(self, ground: str) -> QScrollArea:
        scroll = QScrollArea(self)
        viewport = QWidget()
        viewport.setAutoFillBackground(True)
        scroll.setViewport(viewport)
        bar = QuietScrollBar(self._theme, ground)
        bar.set_theme(self._theme)
        scroll.setVerticalScrollBar(bar)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour(ground))
        scroll.setPalette(palette)
        bar.setSingleStep(round(self._theme.px(40)))
        return scroll

    # What each page has of its own

    def _arrange(self) -> None:
        """Put the parts in their places."""
        raise NotImplementedError

    def _zones(self) -> Sequence[QWidget]:
        """Return what Tab walks, in this order."""
        raise NotImplementedError

    def _lines(self) -> Sequence[int]:
        """Return where lines part what scrolls from what stands, in pixels from the top."""
        raise NotImplementedError

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at the new size."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what stands, and the lines beside what scrolls."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        for y in self._lines():
            painter.drawLine(0, y, self.width(), y)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every key and press, but for the keys that are passed on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if not (has_control and event.key() in self.PASSED_ON):
                event.accept()
                return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shuts the page; the reading keys scroll it."""
        bar, key = self._scroll.verticalScrollBar(), cast("Qt.Key", event.key())
        step = bar.pageStep() - bar.singleStep()
        targets = {
            Qt.Key.Key_PageDown: bar.value() + step,
            Qt.Key.Key_PageUp: bar.value() - step,
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in targets:
            bar.setValue(targets[key])
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Walk the parts of the page, and nothing of the window beneath."""
        target = next_stop(self, self._zones(), 1 if is_next else -1)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        content = self._scroll.widget()
        if content is not None and content.isAncestorOf(target):
            self._scroll.ensureWidgetVisible(target, 20, 60)
        return True
