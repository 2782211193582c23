"""The window: builds its parts, connects them in one block, keeps them in step with the consultation."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from consult_app.canvas.motion import Idle
from consult_app.content.words import Words
from consult_app.gui.actions import make_actions
from consult_app.gui.chair_commands import ChairCommands
from consult_app.gui.choices import Choices
from consult_app.gui.chooser import Chooser
from consult_app.gui.explanation_panel import ExplanationPanel
from consult_app.gui.figure_pane import FigurePane
from consult_app.gui.group_list import GroupList
from consult_app.gui.handout_commands import HandoutCommands
from consult_app.gui.screen_commands import ScreenCommands
from consult_app.gui.search_box import SearchBox
from consult_app.gui.tab_order import next_stop
from consult_app.gui.theme import Theme, load_theme
from consult_app.gui.toolbars import Rail, TopBar, buttons_for
from consult_app.gui.window_commands import WindowCommands
from consult_app.gui.window_layout import WindowLayout, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.consultation import Viewpoint
    from consult_app.content.search import Hit, SearchIndex
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.show_menu import ShowMenu
    from consult_app.gui.window_content import WindowContent

RAIL = (
    ("view.front", "view-front"),
    ("view.left", "view-left"),
    ("view.back", "view-back"),
    ("view.right", "view-right"),
    ("layer.superficial", "layer-1"),
    ("layer.intermediate", "layer-2"),
    ("layer.deep", "layer-3"),
    ("view.zoom-in", "plus"),
    ("view.zoom-out", "minus"),
    ("view.fit", "fit"),
    ("show.menu", "show"),
    ("list.toggle", "list"),
)
RAIL_BREAKS = (4, 7, 10)
"""Numbers of buttons that begin a group of their own."""
LEAST_FIGURE = 260
"""Logical pixels; a figure narrower than this makes the rail show icons alone."""
CHECK_AFTER_MS = 400
"""Rest, in milliseconds, after which the atlas' files are looked through, one plate at a time."""
LIST_OPEN_FROM = 1500
"""Width in logical pixels, at 100 % text, from which the list of groups is open by itself."""


