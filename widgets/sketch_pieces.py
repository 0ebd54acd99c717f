"""The pieces of a drawn page: words, fields, choices and buttons, in a few calm strokes."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextOption

from widgets.measures import MEASURES
from widgets.number_disc import SIDE, draw_number
from widgets.sketch_values import Piece, Shape
from widgets.strokes import draw_cross, draw_tick
from widgets.tones import Tones, mix

_INSET = 8
_ROUND = 6


class Pieces:
    """Draws one piece after the other with the same pen case."""

    def __init__(
        self,
        painter: QPainter,
        font: QFont,
        tones: Tones,
        locale: QLocale,
        *,
        times: float,
        mirrored: bool,
    ) -> None:
        self._painter = painter
        self._font = font
        self._tones = tones
        self._locale = locale
        self._times = times
        self._mirrored = mirrored
        self._faint = mix(tones.surface, tones.text, 0.12)

    def draw(self, piece: Piece, box: QRectF) -> None:
        if piece.mark is not None and piece.shape is not Shape.BUTTON:
            self._mark(piece, box)
        if piece.shape is Shape.GAP:
            return
        {
            Shape.HEADING: self._heading,
            Shape.BAR: self._bar,
            Shape.FIELD: self._field,
            Shape.CHOICE: self._choice,
            Shape.BUTTON: self._button,
            Shape.PERSON: self._person,
            Shape.TICK: self._tick,
            Shape.CROSS: self._tick,
        }[piece.shape](piece, box)

    def _mark(self, piece: Piece, box: QRectF) -> None:
        """The ground and edge of what matters, and its number on the edge."""
        painter, tones = self._painter, self._tones
        around = box.adjusted(-_INSET, -4, _INSET, 4)
        painter.setPen(QPen(tones.accent, 1.5))
        painter.setBrush(tones.tint)
        painter.drawRoundedRect(around, MEASURES.radius, MEASURES.radius)
        self._number(piece, around)

    def _number(self, piece: Piece, around: QRectF) -> None:
        if piece.mark:
            side = (SIDE - 2) * self._times
            # A disc on the page's edge would be cut.
            inward = max(0.0, side / 2 + 1 - _INSET)
            x = around.left() + inward if self._mirrored else around.right() - inward
            centre = QPointF(x, around.top() + 2)
            number = self._locale.toString(piece.mark)
            draw_number(
                self._painter, centre, number, side=side, tones=self._tones, font=self._font
            )

    def _heading(self, piece: Piece, box: QRectF) -> None:
        strong = QFont(self._font)
        strong.setWeight(QFont.Weight.DemiBold)
        self._painter.setPen(self._tones.text)
        draw_text(self._painter, box, piece.text, strong, self._mirrored)

    def _bar(self, piece: Piece, box: QRectF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._faint)
        self._painter.drawRoundedRect(self._part(box, piece.share), 4, 4)

    def _field(self, piece: Piece, box: QRectF) -> None:
        painter, tones = self._painter, self._tones
        line = QFontMetricsF(self._font).height()
        painter.setPen(tones.text if piece.mark is not None else tones.quiet)
        draw_text(
            painter,
            QRectF(box.topLeft(), box.size()).adjusted(0, 0, 0, line - box.height()),
            piece.text,
            self._font,
            self._mirrored,
        )
        edge = QRectF(box.left() + 0.5, box.top() + line + 3, box.width() - 1, 0)
        edge.setBottom(box.bottom() - 0.5)
        painter.setPen(QPen(tones.border if piece.mark is not None else tones.line, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(edge, _ROUND, _ROUND)
        inside = edge.adjusted(8, 0, -8, 0)
        if piece.value:
            painter.setPen(tones.text if piece.mark is not None else tones.quiet)
            draw_text(painter, inside, piece.value, self._font, self._mirrored)
        else:
            bar = QRectF(inside.left(), edge.center().y() - 3.5, inside.width(), 7)
            self._bar(piece, bar)

    def _choice(self, piece: Piece, box: QRectF) -> None:
        painter, tones = self._painter, self._tones
        side = 13 * self._times
        ring = QRectF(0, 0, side, side)
        x = box.right() - side / 2 if self._mirrored else box.left() + side / 2
        ring.moveCenter(QPointF(x, box.center().y()))
        ink = tones.accent if piece.on else tones.border
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(tones.surface)
        painter.drawEllipse(ring)
        if piece.on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(ring.center(), side / 4, side / 4)
        words = self._beside(box)
        painter.setPen(tones.text if piece.on else tones.quiet)
        draw_text(painter, words, piece.text, self._font, self._mirrored)

    def _button(self, piece: Piece, box: QRectF) -> None:
        painter, tones = self._painter, self._tones
        place = self._part(box, piece.share)
        marked = piece.mark is not None
        painter.setPen(Qt.PenStyle.NoPen if marked else QPen(tones.line, 1))
        painter.setBrush(tones.accent if marked else tones.surface)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(self._font)
        painter.setPen(tones.on_accent if marked else tones.quiet)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, piece.text)
        if piece.mark:
            self._ring(place)
            self._number(piece, place.adjusted(-2, 0, 2, 0))

    def _ring(self, place: QRectF) -> None:
        """A marked button has its edge a little way off, as what has the keyboard."""
        self._painter.setPen(QPen(self._tones.accent, 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        around = place.adjusted(-3.5, -3.5, 3.5, 3.5)
        self._painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)

    def _person(self, piece: Piece, box: QRectF) -> None:
        painter = self._painter
        side = box.height()
        disc = QRectF(box.left(), box.top(), side, side)
        bars = box.adjusted(side + 10, 0, 0, 0)
        if self._mirrored:
            disc.moveRight(box.right())
            bars = box.adjusted(0, 0, -side - 10, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(self._tones.surface, self._tones.text, 0.18))
        painter.drawEllipse(disc)
        self._bar(
            Piece(Shape.BAR, share=0.6),
            QRectF(bars.left(), box.top() + side * 0.2, bars.width(), 7),
        )
        self._bar(
            Piece(Shape.BAR, share=0.4),
            QRectF(bars.left(), box.top() + side * 0.6, bars.width(), 7),
        )

    def _tick(self, piece: Piece, box: QRectF) -> None:
        start = 6 * self._times
        x = box.right() - start if self._mirrored else box.left() + start
        middle = QPointF(x, box.center().y())
        if piece.shape is Shape.TICK:
            draw_tick(self._painter, middle, self._tones.green, size=10 * self._times)
        else:
            draw_cross(self._painter, middle, self._tones.red, arm=3.5 * self._times)
        bar = self._beside(box)
        if piece.text:
            self._painter.setPen(self._tones.quiet)
            draw_text(self._painter, bar, piece.text, self._font, self._mirrored)
            return
        bar = QRectF(bar.left(), box.center().y() - 3.5, bar.width(), 7)
        self._bar(piece, bar)

    def _beside(self, box: QRectF) -> QRectF:
        """Where words begin after a sign."""
        start = 22 * self._times
        return box.adjusted(0, 0, -start, 0) if self._mirrored else box.adjusted(start, 0, 0, 0)

    def _part(self, box: QRectF, share: float) -> QRectF:
        wide = box.width() * share
        left = box.right() - wide if self._mirrored else box.left()
        return QRectF(left, box.top(), wide, box.height())


def draw_text(painter: QPainter, box: QRectF, text: str, font: QFont, mirrored: bool) -> None:
    """One line from the side where the page begins; what does not fit ends in an ellipsis."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, shown, option)


def piece_height(piece: Piece, font: QFont, times: float) -> float:
    line = QFontMetricsF(font).height()
    return {
        Shape.HEADING: line + 4,
        Shape.BAR: 7.0,
        Shape.FIELD: line * 2 + 15,
        Shape.CHOICE: max(line, 16.0),
        Shape.BUTTON: line + 12,
        Shape.PERSON: 34 * times,
        Shape.TICK: max(line, 14.0),
        Shape.CROSS: max(line, 14.0),
        Shape.GAP: 2.0,
    }[piece.shape]
