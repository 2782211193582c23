"""The strips above and below a hand-out: what is to stand on it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from consult_app.gui.buttons import Button
from consult_app.gui.layout import Arranged, Flow, arrange
from consult_app.gui.texts import Heading, Text
from consult_app.handout.records import PAPERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.content.words import Words
    from consult_app.gui.handout_maker import Sheet
    from consult_app.gui.theme import Theme


class _Strip(Arranged):
    """A text at the left and buttons at the right, or below it where there is too little room."""

    def __init__(self, theme: Theme, text: Text, buttons: Sequence[Button]) -> None:
        super().__init__()
        self._text, self._row = text, Flow(buttons, theme.gap(8))
        self._wanted = sum(button.sizeHint().width() + theme.gap(8) for button in buttons)
        self._gap, self._least = theme.gap(12), round(theme.px(220))
        for part in (self._text, self._row):
            part.setParent(self)

    def arrange(self, width: int) -> int:
        """Lay out at ``width`` and return the height."""
        gap = self._gap
        inner = max(1, width - 4 * gap)
        left = inner - self._wanted - gap
        if left >= self._least:
            text, row = self._text.heightForWidth(left), arrange(self._row, self._wanted)
            height = max(text, row)
            self._text.setGeometry(2 * gap, gap + (height - text) // 2, left, text)
            self._row.setGeometry(
                width - 2 * gap - self._wanted, gap + (height - row) // 2, self._wanted, row
            )
            return height + 2 * gap
        text = self._text.heightForWidth(inner) if self._text.text() else 0
        row = arrange(self._row, inner)
        self._text.setGeometry(2 * gap, gap, inner, text)
        self._row.setGeometry(2 * gap, text + gap * (2 if text else 1), inner, row)
        return text + row + gap * (3 if text else 2)


class Choices(_Strip):
    """What is to stand on the sheet, and on which paper.

    Signals:
        chosen: carries ``A4``, ``Letter``, ``one``, ``plan`` or ``notes``.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words, subjects: Sequence[bool], *, has_notes: bool) -> None:
        kinds = [*(("one", "plan") if len(subjects) > 1 else ()), *(("notes",) if has_notes else ()), *PAPERS]
        shown = kinds if subjects else []
        self.buttons = {
            kind: Button(theme, words(f"ui.handout.choose.{kind}"), value=kind, icon="choice")
            for kind in shown
        }
        super().__init__(theme, Heading(theme, words("ui.handout.title")), list(self.buttons.values()))
        for button in self.buttons.values():
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)

    def mark(self, sheet: Sheet) -> None:
        """Show what is chosen, by a tick and not by colour alone."""
        states = {"one": not sheet.is_plan, "plan": sheet.is_plan, "notes": sheet.has_notes}
        for kind, button in self.buttons.items():
            is_on = states.get(kind, kind == sheet.paper)
            button.setChecked(is_on)
            button.set_icon("tick" if is_on else "choice")

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(button.value)


class Feet(_Strip):
    """What can be done with the sheet, and what has been done.

    Signals:
        print_asked, save_asked, shut_asked: the button was pressed.
    """

    print_asked = Signal()
    save_asked = Signal()
    shut_asked = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        self.print = Button(theme, words("ui.handout.print"), "accent")
        self.save = Button(theme, words("ui.handout.save"), "accent")
        self.shut = Button(theme, words("ui.close"))
        self._note = Text(theme, "", "small", "muted")
        super().__init__(theme, self._note, (self.print, self.save, self.shut))
        for button, key in ((self.print, "Ctrl+P"), (self.save, "Ctrl+S"), (self.shut, "Esc")):
            button.setToolTip(words("ui.tip", text=button.text(), key=key))
        self.print.clicked.connect(self.print_asked)
        self.save.clicked.connect(self.save_asked)
        self.shut.clicked.connect(self.shut_asked)

    def first(self) -> Button:
        """Return the button that has the focus first."""
        return self.shut

    def set_ready(self, *, is_ready: bool) -> None:
        """Let the sheet be printed and saved, or not yet."""
        for button in (self.print, self.save):
            button.setEnabled(is_ready)

    def tell(self, sentence: str) -> None:
        """Tell what has been done."""
        self._note.setText(sentence)
