"""Buttons of the window, painted in the theme: large enough for a finger, every state visible."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from consult_app.gui.icons import draw_icon
from consult_app.gui.theme import font_of

if TYPE_CHECKING:
    from consult_app.gui.theme import Theme

Kind = Literal["chip", "rail", "bar", "link", "accent"]

FONTS = {"chip": "button", "rail": "label", "bar": "button", "link": "strong", "accent": "button"}
"""The kind of text on each kind of button."""
SLACK = 6
"""Logical pixels a text is given beyond its own width, so that rounding never wraps it."""
LEAST_HEIGHT = 44
"""Logical pixels: 12 mm at 96 dots per inch."""


class Measured(NamedTuple):
    """Width and height of a text in logical pixels."""

    width: int
    height: int


@lru_cache(4096)
def measured(family: str, text_size: int, style: str, text: str, width: int) -> Measured:
    """Return how large a text is, wrapped to ``width`` or, where that is 0, on one line.

    Layouts ask each button several times over; measuring it once is a good part of a page's time.
    """
    metrics = QFontMetrics(font_of(family, text_size, style))
    if not width:
        return Measured(metrics.horizontalAdvance(text), metrics.height())
    box = metrics.boundingRect(0, 0, width, 10000, int(Qt.TextFlag.TextWordWrap), text)
    return Measured(box.width(), box.height())


class Button(QAbstractButton):
    """A button with a text, an icon, or both; ``value`` carries what it stands for."""

    def __init__(
        self, theme: Theme, text: str, kind: Kind = "chip", *, icon: str = "", value: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._kind, self._icon = theme, kind, icon
        self._is_compact = self._is_inert = False
        self.value = value
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme.font(FONTS[kind]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.setFont(theme.font(FONTS[self._kind]))
        self.updateGeometry()
        self.update()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 -- the one thing it is about
        """Show the icon alone; screen readers and the tool tip still say the words."""
        self._is_compact = is_compact
        self.updateGeometry()
        self.update()

    def set_inert(self) -> None:
        """Only say a name from now on: nothing can be pressed or reached."""
        self._is_inert = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.unsetCursor()

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which the text fits on one line."""
        pad = round(self._theme.px(self._padding()))
        is_bare = self._is_compact and self._icon
        text = self._measured().width + SLACK if self.text() and not is_bare else 0
        if self._kind == "rail" and self._is_compact:
            return QSize(LEAST_HEIGHT, LEAST_HEIGHT)
        if self._kind == "rail":
            side = round(self._theme.px(56))
            return QSize(max(side, text + 16), round(self._theme.px(50)))
        icon = round(self._theme.px(20)) if self._icon else 0
        between = round(self._theme.px(8)) if icon and text else 0
        height = max(LEAST_HEIGHT, self._measured().height + round(self._theme.px(16)))
        return QSize(max(text + icon + between + 2 * pad, height), height)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the text."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Wrap the text where the button must be narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the wrapped text fits."""
        inner = width - 2 * round(self._theme.px(self._padding())) - self._icon_room() - self._aside_room()
        wrapped = self._measured(max(1, inner)).height
        return max(self.sizeHint().height(), wrapped + round(self._theme.px(16)))

    def _measured(self, width: int = 0) -> Measured:
        theme = self._theme
        return measured(theme.family, theme.text_size, FONTS[self._kind], self.text(), width)

    def _padding(self) -> float:
        return {"chip": 16, "rail": 6, "bar": 14, "link": 0, "accent": 20}[self._kind]

    def _icon_room(self) -> int:
        return round(self._theme.px(28)) if self._icon and self.text() and self._kind != "rail" else 0

    def _aside_room(self) -> int:
        """Return what is kept free at the right of the text, in logical pixels."""
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, text and focus ring for the state the button is in."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self._colours()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = {"rail": 12.0, "bar": 12.0}.get(self._kind, min(box.height() / 2, 24.0))
        if self._kind != "link":
            painter.setPen(QPen(edge, 1.2) if edge.alpha() else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, radius, radius)
        self._paint_content(painter, box, ink)
        if self.hasFocus() and self._kind == "link":
            # A ring would run through the letters at its left.
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawLine(box.bottomLeft() - QPointF(0, 6), box.bottomRight() - QPointF(0, 6))
        elif self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(box, radius, radius)
            if self._is_filled():
                # The ring alone would drown in the accent ground.
                painter.setPen(QPen(self._theme.colour("accent_ink"), 2))
                painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), radius - 4, radius - 4)

    def _is_filled(self) -> bool:
        return self._kind == "accent" or (self.isCheckable() and self.isChecked())

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(self.font())
        wrap = Qt.TextFlag.TextWordWrap
        if self._is_compact and self._icon:
            side = LEAST_HEIGHT / 2 if self._kind == "rail" else self._theme.px(20)
            corner = box.center() - QPointF(side / 2, side / 2)
            draw_icon(painter, self._icon, QRectF(corner, QSizeF(side, side)), ink)
            return
        if self._kind == "rail":
            side = self._theme.px(20)
            if self._icon:
                spot = QRectF(box.center().x() - side / 2, box.top() + box.height() * 0.12, side, side)
                draw_icon(painter, self._icon, spot, ink)
                box = QRectF(box.left(), spot.bottom(), box.width(), box.bottom() - spot.bottom() - 3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | wrap, self.text())
            return
        pad = self._theme.px(self._padding())
        inner = box.adjusted(pad - 2, 0, 2 - pad - self._aside_room(), 0)
        if self._icon:
            side = self._theme.px(20)
            x = inner.left() if self.text() else box.center().x() - side / 2
            draw_icon(painter, self._icon, QRectF(x, box.center().y() - side / 2, side, side), ink)
            inner.setLeft(x + side + self._theme.px(8))
        middle = Qt.AlignmentFlag.AlignVCenter
        across = (
            Qt.AlignmentFlag.AlignLeft
            if self._icon or self._kind == "link" or self._aside_room()
            else Qt.AlignmentFlag.AlignHCenter
        )
        painter.drawText(inner, middle | across | wrap, self.text())

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme = self._theme
        if self._is_inert:
            return theme.colour("raised"), QColor(0, 0, 0, 0), theme.colour("ink")
        if self._is_filled():
            ground = theme.colour("accent")
            if self.isDown() or self.underMouse():
                ground = ground.lighter(115) if theme.name == "light" else ground.darker(115)
            return ground, QColor(0, 0, 0, 0), theme.colour("accent_ink")
        ground, edge = theme.colour("panel"), theme.colour("line")
        if self.isDown():
            ground = theme.colour("line")
        elif self.underMouse():
            ground, edge = theme.colour("accent_soft"), theme.colour("accent")
        ink = theme.colour("accent") if self._kind in ("link", "chip") else theme.colour("ink")
        return ground, edge, ink if self.isEnabled() else theme.colour("muted")
