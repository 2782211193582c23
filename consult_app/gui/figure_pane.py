"""The figure with all that belongs to it: its pictures, words, compass and close-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Slot

from consult_app.atlas.model import VIEW_AZIMUTHS
from consult_app.atlas.storage import AtlasFault, read_file
from consult_app.canvas.figure_view import FigureView
from consult_app.canvas.picture_cache import PictureCache
from consult_app.canvas.plate_art import PlateArt
from consult_app.gui.drawing_commands import DrawingCommands
from consult_app.gui.figure_commands import FigureCommands
from consult_app.gui.regions import RegionDirectory
from consult_app.gui.show_commands import ShowCommands

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from consult_app.atlas.model import Part, Plate
    from consult_app.canvas.compass import Compass
    from consult_app.canvas.figure_options import FigureOptions
    from consult_app.consultation import Consultation, Selection, Viewpoint
    from consult_app.content.words import Words
    from consult_app.gui.close_ups import CloseUps
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.theme import Theme
    from consult_app.gui.window_content import WindowContent

CORNER = 12
"""Logical pixels between the figure's edge and what stands in its corners."""
FEET, HEAD = 0.3, 0.2
"""How far feet and head reach to a side, as shares of the body's width."""
PARTS: tuple[Part, ...] = ("body", "head", "palms", "soles")


