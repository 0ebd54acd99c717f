"""What is being dragged, under the pointer: a picture of it, and over it where it would land.

It takes the mouse and the keys while it holds something, so that what it was taken from may go
meanwhile: another week is turned to, a row is read anew.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized

_LINE = 26
_AWAY = 6
_PADDING = 10
_SHOWN = 0.92
_MOST_WIDE = 240


class DragHand(QWidget):
    moved = Signal(QPoint)
    """To this place, in global pixels."""
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.setMouseTracking(True)
        self._picture = QPixmap()
        self._hot = QPoint()
        self._said = ""
        self._calm = True
        self._key = ""
        self.hide()

    @property
    def key(self) -> str:
        """What is held; "" for nothing."""
        return self._key

    @property
    def said(self) -> str:
        return self._said

    def take(self, key: str, picture: QPixmap, hot: QPoint, at: QPoint) -> None:
        """`hot`: the place in the picture that is under the pointer, which is `at`, global."""
        self._key, self._picture, self._hot = key, picture, hot
        self._said, self._calm = "", True
        self._fit()
        self._place(at)
        self.show()
        self.raise_()
        self.grabMouse(Qt.CursorShape.ClosedHandCursor)
        self.grabKeyboard()

    def say(self, line: str, *, calm: bool = True) -> None:
        """Where it would land, or, not `calm`, why it can not."""
        if (line, calm) == (self._said, self._calm):
            return
        self._said, self._calm = line, calm
        self._fit()
        self.update()

    def let_go(self) -> None:
        """Without dropping it anywhere."""
        if self._key:
            self._key = ""
            self.releaseMouse()
            self.releaseKeyboard()
            self.hide()

    def go(self, at: QPoint) -> None:
        """The pointer is there now, globally."""
        self._place(at)
        self.moved.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._key:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.go(event.globalPosition().toPoint())
        else:
            # The button was let go over another program.
            self._put_back()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._key:
            at = event.globalPosition().toPoint()
            self.moved.emit(at)
            self.dropped.emit(at)
            self.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_back()

    def _put_back(self) -> None:
        self.let_go()
        self.cancelled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._picture_size()
        left = self.width() - wide if self.isRightToLeft() else 0
        painter.setOpacity(_SHOWN)
        top = self._line() + _AWAY
        painter.drawPixmap(left, top, self._picture)
        painter.setOpacity(1)
        painter.setPen(QPen(tones.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(left, top, wide, high).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, 12, 12)
        if self._said:
            self._paint_line(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        tones = tones_of(self)
        painter.setFont(sized(self.font(), CAPTION, strong=True))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, _MOST_WIDE)
        wide = metrics.horizontalAdvance(shown) + 2 * _PADDING
        left = self.width() - wide if self.isRightToLeft() else 0
        box = QRectF(left, 0, wide, self._line())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.accent if self._calm else tones.text)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(tones.on_accent if self._calm else tones.surface)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _line(self) -> int:
        return max(_LINE, round(sized(self.font(), CAPTION).pixelSize() * 2))

    def _picture_size(self) -> tuple[int, int]:
        size = self._picture.deviceIndependentSize().toSize()
        return size.width(), size.height()

    def _fit(self) -> None:
        wide, high = self._picture_size()
        right = self.x() + self.width()
        self.resize(max(wide, _MOST_WIDE + 2 * _PADDING), high + _AWAY + self._line())
        if self.isRightToLeft():
            self.move(right - self.width(), self.y())

    def _place(self, at: QPoint) -> None:
        corner = self._ground.mapFromGlobal(at) - self._hot - QPoint(0, self._line() + _AWAY)
        if self.isRightToLeft():
            corner -= QPoint(self.width() - self._picture_size()[0], 0)
        self.move(corner)
