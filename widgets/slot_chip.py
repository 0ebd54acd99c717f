"""A time of posting in the editor of slots: its hour, and what it is kept for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.pressable import Pressable
from widgets.tones import tones_of
from widgets.type_scale import BASE, CAPTION, sized

HEIGHT = 40
_PADDING = 12
_DOT, _APART = 8, 8


class SlotChip(Pressable):
    """`clicked` asks to change it. `tone`: the kind's colour of the palette, "" for any kind."""

    def __init__(
        self, time: str, *, kind: str, tone: str, spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._tone = tone
        self.setText(time)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> str:
        return self._kind

    def sizeHint(self) -> QSize:
        return QSize(96, max(HEIGHT, round(sized(self.font(), BASE).pixelSize() * 2.4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lifted = self.underMouse() or self.isDown()
        painter.setPen(QPen(tones.border if lifted else tones.surface, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        room = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setPen(tones.text)
        painter.setFont(sized(self.font(), BASE, strong=True))
        painter.drawText(room, self._side(), self.text())
        if self._tone:
            used = painter.fontMetrics().horizontalAdvance(self.text()) + _APART
            self._paint_kind(painter, self._after(room, used))
        painter.end()

    def _paint_kind(self, painter: QPainter, room: QRectF) -> None:
        tones = tones_of(self)
        dot = QRectF(room.left(), room.center().y() - _DOT / 2, _DOT, _DOT)
        if self.isRightToLeft():
            dot.moveRight(room.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.named(self._tone))
        painter.drawEllipse(dot)
        room = self._after(room, _DOT + _APART - 2)
        painter.setPen(tones.quiet)
        painter.setFont(sized(self.font(), CAPTION))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._kind, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, self._side(), words)

    def _after(self, room: QRectF, used: float) -> QRectF:
        rightwards = not self.isRightToLeft()
        return room.adjusted(used if rightwards else 0, 0, 0 if rightwards else -used, 0)

    def _side(self) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
