"""Undo instead of "are you sure": a sentence with the seconds left, at the foot of a pane."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from widgets.elided_label import ElidedLabel
from widgets.measures import MEASURES
from widgets.speech import announce
from widgets.tones import mix, tones_of

_RING = 26
_TICK_MS = 200
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class UndoBar(QFrame):
    """Lies over its parent. Exactly one of `undone`, `chosen` and `ended` follows each offer."""

    undone = Signal()
    chosen = Signal()
    """The second action that an offer may have: something to be done beside taking it back."""
    ended = Signal()

    def __init__(self, parent: QWidget, *, undo: str, above: int = MEASURES.s24) -> None:
        """`undo` is the word on the button; `above` is the space kept below the bar."""
        super().__init__(parent)
        self._ground = parent
        self._over: QWidget | None = None
        self._above = above
        self._clock = QElapsedTimer()
        self._ms = 0
        self._offered = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._on_end)
        self.setProperty("kind", "undo")
        self._ring = _Ring()
        self._sentence = ElidedLabel()
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(undo)
        self._button.setProperty("kind", "undo")
        self._button.clicked.connect(self.press)
        self._second = QPushButton()
        self._second.setProperty("kind", "undo")
        self._second.clicked.connect(self._on_second)
        self._second.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(MEASURES.s12)
        layout.addSpacing(6)
        layout.addWidget(self._ring)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._second)
        layout.addWidget(self._button)
        self.hide()
        parent.installEventFilter(self)

    @property
    def offered(self) -> bool:
        return self._offered

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def button(self) -> QPushButton:
        return self._button

    @property
    def second(self) -> QPushButton:
        return self._second

    def stand_over(self, place: QWidget | None) -> None:
        """Part of the parent at whose foot the bar stands; None: `above` over the parent's own.

        Whoever has something docked below names the pane above it: nothing docked is covered.
        """
        if place is self._over:
            return
        if self._over is not None:
            self._over.removeEventFilter(self)
        self._over = place
        if place is not None:
            place.installEventFilter(self)
        self._place()

    def offer(self, sentence: str, seconds: float, *, second: str = "") -> None:
        """An offer still standing ends first: the newest is the one that can be undone.

        `second`: the word for something else that can be done now.
        """
        self.settle()
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._offered = True
        self._ms = max(0, round(seconds * 1000))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._clock.start()
        self._end.start(self._ms)
        self._timer.start()
        self._on_tick()
        self.show()
        self._place()
        self.raise_()
        said = (sentence.rstrip("."), second, self._button.text())
        announce(self, ". ".join(each for each in said if each))

    def press(self) -> None:
        if self._offered:
            self._close()
            self.undone.emit()

    def _on_second(self) -> None:
        if self._offered:
            self._close()
            self.chosen.emit()

    def settle(self) -> None:
        """Ends a standing offer at once, as if its time were over."""
        if self._offered:
            self._close()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        self._offered = False
        self._timer.stop()
        self._end.stop()
        self.hide()

    def _on_tick(self) -> None:
        left = max(0, self._ms - self._clock.elapsed())
        self._ring.set(left / self._ms if self._ms else 0.0, math.ceil(left / 1000))

    def _on_end(self) -> None:
        self.settle()

    def _place(self) -> None:
        over, above = QRect(QPoint(), self._ground.size()), self._above
        place = self._over
        while place is not None and not place.isVisibleTo(self._ground):
            place = place.parentWidget()
        if place is not None and self._ground.isAncestorOf(place):
            over = QRect(place.mapTo(self._ground, QPoint()), place.size())
            above = MEASURES.s16
        size = self.sizeHint().boundedTo(over.size() - QSize(MEASURES.s32, 0))
        box = QRect(QPoint(), size)
        box.moveCenter(over.center())
        box.moveBottom(over.bottom() - above)
        self.setGeometry(box)


class _Ring(QWidget):
    """The seconds left, with an arc that empties."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._seconds = 0
        self.setFixedSize(_RING, _RING)

    def set(self, share: float, seconds: int) -> None:
        self._share, self._seconds = share, seconds
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, _RING - 2, _RING - 2)
        box.moveCenter(QPointF(_RING / 2, _RING / 2))
        painter.setPen(QPen(mix(tones.text, tones.surface, 0.25), 2))
        painter.drawEllipse(box)
        painter.setPen(QPen(tones.surface, 2))
        turn = 1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else -1
        painter.drawArc(box, 90 * 16, round(turn * -360 * 16 * self._share))
        font = self.font()
        font.setPixelSize(MEASURES.caption)
        painter.setFont(font)
        words = self.locale().toString(self._seconds)
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
