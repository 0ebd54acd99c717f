"""One screen's photograph, dimmed but for what is chosen on it: a region, a window, or all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QGuiApplication,
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

from ui.board.capture_hand import CaptureHand, Chosen
from ui.theme import MEASURES

_VEIL = QColor(20, 18, 15, 140)
_PILL = QColor(20, 18, 15, 225)
_INK = QColor("white")
_HINT_AT = 56
_FEW = 600
"""Pixels on the long side: X shows a post's picture about so wide."""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CaptureOverlay(QWidget):
    taken = Signal(QImage, QRect)
    """The picture, and its place on the screen's photograph."""
    cancelled = Signal()
    next_asked = Signal()
    """The keys shall go to the next screen."""

    def __init__(
        self,
        shot: QPixmap,
        screen: QScreen,
        *,
        windows: Sequence[QRect] = (),
        region: QRect | None = None,
    ) -> None:
        """`windows` (the uppermost first) and `region` in the photograph's pixels."""
        super().__init__(None, _flags())
        self._shot = shot
        self.hand = CaptureHand(shot.size(), windows, region=region)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Choose what to take from the screen"))
        self._again = QRect(self.hand.rect()) if region is not None else QRect()
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys choose a window, Shift and an arrow begins a region and changes its "
                "size, arrow keys move it, Enter takes what is chosen, Tab goes to the next "
                "screen, Esc ends"
            )
        )

    def hint(self) -> str:
        """What can be done now, and what Enter takes."""
        chosen = self.hand.chosen
        if chosen is Chosen.SCREEN:
            return self.tr(
                "Draw over what you want, or click a window · Enter takes all · Esc ends"
            )
        if chosen is Chosen.WINDOW:
            return self.tr("Draw over what you want · Enter takes this window · Esc ends")
        if self.hand.rect() == self._again:
            return self.tr("Enter takes the same place again · draw another one · Esc ends")
        return self.tr("Enter takes what is framed · draw another one · Esc ends")

    def size_words(self) -> str:
        """Of what is framed, in pixels; so few of them are told to be few."""
        size = self.hand.rect().size()
        number = self.locale().toString
        pixels = f"\u2066{number(size.width())} × {number(size.height())}\u2069"
        if max(size.width(), size.height()) < _FEW:
            return self.tr("{size} pixels: it will look soft").format(size=pixels)
        return self.tr("{size} pixels").format(size=pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.hand.rect())
        elif step is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.hand.grow(*step, fine=fine)
            else:
                self.hand.step(*step, fine=fine)
            self.update()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab never comes to `keyPressEvent`: Qt looks for the next field, and there is none."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if isinstance(event, QKeyEvent) and event.key() in tabs:
            if event.type() is QEvent.Type.KeyPress:
                self.next_asked.emit()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.press(self._to_shot(event.position()))
            self.update()
        else:
            self.cancelled.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._to_shot(event.position())
        if self.hand.drawing:
            self.hand.draw(at)
        else:
            self.hand.hover(at)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.hand.draw(self._to_shot(event.position()))
        taken = self.hand.release()
        self.update()
        if taken is not None:
            self._take(taken)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hand.hover(self._to_shot(event.position()))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hand.leave()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self.rect(), self._shot)
        chosen = self.hand.chosen
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        box = self._from_shot(self.hand.rect())
        if chosen is not Chosen.SCREEN:
            inside = QPainterPath()
            inside.addRect(box)
            veil = veil.subtracted(inside)
        painter.fillPath(veil, _VEIL)
        if chosen is not Chosen.SCREEN:
            self._frame(painter, box)
        if not self.hand.drawing:
            self._pill(painter, self.hint(), QPointF(self.width() / 2, _HINT_AT))

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(_INK, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 1, 1).intersected(QRectF(self.rect())))
        below = min(box.bottom() + 24, self.height() - 20.0)
        self._pill(painter, self.size_words(), QPointF(box.center().x(), below))

    def _pill(self, painter: QPainter, words: str, middle: QPointF) -> None:
        metrics = QFontMetricsF(self.font())
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 32, metrics.height() + 16)
        box.moveCenter(middle)
        box.moveLeft(max(8.0, min(box.left(), self.width() - 8 - box.width())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PILL)
        painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)
        painter.setPen(_INK)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _scale(self) -> tuple[float, float]:
        """Pixels of the photograph for one of the screen: 1, 1.25, 2, as the owner set it."""
        return self._shot.width() / max(1, self.width()), self._shot.height() / max(
            1, self.height()
        )

    def _to_shot(self, at: QPointF) -> QPoint:
        across, down = self._scale()
        return QPoint(int(at.x() * across), int(at.y() * down))

    def _from_shot(self, box: QRect) -> QRectF:
        across, down = self._scale()
        return QRectF(box.x() / across, box.y() / down, box.width() / across, box.height() / down)

    def _take(self, box: QRect) -> None:
        image = self._shot.toImage()
        image.setDevicePixelRatio(1.0)
        self.taken.emit(image.copy(box), box)


def _flags() -> Qt.WindowType:
    """X11's window managers would move it off their bars; elsewhere a tool stays on top as it is.

    Full screen is no way: macOS would slide it to a desktop of its own.
    """
    flags = (
        Qt.WindowType.Window
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
    )
    if QGuiApplication.platformName() == "xcb":
        return flags | Qt.WindowType.BypassWindowManagerHint
    return flags | Qt.WindowType.Tool
