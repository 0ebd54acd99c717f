"""One bar of a few parts, each with its colour, its word and its number."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.text_block import direction_of_ours
from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized

_BAR = 10
_GAP = 2
_BELOW = 10
_DOT = 8
_DOT_GAP = 6
_APART = 16


@dataclass(frozen=True, slots=True)
class MixPart:
    """`tone` names a colour of the palette (widgets/tones.py)."""

    word: str
    count: int
    tone: str


class MixBar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[MixPart, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set(self, parts: tuple[MixPart, ...]) -> None:
        if parts == self._parts:
            return
        self._parts = parts
        self.setAccessibleName(", ".join(self._said(part) for part in parts))
        self.updateGeometry()
        self.update()

    @property
    def parts(self) -> tuple[MixPart, ...]:
        return self._parts

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        return ceil(_BAR + (_BELOW + lines * self._line() if lines else 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LocaleChange):
            self.updateGeometry()

    def shares(self) -> list[tuple[MixPart, QRectF]]:
        """Where each part that has any stands in the bar, in the reading direction."""
        seen = [part for part in self._parts if part.count]
        total = sum(part.count for part in seen)
        room = self.width() - _GAP * (len(seen) - 1)
        found: list[tuple[MixPart, QRectF]] = []
        at = 0.0
        for part in seen:
            wide = room * part.count / total
            left = self.width() - at - wide if self.isRightToLeft() else at
            found.append((part, QRectF(left, 0, wide, _BAR)))
            at += wide + _GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        tones = tones_of(self)
        painter.save()
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(0, 0, self.width(), _BAR), _BAR / 2, _BAR / 2)
        painter.setClipPath(whole)
        shares = self.shares()
        if not shares:
            painter.fillRect(self.rect(), tones.line)
        for part, box in shares:
            painter.fillRect(box, tones.named(part.tone))
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        tones = tones_of(self)
        font = sized(self.font(), CAPTION)
        painter.setFont(font)
        mirrored = self.isRightToLeft()
        top = float(_BAR + _BELOW)
        for line in self._lines(self.width()):
            at = 0.0
            for part in line:
                wide = self._width(part)
                left = self.width() - at - wide if mirrored else at
                dot_left = left + wide - _DOT if mirrored else left
                dot = QRectF(dot_left, top + (self._line() - _DOT) / 2, _DOT, _DOT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tones.named(part.tone))
                painter.drawEllipse(dot)
                painter.setPen(tones.text if part.count else tones.quiet)
                shift = 0 if mirrored else _DOT + _DOT_GAP
                box = QRectF(left + shift, top, wide - _DOT - _DOT_GAP, self._line())
                painter.drawText(box, self._said(part), self._option(part))
                at += wide + _APART
            top += self._line()

    def _option(self, part: MixPart) -> QTextOption:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(direction_of_ours(self._said(part), self.layoutDirection()))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        return option

    def _said(self, part: MixPart) -> str:
        return f"{part.word} {self.locale().toString(part.count)}"

    def _lines(self, width: int) -> list[list[MixPart]]:
        """All in one line where they fit, else by twos, else one below the other."""
        parts = list(self._parts)
        for most in (len(parts), 2, 1):
            lines = [parts[at : at + most] for at in range(0, len(parts), most or 1)]
            if all(self._line_width(line) <= width for line in lines):
                return lines
        return [[part] for part in parts]

    def _line_width(self, line: list[MixPart]) -> float:
        return sum(self._width(part) for part in line) + _APART * (len(line) - 1)

    def _width(self, part: MixPart) -> float:
        metrics = QFontMetricsF(sized(self.font(), CAPTION))
        return _DOT + _DOT_GAP + metrics.horizontalAdvance(self._said(part)) + 1

    def _line(self) -> float:
        return max(18.0, QFontMetricsF(sized(self.font(), CAPTION)).height() + 4)
