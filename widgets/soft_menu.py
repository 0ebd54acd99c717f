"""A menu with round corners and, where the desktop can draw through a window, a soft shadow."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from widgets.isolates import left_to_right
from widgets.measures import MEASURES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionMenuItem

_GAP = 4
ROOM = 12
"""Space kept for the shadow on every side; the style sheet keeps the same for `soft` menus."""

_COMPOSITED_DESKTOPS = frozenset(
    ["BUDGIE", "CINNAMON", "COSMIC", "DEEPIN", "GNOME", "KDE", "PANTHEON", "UNITY", "X-CINNAMON"]
)


class SoftMenu(QMenu):
    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._see_through = draws_through()
        # macOS gives every popup a shadow of its own.
        self._soft = self._see_through and sys.platform != "darwin"
        self._anchor: QWidget | None = None
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setProperty("soft", self._soft)
        if self._see_through:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if self._soft:
            self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def open_under(self, anchor: QWidget) -> None:
        """Under a button, flush with its end: for buttons at the end of a bar."""
        self._anchor = anchor
        self.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._anchor is not None:
            self.move(self._place_under(self._anchor))
            self._anchor = None
        elif self._soft:
            # Qt placed the window; what is seen of it begins ROOM further in.
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            beside = isinstance(self.parent(), QMenu)
            step = 2 * ROOM - 4 if beside else ROOM
            self.move(self.x() + (step if rtl else -step), self.y() - ROOM + (0 if beside else 4))
        if not self._see_through:
            self.setMask(_rounded(self.width(), self.height()))

    def _place_under(self, anchor: QWidget) -> QPoint:
        room = ROOM if self._soft else 0
        low = anchor.mapToGlobal(QPoint(0, anchor.height() + _GAP))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = low.x() if rtl else low.x() + anchor.width() - self.width() + 2 * room
        screen = anchor.screen().availableGeometry()
        most = screen.right() + 1 - self.width() + 2 * room
        return QPoint(max(screen.left(), min(start, most)) - room, low.y() - room)

    def initStyleOption(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionMenuItem, action: QAction
    ) -> None:
        """Qt writes the keys after a tab, in the window's direction: ",+Ctrl"."""
        super().initStyleOption(option, action)
        words, tab, keys = option.text.partition("\t")
        if keys:
            option.text = f"{words}{tab}{left_to_right(keys)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._soft:
            painter = QPainter(self)
            paint_shadow(painter, QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM))
            painter.end()
        super().paintEvent(event)


def draws_through() -> bool:
    """Whether a window may be partly transparent. X11 alone does not say: bare ones cannot."""
    if QGuiApplication.platformName() != "xcb":
        return True
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    return not _COMPOSITED_DESKTOPS.isdisjoint(desktops)


def paint_shadow(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(ROOM, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 2 + (ROOM - step) // 3))
        ring = box.adjusted(-step, -step + 4, step, step).intersected(QRectF(painter.viewport()))
        painter.drawRoundedRect(ring, MEASURES.radius + step, MEASURES.radius + step)


def _rounded(width: int, height: int) -> QRegion:
    side = 2 * MEASURES.radius
    region = QRegion(0, MEASURES.radius, width, height - side)
    region += QRegion(MEASURES.radius, 0, width - side, height)
    for x in (0, width - side):
        for y in (0, height - side):
            region += QRegion(x, y, side, side, QRegion.RegionType.Ellipse)
    return region
