"""A button that shows it is at work: the same size, a turning arc, and no second press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from widgets.motion import motion_ms
from widgets.tones import tones_of

_STEP_MS = 60
_STEP_DEGREES = 24
_ARC = 16


class BusyButton(QPushButton):
    """Stays reachable by keyboard while busy, so the focus does not jump; presses do nothing."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._busy = False
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on_step)

    @property
    def busy(self) -> bool:
        return self._busy

    def set_busy(self, busy: bool, spoken: str = "") -> None:
        """`spoken` replaces the button's name for a screen reader: "Sending"."""
        if busy == self._busy:
            return
        self._busy = busy
        self.setAccessibleDescription(spoken if busy else "")
        self._run_or_stop()
        self.update()

    def event(self, event: QEvent) -> bool:
        if self._busy and event.type() in _PRESSES and not _moves_focus(event):
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._busy:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_arc(painter)
        painter.end()

    def _paint_arc(self, painter: QPainter) -> None:
        tones = tones_of(self)
        colour = tones.on_accent if self.property("kind") == "primary" else tones.quiet
        box = QRectF(0, 0, _ARC, _ARC)
        box.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, -self._angle * 16, 270 * 16)

    def _run_or_stop(self) -> None:
        if self._busy and self.isVisible() and motion_ms() > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_step(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.update()


_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.KeyPress,
    QEvent.Type.Shortcut,
)


def _moves_focus(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
