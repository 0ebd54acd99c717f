"""Between two captures: how many there are, and whether another one is wanted.

A small window over all others, so that the page below can be scrolled meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from ui.build import button, label, row
from ui.theme import MEASURES
from widgets.tones import tones_of

_THUMB = QSize(56, 40)
_ABOVE_EDGE = MEASURES.s48


class CaptureBar(QFrame):
    again_asked = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        # The keys stay with the page that is to be scrolled.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Capture from the screen"))
        self._thumb = QLabel()
        self._thumb.setFixedSize(_THUMB)
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count = label(kind="strong")
        self.hint = label(self.tr("Scroll on if you like, then take the next one."), kind="quiet")
        self.again_button = button(self.tr("Take another"), kind="primary", icon="crop")
        self.done_button = button(self.tr("Done"))
        self.again_button.clicked.connect(self.again_asked)
        self.done_button.clicked.connect(self.done)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.count)
        words.addWidget(self.hint)
        pad = MEASURES.s12
        self.setLayout(
            row(
                self._thumb,
                words,
                MEASURES.s12,
                self.done_button,
                self.again_button,
                gap=MEASURES.s8,
                margins=(pad, pad, pad, pad),
            )
        )
        self._held: QPoint | None = None

    def show_count(self, count: int, last: QImage) -> None:
        self.count.setText(self.tr("%Ln pictures taken", "", count))
        ratio = self.devicePixelRatioF()
        small = last.scaled(
            _THUMB * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self._thumb.setPixmap(QPixmap.fromImage(small))

    def show_on(self, screen: QScreen) -> None:
        """At the foot of the screen where the last one was taken; where it was moved to, then."""
        if not self.isVisible() and self._held is None:
            self.setScreen(screen)
            self.adjustSize()
            area = screen.availableGeometry()
            self.move(
                area.center().x() - self.width() // 2,
                area.bottom() - self.height() - _ABOVE_EDGE,
            )
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge of its own: below it may be a page as light or as dark as it is."""
        tones = tones_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tones.surface)
        painter.setPen(QPen(tones.border, 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            self.done.emit() if focused is self.done_button else self.again_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Held anywhere but at its buttons it goes along."""
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            self._held = self.pos()
            handle.startSystemMove()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.done.emit()
