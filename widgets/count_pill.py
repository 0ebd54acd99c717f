"""A small count in a pill; nothing at all when there is nothing to count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.tones import Tones, mix, tones_of
from widgets.type_scale import CAPTION, sized

HEIGHT = 18
_MOST = 99


class CountPill(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set(self, count: int, spoken: str = "") -> None:
        """`spoken` is what a screen reader says: "3 to answer"."""
        self._text = pill_text(self, count)
        self.setAccessibleName(spoken or self._text)
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return pill_size(self, self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self.sizeHint()
        box = QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_pill(painter, box, self._text, pill_font(self), tones_of(self))
        painter.end()


def pill_text(widget: QWidget, count: int) -> str:
    if count <= 0:
        return ""
    locale = widget.locale()
    return locale.toString(count) if count <= _MOST else f"{locale.toString(_MOST)}+"


def pill_font(widget: QWidget) -> QFont:
    return sized(widget.font(), CAPTION, strong=True)


def pill_size(widget: QWidget, text: str) -> QSize:
    if not text:
        return QSize(0, 0)
    metrics = QFontMetrics(pill_font(widget))
    high = max(HEIGHT, metrics.ascent() + 4)
    return QSize(max(high + 2, metrics.horizontalAdvance(text) + 12), high)


def paint_pill(painter: QPainter, box: QRectF, text: str, font: QFont, tones: Tones) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(tones.surface, tones.text, 0.12))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font)
    painter.setPen(tones.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
