"""The calm empty page on the patient's screen: the clinic's logo and name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.gui.theme import Theme
    from consult_app.settings.record import Settings

LOGO_SHARE = 0.34
"""Width and height of the logo at most, as shares of the page's."""
PLATE = 24
"""Logical pixels of white around a logo on a dark page."""
MOST_BYTES = 20_000_000
"""A picture file larger than this is no logo."""


class BlankPage(QWidget):
    """Shows no word of the consultation; ``wait`` stands where the clinic has neither name nor logo."""

    def __init__(self, theme: Theme, settings: Settings, wait: str) -> None:
        super().__init__()
        self._theme, self._path = theme, settings.logo
        self._text = settings.clinic or wait
        self._logo = QImage()
        self.setAccessibleName(self._text)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint logo and name in the middle."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("figure"))
        font = QFont(self._theme.font("title"))
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        page = QRectF(self.rect()).adjusted(40, 0, -40, 0)
        words = painter.boundingRect(page, wrap, self._text)
        logo = self._fitted()
        between = 60.0 if not logo.isNull() else 0.0
        size = logo.deviceIndependentSize()
        top = (self.height() - size.height() - between - words.height()) / 2
        if not logo.isNull():
            box = QRectF((self.width() - size.width()) / 2, top, size.width(), size.height())
            self._paint_plate(painter, box)
            painter.drawImage(box, logo)
        page.setTop(top + size.height() + between)
        painter.drawText(page, wrap, self._text)

    def _paint_plate(self, painter: QPainter, box: QRectF) -> None:
        """Put a logo on white where the page is dark: most are drawn for paper."""
        if self._theme.colour("figure").lightness() > 127:
            return
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(box.adjusted(-PLATE, -PLATE, PLATE, PLATE), 16, 16)
        painter.restore()

    def _fitted(self) -> QImage:
        """Return the logo at the size that the page has room for; none where it cannot be read."""
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.width() * LOGO_SHARE), round(self.height() * LOGO_SHARE)) * ratio
        if self._path is not None and max(self._logo.width(), self._logo.height()) == 0:
            self._logo = read_picture(self._path, room)
        if self._logo.isNull():
            return self._logo
        logo = self._logo
        if logo.width() > room.width() or logo.height() > room.height():
            logo = read_picture(self._path, room) if self._path is not None else logo
        logo.setDevicePixelRatio(ratio)
        return logo


def read_picture(path: Path, room: QSize) -> QImage:
    """Return a picture scaled into ``room`` (device pixels); an empty one where the file is no picture."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return QImage()
    except OSError:
        return QImage()
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and not room.isEmpty():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
