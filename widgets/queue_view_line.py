"""Draws what one row of a long list of posts says: time and state, words, marks and picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextOption
from PySide6.QtWidgets import QWidget

from widgets.queue_view_values import LineValue, Mark, Picture
from widgets.text_block import (
    direction_of,
    direction_of_ours,
    draw_lines,
    line_height,
    one_line,
)
from widgets.thumbnail import SIDE, draw_thumbnail
from widgets.tones import Tones, tones_of
from widgets.type_scale import BASE, CAPTION, grown, icon_times, sized

GUTTER = 32
"""At a row's start: empty, or the tick of a row that is chosen or under the mouse."""
_TIME = 92
_GAP = 12
_DOT = 8
_ICON = 14
_PAD = 10


class LineDrawer:
    def __init__(self, view: QWidget, picture: Picture) -> None:
        self._view = view
        self._picture = picture

    def draw(self, painter: QPainter, area: QRectF, value: LineValue) -> None:
        tones = tones_of(self._view)
        tall = grown(self._view.font())
        inner = area.adjusted(*self.sides(GUTTER, _PAD)).adjusted(0, _PAD, 0, -_PAD)
        if value.pictured:
            box, inner = self._cut(inner, SIDE, at_end=True)
            frame = QRectF(box.left(), area.center().y() - SIDE / 2, SIDE, SIDE)
            image = self._picture(value.picture) if value.picture else None
            draw_thumbnail(painter, frame, image, tones, faint=value.over)
            _, inner = self._cut(inner, _GAP, at_end=True)
        time, inner = self._cut(inner, _TIME * tall)
        _, inner = self._cut(inner, _GAP)
        dot, inner = self._cut(inner, _DOT + 8)
        font, words = sized(self._view.font(), BASE), one_line(value.words)
        room = inner.width() - sum(self._mark_width(mark) + _GAP for mark in value.marks)
        one = QFontMetricsF(font).horizontalAdvance(words) <= room and not value.state
        lines = 1 if one else 2
        down = max((inner.height() - lines * line_height(words, font)) / 2, 0)
        inner = inner.adjusted(0, down, 0, 0)
        self._draw_time(painter, time.adjusted(0, down, 0, 0), value, tones)
        if value.dot:
            self._draw_dot(painter, dot.adjusted(0, down, 0, 0), tones.named(value.dot))
        for mark in reversed(value.marks):
            box, inner = self._cut(inner, self._mark_width(mark), at_end=True)
            self._draw_mark(painter, box, mark, tones)
            _, inner = self._cut(inner, _GAP, at_end=True)
        painter.setPen(tones.quiet if value.over else tones.text)
        draw_lines(
            painter,
            inner,
            words,
            font=font,
            most=2,
            direction=direction_of(words, self._view.layoutDirection()),
        )

    def _draw_time(self, painter: QPainter, box: QRectF, value: LineValue, tones: Tones) -> None:
        font = sized(self._view.font(), BASE, strong=True)
        line = font.pixelSize() * 1.4
        painter.setFont(font)
        painter.setPen(tones.quiet if value.over else tones.text)
        self.word(painter, QRectF(box.left(), box.top(), box.width(), line), value.time)
        if not value.state:
            return
        below = QRectF(box.left(), box.top() + line, box.width(), font.pixelSize() * 1.6)
        if not value.icon.isNull():
            side = _ICON * icon_times(self._view.font())
            spot, below = self._cut(below, side)
            spot = QRectF(spot.left(), spot.center().y() - side / 2, side, side)
            value.icon.paint(painter, spot.toRect())
            _, below = self._cut(below, 4)
        painter.setFont(sized(self._view.font(), CAPTION))
        painter.setPen(value.tone.colour(tones))
        self.word(painter, below, value.state)

    def _draw_dot(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        line = sized(self._view.font(), BASE).pixelSize() * 1.4
        spot = QRectF(0, 0, _DOT, _DOT)
        spot.moveCenter(QPointF(box.center().x(), box.top() + line / 2))
        spot.moveLeft(box.right() - _DOT if self.mirrored else box.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(spot)

    def _mark_width(self, mark: Mark) -> float:
        words = QFontMetricsF(sized(self._view.font(), CAPTION)).horizontalAdvance(mark.text)
        return words + _ICON * icon_times(self._view.font()) + 5

    def _draw_mark(self, painter: QPainter, box: QRectF, mark: Mark, tones: Tones) -> None:
        font = sized(self._view.font(), CAPTION)
        line = sized(self._view.font(), BASE).pixelSize() * 1.4
        side = _ICON * icon_times(self._view.font())
        box = QRectF(box.left(), box.top(), box.width(), line)
        spot, rest = self._cut(box, side)
        mark.icon.paint(
            painter, QRectF(spot.left(), spot.center().y() - side / 2, side, side).toRect()
        )
        _, rest = self._cut(rest, 4)
        painter.setFont(font)
        painter.setPen(tones.quiet)
        self.word(painter, rest, mark.text)

    def word(self, painter: QPainter, box: QRectF, text: str, *, low: bool = False) -> None:
        """One elided line of ours, at the start."""
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        level = Qt.AlignmentFlag.AlignBottom if low else Qt.AlignmentFlag.AlignVCenter
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | level)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of_ours(text, self._view.layoutDirection()))
        painter.drawText(box, shown, option)

    @property
    def mirrored(self) -> bool:
        return self._view.isRightToLeft()

    def sides(self, start: float, end: float) -> tuple[float, float, float, float]:
        return (end, 0, -start, 0) if self.mirrored else (start, 0, -end, 0)

    def _cut(self, area: QRectF, width: float, *, at_end: bool = False) -> tuple[QRectF, QRectF]:
        """A piece of this width from the start or the end, and the rest."""
        if self.mirrored is not at_end:
            piece = QRectF(area.right() - width, area.top(), width, area.height())
            return piece, area.adjusted(0, 0, -width, 0)
        piece = QRectF(area.left(), area.top(), width, area.height())
        return piece, area.adjusted(width, 0, 0, 0)
