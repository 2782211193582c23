"""The figure as it is printed: the same view, marks and sides as on the screen, in ink on paper."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from consult_app.canvas import pain_marks
from consult_app.canvas.figure_view import FigureView
from consult_app.gui.consultation_model import ConsultationModel
from consult_app.gui.figure_pane import FigurePane
from consult_app.gui.regions import RegionDirectory
from consult_app.gui.theme import load_theme
from consult_app.handout.records import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.canvas.figure_options import FigureOptions
    from consult_app.consultation import Consultation, Stroke
    from consult_app.content.words import Words
    from consult_app.gui.window_content import WindowContent

PER_MILLIMETRE = 4.6
"""Logical pixels: what is 13 pixels high on the screen is 8 points high on paper."""
SHARPNESS = 3.0
"""Device pixels for each logical one: some 350 to the inch."""


MOST_ZOOM, LEAST_ZOOM = 3.2, 1.25
"""How near the lit part is drawn at most; from which zoom on the whole body stands beside it."""
ROOM = 0.8
"""The share of the picture that what is lit may fill."""
GROUND = "#f4f7f9"
"""The ground of pictures in the sheet's template, and that of the figure in the light theme."""
LOCATOR = 128
"""Logical pixels: the width of the whole body beside a part of it."""
CLOSE_ASIDE = 0.6
"""The share of the legend's width that a close-up leaves free: it has room for the rest at its corner."""
LINE, SWATCH = 22, 48
"""Logical pixels: height of a line of the legend, and what its mark takes beside the words."""


class PrintedFigure(FigureView):
    """A figure that paints itself for a picture that is sharper than the screen."""

    def devicePixelRatioF(self) -> float:
        """Return the sharpness of the picture."""
        return SHARPNESS

    def lit_box(self, strokes: Iterable[Stroke]) -> QRectF:
        """Return what is lit or drawn on the main plate, in widget coordinates; perhaps nothing."""
        slot, lit = self._slots[0], self._highlight
        paths = [self._art.region_path(slot.plate, region) for region in lit.selected | lit.rest]
        paths += [self._art.zone_path(slot.plate, zone) for zone in lit.pain.primary]
        boxes = [path.boundingRect() for path in paths if not path.isEmpty()]
        here = (slot.plate.azimuth, slot.plate.part)
        boxes += [
            QPolygonF([QPointF(*point) for point in stroke.points]).boundingRect()
            for stroke in strokes
            if (stroke.view.azimuth, stroke.view.part) == here
        ]
        return slot.transform().mapRect(reduce(QRectF.united, boxes, QRectF()))

    def go_near(self, box: QRectF) -> float:
        """Look at a box from as near as it fits; return the zoom, 1 for the whole body."""
        if box.isEmpty():
            return 1.0
        zoom = min(MOST_ZOOM, ROOM * self.width() / box.width(), ROOM * self.height() / box.height())
        if zoom < LEAST_ZOOM:
            return 1.0
        middle = QRectF(self.rect()).center()
        self.pan_by(middle - box.center())
        self.zoom_at(middle, zoom)
        self.pan_by((middle - box.center()) * zoom - self._stage.pan)
        return zoom

    def hush(self) -> None:
        """Write nothing beside the body from now on: it stands beside a picture with words."""
        self.set_words(self._painter.words._replace(your_left="", your_right="", views={}))

    def legend(self) -> tuple[str, ...]:
        """Return the words of the legend that are needed."""
        words = self._painter.words.legend
        return tuple(word for word, is_shown in zip(words, self._kinds(), strict=True) if is_shown)

    def paint_legend(self, painter: QPainter, box: QRectF) -> None:
        """Write the legend into a box."""
        pain_marks.paint_legend(painter, self._painter, box, self._kinds())

    def _kinds(self) -> tuple[bool, ...]:
        lit, is_wanted = self._highlight.pain, self.options.shows_pain and bool(self._highlight.pain)
        found = pain_marks.kinds(self._painter, self._slots, lit)
        return tuple(is_shown and is_wanted for is_shown in found)


