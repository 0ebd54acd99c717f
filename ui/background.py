"""What goes on by itself while the window is open: sending, checking the inbox, keeping figures.

The heartbeat calls `beat`; each job runs in its lane, never twice at once, and reports by signal.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, Signal

from services.accounts.accounts import Account, Way
from services.clock import DAY, in_zone, utc_day
from services.errors import AppError
from services.store import backup
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from services.inbox.feeds import Checked
    from services.publishing.posts import Post
    from services.shop import Shop
    from ui.uploading_ahead import UploadingAhead

logger = logging.getLogger(__name__)
T = TypeVar("T")

FIGURES_EVERY = 600
"""Seconds between looks whether a day's figures are still to be read."""

_COPY_EVERY = 3_600
"""Seconds between looks for today's copy, and for removed accounts whose day is over."""
_COPY_AGAIN = 60  # seconds, after the disk refused one


class Background(QObject):
    posts_moved = Signal(object)
    """Tuple of `Post` whose state changed by sending."""
    arrived = Signal(object)
    """`Checked`: the inbox in view was read, something new or not."""
    arrived_elsewhere = Signal(object)
    """`Checked` of another account of the owner's."""
    figures_read = Signal()
    uploading = Signal(object)  # an UploadStep
    trouble = Signal(str, object)
    """A job's name and the AppError it met; None when it went well."""
    trouble_elsewhere = Signal()
    """A job of an account that is not in view met some."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._busy: set[str] = set()
        self._held = False
        self._checked: dict[str, int] = {}
        self._figures_tried: dict[str, int] = {}
        self._next_figures = 0
        self._next_copy = 0
        self._next_tidy = 0

    def beat(self, slept: bool = False, *, asked: bool = False) -> None:
        """Starts whatever is due now. `asked`: the owner says so, and no pause is waited out."""
        if slept:
            self._checked.clear()
            self._next_figures = 0
        if asked:
            self._look_anew()
            self._next_copy = 0
            self._shop.clients.go_on(self._shop.accounts.active())
        now = self._shop.clock.now()
        right = not self._shop.may_send.clock_is_wrong()
        if right and (slept or now >= self._next_tidy):
            self._tidy_times(now)
        self.send_due(asked=asked)
        if now >= self._next_figures:
            self.read_figures()
        self._check_if_due()
        self._copy_if_due(now)

    def hold(self, on: bool) -> None:
        """While it is held no further post is begun: the owner is asked about one."""
        self._held = on

    def send_due(self, *, asked: bool = False) -> None:
        self.trouble.emit("computer", self._shop.may_send.known_trouble())
        due = asked or self._shop.outbox.has_due(self._shop.clock.now())
        if self._held:
            return
        self._ahead.begin()
        if due:
            held = self._ahead.held
            self._send_next(self._shop.publisher.one_by_one(asked=asked, besides=held))

    @cached_property
    def _ahead(self) -> UploadingAhead:
        from ui.uploading_ahead import UploadingAhead

        return UploadingAhead(self._shop, self._tasks, self)

    def _send_next(self, steps: Iterator[tuple[Post, ...]]) -> None:
        """One post in each call of the lane: an Undo that waits there comes before the next."""
        call = partial(next, steps, None)
        self._start("send", call, Lane.SEND, partial(self._on_sent, steps))

    def _tidy_times(self, now: int) -> None:
        """At start, each day and after a jump of the clock; before the next post is sent."""
        if self._start("times", self._tidy, Lane.SEND, self._on_tidied):
            self._next_tidy = (utc_day(now) + 1) * DAY

    def _tidy(self) -> tuple[Post, ...]:
        """In the lane, with all that would make the window wait were it asked there first."""
        shop, now = self._shop, self._shop.clock.now()
        shop.may_send.learn()
        for account in shop.accounts.of_this_run():
            today = in_zone(now, account.zone).date()
            shop.closed_days.work_out(account.id, today, language=QLocale().name())
        return shop.put_off.tidy()

    def read_figures(self) -> None:
        """Of the account in view first, then of the others, one after the other."""
        now = self._shop.clock.now()
        account = next((one for one in self._in_turn() if self._figures_due(one, now)), None)
        if account is None:
            self._next_figures = now + FIGURES_EVERY
            return
        if "figures" not in self._busy:
            self._figures_tried[account.id] = now
        sample = partial(self._shop.archive.sample, account.id)
        self._start("figures", sample, Lane.FETCH, self._on_figures, of=account.id)

    def _go_on(self) -> None:
        """What had to wait for the job that ended: of another account, or own posts first."""
        if self._shop.clock.now() >= self._next_figures:
            self.read_figures()
        self._check_if_due()

    def _check_if_due(self) -> None:
        """Own posts are read first: they tell which customers' words were answered already."""
        if "figures" in self._busy:
            return
        now = self._shop.clock.now()
        account = next((one for one in self._in_turn() if self._check_due(one, now)), None)
        if account is None:
            return
        if "inbox" not in self._busy:
            self._checked[account.id] = now
        call = partial(self._shop.feeds.check, account.id)
        self._start("inbox", call, Lane.FETCH, partial(self._on_checked, account.id), of=account.id)

    def _in_turn(self) -> Iterator[Account]:
        """Those that X is read for: the account in view, then each other that is signed in.
        None before its proof: that asks X first, at a price the owner has seen. The sample shop
        lives on only while it is in view."""
        active = self._shop.accounts.active()
        if active.way is not Way.BY_HAND and not active.waits_for_proof:
            yield active
        for one in self._shop.accounts.of_this_run():
            reads = one.way is Way.CONNECTED and one.signed_in.unended
            if reads and one.id != active.id and not one.waits_for_proof:
                yield one

    def _check_due(self, account: Account, now: int) -> bool:
        """By the account's own pace; a clock set back does not put it off."""
        before = self._checked.get(account.id)
        if before is None:
            return True
        from services.x_api import pace

        if account.way is not Way.CONNECTED:
            return not 0 <= now - before < pace.PRACTICE_EVERY
        profile = self._shop.profiles.get(account.id)
        every = pace.seconds_between(account.checking, profile, account.zone, now)
        return not 0 <= now - before < every

    def _figures_due(self, account: Account, now: int) -> bool:
        """The thrifty way reads them once a week: it is the dearest thing that goes by itself."""
        if 0 <= now - self._figures_tried.get(account.id, -FIGURES_EVERY) < FIGURES_EVERY:
            return False
        archive = self._shop.archive
        if not archive.due(account.id):
            return False
        if account.way is not Way.CONNECTED:
            return True
        from services.x_api.pace import PACES

        days = PACES[account.checking].figures
        return archive.days_since_last(account.id) >= days or days == 1

    def account_changed(self) -> None:
        self._look_anew()
        self.beat()

    def accounts_changed(self) -> None:
        """One came, or went, or works otherwise: what is due is worked out for all anew."""
        self._next_tidy = 0
        self.beat()

    def _look_anew(self) -> None:
        """The account in view is read at once, whenever it was read last."""
        active = self._shop.accounts.active().id
        self._checked.pop(active, None)
        self._figures_tried.pop(active, None)
        self._next_figures = 0

    def _copy_if_due(self, now: int) -> None:
        """A clock set back does not put it off."""
        if 0 < self._next_copy - now <= _COPY_EVERY:
            return
        self._next_copy = now + _COPY_EVERY
        self._start("copy", self._copy, Lane.WORK, self._on_copied)

    def _copy(self) -> Path | None:
        """Accounts whose day is over go first: the copy has none of their words. Pictures that
        nothing shows go after it: what a copy refers to is kept."""
        shop = self._shop
        shop.removal.purge()
        made = backup.daily_copy(shop.database.connection, shop.paths, shop.clock.now())
        shop.picture_cleaning.clean()
        return made

    def _start(
        self,
        name: str,
        call: Callable[[], T],
        lane: Lane,
        done: Callable[[T], None],
        *,
        of: str = "",
    ) -> bool:
        """False while the same job is under way, for whichever account. `of`: the one it is for;
        the strip tells of the one in view alone."""
        if name in self._busy:
            return False
        self._busy.add(name)
        self._tasks.run(
            partial(self._run, name, call),
            lane=lane,
            owner=self,
            done=partial(self._on_done, name, of, done),
            failed=partial(self._on_failed, name, of),
        )
        return True

    def _run(self, name: str, call: Callable[[], T]) -> T:
        """In the lane. A bug goes to the crash dialog alone; the job must still be free to run."""
        try:
            return call()
        except AppError:
            raise
        except Exception:
            self._busy.discard(name)
            raise

    def _on_done(self, name: str, of: str, done: Callable[[T], None], value: T) -> None:
        self._busy.discard(name)
        self._tell(name, of, None)
        done(value)
        self._go_on()

    def _tell(self, name: str, of: str, error: AppError | None) -> None:
        if of in ("", self._shop.accounts.active().id):
            self.trouble.emit(name, error)
        elif error is not None:
            self.trouble_elsewhere.emit()

    def _on_failed(self, name: str, of: str, error: AppError) -> None:
        self._busy.discard(name)
        logger.info("%s: %s %s", name, error.name, error.detail)
        if name == "copy":
            self._next_copy = self._shop.clock.now() + _COPY_AGAIN
        self._tell(name, of, error)
        self._go_on()

    def _on_sent(self, steps: Iterator[tuple[Post, ...]], posts: tuple[Post, ...] | None) -> None:
        self.posts_moved.emit(posts or ())
        if posts is not None and not self._held:
            self._send_next(steps)

    def _on_tidied(self, posts: tuple[Post, ...]) -> None:
        self.trouble.emit("computer", self._shop.may_send.known_trouble())
        if posts:
            self.posts_moved.emit(posts)
            self.send_due()

    def _on_checked(self, account_id: str, checked: Checked) -> None:
        """What came for an account that is not shown waits in its own inbox."""
        in_view = account_id == self._shop.accounts.active().id
        (self.arrived if in_view else self.arrived_elsewhere).emit(checked)

    def _on_figures(self, _nothing: None) -> None:
        self.figures_read.emit()

    def _on_copied(self, _copy: Path | None) -> None:
        """A failed copy speaks through `trouble`."""
