"""A free place in the week: dotted, with its time and a plus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.pressable import Pressable
from widgets.strokes import draw_plus
from widgets.tones import tones_of
from widgets.type_scale import BASE, sized

HEIGHT = 40
_PADDING = 12
_PLUS = 5


class SlotButton(Pressable):
    """`clicked` asks for a post at this time; `key` names the time for the caller."""

    def __init__(self, key: str, time: str, *, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(time)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(96, max(HEIGHT, round(sized(self.font(), BASE).pixelSize() * 2.4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        lifted = self.underMouse() or self.isDown() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DotLine))
        painter.setBrush(tones.surface if lifted else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.setPen(tones.text if lifted else tones.quiet)
        painter.setFont(sized(self.font(), BASE))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        inner = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(inner, int(flags), self.text())
        self._draw_plus(painter)
        painter.end()

    def _draw_plus(self, painter: QPainter) -> None:
        inset = _PADDING + _PLUS
        middle = QPointF(inset if self.isRightToLeft() else self.width() - inset, self.height() / 2)
        draw_plus(painter, middle, painter.pen().color(), arm=_PLUS, width=1.5)
