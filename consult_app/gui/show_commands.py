"""How the figure is shown: names, pain, one or two bodies, motion, skin tone. Nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.canvas.figure_options import FigureOptions
    from consult_app.canvas.figure_view import FigureView


class ShowCommands(QObject):
    """One slot per choice at the figure.

    Signals:
        changed: the figure is shown in another way.
    """

    changed = Signal()

    def __init__(self, figure: FigureView) -> None:
        super().__init__(figure)
        self._figure = figure

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id."""
        return {
            "show.labels": self.toggle_labels,
            "show.pain": self.toggle_pain,
            "show.pair": self.toggle_pair,
            "show.still": self.toggle_still,
            "show.skin": self.next_skin,
        }

    @property
    def skin(self) -> int:
        """The number of the skin tone."""
        return self._figure.options.skin

    def states(self) -> Mapping[str, bool]:
        """Return which choices are on, by action id."""
        options = self._figure.options
        return {
            "show.labels": options.shows_labels,
            "show.pain": options.shows_pain,
            "show.pair": options.is_paired,
            "show.still": options.is_still,
        }

    @Slot()
    def toggle_labels(self) -> None:
        """Write the names of muscles beside the body, or not."""
        options = self._figure.options
        self._set(options._replace(shows_labels=not options.shows_labels))

    @Slot()
    def toggle_pain(self) -> None:
        """Draw where the pain of the selection is felt, or not."""
        options = self._figure.options
        self._set(options._replace(shows_pain=not options.shows_pain))

    @Slot()
    def toggle_pair(self) -> None:
        """Show the opposite side as well, or the main view alone."""
        options = self._figure.options
        self._set(options._replace(is_paired=not options.is_paired))

    @Slot()
    def toggle_still(self) -> None:
        """Leave out all motion, or not."""
        options = self._figure.options
        self._set(options._replace(is_still=not options.is_still))

    @Slot()
    def next_skin(self) -> None:
        """Take the next skin tone."""
        self.set_skin((self._figure.options.skin + 1) % max(1, self._figure.skin_count))

    def set_skin(self, number: int) -> None:
        """Take a skin tone by its number."""
        self._set(self._figure.options._replace(skin=number))

    def _set(self, options: FigureOptions) -> None:
        self._figure.set_options(options)
        self.changed.emit()
