"""The sheet to take home, shown as it will be printed; it lies over the window until it is shut.

The sheet is made in memory. Nothing is written but what a person saves.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from consult_app.content.words import Words
from consult_app.gui.accessibility import announce
from consult_app.gui.handout_file import write_pdf
from consult_app.gui.handout_maker import Sheet, make, request_of, subjects
from consult_app.gui.handout_panels import Choices, Feet
from consult_app.gui.handout_sheet import SheetView
from consult_app.gui.laid_over import LaidOver
from consult_app.gui.layout import Column
from consult_app.gui.texts import Text
from consult_app.handout.reading import lines_of
from consult_app.handout.records import Letterhead
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from consult_app.gui.handout_commands import HandoutCommands
    from consult_app.handout.render import TypesetHandout

WIDEST = 880
"""Logical pixels, at 100 % text, of the sheet."""
INCHES = {"A4": 8.27, "Letter": 8.5}
"""Width of the papers."""


class HandoutPage(LaidOver):
    """Shows the sheet, prints and saves it. It takes looks and consultation when it is opened."""

    PASSED_ON = (Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_Q)

    def __init__(self, commands: HandoutCommands) -> None:
        window = commands.window
        super().__init__(window, "figure")
        self._content = commands.content
        self._now, self._words = commands.model.now, Words(commands.content.catalogue.words)
        self._subjects, settings = subjects(self._now), self._content.settings
        self.sheet = Sheet(
            is_plan=self._subjects[:1] == (True,),
            paper=settings.paper,
            letterhead=Letterhead(settings.clinic, settings.logo),
        )
        self.made: TypesetHandout | None = None
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.timeout.connect(self._make)
        self.setAccessibleName(self._words("ui.handout.title"))
        self._build()
        self._make_soon()
        self.lie_over()
        self.feet.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        has_notes = any(item.note.strip() for item in self._now.plan) or bool(self._now.note.strip())
        self.choices = Choices(self._theme, self._words, self._subjects, has_notes=has_notes)
        self.feet = Feet(self._theme, self._words)
        for part in (self.choices, self.feet):
            part.setParent(self)
        self.choices.chosen.connect(self._on_chosen)
        self.feet.print_asked.connect(self.print_out)
        self.feet.save_asked.connect(self.save)
        self.feet.shut_asked.connect(self.dismiss)
        self._column = Column()

    # The sheet

    @property
    def sheets(self) -> list[SheetView]:
        """The pages on show."""
        return self._column.findChildren(SheetView)

    def finish(self) -> None:
        """Make the sheet now, if it is not made yet."""
        if self._making.isActive():
            self._making.stop()
            self._make()

    def _make_soon(self) -> None:
        """Make the sheet when what is on the screen by now has been painted."""
        self.choices.mark(self.sheet)
        self.made = None
        has_subject = bool(self._subjects)
        self.feet.set_ready(is_ready=False)
        self._say(self._words("ui.handout.making" if has_subject else "ui.handout.nothing"))
        if has_subject:
            self._making.start(0)

    @Slot()
    def _make(self) -> None:
        options = self._window.figure.options
        try:
            request = request_of(self._content, self._now, self.sheet, options)
            self.made = make(self._content, request)
            ppi = self._sheet_width() * self.devicePixelRatioF() / INCHES[self.sheet.paper]
            pages = self.made.pages(ppi)
        except UserFacingError as error:
            self.made = None
            self._say(str(error))
            return
        self._show_pages(pages)
        self.feet.set_ready(is_ready=True)
        self._tell("ui.handout.made", count=len(pages))

    def _show_pages(self, pages: list[bytes]) -> None:
        gap = self._theme.gap(20)
        column = Column((gap, gap, gap, gap), round(self._theme.px(WIDEST)))
        texts = lines_of(self.made.handout) if self.made else []
        for number, (png, lines) in enumerate(zip(pages, texts, strict=False), start=1):
            name = self._words("ui.handout.page", number=number, count=len(pages))
            column.add(SheetView(self._theme, png, name, "\n".join(lines)), gap)
        self._show(column)

    def _say(self, sentence: str) -> None:
        """Show a sentence in the place of the pages."""
        gap = self._theme.gap(28)
        column = Column((gap, gap, gap, gap), round(self._theme.px(WIDEST)))
        column.add(Text(self._theme, sentence, "lead"))
        self.feet.tell("")
        self._show(column)

    def _tell(self, key: str, **values: object) -> None:
        """Tell below the pages what has happened."""
        text = self._words(key, **values)
        self.feet.tell(text)
        announce(self, text)
        self._arrange()

    def _show(self, column: Column) -> None:
        old = self._scroll.takeWidget()
        self._column = column
        self._scroll.setWidget(column)
        if old is not None:
            old.deleteLater()
        self._arrange()
        column.show()

    def _sheet_width(self) -> int:
        room = self.width() - self._scroll.verticalScrollBar().sizeHint().width() - 2 * self._theme.gap(20)
        return max(200, min(room, round(self._theme.px(WIDEST))))

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        head, foot = self.choices.arrange(width), self.feet.arrange(width)
        self.choices.setGeometry(0, 0, width, head)
        self.feet.setGeometry(0, height - foot, width, foot)
        self._scroll.setGeometry(0, head + 1, width, max(1, height - head - foot - 2))
        room = self._scroll.viewport().width()
        self._column.resize(room, self._column.arrange(room))

    # What can be done with it

    @Slot()
    def print_out(self) -> None:
        """Print the sheet; where there is no printer, say so."""
        from consult_app.gui.handout_printing import (
            PRINT_PPI,
            ask_printer,
            has_printer,
            print_pages,
            printer_for,
        )

        if self.made is None:
            return
        if not has_printer():
            self._tell("ui.handout.no_printer")
            return
        printer = printer_for(self.sheet.paper, self.made.handout.title)
        if not ask_printer(self, printer, len(self.sheets)):
            return
        is_printed = print_pages(printer, self.made.pages(PRINT_PPI))
        self._tell("ui.handout.printed" if is_printed else "ui.handout.not_printed")

    @Slot()
    def save(self) -> None:
        """Ask for a place, and save the sheet there as a PDF file."""
        if self.made is None:
            return
        caption, kind = self._words("ui.action.handout.save"), self._words("ui.handout.kind")
        name = re.sub(r"[^\w\-]+", "-", self.made.handout.title.lower()).strip("-")
        chosen, _kind = QFileDialog.getSaveFileName(self, caption, f"{name}.pdf", f"{kind} (*.pdf)")
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
        try:
            write_pdf(path, self.made.pdf())
        except UserFacingError as error:
            self.feet.tell(str(error))
            announce(self, str(error))
            self._arrange()
            return
        self._tell("ui.handout.saved", name=path.name)

    @Slot()
    def dismiss(self) -> None:
        """Shut the page; a sheet that is not made yet is not needed any more."""
        self._making.stop()
        super().dismiss()

    @Slot(str)
    def _on_chosen(self, choice: str) -> None:
        changes: dict[str, Sheet] = {
            "A4": self.sheet._replace(paper="A4"),
            "Letter": self.sheet._replace(paper="Letter"),
            "one": self.sheet._replace(is_plan=False),
            "plan": self.sheet._replace(is_plan=True),
            "notes": self.sheet._replace(has_notes=not self.sheet.has_notes),
        }
        if changes[choice] != self.sheet:
            self.sheet = changes[choice]
            self._make_soon()

    # What the page is made of

    def _zones(self) -> Sequence[QWidget]:
        return self.choices, self.feet

    def _lines(self) -> Sequence[int]:
        return self.choices.geometry().bottom() + 1, self.feet.y() - 1
