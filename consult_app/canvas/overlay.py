"""Everything that is drawn over the bodies: what is lit, pain, labels, side marks, names, legend.

Labels and pain are imported when they are first drawn: the first frame has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from consult_app.canvas import marks
from consult_app.canvas.drawn import Drawn
from consult_app.canvas.figure_options import FigureOptions
from consult_app.canvas.kept import Kept
from consult_app.canvas.name_tags import NameTags

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter

    from consult_app.canvas.figure_painter import FigurePainter, Highlight
    from consult_app.canvas.labels import Labels
    from consult_app.canvas.stage import Slot
    from consult_app.canvas.strokes import Strokes
    from consult_app.consultation import Stroke

LEGEND_EDGE = 8
"""Logical pixels of the legend's edge that may lie on words."""
Place = tuple[int, str]
"""The number of a slot and the id of a region in it."""


class Pointed(NamedTuple):
    """What the pointer is on, and what has the keyboard focus."""

    hovered: Place | None = None
    focused: Place | None = None


class Overlay:
    """Draws over the bodies of one figure; places of names are kept until the stage changes."""

    def __init__(self, look: FigurePainter) -> None:
        self._look = look
        self._tags = NameTags(look)
        self._labels: Labels | None = None
        self._legends = Kept()
        self._free: tuple[QRectF, ...] = ()
        self.options = FigureOptions()
        self.drawn = Drawn()
        self._strokes: Strokes | None = None

    def set_drawn(self, drawn: Drawn) -> None:
        """Take what is drawn on the figure."""
        self.drawn = drawn
        if drawn != Drawn() or self._strokes is not None:
            self._made_strokes().set_drawn(drawn)

    def set_live(self, stroke: Stroke | None) -> None:
        """Take the stroke that is being drawn."""
        self._made_strokes().live = stroke

    def _made_strokes(self) -> Strokes:
        from consult_app.canvas.strokes import Strokes

        if self._strokes is None:
            self._strokes = Strokes(self._look)
        return self._strokes

    def forget_stage(self) -> None:
        """Forget all places: plates, zoom, size, fonts or options have changed."""
        self._tags.forget_stage()
        self._legends.forget()
        if self._labels is not None:
            self._labels.forget()

    def outdate_labels(self) -> None:
        """Let labels be placed anew when there is time; what is lit has changed."""
        self.labels.outdate()

    def keep_free(self, boxes: Sequence[QRectF]) -> None:
        """Let no name stand in these boxes of the widget, where other widgets are."""
        if self._free != tuple(boxes):
            self._free = tuple(boxes)
            self.forget_stage()

    def aside(self, width: float) -> float:
        """Return the room that labels need at the left and at the right of a figure this wide."""
        return self.labels.column(width) if self.options.shows_labels else 0.0

    @property
    def labels(self) -> Labels:
        """The labels of the figure."""
        from consult_app.canvas.labels import Labels

        if self._labels is None:
            self._labels = Labels(self._look)
        return self._labels

    def look_around(self, slots: Sequence[Slot], room: QRectF) -> None:
        """Look, while there is time, where the bodies are: the next name has to stand beside them.

        Raises:
            AtlasFault: a file of a plate is missing or damaged.
        """
        self._tags.cover(slots, room)

    def place_labels(self, slots: Sequence[Slot], room: QRectF, lit: Highlight) -> bool:
        """Find places for labels where they are wanted; return whether there are new ones to draw.

        Raises:
            AtlasFault: a file of a plate is missing or damaged.
        """
        if not self.options.shows_labels or self.labels.is_placed:
            return False
        legend = QRectF()
        if self.options.shows_pain and lit.pain:
            from consult_app.canvas import pain_marks

            look = (self._tags.cover(slots, room), self._free)
            legend = pain_marks.legend_box(self._look, slots, room, lit.pain, look)
        self.labels.place(slots, room, (*self._free, legend), lit.selected)
        return True

    def label_at(self, point: QPointF) -> str | None:
        """Return the id of the region whose label is at a point of the widget."""
        return self.labels.at(point) if self.options.shows_labels else None

    def paint(
        self,
        painter: QPainter,
        slots: Sequence[Slot],
        room: QRectF,
        ratio: float,
        lit: Highlight,
        pointed: Pointed,
    ) -> None:
        """Draw everything over bodies that stand still."""
        pain = self._pain(lit)
        self._paint_lit(painter, slots, ratio, lit)
        named = self._paint_pointed(painter, slots, pointed)
        captions = self.paint_captions(painter, slots, room)
        taken = list(self._free)
        if self.options.shows_labels:
            self.labels.paint(painter, lit)
            taken += self.labels.boxes()
        if pain is not None and self.options.has_legend:
            cover = self._tags.cover(slots, room)
            box = pain.legend_box(self._look, slots, room, lit.pain, (cover, taken))
            core = box.adjusted(LEGEND_EDGE, LEGEND_EDGE, -LEGEND_EDGE, -LEGEND_EDGE)
            if any(core.intersects(caption) for caption in captions):
                box = QRectF()  # whose side it is matters more
            self._paint_legend(painter, box, pain.kinds(self._look, slots, lit.pain))
            taken.append(box)
        self._tags.taken = tuple(box for box in taken if not box.isEmpty())
        is_named = self.options.shows_labels and self.labels.names_any(lit.selected)
        if not is_named:
            self._tags.paint_selected(painter, slots, lit, room)
        if named is not None and named[1] not in lit.selected:
            self._tags.paint_pointed(painter, slots, named, room)

    def _paint_lit(self, painter: QPainter, slots: Sequence[Slot], ratio: float, lit: Highlight) -> None:
        """Draw what is lit, where its pain is felt, and what a finger drew."""
        pain, strokes, palette = self._pain(lit), self._strokes, self._look.art.palette
        if strokes is not None:
            strokes.paint_pain(painter, slots)
        zones = [] if pain is None else pain.zones_of(self._look, slots, lit.pain)
        if pain is not None:
            pain.paint_zones(painter, palette, zones)
        for slot in slots:
            self._look.paint_highlight(painter, slot, lit, ratio)
        if pain is not None:
            # The selection lies on the zones, and their edges and the sore spots on the selection.
            pain.paint_edges(painter, palette, zones)
            pain.paint_points(painter, self._look, slots, lit.pain)
        if strokes is not None:
            strokes.paint_pain_edges(painter, slots)
            strokes.paint_ink(painter, slots)

    def _pain(self, lit: Highlight) -> ModuleType | None:
        """Return what draws pain, where there is pain to draw."""
        if not (self.options.shows_pain and lit.pain):
            return None
        from consult_app.canvas import pain_marks

        return pain_marks

    def _paint_legend(self, painter: QPainter, box: QRectF, shown: tuple[bool, ...]) -> None:
        """Paint the legend from its picture: it is nearly the same for every muscle."""
        from consult_app.canvas import pain_marks

        if not box.isEmpty():
            self._legends.paint(
                painter, box, shown, lambda p, whole: pain_marks.paint_legend(p, self._look, whole, shown)
            )

    def paint_captions(self, painter: QPainter, slots: Sequence[Slot], room: QRectF) -> list[QRectF]:
        """Write view names and sides; return where."""
        boxes = []
        for slot in slots:
            looks = (self._look.mark_font, self._look.art.palette)
            in_row = self.options.shows_labels
            boxes += marks.paint(painter, slot, room, self._look.words, looks, in_row=in_row)
        return boxes

    def _paint_pointed(self, painter: QPainter, slots: Sequence[Slot], pointed: Pointed) -> Place | None:
        """Outline what is pointed at and what has the focus; return which of them is to be named."""
        palette = self._look.art.palette
        if pointed.hovered:
            slot = slots[pointed.hovered[0]]
            self._look.paint_outline(painter, slot, pointed.hovered[1], palette.hover, 2.0)
        if pointed.focused and pointed.focused[0] < len(slots):
            slot = slots[pointed.focused[0]]
            self._look.paint_outline(painter, slot, pointed.focused[1], palette.background, 5.0)
            self._look.paint_outline(painter, slot, pointed.focused[1], palette.focus, 3.0)
            return pointed.hovered or pointed.focused
        return pointed.hovered
