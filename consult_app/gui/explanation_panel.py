"""The panel beside the figure: it shows the page that the consultation asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from consult_app.consultation import PAIN_MAP
from consult_app.gui.buttons import Button
from consult_app.gui.page import Page
from consult_app.gui.page_kit import PageKit
from consult_app.gui.page_place import go_to, place_on, walk_on
from consult_app.gui.scroll_bar import QuietScrollBar
from consult_app.gui.start_page import start_page
from consult_app.gui.tab_order import first_stop_below

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from consult_app.consultation import Consultation, Depth
    from consult_app.content.words import Words
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.pain_reading import PainReading
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent


class ExplanationPanel(QScrollArea):
    """Shows one page at a time and reports the links that were followed.

    Signals:
        link_followed: carries kind (``group``, ``benefit``, ``condition``) and id.
    """

    link_followed = Signal(str, str)

    def __init__(
        self,
        content: WindowContent,
        words: Words,
        model: ConsultationModel,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__()
        theme = content.theme
        # A viewport of our own: asked for Qt's, PySide builds every widget class it knows to name its type.
        ground = QWidget()
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        self._content, self._words, self._theme = content, words, theme
        self._model, self._actions = model, actions
        self._page = Page()
        self._reading: PainReading | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.timeout.connect(self._write_on)
        self._shown: tuple[object, ...] = ()
        self._bar = QuietScrollBar(theme, "panel")
        self.setVerticalScrollBar(self._bar)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words("ui.panel"))

    @property
    def page(self) -> Page:
        """The page on show, written to its end."""
        self.finish()
        return self._page

    def use(self, content: WindowContent) -> None:
        """Take another catalogue or other permissions; the page has to be shown again."""
        self._content = content

    def set_theme(self, theme: Theme) -> None:
        """Take another theme; the page has to be shown again."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("panel"))
        self.setPalette(palette)
        self._bar.set_theme(theme)

    def show_consultation(self, now: Consultation, *, is_visible: bool) -> None:
        """Show the page for a consultation; ``is_visible`` says whether the figure shows the group."""
        page, before = now.page, self._shown
        self._shown = page
        is_same = before[:2] == page[:2]
        if is_same and before != page and before[:2] + before[3:] == page[:2] + page[3:]:
            self._follow_depth(now.depth)
            return
        place = place_on(self, self._page)
        self._show(self._make(now, is_visible=is_visible))
        if is_same:  # it looks otherwise or tells a little more: the reader keeps the place
            self.finish()
            go_to(self, self._page, place)
        else:
            walk_on(self._page, place)

    def _follow_depth(self, depth: Depth) -> None:
        """Open or shut the practitioner's part in place; what is not yet written knows by itself."""
        from consult_app.gui.depth_part import DepthPart

        for part in self._page.findChildren(DepthPart):
            part.follow(depth)

    def forget(self) -> None:
        """Forget what was shown: the next page is not taken for the same one."""
        self._shown = ()

    def reveal(self, name: str) -> None:
        """Scroll to the part of the page that has this object name, where there is one."""
        self.finish()
        part = self._page.findChild(QWidget, name)
        if part is None:
            return
        y = part.mapTo(self._page, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(y - round(self._theme.px(12)))
        stop = first_stop_below(self._page, y)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kit(self, now: Consultation) -> PageKit:
        content, looks = self._content, (self._words, self._theme)
        if now.is_calm:
            from consult_app.content.calm import CalmWords

            looks = (CalmWords(content.catalogue.words), self._theme)
        calls = (self._on_link_clicked, self.relayout)
        return PageKit(content.catalogue, *looks, content.policy, self._model, self._actions, *calls)

    def _make(self, now: Consultation, *, is_visible: bool) -> Page:
        kit = self._kit(now)
        page = self._build(kit, now, is_visible=is_visible)
        if now.is_calm:
            from consult_app.gui.calm_path import take_calm_path

            take_calm_path(kit, page, now)
        return page

    def _build(self, kit: PageKit, now: Consultation, *, is_visible: bool) -> Page:
        if now.selection is not None and any(g.id == now.selection.group for g in kit.catalogue.hidden):
            from consult_app.gui.hidden_page import hidden_page

            return hidden_page(kit, now.selection)
        if now.selection is not None:
            from consult_app.gui.group_page import GroupPage

            return GroupPage(kit, now.selection, now.topic, is_visible=is_visible).build()
        if now.topic is None:
            return start_page(kit)
        if now.topic == PAIN_MAP:
            from consult_app.gui.pain_map_page import pain_map_page

            return pain_map_page(kit, self._pain_reading())
        from consult_app.gui.topic_page import topic_page

        return topic_page(kit, now.topic)

    def _pain_reading(self) -> PainReading:
        from consult_app.gui.pain_reading import PainReading

        if self._reading is None:
            self._reading = PainReading(self._content.atlas, self._content.resources / "atlas")
        return self._reading

    def _show(self, page: Page) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self._page.isAncestorOf(focus):
            # Qt would look for the next stop and find the search field, which swallows single-letter keys.
            self.window().setFocus()
        old = self.takeWidget()
        self._page = page
        page.resize(self._room(), page.write_down_to(self._room(), self.viewport().height()))
        self.setWidget(page)
        self._write_later()
        self.verticalScrollBar().setValue(0)
        self.verticalScrollBar().setSingleStep(round(self._theme.px(40)))
        if old is not None:
            old.hide()
            old.deleteLater()

    def _write_later(self) -> None:
        """Write what is out of sight after the next frame; before the first one, ``finish`` is called."""
        if self.isVisible() and not self._page.is_whole:
            self._writing.start(0)

    @Slot()
    def _write_on(self) -> None:
        self._page.write_next()
        self.relayout()
        self._write_later()

    def finish(self) -> None:
        """Write the page to its end now."""
        self._writing.stop()
        if not self._page.is_whole:
            self._page.write_all()
            self.relayout()

    def accept_touch(self) -> None:
        """Let a finger scroll the page; not needed for the first frame."""
        from PySide6.QtWidgets import QScroller

        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def read_on(self, key: int) -> bool:
        """Scroll for a key that is meant for reading; return whether it is one."""
        self.finish()
        bar = self.verticalScrollBar()
        step = bar.pageStep() - round(self._theme.px(40))
        targets = {
            Qt.Key.Key_PageDown: bar.value() + step,
            Qt.Key.Key_PageUp: bar.value() - step,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        target = targets.get(Qt.Key(key))
        if target is None:
            return False
        bar.setValue(target)
        return True

    def relayout(self) -> None:
        """Lay the page out again after a part of it has opened or shut, or the room has changed."""
        if self._page.soften is not None:
            self._page.soften(self._page)
        self._page.resize(self._room(), self._page.arrange(self._room()))

    def _room(self) -> int:
        return max(120, self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.relayout()
        if self._page.height() < event.size().height() and not self._page.is_whole:
            self._page.resize(self._room(), self._page.write_down_to(self._room(), event.size().height()))

    def sizeHint(self) -> QSize:
        """Ask for a comfortable reading width."""
        return QSize(round(self._theme.px(520)), 600)

    @Slot()
    def _on_link_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            kind, _, target = button.value.partition(":")
            if kind == "here":
                self.reveal(target)
            else:
                self.link_followed.emit(kind, target)
