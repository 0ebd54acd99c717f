"""A line over days beside the line of the days before. The drawing itself is handed in.

The same drawing makes pictures for files, so it lives where files are made; this widget adds what
only a screen has: the day under the pointer or chosen by the arrow keys, and words for readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.tones import Tones, tones_of

HEIGHT = 280


@dataclass(frozen=True, slots=True)
class LineData:
    """`days` and both rows of values are as long as each other; None is a day nobody counted."""

    title: str
    now_name: str
    before_name: str
    days: tuple[str, ...] = ()
    now: tuple[float | None, ...] = ()
    before: tuple[float | None, ...] = ()
    missing: str = ""
    """What is said of a day without a value."""
    not_over: str = ""
    """What is said of the last day where it is today, which has no value yet; else empty."""

    def is_open(self, index: int) -> bool:
        """Whether the day is still going on: not a gap."""
        return bool(self.not_over) and index == len(self.days) - 1

    def now_said(self, index: int, locale: QLocale) -> str:
        value = self.now[index]
        if value is None and self.is_open(index):
            return self.not_over
        return self._said(value, locale)

    def before_said(self, index: int, locale: QLocale) -> str:
        return self._said(self.before[index], locale)

    def _said(self, value: float | None, locale: QLocale) -> str:
        return self.missing if value is None else locale.toString(round(value))


@dataclass(frozen=True, slots=True)
class ChartLook:
    tones: Tones
    font: QFont
    locale: QLocale
    mirrored: bool


class DrawLine(Protocol):
    def __call__(
        self,
        painter: QPainter,
        area: QRectF,
        data: LineData,
        *,
        look: ChartLook,
        marked: int | None,
    ) -> QRectF:
        """Draws, and returns the rectangle between the first and the last day."""


class LineChart(QWidget):
    """Arrow keys and the pointer choose a day."""

    def __init__(self, draw: DrawLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._data = LineData("", "", "")
        self._plot = QRectF()
        self._marked: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set(self, data: LineData) -> None:
        self._data = data
        self._marked = None
        self._say()
        self.update()

    @property
    def data(self) -> LineData:
        return self._data

    @property
    def marked(self) -> int | None:
        return self._marked

    def mark(self, index: int | None) -> None:
        if index is not None and not 0 <= index < len(self._data.days):
            index = None
        if index == self._marked:
            return
        self._marked = index
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = ChartLook(tones_of(self), self.font(), self.locale(), self.isRightToLeft())
        self._plot = self._draw(
            painter, QRectF(self.rect()), self._data, look=look, marked=self._marked
        )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mark(self._index_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self.mark(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.mark(None)
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._data.days:
            self.mark(len(self._data.days) - 1)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._data.days) - 1
        here = last if self._marked is None else self._marked
        onward = -1 if self.isRightToLeft() else 1
        target = {
            Qt.Key.Key_Left: here - onward,
            Qt.Key.Key_Right: here + onward,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or last < 0:
            super().keyPressEvent(event)
            return
        self.mark(min(max(target, 0), last))

    def _index_at(self, x: float) -> int | None:
        count = len(self._data.days)
        if (
            not count
            or not self._plot.adjusted(-12, 0, 12, 0).left() <= x <= self._plot.right() + 12
        ):
            return None
        if count == 1:
            return 0
        share = (x - self._plot.left()) / self._plot.width()
        if self.isRightToLeft():
            share = 1 - share
        return min(max(round(share * (count - 1)), 0), count - 1)

    def _say(self) -> None:
        self.setAccessibleName(self._data.title)
        if self._marked is None:
            self.setAccessibleDescription("")
            return
        here, locale = self._marked, self.locale()
        self.setAccessibleDescription(
            f"{self._data.days[here]}. "
            f"{self._data.now_name}: {self._data.now_said(here, locale)}. "
            f"{self._data.before_name}: {self._data.before_said(here, locale)}."
        )
