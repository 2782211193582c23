"""The tools to draw with, in a strip on the figure: pen, arrow, stamps, eraser, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from consult_app.canvas.drawn import STAMPS, Tool
from consult_app.canvas.strokes import paint_ink_stroke
from consult_app.consultation import Stroke, Viewpoint
from consult_app.gui.buttons import LEAST_HEIGHT, Button, Kind
from consult_app.gui.layout import Flow
from consult_app.gui.theme import INKS

if TYPE_CHECKING:
    from consult_app.canvas.figure_view import FigureView
    from consult_app.consultation import StrokeKind
    from consult_app.content.words import Words
    from consult_app.gui.drawing import Drawing
    from consult_app.gui.theme import Theme

PAD, GAP, EDGE = 10, 6, 6
MOST_HIDDEN = 24
"""Logical pixels of the body that the strip may lie on."""
NOWHERE = Viewpoint()


class ToolButton(Button):
    """A button that shows what it draws: a line in its colour and shape, or a stamp."""

    def __init__(
        self, theme: Theme, name: str, value: str, stroke: Stroke, *, is_solid: bool = False
    ) -> None:
        super().__init__(theme, "", "bar", value=value)
        self._stroke, self._is_solid = stroke, is_solid
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Ask for room for a finger."""
        return QSize(LEAST_HEIGHT, LEAST_HEIGHT)

    def heightForWidth(self, width: int) -> int:
        """Stay square."""
        return LEAST_HEIGHT

    def show_colour(self, colour: str) -> None:
        """Show another colour."""
        self._stroke = self._stroke._replace(colour=colour)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state to the strip."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, what is drawn and, around what is chosen, a firm edge with a bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2)
        is_on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if is_on else "line"), 3 if is_on else 1.2))
        painter.setBrush(theme.colour("figure"))
        painter.drawRoundedRect(box, 10, 10)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(box.left() + 10, box.bottom() - 5, box.width() - 20, 4), 2, 2)
        paint_ink_stroke(painter, QTransform(), 1.0, self._stroke, theme.figure, is_solid=self._is_solid)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 8, 8)


