"""Carries a card of the week, or a line of the month, to another day.

The place it would take is outlined. Held over one of the header's arrows it turns to the next week
or month after a moment, again and again while it stays there. Esc puts it back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from services.publishing.posts import Post
from ui.compose.asks import slot_of
from ui.queue.moving import Moving, Target
from ui.queue.values import seen_of
from ui.queue.week import Day
from widgets.drag_hand import DragHand
from widgets.post_card import PostCard
from widgets.week_grid import WeekGrid

if TYPE_CHECKING:
    from widgets.month_grid import MonthGrid

TURNS_AFTER_MS = 600


class Dragging(QObject):
    turned = Signal(int)
    """-1 and 1: another week or month, while something is held."""

    def __init__(
        self,
        page: QWidget,
        moving: Moving,
        *,
        grid: WeekGrid,
        arrows: Sequence[tuple[QAbstractButton, int]],
        begin: Callable[[str], Post | None],
    ) -> None:
        """`begin` makes ready to move the post of this id; None where it can not be moved."""
        super().__init__(page)
        self._moving = moving
        self._grid = grid
        self._month: MonthGrid | None = None
        self._arrows = tuple(arrows)
        self._begin = begin
        self._days: tuple[Day, ...] = ()
        self._over: object = None
        self._target: Target | None = None
        self._step = 0
        self.hand = DragHand(page)
        self._turn = QTimer(self)
        self._turn.setInterval(TURNS_AFTER_MS)
        self._turn.timeout.connect(self._on_turn)
        grid.grabbed.connect(self._on_card)
        self.hand.moved.connect(self._on_moved)
        self.hand.dropped.connect(self._on_dropped)
        self.hand.cancelled.connect(self.end)

    @property
    def is_held(self) -> bool:
        return bool(self.hand.key)

    def add_month(self, month: MonthGrid) -> None:
        """Made when it is first shown."""
        self._month = month
        month.grabbed.connect(self._on_line)

    def set_days(self, days: tuple[Day, ...]) -> None:
        """What the week shows now."""
        self._days = days
        self._over = None
        self._grid.hold(self.hand.key)

    def end(self) -> None:
        self._turn.stop()
        self._step = 0
        for arrow, _step in self._arrows:
            arrow.setDown(False)
        self._over = self._target = None
        self._grid.hold("")
        self._clear_landing()
        self.hand.let_go()

    def _on_card(self, card: PostCard, hot: QPoint) -> None:
        if self._begin(card.value.id) is not None:
            self.hand.take(card.value.id, card.grab(), hot, card.mapToGlobal(hot))
            self._grid.hold(card.value.id)

    def _on_line(self, post_id: str, picture: QPixmap, hot: QPoint) -> None:
        if self._month is not None and self._begin(post_id) is not None:
            place = self._month.line_place(post_id).topLeft() + hot
            self.hand.take(post_id, picture, hot, self._month.mapToGlobal(place))

    def _on_moved(self, at: QPoint) -> None:
        step = next((step for arrow, step in self._arrows if _covers(arrow, at)), 0)
        if step != self._step:
            self._step = step
            for arrow, its in self._arrows:
                arrow.setDown(its == step)
            (self._turn.start if step else self._turn.stop)()
        if self._grid.isVisible():
            self._grid.scroll_near(at)
            self._over_week(at)
        elif self._month is not None and self._month.isVisible():
            self._over_month(self._month, at)

    def _over_week(self, at: QPoint) -> None:
        over = self._grid.target_at(at, self.hand.key)
        if over == self._over and over is not None:
            return
        self._over = over
        if over is None:
            self._show(None)
            return
        number, key = over
        due_at = slot_of(key) if key else None
        day = self._days[number]
        target = (
            self._moving.onto_day(day.date) if due_at is None else self._moving.onto_slot(due_at)
        )
        self._show(target)
        if target.slot is None or target.stays:
            self._grid.clear_landing()
            return
        before = sum(entry.at < target.slot.due_at for entry in seen_of(day))
        self._grid.show_landing(
            number, key=key, before=before, time=self._moving.time_words(target)
        )

    def _over_month(self, month: MonthGrid, at: QPoint) -> None:
        key = month.target_at(at)
        if key == self._over:
            return
        self._over = key
        target = self._moving.onto_day(date.fromisoformat(key)) if key else None
        self._show(target)
        lands = target is not None and target.slot is not None and not target.stays
        month.show_landing(key if lands else "")

    def _show(self, target: Target | None) -> None:
        self._target = target
        if target is None:
            self._clear_landing()
            self.hand.say("")
        else:
            self.hand.say(target.said, calm=target.slot is not None)

    def _clear_landing(self) -> None:
        self._grid.clear_landing()
        if self._month is not None:
            self._month.clear_landing()

    def _on_dropped(self, _at: QPoint) -> None:
        target = self._target
        self.end()
        if target is not None:
            self._moving.drop(target)

    def _on_turn(self) -> None:
        self._over = self._target = None
        self.turned.emit(self._step)


def _covers(widget: QWidget, at: QPoint) -> bool:
    return widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(at))
