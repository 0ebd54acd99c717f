"""A small window at a button: closes on Esc or a click beside it, and discards nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import MEASURES
from widgets.soft_menu import draws_through
from widgets.tones import tones_of

_AWAY = 6


class Popover(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        if draws_through():
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        pad = MEASURES.s12
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(MEASURES.s8)

    def set_name(self, name: str) -> None:
        """What a screen reader calls it."""
        self.setAccessibleName(name)
        self.setWindowTitle(name)

    def open_at(self, anchor: QWidget) -> None:
        """Above the anchor where there is room, else below; flush with its end, on the screen."""
        self.adjustSize()
        top_left = anchor.mapToGlobal(QPoint(0, 0))
        place = QRect(top_left, self.size())
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            place.moveRight(top_left.x() + anchor.width() - 1)
        place.moveBottom(top_left.y() - _AWAY)
        screen = QGuiApplication.screenAt(top_left) or QGuiApplication.primaryScreen()
        space = screen.availableGeometry()
        if place.top() < space.top():
            place.moveTop(top_left.y() + anchor.height() + _AWAY)
        # On a low screen there may be room on neither side: then it lies over its anchor.
        place.moveTop(max(min(place.top(), space.bottom() - place.height()), space.top()))
        place.moveLeft(min(max(place.left(), space.left()), space.right() - place.width()))
        self.move(place.topLeft())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.border, 1))
        painter.setBrush(tones.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = MEASURES.card_radius if draws_through() else 0
        painter.drawRoundedRect(box, radius, radius)
