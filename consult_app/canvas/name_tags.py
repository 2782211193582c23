"""Where names stand at the figure: the selection's, and that of what is pointed at or focused.

Finding a free place costs some milliseconds, so places are kept until selection or stage change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from consult_app.canvas import callout
from consult_app.canvas.body_cover import BodyCover
from consult_app.canvas.inside import point_inside
from consult_app.canvas.marks import marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QFont, QPainter

    from consult_app.canvas.callout import Callout, HiddenShare
    from consult_app.canvas.figure_painter import FigurePainter, Highlight
    from consult_app.canvas.stage import Slot


class NameTags:
    """Places and draws the names for one figure."""

    def __init__(self, look: FigurePainter) -> None:
        self._look = look
        self._art = look.art
        self.taken: tuple[QRectF, ...] = ()  # boxes of the widget in which no name may stand
        self._cover: BodyCover | None = None
        self._selected: tuple[Highlight, Callout | None] | None = None
        self._pointed: tuple[tuple[int, str], Callout] | None = None

    def forget_stage(self) -> None:
        """Forget all places: plates, zoom, size or fonts have changed."""
        self._cover = self._selected = self._pointed = None

    def paint_selected(
        self,
        painter: QPainter,
        slots: Sequence[Slot],
        highlight: Highlight,
        room: QRectF,
    ) -> None:
        """Write the selection's name beside the plate that shows most of it, if one does."""
        fonts = self._fonts()
        if self._selected is None or self._selected[0] is not highlight:
            placed = None
            anchor = self._best_anchor(slots, highlight.selected, room)
            if anchor is not None and highlight.name:
                names = (highlight.name, highlight.side)
                placed = callout.place(names, fonts, anchor, room, self._hidden_share(slots, room))
            self._selected = (highlight, placed)
        palette = self._art.palette
        if self._selected[1] is not None:
            callout.paint(painter, self._selected[1], fonts, palette.callout, palette.callout_ink)

    def paint_pointed(
        self,
        painter: QPainter,
        slots: Sequence[Slot],
        pointed: tuple[int, str],
        room: QRectF,
    ) -> None:
        """Write the name of the region (slot number, region id) that is pointed at or focused."""
        fonts = self._fonts()
        if self._pointed is None or self._pointed[0] != pointed:
            slot = slots[pointed[0]]
            path = self._art.region_path(slot.plate, pointed[1])
            anchor = slot.transform().map(point_inside(path))
            name = self._look.words.name_of(pointed[1])
            share = self._hidden_share(slots, room)
            self._pointed = (pointed, callout.place((name, ""), fonts, anchor, room, share))
        palette = self._art.palette
        callout.paint(painter, self._pointed[1], fonts, palette.hover, palette.background)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._look.font, self._look.mark_font

    def _hidden_share(self, slots: Sequence[Slot], room: QRectF) -> HiddenShare:
        """Return how much of a box would hide bodies, captions, or what stands in ``taken``."""
        share_at = self.cover(slots, room).share_at
        taken = [(box.left(), box.top(), box.right(), box.bottom()) for box in self.taken]

        def share(x: float, y: float, width: float, height: float) -> float:
            for left, top, right, bottom in taken:
                if x < right and left < x + width and y < bottom and top < y + height:
                    return 1.0
            return share_at(x, y, width, height)

        return share

    def cover(self, slots: Sequence[Slot], room: QRectF) -> BodyCover:
        """Return where bodies and captions are."""
        if self._cover is None:
            metrics = QFontMetrics(self._look.mark_font)
            written = [mark.box for slot in slots for mark in marks_of(slot, room, self._look.words, metrics)]
            self._cover = BodyCover(self._art, slots, room, written)
        return self._cover

    def _best_anchor(self, slots: Sequence[Slot], regions: frozenset[str], room: QRectF) -> QPointF | None:
        """Return a point inside the largest of some regions that is in sight, in widget coordinates."""
        best, most = None, 0.0
        for slot in slots:
            transform = slot.transform()
            for region in sorted(regions):
                path = self._art.region_path(slot.plate, region)
                box = transform.mapRect(path.boundingRect()).intersected(room)
                if box.width() * box.height() > most:
                    most = box.width() * box.height()
                    best = (transform, path)
        return best[0].map(point_inside(best[1])) if best else None
