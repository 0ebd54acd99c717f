"""Holds the line of advice above the bar while the sheet is longer than what is seen of it.

The line belongs under the sheet. Where that is out of view nobody would read why a post cannot go.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.compose.advice_line import AdviceLine
from ui.theme import MEASURES

_MOVED = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.LayoutDirectionChange,
)


class AdviceDock(QFrame):
    def __init__(
        self, line: AdviceLine, home: QWidget, *, area: QScrollArea, sheets: QWidget
    ) -> None:
        """The line stands last in the layout of `home`, under the `sheets`, all in the `area`."""
        super().__init__()
        self.setProperty("kind", "dock")
        self._line = line
        self._home = home
        self._area = area
        self._sheets = sheets
        self._docked = False
        self._box = QHBoxLayout(self)
        self._box.setSpacing(0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        self.hide()
        for each in (area, area.viewport(), sheets, line):
            each.installEventFilter(self)

    @property
    def is_docked(self) -> bool:
        return self._docked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        ground = self._area.widget()
        if ground is None or not self._sheets.isVisible():
            return
        end = self._sheets.mapTo(ground, QPoint(0, self._sheets.height())).y()
        room = self._area.height() + (self.height() if self._docked else 0)
        docked = end + MEASURES.s8 + self._line.height() > room
        if docked:
            self._align()
        if docked != self._docked:
            self._move(docked)

    def _move(self, docked: bool) -> None:
        self._docked = docked
        within = self._line.focusWidget() if self._line.has_focus else None
        under = self._home.layout()
        if under is None:
            return
        home, place = (under, self._box) if docked else (self._box, under)
        home.removeWidget(self._line)
        place.addWidget(self._line)
        self.setVisible(docked)
        if within is not None:
            within.setFocus()

    def _align(self) -> None:
        """Exactly under the sheets, wherever a scroll bar stands."""
        left = self._sheets.mapTo(self._area, QPoint()).x()
        right = self._area.width() - left - self._sheets.width()
        self._box.setContentsMargins(left, MEASURES.s8, right, MEASURES.s8)
