"""A free place in the week: dotted, with its time, what it is kept for, and a plus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.pressable import Pressable
from widgets.strokes import draw_plus
from widgets.tones import tones_of
from widgets.type_scale import BASE, CAPTION, sized

HEIGHT = 40
_PADDING = 12
_PLUS = 5
_DOT, _APART = 8, 8


class SlotButton(Pressable):
    """`clicked` asks for a post at this time; `key` names the time for the caller."""

    def __init__(
        self,
        key: str,
        time: str,
        *,
        spoken: str,
        kind: str = "",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`kind`: the word for what it is kept for; `tone` its colour of the palette."""
        super().__init__(parent)
        self.key = key
        self._kind = kind
        self._tone = tone
        self._target = False
        self.setText(time)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> str:
        return self._kind

    @property
    def is_target(self) -> bool:
        """What is being dragged would land here."""
        return self._target

    def set_target(self, on: bool) -> None:
        if on is not self._target:
            self._target = on
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, max(HEIGHT, round(sized(self.font(), BASE).pixelSize() * 2.4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        lifted = self.underMouse() or self.isDown() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tones.border, 1, Qt.PenStyle.DotLine)
        if self._target:
            pen = QPen(tones.accent, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = tones.tint if self._target else tones.surface
        painter.setBrush(ground if lifted or self._target else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        ink = tones.accent if self._target else tones.text if lifted else tones.quiet
        painter.setPen(ink)
        painter.setFont(sized(self.font(), BASE, strong=self._target))
        self._word(painter, self.text(), _PADDING)
        if self._kind and not self._target:
            self._paint_kind(painter, painter.fontMetrics().horizontalAdvance(self.text()), ink)
        self._draw_plus(painter, ink)
        painter.end()

    def _paint_kind(self, painter: QPainter, used: int, ink: QColor) -> None:
        """A dot in the kind's colour, and its word where there is room for all of it."""
        left = _PADDING + used + _APART
        dot = QRectF(left, (self.height() - _DOT) / 2, _DOT, _DOT)
        if self.isRightToLeft():
            dot.moveRight(self.width() - left)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones_of(self).named(self._tone))
        painter.drawEllipse(dot)
        left += _DOT + _APART - 2
        painter.setPen(ink)
        painter.setFont(sized(self.font(), CAPTION))
        room = self.width() - left - _PADDING - 3 * _PLUS
        if painter.fontMetrics().horizontalAdvance(self._kind) <= room:
            self._word(painter, self._kind, left)

    def _word(self, painter: QPainter, text: str, start: int) -> None:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        rightwards = not self.isRightToLeft()
        inner = self.rect().adjusted(start if rightwards else 0, 0, 0 if rightwards else -start, 0)
        painter.drawText(inner, int(flags), text)

    def _draw_plus(self, painter: QPainter, ink: QColor) -> None:
        inset = _PADDING + _PLUS
        middle = QPointF(inset if self.isRightToLeft() else self.width() - inset, self.height() / 2)
        draw_plus(painter, middle, ink, arm=_PLUS, width=1.5)
