"""Five or six weeks of days, each with its first posts in a line: one widget that paints itself.

Only the days that changed, or that the pointer met, are painted again.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from widgets.month_paint import (
    DAYS,
    GAP,
    Cell,
    head_height,
    least_cell,
    paint_cell,
    paint_heads,
    paint_held,
)
from widgets.month_values import MonthDay, MonthLine
from widgets.speech import announce
from widgets.tones import tones_of

_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

__all__ = ["MonthDay", "MonthGrid", "MonthLine"]


class MonthGrid(QWidget):
    """One stop for Tab; the arrows go from day to day, Enter opens the day, + writes for it.

    Ctrl+Shift and the arrows move the day's post: the one that lies open or was moved last, else
    the first that can be moved.
    """

    opened = Signal(str)
    """A post's id."""
    day_chosen = Signal(str)
    slot_chosen = Signal(str)
    """The key of a day's free place: by a click on it, or by the key +."""
    step_asked = Signal(str, int)
    """Ctrl+Shift and an arrow: a post of the day with the keys, and so many days on."""
    turned = Signal(int)
    """Page up and down: so many months on."""
    grabbed = Signal(str, QPixmap, QPoint)
    """A line is being dragged: its post, a picture of it, and the pointer's place in that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._days: tuple[MonthDay, ...] = ()
        self._current = 0
        self._hovered: tuple[int, int] = (-1, -1)
        self._landing = -1
        self._marked = self._stepped = ""
        self._pressed: tuple[int, int, QPoint] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set(self, heads: tuple[str, ...], days: tuple[MonthDay, ...], *, name: str) -> None:
        """`heads`: the weekdays' names. The day with the keys stays the same, or is today."""
        self.setAccessibleName(name)
        if (heads, days) == (self._heads, self._days):
            return
        before, now = self._days, self.current_key
        same_shape = heads == self._heads and [d.key for d in before] == [d.key for d in days]
        self._heads, self._days = heads, days
        if same_shape:
            for number, (old, new) in enumerate(zip(before, days, strict=True)):
                if old != new:
                    self.update(self._place(number))
            return
        self._landing, self._hovered = -1, (-1, -1)
        keys = [day.key for day in days]
        first = next((n for n, day in enumerate(days) if not day.other), 0)
        today = next((n for n, day in enumerate(days) if day.today), first)
        self._current = keys.index(now) if now in keys else today
        self.updateGeometry()
        self.update()

    @property
    def days(self) -> tuple[MonthDay, ...]:
        return self._days

    @property
    def current_key(self) -> str:
        return self._days[self._current].key if self._days else ""

    @property
    def landing_key(self) -> str:
        return self._days[self._landing].key if self._landing >= 0 else ""

    def set_current(self, key: str) -> None:
        for number, day in enumerate(self._days):
            if day.key == key:
                self._go(number)

    def sizeHint(self) -> QSize:
        return QSize(7 * 160, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        cell = least_cell(self.font())
        rows = max(len(self._days) // DAYS, 1)
        return QSize(7 * cell.width(), head_height(self.font()) + rows * (cell.height() + GAP))

    def target_at(self, at: QPoint) -> str:
        """The key of the day under this global place, "" beside them."""
        number = self._day_at(self.mapFromGlobal(at))
        return self._days[number].key if number >= 0 else ""

    def show_landing(self, key: str) -> None:
        number = next((n for n, day in enumerate(self._days) if day.key == key), -1)
        if number != self._landing:
            for each in (self._landing, number):
                if each >= 0:
                    self.update(self._place(each))
            self._landing = number

    def clear_landing(self) -> None:
        self.show_landing("")

    def mark(self, post_id: str) -> None:
        """This post lies open: its line is outlined. "" for none."""
        if post_id != self._marked:
            for each in (self._marked, post_id):
                self.update(self.line_place(each))
            self._marked = post_id

    def place_of(self, key: str) -> QRect:
        number = next((n for n, day in enumerate(self._days) if day.key == key), -1)
        return self._place(number) if number >= 0 else QRect()

    def line_place(self, post_id: str) -> QRect:
        for number, day in enumerate(self._days):
            for row, line in enumerate(day.lines):
                if line.id == post_id:
                    return self._cell(number).line(row)
        return QRect()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heads = QRect(0, 0, self.width(), head_height(self.font()))
        if event.rect().intersects(heads):
            places = [self._place(number) for number in range(min(DAYS, len(self._days)))]
            paint_heads(painter, places, self._heads, tones, self)
        for number, day in enumerate(self._days):
            cell = self._cell(number)
            if event.rect().intersects(cell.place):
                paint_cell(
                    painter,
                    cell,
                    day,
                    tones,
                    hovered=self._hovered[1] if self._hovered[0] == number else None,
                    focused=self.hasFocus() and number == self._current,
                    landing=number == self._landing,
                    marked=self._marked,
                )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is not None:
            number, row, start = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._grab(number, row, start)
            return
        self._hover(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        number = self._day_at(at)
        if number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = (number, self._cell(number).row_at(at, self._days[number]), at)
            self._go(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        number, row, _start = pressed
        day = self._days[number]
        if 0 <= row < len(day.lines):
            self.opened.emit(day.lines[row].id)
        elif row == len(day.lines):
            self.slot_chosen.emit(day.free_key)
        else:
            self.day_chosen.emit(day.key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Up: -DAYS,
            Qt.Key.Key_Down: DAYS,
        }
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & _BOTH == _BOTH:
            self._ask_step(steps[key])
        elif key == Qt.Key.Key_Plus and self._days and self._days[self._current].free_key:
            self.slot_chosen.emit(self._days[self._current].free_key)
        elif key in steps:
            there = self._current + steps[key]
            if 0 <= there < len(self._days):
                self._go(there)
            else:
                self.turned.emit(1 if steps[key] > 0 else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._days:
            self.day_chosen.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update(self._place(self._current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update(self._place(self._current))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._day_at(event.pos())
            row = self._cell(number).row_at(event.pos(), self._days[number]) if number >= 0 else -1
            shown = 0 <= row < len(self._days[number].lines) if number >= 0 else False
            words = self._days[number].lines[row].text if shown else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _go(self, number: int) -> None:
        if number == self._current:
            return
        self.update(self._place(self._current))
        self._current = number
        self.update(self._place(number))
        self.setAccessibleDescription(self._days[number].spoken)
        if self.hasFocus():
            announce(self, self._days[number].spoken)

    def _ask_step(self, days: int) -> None:
        lines = [line for line in self._days[self._current].lines if line.movable]
        if not lines:
            return
        wanted = (self._marked, self._stepped)
        line = next((each for one in wanted for each in lines if each.id == one), lines[0])
        self._stepped = line.id
        self.step_asked.emit(line.id, days)

    def _grab(self, number: int, row: int, start: QPoint) -> None:
        day = self._days[number]
        if not (0 <= row < len(day.lines) and day.lines[row].movable):
            return
        place = self._cell(number).line(row)
        picture = paint_held(day.lines[row], place.size(), self)
        self.grabbed.emit(day.lines[row].id, picture, start - place.topLeft())

    def _hover(self, at: QPoint) -> None:
        number = self._day_at(at)
        row = self._cell(number).row_at(at, self._days[number]) if number >= 0 else -1
        if (number, row) == self._hovered:
            return
        for each in {self._hovered[0], number} - {-1}:
            self.update(self._place(each))
        self._hovered = (number, row)
        shape = Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _day_at(self, at: QPoint) -> int:
        for number in range(len(self._days)):
            if self._place(number).contains(at):
                return number
        return -1

    def _cell(self, number: int) -> Cell:
        return Cell(self._place(number), self.font(), self.isRightToLeft())

    def _place(self, number: int) -> QRect:
        """The gaps belong to the days, so that a pointer between two is over one of them."""
        rows = max(len(self._days) // DAYS, 1)
        top = head_height(self.font())
        high = (self.height() - top) / rows
        wide = self.width() / DAYS
        row, column = divmod(number, DAYS)
        if self.isRightToLeft():
            column = DAYS - 1 - column
        corner = QPointF(column * wide, top + row * high).toPoint()
        end = QPointF((column + 1) * wide, top + (row + 1) * high).toPoint()
        return QRect(corner, end - QPoint(1, 1))
