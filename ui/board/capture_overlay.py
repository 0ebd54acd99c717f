"""One screen's photograph, dimmed but for the region drawn over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from ui.theme import MEASURES

_LEAST = 8
"""A press that hardly moved is a slip, not a region."""
_VEIL = QColor(20, 18, 15, 140)
_PILL = QColor(20, 18, 15, 225)
_INK = QColor("white")


class CaptureOverlay(QWidget):
    taken = Signal(QImage)
    cancelled = Signal()

    def __init__(self, shot: QPixmap, screen: QScreen) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.Tool,
        )
        self._shot = shot
        self._from: QPoint | None = None
        self._to = QPoint()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Choose what to take from the screen"))
        self._hint = self.tr("Draw over what you want · Enter takes the whole screen · Esc ends")
        self.setAccessibleDescription(self._hint)

    def region(self) -> QRect:
        """What is chosen, in the overlay's own pixels."""
        if self._from is None:
            return QRect()
        return QRect(self._from, self._to).normalized().intersected(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self._shot.toImage())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = self._to = event.position().toPoint()
            self.update()
        else:
            self.cancelled.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._to = event.position().toPoint()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        region = self.region()
        self._from = None
        self.update()
        if region.width() >= _LEAST and region.height() >= _LEAST:
            self.taken.emit(self._cut(region))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self.rect(), self._shot)
        region = self.region()
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        if not region.isEmpty():
            inside = QPainterPath()
            inside.addRect(QRectF(region))
            veil = veil.subtracted(inside)
        painter.fillPath(veil, _VEIL)
        if region.isEmpty():
            self._pill(painter, self._hint, QPointF(self.width() / 2, 56))
            return
        painter.setPen(QPen(_INK, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(region).adjusted(-1, -1, 1, 1))
        size = self._real(region).size()
        below = min(region.bottom() + 24, self.height() - 20)
        words = f"\u2066{size.width()} × {size.height()}\u2069"
        self._pill(painter, words, QPointF(region.center().x(), below))

    def _pill(self, painter: QPainter, words: str, middle: QPointF) -> None:
        metrics = QFontMetricsF(self.font())
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 32, metrics.height() + 16)
        box.moveCenter(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PILL)
        painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)
        painter.setPen(_INK)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _real(self, region: QRect) -> QRect:
        """The region in the photograph's own pixels, at any scale of the screen."""
        across = self._shot.width() / max(1, self.width())
        down = self._shot.height() / max(1, self.height())
        top_left = QPoint(round(region.x() * across), round(region.y() * down))
        size = QSize(round(region.width() * across), round(region.height() * down))
        return QRect(top_left, size)

    def _cut(self, region: QRect) -> QImage:
        image = self._shot.toImage()
        image.setDevicePixelRatio(1.0)
        return image.copy(self._real(region))
