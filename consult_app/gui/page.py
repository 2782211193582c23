"""A page that is written from the top: what is in sight at once, the rest when there is time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from consult_app.gui.layout import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Step = Callable[["Page"], None]


class Page(Column):
    """A column whose parts are added step by step, in the order in which they were planned."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), widest: int = 0) -> None:
        super().__init__(margins, widest)
        self._steps: deque[Step] = deque()
        self.soften: Callable[[QWidget], None] | None = None
        """Asked to look through the page whenever a part of it was written."""

    def plan(self, *steps: Step) -> None:
        """Append steps; each adds its part to the page."""
        self._steps.extend(steps)

    def begin_with(self, step: Step) -> None:
        """Put a step before all that are left."""
        self._steps.appendleft(step)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be written."""
        return not self._steps

    def write_next(self) -> None:
        """Write one more part, where there is one; the page has to be laid out again."""
        if self._steps:
            self._steps.popleft()(self)
            if self.soften is not None:
                self.soften(self)

    def write_all(self) -> None:
        """Write all that is left; the page has to be laid out again."""
        while self._steps:
            self.write_next()

    def write_down_to(self, width: int, height: int) -> int:
        """Write until the page, laid out at ``width``, is as tall as ``height``; return its height."""
        tall = self.arrange(width)
        while self._steps and tall < height:
            self.write_next()
            tall = self.arrange(width)
        return tall
