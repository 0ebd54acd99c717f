"""A row of a popover: an icon and its words, and at the end what is chosen, a tick or an arrow."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.isolates import isolated
from widgets.measures import MEASURES
from widgets.pressable import Pressable
from widgets.text_block import direction_of_ours
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, icon_times, sized

_PAD = 8
_GAP = 8
_ARM = 3.5
_VALUE_SHARE = 0.4
"""So much of the row a long value keeps beside long words."""


class MenuRow(Pressable):
    """With `opens` it shows and hides what stands below it; checkable, it has a tick when on."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: QIcon | None = None,
        opens: bool = False,
        indented: bool = False,
    ) -> None:
        super().__init__(parent)
        self._value = ""
        self._opens = opens
        self._open = False
        self._indented = indented
        self.setText(text)
        self.setIcon(icon or QIcon())
        self._name()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str) -> None:
        """What is chosen in what it opens."""
        self._value = value
        self._name()
        self.update()

    def value(self) -> str:
        return self._value

    def set_open(self, on: bool) -> None:
        self._open = on
        self._name()
        self.update()

    @property
    def is_open(self) -> bool:
        return self._open

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(sized(self.font(), BASE))
        beside = [metrics.horizontalAdvance(words) for words in (self.text(), self._value) if words]
        wide = 2 * _PAD + self._start() + sum(beside) + _GAP * len(beside) + self._mark()
        return QSize(ceil(wide), max(MEASURES.control, ceil(metrics.height() * 1.25) + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = 0.1 if self.isDown() else 0.06 if self.underMouse() else 0.0
        if share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(tones.surface, tones.text, share))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        area = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD, 0)
        if not self.icon().isNull():
            side = MEASURES.icon * icon_times(self.font())
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(self._at_start(area, side).center())
            self.icon().paint(painter, spot.toRect())
        area = self._cut(area, start=self._start())
        if self._mark():
            self._draw_mark(painter, self._at_end(area, self._mark() - _GAP))
            area = self._cut(area, end=self._mark())
        painter.setFont(sized(self.font(), BASE))
        metrics = QFontMetricsF(painter.font())
        if self._value and not self._open:
            beside = area.width() - metrics.horizontalAdvance(self.text()) - _GAP - 1
            room = max(beside, area.width() * _VALUE_SHARE)
            wide = min(metrics.horizontalAdvance(self._value) + 1, room)
            painter.setPen(tones.quiet)
            self._draw(painter, self._at_end(area, wide), self._value, at_end=True)
            area = self._cut(area, end=wide + _GAP)
        painter.setPen(tones.text)
        self._draw(painter, area, self.text())
        painter.end()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _start(self) -> float:
        """What an icon takes before the words; without one they stand below those that have one."""
        wide = MEASURES.icon * icon_times(self.font()) + _GAP
        return wide if self._indented or not self.icon().isNull() else 0.0

    def _mark(self) -> float:
        return 14 * icon_times(self.font()) + _GAP if self._opens or self.isCheckable() else 0.0

    def _cut(self, area: QRectF, *, start: float = 0, end: float = 0) -> QRectF:
        left, right = (end, start) if self._mirrored else (start, end)
        return area.adjusted(left, 0, -right, 0)

    def _at_start(self, area: QRectF, wide: float) -> QRectF:
        return self._side(area, wide, left=not self._mirrored)

    def _at_end(self, area: QRectF, wide: float) -> QRectF:
        return self._side(area, wide, left=self._mirrored)

    def _side(self, area: QRectF, wide: float, *, left: bool) -> QRectF:
        return QRectF(area.left() if left else area.right() - wide, area.top(), wide, area.height())

    def _draw(self, painter: QPainter, box: QRectF, words: str, *, at_end: bool = False) -> None:
        metrics = QFontMetricsF(painter.font())
        cut = metrics.elidedText(isolated(words), Qt.TextElideMode.ElideRight, box.width())
        right = self._mirrored is not at_end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of_ours(words, self.layoutDirection()))
        painter.drawText(box, cut, option)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        tones = tones_of(self)
        grown = icon_times(self.font())
        arm, middle = _ARM * grown, box.center()
        if self._opens:
            tip = -arm / 2 if self._open else arm / 2
            bend = [(-arm, -tip), (0.0, tip), (arm, -tip)]
            colour = tones.quiet
        elif self.isChecked():
            bend = [(-arm * 1.2, 0.2), (-arm * 0.3, arm * 0.9), (arm * 1.3, -arm * 0.9)]
            colour = tones.text
        else:
            return
        ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour, 1.75 * grown, Qt.PenStyle.SolidLine, *ends))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([middle + QPointF(x, y) for x, y in bend])

    def _name(self) -> None:
        self.setAccessibleName(self.text())
        parts = [self._value] if self._value else []
        if self._opens:
            parts.append(self.tr("open") if self._open else self.tr("closed"))
        self.setAccessibleDescription(", ".join(parts))
