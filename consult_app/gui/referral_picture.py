"""A picture beside the name of a muscle group: where its pain is felt, over what the patient has drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from consult_app.consultation import Selection
from consult_app.gui.layout import Arranged
from consult_app.gui.pain import pain_of, points_of

if TYPE_CHECKING:
    from consult_app.content.referral import Match
    from consult_app.gui.page_kit import PageKit
    from consult_app.gui.pain_reading import PainReading

SIDE = 120
"""Logical pixels across, at 100 % text."""


class ReferralPicture(Arranged):
    """The part of the body that was drawn on, with the zones of one group: firm, or faint."""

    def __init__(self, kit: PageKit, reading: PainReading, match: Match) -> None:
        super().__init__()
        self._kit, self._reading = kit, reading
        catalogue = kit.catalogue
        chosen = Selection(match.group, match.side)
        self.pattern = pain_of(points_of(catalogue, match.group), catalogue.zone_by_id, (chosen,))
        self.plate, self.hurts = reading.seen_best(kit.model.now.pain, match.zones)
        name = catalogue.group_by_id[match.group].name
        self.setAccessibleName(kit.words("ui.pain-map.picture", name=name))
        kit.model.changed.connect(self._on_changed)

    def arrange(self, width: int) -> int:
        """Return the height at a width, in logical pixels."""
        return min(width, self._side())

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._side(), self._side())

    def _side(self) -> int:
        return round(self._kit.theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint body, zones and drawing, and a line around them."""
        painter = QPainter(self)
        box = QRectF(0, 0, self.height(), self.height()).adjusted(1, 1, -1, -1)
        pictures = self._reading.pictures(self._kit.theme.figure)
        is_mirrored = self._kit.model.now.is_mirrored
        pictures.paint(painter, box, self.plate, self.pattern, self.hurts, is_mirrored=is_mirrored)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._kit.theme.colour("line"), 1.2))
        painter.drawRoundedRect(box, 8, 8)

    @Slot()
    def _on_changed(self) -> None:
        self.update()  # the figure may be mirrored now