class WordButton(Button):
    """A button of the strip with a word, which may give way to an icon."""

    def __init__(self, theme: Theme, word: str, kind: Kind, *, value: str = "") -> None:
        super().__init__(theme, word, kind, value=value)
        self.setToolTip(word)

    def sizeHint(self) -> QSize:
        """Ask for the room of the word, or of one tool."""
        return QSize(LEAST_HEIGHT, LEAST_HEIGHT) if self._is_compact else super().sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Keep an icon square."""
        return LEAST_HEIGHT if self._is_compact else super().heightForWidth(width)

    def nextCheckState(self) -> None:
        """Leave the state to the strip."""


class DrawStrip(QWidget):
    """One tool and one colour are chosen; what is drawn with them goes into the consultation.

    Signals:
        shut: the tools are to be put away.
        clear_asked: everything that was drawn is to go.
    """

    shut = Signal()
    clear_asked = Signal()

    def __init__(self, figure: FigureView, words: Words, drawing: Drawing) -> None:
        super().__init__(figure)
        self._figure, self._words, self._drawing = figure, words, drawing
        self._theme: Theme | None = None
        self._flow: Flow | None = None
        self._tools: list[Button] = []
        self._inks: list[ToolButton] = []
        self._worded: tuple[tuple[Button, str], ...] = ()
        self._chosen, self._colour = "pen", INKS[0]
        self.setAccessibleName(words("ui.draw"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    @property
    def tool(self) -> Tool:
        """The tool that is chosen, with its colour."""
        if self._chosen in STAMPS:
            return Tool("stamp", self._colour, self._chosen)
        kind = {"arrow": "arrow", "eraser": "eraser"}.get(self._chosen, "pen")
        return Tool(cast("StrokeKind", kind), self._colour)

    def open(self, theme: Theme) -> None:
        """Show the strip and take the chosen tool in the hand."""
        self.set_theme(theme)
        self.arrange()
        self.show()
        self.raise_()
        self._drawing.take(self.tool)
        self._tools[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Hide the strip; a finger touches and turns again."""
        self.hide()
        self._drawing.take(None)

    def set_theme(self, theme: Theme) -> None:
        """Build the buttons in a theme."""
        self._theme = theme
        if self._flow is not None:
            self._flow.hide()
            self._flow.deleteLater()
        words = self._words
        tools = [(name, words(f"ui.draw.{name}")) for name in ("pen", "arrow", *STAMPS)]
        self._tools = [ToolButton(theme, said, name, _sample(name), is_solid=True) for name, said in tools]
        eraser = WordButton(theme, words("ui.draw.eraser"), "bar", value="eraser")
        eraser.setCheckable(True)
        self._tools.append(eraser)
        self._inks = [ToolButton(theme, words(f"ui.draw.{ink}"), ink, _line(ink)) for ink in INKS]
        for button in self._tools:
            button.clicked.connect(self._on_tool_clicked)
        for button in self._inks:
            button.clicked.connect(self._on_ink_clicked)
        clear = WordButton(theme, words("ui.draw.clear"), "bar")
        clear.clicked.connect(self.clear_asked)
        done = WordButton(theme, words("ui.draw.done"), "accent")
        done.clicked.connect(self.shut)
        self._worded = ((eraser, "eraser"), (clear, "bin"), (done, "tick"))
        self._flow = Flow([*self._tools, *self._inks, clear, done], GAP)
        self._flow.setParent(self)
        self._flow.show()
        self._mark()
        if self.isVisible():
            self.arrange()

    def arrange(self) -> None:
        """Stand at the figure's right edge, beside the body: narrow, but no taller than the figure."""
        if self._flow is None:
            return
        buttons = self._flow.findChildren(Button)
        tool = LEAST_HEIGHT + GAP
        self._show_words(has_words=True)
        width = max(2 * tool - GAP, *(button.sizeHint().width() for button in buttons))
        if width > self._beside() + MOST_HIDDEN:
            self._show_words(has_words=False)
            width = max(2 * tool - GAP, *(button.sizeHint().width() for button in buttons))
        width = min(width, self._figure.width() - 2 * (EDGE + PAD))
        room = self._figure.size() - QSize(1, 1) * 2 * (EDGE + PAD)
        height = self._flow.arrange(width)
        while height > room.height() and width + tool <= room.width():
            width += tool
            height = self._flow.arrange(width)
        self._flow.setGeometry(PAD, PAD, width, height)
        self.resize(width + 2 * PAD, height + 2 * PAD)
        self.move(self._figure.width() - self.width() - EDGE, EDGE)

    def _beside(self) -> float:
        """Return how wide the buttons may be beside the body."""
        body = max((slot.figure().right() for slot in self._figure.slots), default=0.0)
        return self._figure.width() - body - 2 * PAD - EDGE

    def _show_words(self, *, has_words: bool) -> None:
        """Write on the buttons what they do or, where there is too little room, draw it."""
        for button, icon in self._worded:
            button.set_icon("" if has_words else icon)
            button.set_compact(not has_words)

    def _mark(self) -> None:
        for button in self._tools:
            button.setChecked(button.value == self._chosen)
            if isinstance(button, ToolButton):
                button.show_colour(self._colour)
        for button in self._inks:
            button.setChecked(button.value == self._colour)

    @Slot()
    def _on_tool_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._chosen = button.value
            self._mark()
            self._drawing.take(self.tool)

    @Slot()
    def _on_ink_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._colour = button.value
            if self._chosen == "eraser":
                self._chosen = "pen"
            self._mark()
            self._drawing.take(self.tool)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Keep Escape, and every press of the mouse beside the buttons, for itself."""
        is_override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        mouse = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove)
        if event.type() in mouse:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the tools away."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut.emit()
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


def _sample(name: str) -> Stroke:
    """Return what a tool draws, as large as its button."""
    middle = LEAST_HEIGHT / 2
    if name in STAMPS:
        return Stroke("stamp", NOWHERE, ((middle, middle),), 24.0, INKS[0], name)
    if name == "arrow":
        return Stroke("arrow", NOWHERE, ((11.0, 33.0), (33.0, 11.0)), 3.0, INKS[0])
    wave = ((10.0, 30.0), (15.0, 12.0), (22.0, 22.0), (29.0, 32.0), (34.0, 14.0))
    return Stroke("pen", NOWHERE, wave, 3.0, INKS[0])


def _line(ink: str) -> Stroke:
    """Return a line in a colour, as large as its button."""
    middle = LEAST_HEIGHT / 2
    return Stroke("pen", NOWHERE, ((9.0, middle), (LEAST_HEIGHT - 9.0, middle)), 5.0, ink)
