"""How much of a post is used: a ring that fills, amber near the end, red beyond it.

The number of characters left stands in it from 20 down, or before it where it is too wide, and is
spoken to screen readers at 20, 10, 0 and over.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.speech import announce
from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized

_SIZE = 32
_MINUS = "\u2212"
_NEAR = 20
_STEPS = (_NEAR, 10, 0)


class CounterRing(QWidget):
    spoken = Signal(str)
    """What a screen reader was told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used = 0
        self._limit = 280
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set(self, used: int, limit: int) -> None:
        """Weighted characters used, of `limit`."""
        if (used, limit) == (self._used, self._limit):
            return
        before = _level(self._limit - self._used)
        self._used, self._limit = used, limit
        self._name()
        self.updateGeometry()
        self.update()
        if _level(self.left()) > before:
            self._say(self.accessibleName())

    def left(self) -> int:
        return self._limit - self._used

    def number(self) -> str:
        """What is left as it stands in the ring: with a minus sign, never a hyphen."""
        return self.locale().toString(self.left()).replace("-", _MINUS)

    def sizeHint(self) -> QSize:
        """Larger with the owner's larger text: two digits still stand in the ring."""
        side = self._side()
        return QSize(side + self._before(), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        left = self.left()
        near = left <= _NEAR
        colour = tones.red if left < 0 else tones.amber if near else tones.border
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = near and not self._before()
        self._draw_ring(painter, colour, tones.line, large=inside)
        if near:
            self._draw_number(painter, colour)

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _side(self) -> int:
        metrics = QFontMetrics(sized(self.font(), CAPTION, strong=True))
        # A plus is as wide as the minus, and stands in every font: no other is looked through.
        return max(_SIZE, metrics.horizontalAdvance("+88") + 10)

    def _before(self) -> int:
        """Room for a number that does not fit into the ring."""
        if self.left() > -100:
            return 0
        metrics = QFontMetrics(sized(self.font(), CAPTION, strong=True))
        return metrics.horizontalAdvance(self.number()) + 2

    def _boxes(self) -> tuple[QRectF, QRectF]:
        """Of the number and of the ring: one, or two side by side."""
        whole = QRectF(self.rect())
        before = self._before()
        if not before:
            return whole, whole
        if self._mirrored():
            return whole.adjusted(whole.width() - before, 0, 0, 0), whole.adjusted(0, 0, -before, 0)
        return whole.adjusted(0, 0, before - whole.width(), 0), whole.adjusted(before, 0, 0, 0)

    def _draw_ring(self, painter: QPainter, colour: QColor, rest: QColor, *, large: bool) -> None:
        width = 2.5
        box = self._boxes()[1]
        across = min(box.width(), box.height()) * (0.9 if large else 0.69)
        area = QRectF(0, 0, across, across)
        area.moveCenter(box.center())
        area.adjust(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(rest, width))
        painter.drawEllipse(area)
        share = min(self._used / self._limit, 1.0) if self._limit else 1.0
        if share <= 0:
            return
        # Qt's angles are sixteenths of a degree against the clock: the ring fills with it, and
        # the other way round where one reads from the right.
        sweep = round(share * 360 * 16) * (1 if self._mirrored() else -1)
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(area, 90 * 16, sweep)

    def _draw_number(self, painter: QPainter, colour: QColor) -> None:
        painter.setFont(sized(self.font(), CAPTION, strong=True))
        painter.setPen(colour)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(self._boxes()[0], Qt.AlignmentFlag.AlignCenter, self.number())

    def _name(self) -> None:
        left = self.left()
        if left < 0:
            name = self.tr("%Ln characters too many", "", -left)
        else:
            name = self.tr("%Ln characters left", "", left)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _say(self, sentence: str) -> None:
        self.spoken.emit(sentence)
        announce(self, sentence)


def _level(left: int) -> int:
    """How many of the spoken steps are passed; going over the limit is one more."""
    return sum(left <= step for step in _STEPS) + (left < 0)
