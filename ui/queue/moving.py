"""A post is put on another day or into another slot: by the hand, or by Ctrl, Shift and arrows.

Only what still waits can be moved. It never pushes another post away (publishing/landing.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from services.accounts.accounts import Account
from services.clock import DAY, in_zone, to_wall
from services.publishing.landing import landing
from services.publishing.posts import Post
from services.publishing.slots import SlotTime
from services.publishing.states import State
from ui import when
from ui.queue.kind_look import ShownKinds
from ui.queue.post_actions import PostActions
from ui.queue.week import midnight

if TYPE_CHECKING:
    from services.shop import Shop


@dataclass(frozen=True, slots=True)
class Target:
    """Where the post would land: None where it can not, and `said` says why. `stays`: where it
    is already."""

    slot: SlotTime | None
    said: str = ""
    stays: bool = False


def can_move(post: Post) -> bool:
    return post.state is State.QUEUED and post.due_at is not None


class Moving(QObject):
    def __init__(self, shop: Shop, actions: PostActions, kinds: ShownKinds, page: QObject) -> None:
        super().__init__(page)
        self._shop = shop
        self._actions = actions
        self._kinds = kinds
        self._post: Post | None = None
        self._account: Account | None = None
        self._locale = QLocale()
        self._days: dict[date, Target] = {}

    @property
    def post(self) -> Post | None:
        """The one that is being moved."""
        return self._post

    def begin(self, post: Post, account: Account, locale: QLocale) -> bool:
        self._post = post if can_move(post) else None
        self._account, self._locale = account, locale
        self._days.clear()
        return self._post is not None

    def onto_slot(self, due_at: int) -> Target:
        """A free slot that is shown."""
        zone = self._zone
        return self._target(SlotTime(due_at, to_wall(due_at, zone), zone))

    def onto_day(self, day: date) -> Target:
        if day not in self._days:
            self._days[day] = self._target(self._landing(day))
        return self._days[day]

    def step(self, across: int, along: int) -> Target:
        """So many days on, or to the next or previous free slot."""
        if self._post is None or self._post.due_at is None:
            return Target(None)
        if across:
            own = in_zone(self._post.due_at, self._zone).date()
            return self.onto_day(own + timedelta(days=across))
        slot = self._free_after() if along > 0 else self._free_before()
        if slot is None:
            return Target(None, self.tr("There is no free slot before it."))
        return self._target(slot)

    def drop(self, target: Target) -> bool:
        """Moves it there, with Undo; False where nothing is to be done."""
        post, slot = self._post, target.slot
        self._post = None
        if post is None or slot is None or target.stays:
            return False
        self._actions.move(
            post,
            due_at=slot.due_at,
            wall=slot.wall,
            zone=slot.zone,
            said=self.tr("Moved to {day} {time}").format(
                day=self._day_words(slot), time=self._time_words(slot)
            ),
        )
        return True

    def time_words(self, target: Target) -> str:
        return "" if target.slot is None else self._time_words(target.slot)

    @property
    def _zone(self) -> str:
        return "UTC" if self._account is None else self._account.zone

    def _landing(self, day: date) -> SlotTime | None:
        post, account = self._post, self._account
        if post is None or account is None or post.due_at is None:
            return None
        since, until = midnight(day, account.zone), midnight(day + timedelta(days=1), account.zone)
        slots = self._shop.slots.days(account.id, since, days=1)
        moments = self._shop.planned.moments(account.id, since, until)
        return landing(
            day,
            hour=f"{in_zone(post.due_at, account.zone):%H:%M}",
            free=[slot for slot in slots if slot.post_id is None],
            taken={one.at // 60 for one in moments if one.post_id != post.id},
            now=self._shop.clock.now(),
            zone=account.zone,
            kind=self._kinds.of(post),
        )

    def _target(self, slot: SlotTime | None) -> Target:
        if slot is None or slot.due_at <= self._shop.clock.now():
            return Target(None, self.tr("That time is over"))
        stays = self._post is not None and (self._post.due_at or 0) // 60 == slot.due_at // 60
        said = self.tr("{day}, {time}").format(
            day=self._day_words(slot), time=self._time_words(slot)
        )
        if self._is_closed(slot):
            said = self.tr("{when} · closed").format(when=said)
        return Target(slot, "" if stays else said, stays)

    def _is_closed(self, slot: SlotTime) -> bool:
        day = in_zone(slot.due_at, slot.zone).date()
        return self._account is not None and self._shop.closed_days.is_paused(self._account.id, day)

    def _free_after(self) -> SlotTime | None:
        post = self._post
        if post is None or post.due_at is None:
            return None
        return next(self._shop.slots.free(post.account_id, after=post.due_at), None)

    def _free_before(self) -> SlotTime | None:
        """Between now and the post, the last one."""
        post, now = self._post, self._shop.clock.now()
        if post is None or post.due_at is None or post.due_at <= now:
            return None
        days = (post.due_at - now) // DAY + 2
        slots = self._shop.slots.days(post.account_id, now, days=days)
        free = (one for one in slots if one.post_id is None and now < one.due_at < post.due_at)
        return max(free, key=lambda one: one.due_at, default=None)

    def _day_words(self, slot: SlotTime) -> str:
        """The weekday alone within the coming week."""
        day = when.date_of(slot.due_at, slot.zone)
        today = when.date_of(self._shop.clock.now(), slot.zone)
        if 0 <= today.daysTo(day) < 7:
            return self._locale.toString(day, "ddd")
        return when.weekday_day(self._locale, day, today=today)

    def _time_words(self, slot: SlotTime) -> str:
        return when.clock_time(self._locale, slot.due_at, slot.zone)
