"""The way out of Compose: what stops a post, when it goes, and what Undo brings back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account, Way
from services.clock import in_zone, to_wall
from services.errors import AppError
from services.publishing.outbox import DuplicatePost
from services.publishing.posts import LateRule
from services.shop import Shop
from ui.compose.bottom_bar import BottomBar, queued_words
from ui.compose.composer import Composer
from ui.compose.keeper import DraftKeeper
from ui.compose.post_cost import budget_left, cost_of, poster, would_wait
from ui.messages import Message, Tone, words
from ui.page import Undo
from ui.status import dollars
from ui.tasks import Tasks

if TYPE_CHECKING:
    from services.publishing.post_options import PostKind
    from services.publishing.posts import Post
    from services.publishing.slots import SlotTime
    from ui.compose.sender import Refused, Sender, Sent
    from ui.compose.time_popover import TimePopover
    from ui.queue.post_actions import PostActions

_FREE_TIMES = 4


class Posting(QObject):
    left = Signal()
    """The draft has left the sheet: the next one can begin."""
    returned = Signal(object, int)
    """A Post that is a draft again, and where the caret stood."""
    changed = Signal()
    undo_offered = Signal(object)
    message = Signal(object)
    go = Signal(str, str)

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        *,
        bar: BottomBar,
        composer: Composer,
        keeper: DraftKeeper,
    ) -> None:
        super().__init__(bar)
        self._shop = shop
        self._bar = bar
        self._composer = composer
        self._keeper = keeper
        self._account: Account | None = None
        self._chosen: SlotTime | None = None
        self._late_rule = LateRule.USUAL
        self._on_sheet = self._who = ""
        self._left: int | None = None
        self._wished_queue = False
        self._kind: PostKind | None = None
        self._times: TimePopover | None = None
        self._tasks = tasks
        self._by_hand: PostActions | None = None
        bar.time_asked.connect(self._on_time_asked)
        composer.adviser.send_asked.connect(self._on_answered)

    @property
    def leaving(self) -> frozenset[str]:
        """Posts on their way into the queue: no longer drafts to be shown."""
        return self._sender.leaving

    @cached_property
    def _sender(self) -> Sender:
        """Loaded when it is first asked for: the first frame sends nothing."""
        from ui.compose.sender import Sender

        sender = Sender(self._shop, self._tasks, self)
        sender.sent.connect(self._on_sent)
        sender.refused.connect(self._on_refused)
        sender.returned.connect(self.returned)
        sender.failed.connect(self._on_failed)
        sender.came_late.connect(self._on_came_late)
        return sender

    def show_account(self, account: Account) -> None:
        if self._account is None or account.id != self._account.id:
            self._chosen = None
        self._account = account

    def show(self) -> None:
        """Brings the bar up to date with the sheet, the queue and the clock."""
        self._left = budget_left(self._shop, self._account)
        self._who = poster(self._shop, self._account)
        self.show_sheet()
        # Slots and zones take time to load, and the first frame can do without them.
        self._tasks.after_first_frame(self._show_slot)

    def show_kind(self) -> None:
        """What the post is for was read anew: another slot may be kept for that."""
        if self._composer.adviser.kind != self._kind:
            self._show_slot()

    def _show_slot(self) -> None:
        self._kind = self._composer.adviser.kind
        if self._account is not None:
            self._bar.show_slot(self.slot(), self._shop.clock.now())

    def show_sheet(self) -> None:
        """Only what a key can change: the price, and whether the post can go."""
        if self._account is None:
            return
        cost = cost_of(self._account, self._composer.content, self._composer.measured)
        self._bar.show_price(self._account, "" if cost is None else dollars(cost), who=self._who)
        self._composer.adviser.tell_budget(would_wait(self._account, cost, self._left))
        why_not = self._composer.adviser.hindrance
        self._bar.allow(sending=not why_not, why_not=why_not)
        if self._keeper.post_id != self._on_sheet:
            # The times of the queue are not read before the window stands.
            self._tasks.after_first_frame(self._turn_to_draft)

    def _turn_to_draft(self) -> None:
        """Another draft lies on the sheet: one that was queued comes with its own time."""
        post_id = self._keeper.post_id
        if post_id == self._on_sheet:
            return
        before, self._on_sheet = self._on_sheet, post_id
        kept = self._shop.slots.kept(post_id) if post_id else None
        if kept is not None:
            # A time that was chosen was chosen for another post.
            self._chosen = None
            self._late_rule = self._shop.drafts.get(post_id).late_rule
        elif before:
            self._late_rule = LateRule.USUAL
        if before or kept is not None:
            self._tasks.after_first_frame(self._show_slot)

    def slot(self) -> SlotTime | None:
        """The time the owner chose while it is still to come, else the one the draft had in the
        queue, else the next free one."""
        if self._account is None:
            return None
        if self._chosen is not None and self._chosen.due_at > self._shop.clock.now():
            return self._chosen
        self._chosen = None
        post_id = self._keeper.post_id
        kept = self._shop.slots.kept(post_id) if post_id else None
        return kept or self._shop.slots.next_free(
            self._account.id, kind=self._composer.adviser.kind
        )

    def send(self, *, queued: bool) -> None:
        """Unless something has to be answered first: then it is asked, under the sheet."""
        slot = self.slot() if queued else None
        if queued and slot is None and not self._composer.adviser.hindrance:
            self._on_time_asked()
            return
        if self._account is None or self._composer.adviser.hindrance or (queued and slot is None):
            self._composer.point_out()
            return
        self._wished_queue = queued
        if self._composer.adviser.stops(queued=queued):
            return
        if not self._keeper.save_now():
            return
        post_id, caret = self._keeper.post_id, self._composer.caret()
        same = self._shop.outbox.duplicates(
            self._account.id, self._composer.content.text, but=post_id
        )
        if same is not None:
            self._composer.adviser.show_same(same)
            return
        self._chosen = None
        late_rule, self._late_rule = self._late_rule, LateRule.USUAL
        self._sender.hold(post_id)
        # The sheet is free for the next post at once; should this one be refused, it comes back.
        self.left.emit()
        if slot is None:
            self._sender.post(post_id, self._account, caret)
        else:
            self._sender.queue(post_id, slot, caret, late_rule=late_rule)

    def choose_time(self, due_at: int) -> None:
        """The queue button offers this time, in UTC seconds, until it is used or over."""
        if self._account is not None:
            from services.publishing.slots import SlotTime

            zone = self._account.zone
            self._chosen = SlotTime(due_at, to_wall(due_at, zone), zone)
            self.show()

    def take_back(self, post_id: str, caret: int) -> None:
        """A queued post becomes a draft again, if it is not too late."""
        self._sender.take_back(post_id, caret)

    def _on_answered(self) -> None:
        self.send(queued=self._wished_queue)

    def _on_sent(self, sent: Sent) -> None:
        self.message.emit(None)
        self.changed.emit()
        self.show()
        if not self._is_shown(sent.post):
            return
        if sent.slot is None and self._way is Way.BY_HAND:
            self._open_in_x(sent.post)
            self.go.emit("queue", sent.post.id)
            return
        if not sent.undo_seconds:
            return
        if sent.slot is None:
            sentence = self.tr("Your post goes out in a moment.")
        else:
            sentence = queued_words(sent.slot, self._shop.clock.now(), self._bar.locale())
        undo = partial(self._sender.take_back, sent.post.id, sent.caret)
        self.undo_offered.emit(Undo(sentence, sent.undo_seconds, undo))

    def _on_refused(self, refused: Refused) -> None:
        post = self._shop.drafts.get(refused.post_id)
        self.returned.emit(post, refused.caret)
        if not self._is_shown(post):
            return
        if isinstance(refused.error, DuplicatePost):
            self._composer.adviser.show_same(refused.error.of)
        else:
            self.message.emit(words(refused.error))

    def _is_shown(self, post: Post) -> bool:
        """False when the account was changed while the disk was busy with its post."""
        return self._account is not None and post.account_id == self._account.id

    def _open_in_x(self, post: Post) -> None:
        if self._by_hand is None:
            # Only an account kept by hand ever comes here.
            from ui.queue.post_actions import PostActions

            self._by_hand = PostActions(self._shop, self._tasks, self)
            self._by_hand.message.connect(self.message)
            self._by_hand.changed.connect(self.changed)
        self._by_hand.open_in_x(post)

    def _on_failed(self, error: AppError) -> None:
        self.message.emit(words(error))

    def _on_came_late(self) -> None:
        self.message.emit(
            Message(self.tr("Too late to take back: the post is on its way."), tone=Tone.CALM)
        )
        self.changed.emit()

    def _on_time_asked(self) -> None:
        if self._account is None:
            return
        if self._times is None:
            from ui.compose.time_popover import TimePopover

            self._times = TimePopover(self._bar)
            self._times.chosen.connect(self._on_time_chosen)
            self._times.late.chosen.connect(self._on_late_rule)
        self._times.late.set_rule(self._late_rule)
        self._times.offer(
            self._free_times(self._account.id),
            zone=self._account.zone,
            now=self._shop.clock.now(),
            closed=self._closed_days(self._account),
        )
        self._times.open_at(self._bar.opens_times)

    def _closed_days(self, account: Account) -> Collection[date]:
        from ui.compose.time_popover import DAYS

        today = in_zone(self._shop.clock.now(), account.zone).date()
        return self._shop.closed_days.between(account.id, today, today + timedelta(days=DAYS))

    def _free_times(self, account_id: str) -> tuple[SlotTime, ...]:
        found: list[SlotTime] = []
        while len(found) < _FREE_TIMES:
            after = found[-1].due_at if found else None
            slot = self._shop.slots.next_free(account_id, after=after)
            if slot is None:
                break
            found.append(slot)
        return tuple(found)

    def _on_late_rule(self, rule: LateRule) -> None:
        self._late_rule = rule

    def _on_time_chosen(self, slot: SlotTime) -> None:
        self._chosen = slot
        self.show()
        self._bar.queue_button.setFocus()

    @property
    def _way(self) -> Way | None:
        return None if self._account is None else self._account.way