class FigureArtist:
    """Draws the figure of one consultation, as large as a page has room for."""

    def __init__(
        self, content: WindowContent, words: Words, now: Consultation, options: FigureOptions
    ) -> None:
        theme = load_theme(content.resources / "themes", "light", content.theme.family, 100)
        self._content, self._words = content._replace(theme=theme), words
        # What the marks mean stands beside the body: on paper there is little room on it.
        self._now, self._options = now, options._replace(is_still=True, has_legend=False, shows_labels=False)

    def picture(self) -> Picture:
        """Return the picture, which is drawn when its size is known, and its words."""
        return Picture(self.draw, self._told())

    def draw(self, width: float, height: float) -> bytes:
        """Return the figure as PNG for a box in millimetres.

        What is lit is shown from near, with the whole body beside it; where it reaches far, or is not in
        sight, the body is shown from both sides as on the screen.
        """
        holder = QWidget()
        holder.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        room = QSize(round(width * PER_MILLIMETRE), round(height * PER_MILLIMETRE))
        holder.resize(room)
        holder.show()
        figure = self._make_figure(holder)
        figure.resize(room)
        figure.show()
        legend = figure.legend()
        words = max((figure.fontMetrics().horizontalAdvance(text) for text in legend), default=-SWATCH)
        box = QSize(words + SWATCH, len(legend) * LINE + 16 if legend else 0)
        parts = self._parts(figure, room, box)
        image = _blank(room)
        painter = QPainter(image)
        for corner, part in parts:
            painter.drawImage(corner, part)
        if legend:
            spot = QPointF(room.width() - box.width() - 4, room.height() - box.height() - 4)
            figure.paint_legend(painter, QRectF(spot, box))
        painter.end()
        holder.hide()
        holder.deleteLater()
        return _png(image)

    def _parts(self, figure: PrintedFigure, room: QSize, legend: QSize) -> list[tuple[QPoint, QImage]]:
        """Return pictures with their places; the legend has the corner below right for itself."""
        is_body = self._now.part == "body"
        wide = room.width() - max(legend.width(), LOCATOR if is_body else 0)
        figure.resize(wide, room.height())
        drawn = (*self._now.pain, *self._now.ink)
        if is_body and figure.go_near(figure.lit_box(drawn)) > 1.0:
            near = _picture(figure)
            figure.fit()
            figure.hush()
            figure.resize(room.width() - wide, room.height() - legend.height())
            return [(QPoint(0, 0), near), (QPoint(wide, 0), _picture(figure))]
        figure.set_options(self._options._replace(is_paired=is_body and self._options.is_paired))
        beside = legend.width() if is_body else round(legend.width() * CLOSE_ASIDE)
        figure.resize(room.width() - beside, room.height())
        return [(QPoint(0, 0), _picture(figure))]

    def _make_figure(self, holder: QWidget) -> PrintedFigure:
        model = ConsultationModel(holder)
        model.step(self._now)
        pane = FigurePane(holder, self._content, self._words, model, figure=PrintedFigure)
        pane.set_theme(self._content.theme)
        figure = cast("PrintedFigure", pane.figure)
        figure.setFont(self._content.theme.font("label"))
        figure.set_options(self._options._replace(is_paired=False))
        pane.show(self._now)
        # The name is the title of the sheet.
        figure.set_highlight(pane.regions.highlight(self._now)._replace(name=""))
        return figure

    def _told(self) -> str:
        """Return the alternative text: from where one looks, what is lit, where its pain is felt."""
        words, now, catalogue = self._words, self._now, self._content.catalogue
        regions = RegionDirectory(catalogue, self._content.atlas, words)
        told = [words("ui.handout.alt.view", view=regions.view_spoken(now))]
        if now.selection is not None:
            chosen = (now.selection, *now.beside)
            names = "; ".join(regions.selection_name(selection) for selection in chosen)
            told.append(words("ui.handout.alt.lit", names=names))
            points = catalogue.detail_by_group[now.selection.group].trigger_points
            zones = dict.fromkeys(zone for point in points for zone in (*point.primary, *point.spillover))
            if zones and self._options.shows_pain:
                names = "; ".join(catalogue.zone_by_id[zone].name for zone in zones)
                told.append(words("ui.handout.alt.felt", names=names))
        if now.pain:
            told.append(words("ui.handout.alt.pain"))
        if now.ink:
            told.append(words("ui.handout.alt.ink"))
        return " ".join(told)


def _picture(figure: PrintedFigure) -> QImage:
    figure.come_to_rest()
    image = _blank(figure.size())
    figure.render(image)
    return image


def _blank(size: QSize) -> QImage:
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(QColor(GROUND))
    return image


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