class FigurePane(QObject):
    """Shows consultations on a figure, and answers from where something is seen best."""

    def __init__(
        self,
        window: QWidget,
        content: WindowContent,
        words: Words,
        model: ConsultationModel,
        figure: type[FigureView] = FigureView,
    ) -> None:
        super().__init__(window)
        self._content, self._words, self._model = content, words, model
        self.atlas = content.atlas
        self.art = PlateArt(content.resources / "atlas", content.theme.figure, PictureCache(content.cache))
        self.regions = RegionDirectory(content.catalogue, content.atlas, words)
        self.figure = figure(self.art, window)
        self.figure.setAccessibleName(words("ui.figure"))
        self.figure.set_words(self.regions.figure_words())
        self.show_commands = ShowCommands(self.figure)
        self.commands = FigureCommands(self.figure, model)
        self.drawing = DrawingCommands(self.figure, model, content, words)
        self.drawing.changed.connect(self.show_commands.changed)
        model.pointed.connect(self._on_pointed)
        self._theme = content.theme
        self._compass: Compass | None = None
        self._close_ups: CloseUps | None = None
        self._standing: tuple[Part, int, bool] | None = None
        options = self.chosen_options()
        if options != self.figure.options:
            self.figure.set_options(options)
        self.figure.turn_asked.connect(model.turn_to)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id."""
        return {**self.commands.calls(), **self.show_commands.calls(), **self.drawing.calls()}

    def use(self, content: WindowContent) -> None:
        """Take another catalogue."""
        self._content = content
        self.regions = RegionDirectory(content.catalogue, content.atlas, self._words)
        self.figure.set_words(self.regions.figure_words())

    def chosen_options(self, *, is_still: bool = False) -> FigureOptions:
        """Return how the clinic wants the figure shown; what is not among its settings stays."""
        settings, known = self._content.settings, max(1, self.figure.skin_count)
        return self.figure.options._replace(
            shows_labels=settings.shows_labels,
            skin=min(settings.skin, known - 1),
            is_still=settings.is_still or is_still,
        )

    def complete(self, actions: Mapping[str, QAction]) -> None:
        """Build what the first frame does without: compass, close-ups, what the desktop asks for."""
        from consult_app.canvas.compass import Compass
        from consult_app.gui.close_ups import CloseUps
        from consult_app.gui.desktop_hints import wants_no_motion

        if self._compass is not None:
            return
        words = self._words
        letters = (words("ui.compass.left"), words("ui.compass.right"))
        self._compass = Compass(self.figure, letters, self._theme.figure)
        self._compass.setAccessibleName(words("ui.compass"))
        self._compass.azimuth_asked.connect(self._on_azimuth_asked)
        self._compass.step_asked.connect(self.commands.turn)
        self.figure.angle_changed.connect(self._compass.set_angle)
        parts = [part for part in PARTS if any(plate.part == part for plate in self.atlas.plates)]
        buttons = [actions[f"part.{part}"] for part in parts] if len(parts) > 1 else []
        self._close_ups = CloseUps(self.figure, self._theme, words("ui.close-ups"), buttons)
        if wants_no_motion():
            self.figure.set_options(self.figure.options._replace(is_still=True))
        self.set_theme(self._theme)
        self._show_corners(self._model.now)
        self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.drawing.set_theme(theme)
        self.figure.set_palette(theme.figure)
        self.figure.set_fonts(theme.font("strong"), theme.font("label"))
        if self._compass is not None:
            self._compass.set_looks(theme.figure, theme.font("label"))
        if self._close_ups is not None:
            self._close_ups.set_theme(theme)

    def arrange(self) -> None:
        """Put what stands in the corners of the figure in its place."""
        if self._compass is None or self._close_ups is None:
            return
        figure, taken = self.figure.rect(), self.drawing.arrange()
        is_paired = len(self.figure.slots) > 1
        compass = self._compass
        x = (figure.width() - compass.width()) // 2 if is_paired else CORNER
        y = figure.height() - compass.height() - CORNER
        compass.move(x, y)
        if compass.isVisibleTo(self.figure):
            taken.append(QRectF(compass.geometry()))
        self._close_ups.arrange(figure.width(), is_close=self._model.now.part != "body")
        bar = self._close_ups
        spot = self._spot_of(bar.size()) if bar.has_buttons else None
        bar.setVisible(spot is not None)
        if spot is not None:
            bar.move(spot)
            taken.append(QRectF(bar.geometry()))
        self.figure.keep_free(taken)

    def _spot_of(self, size: QSize) -> QPoint | None:
        """Return where the close-ups stand: beside the feet, beside the head, or in the menu alone."""
        figure = self.figure.rect()
        body = self.figure.slots[-1].figure() if self.figure.slots else QRectF()
        x = figure.width() - size.width() - CORNER
        if x > body.center().x() + FEET * body.width() or self._model.now.part != "body":
            return QPoint(x, figure.height() - size.height() - CORNER)
        return QPoint(x, CORNER) if x > body.center().x() + HEAD * body.width() else None

    @Slot(float)
    def _on_azimuth_asked(self, azimuth: float) -> None:
        plate = self.atlas.plate(round(azimuth), self._model.now.layer, self._model.now.part)
        self._model.turn_to(plate.azimuth)

    def checks(self, tell: Callable[[str], None]) -> list[Callable[[], object]]:
        """Return the work of comparing every file with the atlas, a plate at a time."""
        return [_PlateCheck(self._content.resources / "atlas", plate, tell) for plate in self.atlas.plates]

    # Following the consultation

    def show(self, now: Consultation) -> None:
        """Show a consultation."""
        view = now.viewpoint
        self.figure.show_plates(self.regions.plates(view), self.regions.ring(view))
        self.figure.set_mirrored(now.is_mirrored)
        self._on_pointed()
        self.drawing.show(now)
        self._show_corners(now)

    @Slot()
    def _on_pointed(self) -> None:
        """Show what is pointed at as if it were chosen."""
        now, at = self._model.now, self._model.pointed_at
        shown = now if at is None else now.select(*at)
        self.figure.set_highlight(self.regions.highlight(shown))

    def _show_corners(self, now: Consultation) -> None:
        if self._compass is not None:
            self._compass.set_mirrored(now.is_mirrored)
            if not self.figure.is_moving:
                self._compass.set_angle(float(self.figure.plates[0].azimuth))
            can_turn = len(self.regions.ring(now.viewpoint)) > 1
            self._compass.setVisible(can_turn)
            self._compass.setAccessibleDescription(self.regions.view_spoken(now))
            standing = (now.part, len(self.figure.slots), can_turn)
            if standing != self._standing:
                self._standing = standing
                self.arrange()

    def marks(self, now: Consultation) -> Mapping[str, bool]:
        """Return which of the figure's actions are on, by action id."""
        plate = self.figure.plates[0] if self.figure.plates else None
        azimuth = now.azimuth if plate is None else plate.azimuth
        can_turn = len(self.regions.ring(now.viewpoint)) > 1
        views = {f"view.{view}": can_turn and azimuth == place for view, place in VIEW_AZIMUTHS.items()}
        layers = {f"layer.{layer}": now.layer == layer for layer in ("superficial", "intermediate", "deep")}
        parts = {f"part.{part}": now.part == part for part in PARTS}
        return {
            **views, **layers, **parts, **self.show_commands.states(), **self.drawing.states(now),
            "view.mirror": now.is_mirrored,
        }  # fmt: skip

    def possible(self, now: Consultation) -> Mapping[str, bool]:
        """Return which of the figure's actions lead somewhere, by action id."""
        plates = self.atlas.plates
        layers = {plate.layer for plate in plates if plate.part == now.part}
        parts = {plate.part for plate in plates}
        can_turn = len(self.regions.ring(now.viewpoint)) > 1
        turns = (*(f"view.{view}" for view in VIEW_AZIMUTHS), "view.turn-left", "view.turn-right")
        return {
            **dict.fromkeys(turns, can_turn),
            **{f"layer.{layer}": layer in layers for layer in ("superficial", "intermediate", "deep")},
            **{f"part.{part}": part in parts for part in PARTS},
            **self.drawing.possible(now),
        }

    def best_for(self, chosen: Selection) -> Viewpoint | None:
        """Return from where a selection is seen best; None where it is in sight already, or nowhere."""
        from consult_app.gui.best_view import BestView

        now = self._model.now.viewpoint
        try:
            return BestView(self.atlas, self.art).of_selection(chosen, self._in_sight(), now)
        except AtlasFault as fault:
            self.figure.fault_found.emit(str(fault))
            return None

    def best_for_groups(self, groups: Collection[str]) -> Viewpoint | None:
        """Return from where most of some groups are seen; None where they are in sight already."""
        from consult_app.gui.best_view import BestView

        now = self._model.now.viewpoint
        return BestView(self.atlas, self.art).of_groups(groups, self._in_sight(), now)

    def _in_sight(self) -> Sequence[Plate]:
        if not self.figure.isVisible():
            # How much room there will be is not known yet: the main view has to show it.
            return self.regions.plates(self._model.now.viewpoint)[:1]
        return self.figure.plates


class _PlateCheck:
    """Comparing the files of one plate with what the atlas says of them."""

    def __init__(self, folder: Path, plate: Plate, tell: Callable[[str], None]) -> None:
        self._folder, self._plate, self._tell = folder, plate, tell

    def __call__(self) -> None:
        try:
            for name in sorted(self._plate.files):
                read_file(self._folder, self._plate, name)
        except AtlasFault as fault:
            self._tell(str(fault))
