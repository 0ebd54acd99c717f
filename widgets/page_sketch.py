"""A page of a browser drawn in a few calm strokes: what to look for on it is marked.

It is drawn, not photographed: it follows the theme, the size of words and the line of reading.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.measures import MEASURES
from widgets.sketch_pieces import Pieces, draw_text, piece_height
from widgets.sketch_values import Sketch
from widgets.tones import Tones, mix, tones_of
from widgets.type_scale import CAPTION, drawn_times, grown, sized

_WIDE, _LEAST_WIDE = 288, 240
_BAR_HIGH = 36
_PAD = 16
_GAP = 10


class PageSketch(QWidget):
    def __init__(self, sketch: Sketch | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch = Sketch("", "", ())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        if sketch is not None:
            self.set(sketch)

    def set(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self.setAccessibleName(sketch.says)
        self.updateGeometry()
        self.update()

    @property
    def sketch(self) -> Sketch:
        return self._sketch

    def sizeHint(self) -> QSize:
        font = self._font()
        inside = sum(piece_height(piece, font, self._times()) for piece in self._sketch.pieces)
        gaps = _GAP * max(0, len(self._sketch.pieces) - 1)
        high = ceil(self._top() + _PAD * 2 + inside + gaps)
        return QSize(round(_WIDE * self._times()), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = tones_of(self)
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(tones.line, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(page, MEASURES.card_radius, MEASURES.card_radius)
        font = self._font()
        self._paint_head(painter, page, font, tones)
        drawn = Pieces(
            painter, font, tones, self.locale(), times=self._times(), mirrored=self._mirrored()
        )
        top = self._top() + _PAD
        for piece in self._sketch.pieces:
            high = piece_height(piece, font, self._times())
            drawn.draw(piece, QRectF(page.left() + _PAD, top, page.width() - 2 * _PAD, high))
            top += high + _GAP
        painter.end()

    def _paint_head(self, painter: QPainter, page: QRectF, font: QFont, tones: Tones) -> None:
        """What every browser has: three dots, and the address."""
        high = self._top()
        mirrored = self._mirrored()
        faint = mix(tones.surface, tones.text, 0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        for place in range(3):
            x = _PAD + 3 + place * 11
            painter.drawEllipse(QPointF(page.right() - x if mirrored else x, high / 2), 3.5, 3.5)
        used = _PAD + 3 * 11 + 6
        pill = QRectF(used, 7, page.width() - used - _PAD, high - 14)
        if mirrored:
            pill.moveLeft(_PAD)
        if self._sketch.address:
            painter.setBrush(mix(tones.surface, tones.text, 0.06))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setPen(tones.quiet)
            draw_text(painter, pill.adjusted(10, 0, -10, 0), self._sketch.address, font, mirrored)
        painter.setPen(QPen(tones.line, 1))
        painter.drawLine(QPointF(page.left(), high), QPointF(page.right(), high))

    def _top(self) -> float:
        return _BAR_HIGH * self._times()

    def _times(self) -> float:
        return drawn_times(grown(self.font()))

    def _mirrored(self) -> bool:
        return self._sketch.turns and self.isRightToLeft()

    def _font(self) -> QFont:
        return sized(self.font(), CAPTION)
