"""Takes the draft out of the composer and into the queue, and back again on Undo.

The composer is free for the next post at once; the move itself is made in the `send` lane and,
should it be refused, the draft comes back with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account, Way
from services.clock import in_zone
from services.errors import AppError
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.settings import UNDO_SECONDS
from services.shop import Shop
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.publishing.slots import SlotTime

QUEUED_UNDO_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Sent:
    """`slot` None: it goes out when the seconds for Undo are over. `caret`: where it stood."""

    post: Post
    slot: SlotTime | None
    caret: int
    undo_seconds: int


@dataclass(frozen=True, slots=True)
class Refused:
    post_id: str
    caret: int
    error: AppError


class Sender(QObject):
    sent = Signal(object)
    """`Sent`: it is in the queue."""
    refused = Signal(object)
    """`Refused`: it is still a draft."""
    returned = Signal(object, int)
    """The Post that is a draft again, and where the caret stood."""
    failed = Signal(object)
    """An AppError: the post stays where it is in the queue."""
    came_late = Signal()
    """Undo was pressed when the post was already on its way."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._leaving: set[str] = set()

    @property
    def leaving(self) -> frozenset[str]:
        """Posts on their way into the queue: no longer drafts to be shown."""
        return frozenset(self._leaving)

    def hold(self, post_id: str) -> None:
        """Announces that this post is about to go."""
        self._leaving.add(post_id)

    def post(self, post_id: str, account: Account, caret: int) -> None:
        """After the seconds for Undo; by hand at once, since the owner presses Post on X."""
        by_hand = account.way is Way.BY_HAND
        seconds = 0 if by_hand else max(self._shop.settings.get(UNDO_SECONDS), 0)
        self._send(post_id, None, caret, seconds)

    def queue(
        self, post_id: str, slot: SlotTime, caret: int, *, late_rule: LateRule = LateRule.USUAL
    ) -> None:
        self._send(post_id, slot, caret, QUEUED_UNDO_SECONDS, late_rule)

    def take_back(self, post_id: str, caret: int) -> None:
        """Undo, and Edit on a queued post: it is a draft again, if it is not too late."""
        self._tasks.run(
            partial(self._shop.outbox.move_back_to_draft, post_id),
            lane=Lane.SEND,
            owner=self,
            done=partial(self._on_taken_back, caret),
            failed=self.failed.emit,
        )

    def _send(
        self,
        post_id: str,
        slot: SlotTime | None,
        caret: int,
        seconds: int,
        late_rule: LateRule = LateRule.USUAL,
    ) -> None:
        self.hold(post_id)
        self._tasks.run(
            partial(self._enqueue, post_id, slot, seconds, late_rule),
            lane=Lane.SEND,
            owner=self,
            done=partial(self._on_enqueued, slot, caret, seconds),
            failed=partial(self._on_refused, post_id, caret),
        )

    def _enqueue(
        self, post_id: str, slot: SlotTime | None, seconds: int, late_rule: LateRule
    ) -> Post:
        """In the lane: the seconds for Undo count from here, however long the lane was busy."""
        if slot is None:
            due_at = self._shop.clock.now() + seconds
            # Should the computer die within the seconds for Undo: hours later, it is asked first.
            return self._shop.outbox.enqueue(post_id, due_at=due_at, late_rule=LateRule.ASK)
        # No slot lies on a closed day: who has one there chose the day, and was told.
        account_id = self._shop.drafts.get(post_id).account_id
        day = in_zone(slot.due_at, slot.zone).date()
        return self._shop.outbox.enqueue(
            post_id,
            due_at=slot.due_at,
            due_wall=slot.wall,
            due_zone=slot.zone,
            late_rule=late_rule,
            even_closed=self._shop.closed_days.is_paused(account_id, day),
        )

    def _on_enqueued(self, slot: SlotTime | None, caret: int, seconds: int, post: Post) -> None:
        self._leaving.discard(post.id)
        self.sent.emit(Sent(post, slot, caret, seconds))

    def _on_refused(self, post_id: str, caret: int, error: AppError) -> None:
        self._leaving.discard(post_id)
        self.refused.emit(Refused(post_id, caret, error))

    def _on_taken_back(self, caret: int, post: Post) -> None:
        if post.state is State.DRAFT:
            self.returned.emit(post, caret)
        else:
            self.came_late.emit()