class MainWindow(QWidget):
    """Figure, list, search and explanation of one consultation."""

    def __init__(self, content: WindowContent, model: ConsultationModel) -> None:
        super().__init__()
        self._content = content
        self._catalogue, self._theme = content.catalogue, content.theme
        self.words = self._words = Words(content.catalogue.words)
        self._model = model
        self._search_index: SearchIndex | None = None
        self._list_choice: bool | None = None
        self._show_menu: ShowMenu | None = None
        self._idle = Idle(self, CHECK_AFTER_MS)
        self._shown_view: Viewpoint | None = None
        # The first page is shown together with the theme.
        self._shown_page = self._model.now.page
        self.setWindowTitle(self._words("ui.app"))
        self.setMinimumSize(640, 480)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build()
        self._connect()
        self._on_model_changed()
        self._apply_theme()
        # Not the search field: its cursor would swallow the single-letter keys.
        self.setFocus()

    def _build(self) -> None:
        content, words, theme = self._content, self._words, self._theme
        self.pane = FigurePane(self, content, words, self._model)
        self.figure = self.pane.figure
        self._window_commands = WindowCommands(self, self._model)
        self.chair = ChairCommands(self, self._model, self._catalogue)
        self.screens = ScreenCommands(self)
        self.handouts = HandoutCommands(self)
        calls = {**self.pane.calls(), **self.chair.calls(content.policy), **self._window_commands.calls()}
        calls |= {**self.screens.calls(), **self.handouts.calls()}
        if content.policy.may_quit:
            calls["window.quit"] = self.close
        self.actions_by_id = make_actions(self, words, calls)
        self.chooser = Chooser(self.figure, words("ui.chooser"))
        self.choices = Choices(self, self._catalogue, self.pane, self.chooser, self._model)
        self.select, self.choose_topic = self.choices.select, self.choices.choose_topic
        self.search = SearchBox(self._find, words, theme)
        self._bar = TopBar(theme, words("ui.app"), self.search, buttons_for(theme, self.actions_by_id))
        rail = [(self.actions_by_id[action], icon) for action, icon in RAIL]
        self._rail = Rail(theme, rail, RAIL_BREAKS)
        self.group_list = GroupList(self._catalogue, words("ui.list.name"), theme)
        self.panel = ExplanationPanel(content, words, self._model, self.actions_by_id)
        for part in (self._bar, self._rail, self.figure, self.group_list, self.panel):
            part.setParent(self)

    def _connect(self) -> None:
        self._model.changed.connect(self._on_model_changed)
        for action in self.actions_by_id.values():
            if action.isCheckable():
                # A checkable action changes its own mark; the consultation is what it has to show.
                action.triggered.connect(self._mark_actions)
        self.figure.regions_offered.connect(self._on_regions_offered)
        self.figure.fault_found.connect(self.tell)
        self.figure.background_tapped.connect(self._on_background_tapped)
        self.pane.show_commands.changed.connect(self._on_options_changed)
        self.choices.follow(self.figure, self.chooser, self.group_list, self.search, self.panel)

    # What the window does

    def set_text_size(self, percent: int) -> None:
        """Show all text in another size, in percent."""
        self._theme = self._theme._replace(text_size=percent)
        self._apply_theme()

    def set_theme(self, name: str) -> None:
        """Show everything in another theme.

        Raises:
            UserFacingError: the theme's file cannot be used.
        """
        folder = self._content.resources / "themes"
        self._theme = load_theme(folder, name, self._theme.family, self._theme.text_size)
        self._apply_theme()

    def toggle_list(self) -> None:
        """Open or shut the list of muscle groups."""
        self._list_choice = not self._is_list_open()
        self.arrange()
        heir = self.group_list if self._list_choice else self
        heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_show_menu(self) -> None:
        """Open or shut the choices about how the figure is shown."""
        from consult_app.gui.show_menu import ShowMenu

        if self._show_menu is None:
            self._show_menu = ShowMenu(self, self._words, self.actions_by_id, self.pane.show_commands)
            self._show_menu.shut.connect(self._mark_actions)
        self._show_menu.toggle(self._theme, self.figure.geometry().topLeft())
        self._mark_actions()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Tell of a fault in the program's files; the window stays as it is."""
        from consult_app.gui.problem_dialog import show_fault

        show_fault(self, self._words, sentence)

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from consult_app.gui.about import keys_dialog

        keys_dialog(self, self._words, self._theme, self.actions_by_id).exec()

    def show_about(self) -> None:
        """Show version, licences and credits."""
        from consult_app.gui.about import about_dialog

        about_dialog(self, self._words, self._theme, self._catalogue, self._content.atlas).exec()

    @Slot()
    def load_rest_soon(self) -> None:
        """Load the rest when the frame that is being painted is on the screen."""
        QTimer.singleShot(0, self.load_rest)

    def load_rest(self) -> None:
        """Make ready, after the first frame, what screen readers and the first key of a search need."""
        from consult_app.gui.accessibility import install_accessibility
        from consult_app.gui.memory import keep_memory_small

        keep_memory_small()
        install_accessibility(self)
        self.panel.accept_touch()
        self.complete()
        index = self._index()  # reads the rest of the catalogue, which stays as well
        gc.freeze()
        gc.enable()
        index.warm_up()
        self.pane.art.keep_figures()
        self._idle.put(self.pane.checks(self.tell))

    def complete(self) -> None:
        """Build what the first frame does without."""
        self.panel.finish()
        self.pane.complete(self.actions_by_id)
        self._mark_actions()

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def model(self) -> ConsultationModel:
        """The consultation that the window shows."""
        return self._model

    @property
    def content(self) -> WindowContent:
        """What the window is made from."""
        return self._content

    def use(self, content: WindowContent) -> None:
        """Show what other settings leave of the catalogue."""
        self._content, self._catalogue, self._search_index = content, content.catalogue, None
        for part in (self.pane, self.chair, self.choices, self.group_list, self.panel):
            part.use(content)
        self._on_model_changed()
        self._show_page()
        self.screens.use(content)

    def _find(self, text: str, limit: int) -> Sequence[Hit]:
        return self._index().find(text, limit)

    def _index(self) -> SearchIndex:
        if self._search_index is None:
            from consult_app.content import search  # not needed for the first frame

            self._search_index = search.SearchIndex(self._catalogue)
        return self._search_index

    def _apply_theme(self) -> None:
        theme = self._theme
        self.setPalette(theme.palette())
        self.pane.set_theme(theme)
        for part in (self._bar, self._rail, self.search, self.group_list, self.panel, self.screens):
            part.set_theme(theme)
        if self._show_menu is not None and self._show_menu.isVisible():
            self._show_menu.fill(theme)
        self._show_page()
        self.arrange()
        self.update()

    def _show_page(self) -> None:
        now = self._model.now
        is_drawn = now.selection is None or self.pane.regions.is_drawn(now.selection.group)
        self.panel.show_consultation(now, is_visible=is_drawn)

    def arrange(self) -> None:
        """Put the parts in their places."""
        is_open = self._is_list_open()
        boxes = self._boxes(is_compact=False, list_is_open=is_open)
        if boxes.figure.width() < LEAST_FIGURE:
            boxes = self._boxes(is_compact=True, list_is_open=is_open)
        self._bar.setGeometry(boxes.bar)
        self._rail.setGeometry(boxes.rail)
        self.figure.setGeometry(self.screens.make_room(boxes.figure))
        self.panel.setGeometry(boxes.panel)
        self.group_list.setGeometry(boxes.list)
        self.group_list.setVisible(is_open)
        self.group_list.raise_()
        self.pane.arrange()
        self._bar.arrange()
        self._rail.arrange()
        self.chair.refresh()
        self._mark_actions()

    def _boxes(self, *, is_compact: bool, list_is_open: bool) -> WindowLayout:
        """Return the layout; the height that the rail may take follows from it, so it is asked twice."""
        self._rail.set_compact(is_compact)
        rail = self._rail.size_for(max(1, self.height()))
        text_size = self._theme.text_size
        height = lay_out(self.size(), rail, text_size, list_is_open=list_is_open).figure.height()
        return lay_out(self.size(), self._rail.size_for(height), text_size, list_is_open=list_is_open)

    def _is_list_open(self) -> bool:
        """Return the person's choice or, before there is one, whether there is room."""
        if self._list_choice is not None:
            return self._list_choice
        return self.width() >= self._theme.px(LIST_OPEN_FROM)

    def _announce(self, text: str) -> None:
        from consult_app.gui.accessibility import announce

        announce(self.figure, text)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for a large window."""
        return QSize(1440, 900)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the parts."""
        self.search.dismiss()
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground beside the figure and the line beside the panel."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        panel = self.panel.geometry()
        grounds = (("figure", self.rect()), ("line", panel.adjusted(-1, -1, 0, 0)), ("panel", panel))
        for role, box in grounds:
            painter.setBrush(self._theme.colour(role))
            painter.drawRect(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Page Up, Page Down, Home and End read the explanation from wherever the focus is."""
        if not self.panel.read_on(event.key()):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Walk bar, rail, figure, list and panel in this order, each from top to bottom."""
        menu = () if self._show_menu is None else (self._show_menu,)
        middle = (*self.screens.zones(), *menu, self.chooser, self.figure)
        zones = (self._bar, self._rail, *middle, self.group_list, self.panel)
        target = next_stop(self, zones, 1 if is_next else -1)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        if self.panel.isAncestorOf(target):
            self.panel.ensureWidgetVisible(target, 20, 60)
        return True

    # Slots

    @Slot()
    def _on_model_changed(self) -> None:
        now = self._model.now
        self.chooser.dismiss()
        self.pane.show(now)
        self.group_list.show_state(now.selection, self.pane.regions.lit_groups(now))
        self._mark_actions()
        page, self._shown_page = self._shown_page, now.page
        view, self._shown_view = self._shown_view, now.viewpoint
        if page != now.page:
            self._show_page()
        if page[:2] != now.page[:2]:  # another selection or topic
            self._announce(self.pane.regions.spoken(now))
        elif view not in (None, now.viewpoint):
            self._announce(self.pane.regions.view_spoken(now))

    @Slot()
    def _mark_actions(self) -> None:
        now, actions = self._model.now, self.actions_by_id
        for action, is_on in self.pane.marks(now).items():
            actions[action].setChecked(is_on)
        for action, is_possible in self.pane.possible(now).items():
            actions[action].setEnabled(is_possible)
        self.chair.mark(self._words)
        menu = self._show_menu
        actions["show.menu"].setChecked(menu is not None and menu.isVisible())
        actions["list.toggle"].setChecked(self._is_list_open())
        self.screens.mark()
        actions["history.back"].setEnabled(self._model.can_undo)
        actions["history.forward"].setEnabled(self._model.can_redo)

    @Slot()
    def _on_background_tapped(self) -> None:
        self.chooser.dismiss()
        if self._show_menu is not None:
            self._show_menu.dismiss()

    @Slot(object, QPoint)
    def _on_regions_offered(self, regions: Sequence[str], spot: QPoint) -> None:
        names = self.pane.regions.figure_words().regions
        self.chooser.offer(self._theme, [(region, names[region]) for region in regions], spot)

    @Slot()
    def _on_options_changed(self) -> None:
        self.pane.arrange()
        self._mark_actions()
