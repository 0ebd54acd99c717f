"""The queue's days: a week, a month or the list, turned by the header, and posts moved in them.

It reads what it shows, and no more: the page above it reads what has to do with now.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from services.accounts.accounts import Account
from services.clock import in_zone
from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import SINGLE_KEYS
from ui import when
from ui.compose.thumbs import Thumbs
from ui.queue.calendar_views import CalendarViews
from ui.queue.dragging import Dragging
from ui.queue.kind_look import ShownKinds
from ui.queue.moving import Moving
from ui.queue.post_actions import PostActions
from ui.queue.queue_header import QueueHeader
from ui.queue.shown_days import ShownDays
from ui.queue.values import Showing, day_values
from ui.queue.week import first_of_week, fold_sent, months_on
from ui.queue.week_reader import WeekReader
from widgets.speech import announce

if TYPE_CHECKING:
    from services.publishing.slots import SlotTime
    from services.shop import Shop
    from ui.tasks import Tasks
    from widgets.month_grid import MonthGrid

SMALL = 192
"""Pixels of a small picture's longer side: a wide one still fills 48 by 48 at scale 2."""


class Calendar(CalendarViews):
    changed = Signal()
    """Another view, week or month was chosen: it wants to be shown."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        actions: PostActions,
        header: QueueHeader,
        thumbs: Thumbs,
        page: QWidget,
    ) -> None:
        """`page` is the ground over which posts are dragged."""
        super().__init__(shop, tasks)
        self._actions = actions
        self._header = header
        self._thumbs = thumbs
        self._account = shop.accounts.active()
        self._reader = WeekReader(shop)
        self._shown = ShownDays(shop.settings)
        self._kinds = ShownKinds()
        self._posts: dict[str, Post] = {}
        self._narrow = False
        self._slots_asked = False
        self._folded = True
        self.has_free_times = False
        """The week that is shown has a free place."""
        self.moving = Moving(shop, actions, self._kinds, self)
        self.dragging = Dragging(
            page,
            self.moving,
            grid=self.grid,
            arrows=((header.back, -1), (header.onward, 1)),
            begin=self._begin_move,
        )
        self._connect()

    @property
    def posts(self) -> dict[str, Post]:
        """Those that are shown, by their ids."""
        return self._posts

    @property
    def view(self) -> str:
        return self._shown.view or ("list" if self._narrow else "week")

    @property
    def shows_slots(self) -> bool:
        """The times of posting stand in place of the posts."""
        return self._slots_asked

    @property
    def shows_month(self) -> bool:
        return self.view == "month" and not self._slots_asked

    @property
    def shows_this_week(self) -> bool:
        return self._shown.weeks_away(self._today, self._first_weekday) == 0

    def set_narrow(self, on: bool) -> bool:
        """Too little room for a week; True when that is news."""
        news = on is not self._narrow
        self._narrow = on
        return news

    def set_account(self, account: Account) -> None:
        if account.id != self._account.id:
            self._shown.show(None)
            self._slots_asked = False
            self._folded = True
        self._account = account
        self.dragging.end()

    def show_days(self, kept_waiting: frozenset[str]) -> None:
        """Reads and shows the days. `kept_waiting`: posts that another one holds back."""
        now, zone = self._shop.clock.now(), self._account.zone
        showing = Showing(self.locale(), zone, now, self._small, kept_waiting, self._kinds)
        if self._slots_asked:
            self._show_slots()
        elif self.view == "month":
            self._show_month(showing)
        elif self.view == "list":
            self._show_list(kept_waiting)
        else:
            self._show_week(showing)

    def turn_to(self, at: int) -> None:
        """To the week, or the month, of this moment, where that is not seen."""
        self._slots_asked = False
        self._turn_to(in_zone(at, self._account.zone).date())

    def unfold(self, post: Post) -> None:
        """A post that went out is to be seen."""
        self._folded = self._folded and post.state is not State.SENT

    def _show_week(self, showing: Showing) -> None:
        start = self._week_start
        away = self._shown.weeks_away(self._today, self._first_weekday)
        days = self._reader.days(self._account, start, language=self.locale().name())
        self._posts = {e.post.id: e.post for day in days for e in day.entries if e.post}
        days = tuple(fold_sent(day, folded=self._folded) for day in days)
        self._header.set(when.as_qdate(start), away, self.locale())
        self.grid.set(day_values(days, showing))
        self.dragging.set_days(days)
        self.has_free_times = any(e.slot for day in days for e in day.entries)
        empty = not any(day.entries for day in days)
        self.setCurrentWidget(self.empty if empty else self.grid)

    def _show_slots(self) -> None:
        self._posts = {}
        self.has_free_times = False
        self._header.set_slots()
        self.slots.show_account(self._account)
        self.setCurrentWidget(self.slots)

    def _show_list(self, kept_waiting: frozenset[str]) -> None:
        """The whole queue, which the list reads itself."""
        self._posts = {}
        self.has_free_times = False
        self._header.set_list()
        self.list.set_keys_on(self._shop.settings.get(SINGLE_KEYS))
        self.setCurrentWidget(self.list)
        self.list.show_queue(self._account, kept_waiting=kept_waiting)

    def _show_month(self, showing: Showing) -> None:
        from ui.queue.month_values import month_values, weekday_heads

        shown = months_on(self._shown.day(self._today), 0)
        start, weeks = self._shown.month(self._today, self._first_weekday)
        days = self._reader.month(
            self._account, start, weeks, month=shown.month, language=self.locale().name()
        )
        self._posts = {post.id: post for day in days for post in day.posts}
        self.has_free_times = False
        this = shown == months_on(self._today, 0)
        self._header.set_month(when.as_qdate(shown), this=this, locale=self.locale())
        name = self._header.title.text()
        self.month.set(weekday_heads(self.locale()), month_values(days, showing), name=name)
        self.setCurrentWidget(self.month_area)

    @property
    def _first_weekday(self) -> int:
        return self.locale().firstDayOfWeek().value

    @property
    def _today(self) -> date:
        return in_zone(self._shop.clock.now(), self._account.zone).date()

    @property
    def _week_start(self) -> date:
        return self._shown.week(self._today, self._first_weekday)

    def _small(self, picture: str) -> QImage | None:
        return self._thumbs.get(picture, SMALL)

    def _connect(self) -> None:
        self._header.turned.connect(self._on_turned)
        self._header.view_chosen.connect(self._on_view_chosen)
        self._header.slots_asked.connect(self._on_slots_asked)
        self.grid.step_asked.connect(self._on_step)
        self.grid.fold_asked.connect(self._on_fold_asked)
        self.month_made.connect(self._on_month_made)
        self.day_chosen.connect(self._on_day_chosen)
        self.turned.connect(self._on_turned)
        self.dragging.turned.connect(self._on_turned)
        self.list_wanted.connect(self._on_list_wanted)
        self.slots_done.connect(self._on_slots_done)

    def _turn_to(self, day: date) -> None:
        first, today = self._first_weekday, self._today
        if self.view == "month":
            if months_on(day, 0) != months_on(self._shown.day(today), 0):
                self._shown.show(day)
        elif not 0 <= (day - self._week_start).days < 7:
            this = first_of_week(day, first) == first_of_week(today, first)
            self._shown.show(None if this else day)

    def _on_fold_asked(self) -> None:
        self._folded = not self._folded
        self.changed.emit()

    def _on_turned(self, step: int) -> None:
        self._shown.turn(
            step,
            by_month=self.view == "month",
            today=self._today,
            first_weekday=self._first_weekday,
        )
        self.changed.emit()

    def _on_list_wanted(self) -> None:
        self._on_view_chosen("list")

    def _on_view_chosen(self, view: str) -> None:
        self.dragging.end()
        self._slots_asked = False
        self._shown.choose(view)
        self.changed.emit()

    def _on_slots_asked(self, on: bool) -> None:
        self.dragging.end()
        self._slots_asked = on
        self.changed.emit()
        if on:
            self.slots.take_focus()

    def _on_slots_done(self) -> None:
        self._on_slots_asked(False)
        self._header.slots.setFocus()

    def _on_day_chosen(self, key: str) -> None:
        """A day of the month opens in its week."""
        day = date.fromisoformat(key)
        self._shown.choose("week")
        self._turn_to(day)
        self.changed.emit()
        self.grid.focus_day((day - self._week_start).days)

    def _on_month_made(self, month: MonthGrid) -> None:
        self.dragging.add_month(month)
        month.step_asked.connect(self._on_month_step)

    def _on_month_step(self, post_id: str, days: int) -> None:
        slot = self._step(post_id, days, 0)
        if slot is not None:
            day = in_zone(slot.due_at, self._account.zone).date()
            self.month.set_current(day.isoformat())

    def _on_step(self, post_id: str, across: int, along: int) -> None:
        if self._step(post_id, across, along) is not None:
            self.grid.focus_on(post_id)

    def _step(self, post_id: str, across: int, along: int) -> SlotTime | None:
        if self._begin_move(post_id) is None:
            return None
        target = self.moving.step(across, along)
        if target.slot is None:
            self._refuse(target.said)
            return None
        self.turn_to(target.slot.due_at)
        self.moving.drop(target)
        return target.slot

    def _refuse(self, said: str) -> None:
        announce(self, said)
        card = QApplication.focusWidget()
        if card is not None:
            QToolTip.showText(card.mapToGlobal(card.rect().center()), said, card)

    def _begin_move(self, post_id: str) -> Post | None:
        post = self._posts.get(post_id)
        if post is None or post_id in self._actions.waiting:
            return None
        return post if self.moving.begin(post, self._account, self.locale()) else None
