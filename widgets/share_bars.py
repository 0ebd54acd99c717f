"""A few amounts one below the other, each with its bar: how the whole is made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.text_block import draw_lines
from widgets.tones import tones_of
from widgets.type_scale import BASE, sized

_BAR = 8
_GAP = 16
_BETWEEN = 8
_LEAST = 3
"""Pixels of a bar that stands for something, however little."""


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of the largest, 0 to 1."""

    word: str
    amount: str
    part: float


class ShareBars(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shares(self) -> tuple[Share, ...]:
        return self._shares

    def set(self, shares: tuple[Share, ...]) -> None:
        if shares == self._shares:
            return
        self._shares = shares
        self.setAccessibleName(", ".join(f"{one.word} {one.amount}" for one in shares))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = len(self._shares) * self._line() - (_BETWEEN if self._shares else 0)
        return QSize(self._word_width() + self._amount_width() + 2 * _GAP + 120, ceil(high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, share in enumerate(self._shares):
            top = number * self._line()
            self._paint(painter, QRectF(0, top, self.width(), self._line() - _BETWEEN), share)

    def _paint(self, painter: QPainter, area: QRectF, share: Share) -> None:
        tones = tones_of(self)
        font, toward = sized(self.font(), BASE), self.layoutDirection()
        painter.setPen(tones.text)
        word = self._in_order(area, 0, self._word_width())
        draw_lines(painter, word, share.word, font=font, most=1, direction=toward, ours=True)
        wide = QFontMetricsF(font).horizontalAdvance(share.amount) + 1
        amount = self._in_order(area, area.width() - wide, wide)
        draw_lines(painter, amount, share.amount, font=font, most=1, direction=toward, ours=True)
        start = self._word_width() + _GAP
        room = area.width() - start - self._amount_width() - _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        for length, colour in ((room, tones.line), (max(room * share.part, _LEAST), tones.accent)):
            place = self._in_order(area, start, length)
            place.setTop(area.center().y() - _BAR / 2)
            place.setHeight(_BAR)
            painter.setBrush(colour)
            painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)

    def _in_order(self, area: QRectF, start: float, length: float) -> QRectF:
        left = area.width() - start - length if self.isRightToLeft() else start
        return QRectF(area.left() + left, area.top(), length, area.height())

    def _line(self) -> int:
        return ceil(QFontMetricsF(sized(self.font(), BASE)).height() * 1.2) + _BETWEEN

    def _word_width(self) -> int:
        return self._widest(one.word for one in self._shares)

    def _amount_width(self) -> int:
        return self._widest(one.amount for one in self._shares)

    def _widest(self, words: Iterable[str]) -> int:
        metrics = QFontMetricsF(sized(self.font(), BASE))
        return ceil(max((metrics.horizontalAdvance(word) for word in words), default=0)) + 1
