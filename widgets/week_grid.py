"""Seven days side by side, each a short stack of posts and free places. No hour ruler."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QWidget

from widgets.post_card import PostCard
from widgets.slot_button import SlotButton
from widgets.week_day import GAP, DayColumn, DayValue, SlotValue

__all__ = ["DayValue", "SlotValue", "WeekGrid"]

_EDGE = 32
_SCROLLED = 24
_LAID_OUT_MS = 30
"""Until the days have the widths that are left beside what was opened."""


class WeekGrid(QScrollArea):
    """Scrolls sideways only where large words leave no room. Arrow keys go between days too.

    A card that may be moved is dragged by whoever hears `grabbed`: `target_at` says over what.
    """

    opened = Signal(str)
    slot_chosen = Signal(str)
    more_asked = Signal()
    """A day has more posts than are shown."""
    fold_asked = Signal()
    """What is over of today is to be shown, or hidden again."""
    grabbed = Signal(object, QPoint)
    """A `PostCard`, and the pointer's place on it."""
    step_asked = Signal(str, int, int)
    """Ctrl+Shift and an arrow on a card: its key, and so many days, or free slots, on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._days: list[DayColumn] = []
        self._landing: tuple[int, str, int, str] | None = None
        self._chosen = ""
        self._bring = QTimer(self)
        self._bring.setSingleShot(True)
        self._bring.setInterval(_LAID_OUT_MS)
        self._bring.timeout.connect(self._on_bring)
        self._body = QWidget()
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.setWidget(self._body)
        self.viewport().setAutoFillBackground(False)
        # Filled, so that scrolling moves what is painted and paints only what is new.
        self._body.setAutoFillBackground(True)

    def set(self, days: tuple[DayValue, ...]) -> None:
        """Shows these days; the focus stays on the same post or place when it is still there.

        A day that did not change is left as it is.
        """
        if tuple(day.value for day in self._days) == days:
            return
        kept = self._focused_key()
        self._landing = None
        while len(self._days) > len(days):
            self._put_away(self._days.pop())
        for place, value in enumerate(days):
            if place < len(self._days):
                if self._days[place].value == value:
                    self._days[place].clear_landing()
                    continue
                self._put_away(self._days[place])
                self._days[place] = self._column(value, place)
            else:
                self._days.append(self._column(value, place))
        self._mark_chosen()
        if kept is not None:
            self.focus_on(kept)

    def choose(self, key: str, *, bring: bool = True) -> None:
        """The card of this key lies open: it is outlined, and brought into view. "" for none."""
        self._chosen = key
        self._mark_chosen()
        if key and bring:
            self._bring.start()

    @property
    def stops(self) -> tuple[QAbstractButton, ...]:
        """What Tab goes to, day by day and by time."""
        return tuple(stop for day in self._days for stop in day.stops)

    def focus_on(self, key: str) -> None:
        for button in self.buttons():
            if _key_of(button) == key and not button.hasFocus():
                button.setFocus()
                self.ensureWidgetVisible(button, GAP, GAP)

    def focus_day(self, number: int) -> None:
        """The first post or place of it."""
        if 0 <= number < len(self._days) and self._days[number].buttons:
            self._focus(self._days[number].buttons[0])

    def buttons(self) -> tuple[QAbstractButton, ...]:
        return tuple(button for day in self._days for button in day.buttons)

    def target_at(self, at: QPoint, held: str) -> tuple[int, str] | None:
        """The day under this global place, and the key of its nearest free place ("" for none).

        None outside the days, and over the held card itself.
        """
        inside = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(inside):
            return None
        for number, day in enumerate(self._days):
            place = day.mapFromGlobal(at)
            if not QRect(-GAP // 2, -GAP, day.width() + GAP, day.height() + 2 * GAP).contains(
                place
            ):
                continue
            for button in day.buttons:
                own = isinstance(button, PostCard) and button.value.id == held
                if own and button.geometry().contains(place):
                    return None
            slot = day.slot_near(place.y())
            return number, "" if slot is None else slot.key
        return None

    def scroll_near(self, at: QPoint) -> None:
        """What is dragged to the edge of what is seen has the rest come into view."""
        inside = self.viewport().mapFromGlobal(at)
        bar = self.verticalScrollBar()
        if inside.y() < _EDGE:
            bar.setValue(bar.value() - _SCROLLED)
        elif inside.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _SCROLLED)

    def show_landing(self, day: int, *, key: str = "", before: int = 0, time: str = "") -> None:
        """The outline: on the free place `key`, else before this button of the day."""
        landing = (day, key, before, time)
        if landing == self._landing:
            return
        self.clear_landing()
        self._landing = landing
        for button in self._days[day].buttons:
            if key and isinstance(button, SlotButton) and button.key == key:
                button.set_target(True)
                return
        self._days[day].show_landing(before, time)

    def hold(self, key: str) -> None:
        """The card of this key is being dragged: it stays behind faintly. "" for none."""
        for button in self.buttons():
            if isinstance(button, PostCard):
                button.set_held(bool(key) and button.value.id == key)

    def clear_landing(self) -> None:
        if self._landing is not None:
            self._landing = None
            for day in self._days:
                day.clear_landing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(event)
            return
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        along = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not across and not along:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft():
            across = -across
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & both == both:
            self._ask_step(across, along)
        else:
            self._move_focus(across, along)

    def _press(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        focused = next((each for each in self.stops if each.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        else:
            focused.click()

    def _mark_chosen(self) -> None:
        for button in self.buttons():
            if isinstance(button, PostCard):
                button.set_chosen(bool(self._chosen) and button.value.id == self._chosen)

    def _on_bring(self) -> None:
        for button in self.buttons():
            if isinstance(button, PostCard) and button.is_chosen:
                self.ensureWidgetVisible(button, GAP, GAP)

    def _ask_step(self, across: int, along: int) -> None:
        card = next((each for each in self.buttons() if each.hasFocus()), None)
        if isinstance(card, PostCard):
            self.step_asked.emit(card.value.id, across, along)

    def _move_focus(self, across: int, along: int) -> None:
        column = next((n for n, day in enumerate(self._days) if day.focused() is not None), None)
        if column is None:
            return
        row = self._days[column].focused() or 0
        if along:
            buttons = self._days[column].buttons
            target = min(max(row + along, 0), len(buttons) - 1)
            self._focus(buttons[target])
            return
        column += across
        while 0 <= column < len(self._days):
            if buttons := self._days[column].buttons:
                self._focus(buttons[min(row, len(buttons) - 1)])
                return
            column += across

    def _focus(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(button, GAP, GAP)

    def _focused_key(self) -> str | None:
        for button in self.buttons():
            if button.hasFocus():
                return _key_of(button)
        return None

    def _column(self, value: DayValue, place: int) -> DayColumn:
        day = DayColumn(value, self._body)
        self._row.insertWidget(place, day, 1)
        if day.more is not None:
            day.more.clicked.connect(self.more_asked)
        if day.fold is not None:
            day.fold.clicked.connect(self.fold_asked)
        for button in day.buttons:
            button.clicked.connect(self._on_clicked)
            if isinstance(button, PostCard):
                button.grabbed.connect(self._on_grabbed)
        return day

    def _put_away(self, day: DayColumn) -> None:
        self._row.removeWidget(day)
        day.hide()
        day.deleteLater()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PostCard):
            self.opened.emit(button.value.id)
        elif isinstance(button, SlotButton):
            self.slot_chosen.emit(button.key)

    def _on_grabbed(self, hot: QPoint) -> None:
        card = self.sender()
        if isinstance(card, PostCard):
            self.grabbed.emit(card, hot)


def _key_of(button: QAbstractButton) -> str:
    if isinstance(button, SlotButton):
        return button.key
    return button.value.id if isinstance(button, PostCard) else ""
