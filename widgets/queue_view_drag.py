"""A row in the hand: where it would come to stand, a line that shows it, and the edges that scroll.

Not Qt's own drag: that runs a loop of its own, and leaves the list for every other window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPen

from widgets.queue_view_line import GUTTER
from widgets.queue_view_paint import QueueDelegate
from widgets.queue_view_values import Entry, EntryKind, Place
from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized

if TYPE_CHECKING:
    from widgets.queue_view import QueueView
    from widgets.queue_view_model import QueueModel

_EDGE = 40
"""So near to the edge the list begins to scroll."""
_STEP_MS = 16
_FASTEST = 24
_PAD = 10
Tell = Callable[[str, Place], str]


class RowDrag(QObject):
    def __init__(self, view: QueueView, model: QueueModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.pressed: int | None = None
        self.lifted: int | None = None
        """The row that is under way."""
        self._from = QPoint()
        self._at = QPoint()
        self._drawn: tuple[QRect, ...] = ()
        self.tell: Tell | None = None
        """Says when a row would be due that is put between two others."""
        self._told: tuple[Place, str] | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(_STEP_MS)
        self._scroll.timeout.connect(self._on_scroll)

    @property
    def active(self) -> bool:
        return self.lifted is not None

    def press(self, row: int, point: QPoint) -> None:
        self.pressed, self._from = row, point

    def move(self, point: QPoint) -> bool:
        """True while a row is under way."""
        self._at = point
        if self.lifted is None and not self._lift():
            return False
        self._watch_edges()
        self._update()
        return True

    def release(self) -> tuple[str, Place] | None:
        """What was moved where; None for a click, and where it fell back to its place."""
        lifted, place = self.lifted, self.place() if self.active else None
        self.cancel()
        if lifted is None or place is None:
            return None
        return self._model.rows[lifted].key, place

    def cancel(self) -> None:
        self.pressed = self.lifted = None
        self._told = None
        self._drawn = ()
        self._scroll.stop()
        self._view.viewport().update()

    def place(self) -> Place | None:
        """Where the row would stand if it were let go; None: where it stands now."""
        entry, row = self._under()
        if entry is not None and entry.kind is EntryKind.FREE:
            return Place(free=entry.key)
        above, below = self._posts_around(row)
        own = self._model.rows[self.lifted].key if self.lifted is not None else ""
        if own in (above, below) or (not above and not below):
            return None
        return Place(above, below)

    def paint(self, painter: QPainter, delegate: QueueDelegate) -> None:
        """The row beside the mouse, and where it would go."""
        if self.lifted is None:
            return
        tones = tones_of(self._view)
        held = self._held()
        painter.setPen(QPen(tones.border, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(QRectF(held).adjusted(4, 1, -4, -1), 10, 10)
        delegate.draw_row(painter, held, self._model.line(self.lifted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place, (entry, row) = self.place(), self._under()
        if place is not None and place.free and entry is not None:
            box = QRectF(self._rect(row)).adjusted(1, 5, -1, -5)
            painter.setPen(QPen(tones.accent, 2))
            painter.drawRoundedRect(box, 12, 12)
        elif place is not None:
            y = self._line_at(row)
            start, end = GUTTER / 2, self._view.viewport().width() - GUTTER / 2
            painter.setPen(QPen(tones.accent, 2))
            painter.drawLine(QPointF(start, y), QPointF(end, y))
            painter.setBrush(tones.accent)
            for x in (start, end):
                painter.drawEllipse(QPointF(x, y), 3, 3)
            self._paint_told(painter, y)

    @property
    def said(self) -> str:
        """When the row would be due where it is held; "" on a free time, which says so itself."""
        place = self.place() if self.active else None
        if place is None or place.free or self.tell is None or self.lifted is None:
            return ""
        if self._told is None or self._told[0] != place:
            self._told = (place, self.tell(self._model.rows[self.lifted].key, place))
        return self._told[1]

    def _paint_told(self, painter: QPainter, y: float) -> None:
        """On the line, at the start: a pill with the time."""
        said = self.said
        if not said:
            return
        tones, port = tones_of(self._view), self._view.viewport()
        painter.setFont(sized(self._view.font(), CAPTION, strong=True))
        box = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(said) + 2 * _PAD, self._pill)
        box.moveCenter(QPointF(0, y))
        mirrored = self._view.isRightToLeft()
        box.moveLeft(port.width() - GUTTER - box.width() if mirrored else GUTTER)
        # Over the first row and under the last it stays in sight.
        box.moveTop(min(max(box.top(), 0), port.height() - box.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.accent)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(tones.on_accent)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    @property
    def _pill(self) -> int:
        return round(sized(self._view.font(), CAPTION).pixelSize() * 2)

    def _update(self) -> None:
        """Only where something of it stood, or stands now."""
        before, self._drawn = self._drawn, self._places()
        for rect in (*before, *self._drawn):
            self._view.viewport().update(rect)

    def _places(self) -> tuple[QRect, ...]:
        if self.lifted is None:
            return ()
        row = self._under()[1]
        wide = self._view.viewport().width()
        high = self._pill + 4
        line = QRect(0, round(self._line_at(row)) - high, wide, 2 * high)
        found = [self._held(), line, self._rect(self.lifted)]
        if row < len(self._model.rows):
            found.append(self._rect(row))
        return tuple(found)

    def _held(self) -> QRect:
        """The row in the hand."""
        high = self._rect(self.lifted or 0).height()
        return QRect(0, self._at.y() - high // 2, self._view.viewport().width(), high)

    def _lift(self) -> bool:
        if self.pressed is None:
            return False
        entry = self._model.entry(self.pressed)
        far = (self._at - self._from).manhattanLength()
        if entry is None or not entry.movable:
            return False
        if far < QGuiApplication.styleHints().startDragDistance():
            return False
        self.lifted = self.pressed
        return True

    def _under(self) -> tuple[Entry | None, int]:
        """The entry under the mouse and the row before which it would be put."""
        high = self._view.viewport().height()
        point = QPoint(self._view.viewport().width() // 2, min(max(self._at.y(), 0), high - 1))
        index = self._view.indexAt(point)
        if not index.isValid():
            return None, len(self._model.rows)
        entry = self._model.rows[index.row()]
        if entry.kind is EntryKind.FREE:
            return entry, index.row()
        lower = point.y() > self._view.visualRect(index).center().y()
        return entry, index.row() + int(lower or entry.kind is EntryKind.HEAD)

    def _posts_around(self, row: int) -> tuple[str, str]:
        rows = self._model.rows
        above = next((e.key for e in reversed(rows[:row]) if e.kind is EntryKind.POST), "")
        below = next((e.key for e in rows[row:] if e.kind is EntryKind.POST), "")
        return above, below

    def _line_at(self, row: int) -> float:
        if row < len(self._model.rows):
            return float(self._rect(row).top())
        return float(self._rect(len(self._model.rows) - 1).bottom())

    def _rect(self, row: int) -> QRect:
        return self._view.visualRect(self._model.index(row))

    def _watch_edges(self) -> None:
        near = self._pull() != 0
        if near and not self._scroll.isActive():
            self._scroll.start()
        elif not near:
            self._scroll.stop()

    def _pull(self) -> int:
        """Pixels a step: more, the nearer to the edge."""
        y, high = self._at.y(), self._view.viewport().height()
        if y < _EDGE:
            return -min(_FASTEST, (_EDGE - y) // 2 + 1)
        if y > high - _EDGE:
            return min(_FASTEST, (y - high + _EDGE) // 2 + 1)
        return 0

    def _on_scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._pull())
        self._view.viewport().update()
        self._drawn = self._places()
