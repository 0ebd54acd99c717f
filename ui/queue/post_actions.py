"""What the owner can do with a post of the queue. Each can be taken back, or asks nothing of X."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from services.accounts.accounts import Account, Way
from services.clock import in_zone
from services.errors import NextStep
from services.publishing import order
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from ui.page import Undo
from ui.queue import rest
from ui.queue.hand_actions import HandActions
from ui.queue.send_words import EDITS, is_doubtful, may_be_put_off, opens_in_x, step_of
from ui.tasks import Lane

if TYPE_CHECKING:
    from ui.queue.gap_question import GapQuestion

_AHEAD = 60
"""Days: more than the form for another time offers."""
_EDIT_UNDO = 20
"""Seconds at least: Compose has to be looked at first."""


class PostActions(HandActions):
    """Beside what is done by hand: edit, move, send, delete."""

    @cached_property
    def gap(self) -> GapQuestion:
        """Made for the first post that is deleted."""
        from ui.queue.gap_question import GapQuestion

        gap = GapQuestion(self._shop, self._tasks, self)
        gap.message.connect(self.message)
        gap.undo_offered.connect(self.undo_offered)
        gap.changed.connect(self.changed)
        return gap

    def edit(self, post: Post) -> None:
        """Back to a draft and into Compose; an answer is edited where it was written."""
        if post.answers_item is not None:
            self.go.emit("inbox", post.answers_item)
            return
        call = partial(self._shop.outbox.move_back_to_draft, post.id)
        self._run(post, call, partial(self._on_draft, post))

    def move(
        self,
        post: Post,
        *,
        due_at: int,
        wall: str,
        zone: str,
        said: str = "",
        late_rule: LateRule | None = None,
    ) -> None:
        """`said`: what Undo says of it. On a closed day it is sent all the same. Without
        `late_rule` the post keeps its own.
        """
        if due_at <= self._shop.clock.now():
            # It passed while the owner chose: the form is told so.
            self.changed.emit()
            return
        closed = self._shop.closed_days.is_paused(post.account_id, in_zone(due_at, zone).date())
        if closed and not said:
            said = self.tr("Moved to a day on which the shop is closed")
        # A post that had to go at once has time now; any other keeps its rule.
        at_once = post.due_wall is None and post.answers_item is None
        rule = late_rule or (LateRule.USUAL if at_once else post.late_rule)
        if not at_once and post.state is State.QUEUED and due_at // 60 == (post.due_at or 0) // 60:
            # It stays where it is, with all that is known of how it came there.
            said = self.tr("Changed what happens if it is late")
            call = partial(self._shop.outbox.set_late_rule, post.id, rule)
            if rule is not post.late_rule:
                self._run(post, call, partial(self._on_moved, post, said))
            return
        outbox = self._shop.outbox
        call = partial(
            outbox.enqueue if post.state is State.NEEDS_YOU else outbox.move,
            post.id,
            due_at=due_at,
            due_wall=wall,
            due_zone=zone,
            late_rule=rule,
            even_closed=closed,
        )
        self._run(post, call, partial(self._on_moved, post, said))

    def closed_ahead(self, account: Account) -> Collection[date]:
        """Days of the coming weeks on which the shop rests."""
        today = in_zone(self._shop.clock.now(), account.zone).date()
        return self._shop.closed_days.between(account.id, today, today + timedelta(days=_AHEAD))

    def send_now(self, post: Post) -> None:
        """Due when the undo window is over: nothing is called within it."""
        due_at = self._shop.clock.now() + self._undo_seconds
        # An answer is never too late; a post that died within the seconds for Undo may be.
        rule = LateRule.ASK if post.answers_item is None else LateRule.SEND
        if post.state is State.NEEDS_YOU:
            call = partial(self._shop.outbox.enqueue, post.id, due_at=due_at, late_rule=rule)
            missed = may_be_put_off(post)
            self._run(post, call, partial(self._on_sent, post) if missed else self._on_done)
            return
        call = partial(self._shop.outbox.move, post.id, due_at=due_at, late_rule=rule)
        self._run(post, call, partial(self._on_sent, post))

    def keep_rest(self, post_id: str, words: str) -> None:
        """What the owner writes anew for the next part of a thread half on X."""
        self._tasks.run(
            partial(rest.keep, self._shop, post_id, words, pictured=True),
            lane=Lane.SEND,
            owner=self,
            done=self._on_kept,
            failed=self._on_failed,
        )

    def send_rest(self, post: Post, words: str, *, pictured: bool) -> None:
        due_at = self._shop.clock.now() + self._undo_seconds
        call = partial(rest.send, self._shop, post.id, words, pictured=pictured, due_at=due_at)
        self._run(post, call, self._on_done)

    def delete(self, post: Post) -> None:
        call = partial(self._shop.outbox.delete, post.id)
        self._run(post, call, partial(self._on_deleted, post))

    def look(self, post: Post) -> None:
        """On X; of a post in doubt it is asked afterwards whether it is there."""
        if post.state is State.NEEDS_YOU:
            self.answer_need(post)
        else:
            self.look_on_x(post)

    def not_there(self, post: Post) -> None:
        """The owner looked: one that was in doubt is sent again, one by hand waits on."""
        if is_doubtful(post):
            self.send_now(post)
        else:
            self.not_posted(post)

    def answer_need(self, post: Post) -> None:
        """Does what the button of the Needs-you band says."""
        step = step_of(post)
        if step is NextStep.OPEN_ON_X:
            self.open_in_x(post)
        elif step is NextStep.LOOK_ON_X:
            self._note_opened(post, self.look_on_x)
        elif step in EDITS:
            self.edit(post)
        else:
            self.send_now(post)

    def send(self, post: Post, way: Way) -> None:
        """Does what the drawer's sending button says."""
        if way is Way.BY_HAND or opens_in_x(post):
            self.open_in_x(post)
        else:
            self.send_now(post)

    def _on_draft(self, before: Post, post: Post) -> None:
        self.changed.emit()
        if post.state is State.DRAFT:
            self.go.emit("compose", post.id)
            sentence = self.tr("Taken out of the queue")
            undo = partial(self._put_back_whole, before)
            self.undo_offered.emit(Undo(sentence, max(self._undo_seconds, _EDIT_UNDO), undo))

    def _on_moved(self, before: Post, said: str, post: Post) -> None:
        if post.state is not State.QUEUED:
            # It went out, or needs the owner, since it was taken in hand.
            self.changed.emit()
            return
        sentence = said or self.tr("Moved to another time")
        self._offer(sentence, partial(self._put_back, before))

    def _on_sent(self, before: Post, post: Post) -> None:
        held = self._is_held_up(post)
        sentence = self.tr("It goes out when the queue goes on") if held else self.tr("Sending now")
        self._offer(sentence, partial(self._put_back, before))

    def _is_held_up(self, post: Post) -> bool:
        """By another one, which it does not overtake."""
        now = self._shop.clock.now()
        pressing = self._shop.planned.pressing(post.account_id)
        return post.id in order.kept_waiting((*pressing, replace(post, due_at=now)), now=now)

    def _on_deleted(self, before: Post, post: Post) -> None:
        if post.state is State.DELETED:
            self.changed.emit()
            self.gap.ask(before, partial(self._undelete, before))

    def _put_back(self, before: Post) -> None:
        if before.state is State.NEEDS_YOU:
            self._run(before, partial(self._shop.take_back.later, before), self._on_done)
            return
        if before.due_at is None:
            return
        call = partial(
            self._shop.outbox.move,
            before.id,
            due_at=before.due_at,
            due_wall=before.due_wall,
            due_zone=before.due_zone,
            reason=before.reason,
            late_rule=before.late_rule,
            even_closed=before.even_closed,
            moved_from=before.moved_from,
        )
        self._run(before, call, self._on_done)

    def _put_back_whole(self, before: Post) -> None:
        """With its words: what was changed on them since is a draft of its own."""
        self.changed.emit()
        call = partial(self._shop.queue_moves.put_back, before)
        self._run(before, call, self._on_put_back)

    def _on_put_back(self, post: Post) -> None:
        self._on_done(post)
        if post.state is not State.DRAFT:
            self.go.emit("queue", post.id)

    def _undelete(self, before: Post) -> None:
        self._run(before, partial(self._shop.drafts.undelete, before.id), self._on_done)

    def _on_kept(self, _post: Post) -> None:
        self._trouble.over()
