"""What the owner can do with a post of the queue. Each can be taken back, or asks nothing of X."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from services.accounts.accounts import Way
from services.errors import AppError, NextStep, StorageTrouble
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.settings import UNDO_SECONDS
from services.x_api import intents
from ui.page import OwnTrouble, Undo
from ui.queue import by_hand, rest
from ui.queue.send_words import EDITS, is_doubtful, opens_in_x, step_of
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.shop import Shop

T = TypeVar("T")


class PostActions(QObject):
    """Writes run in the `send` lane: they wait for the disk, and keep their order."""

    message = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()
    waiting_changed = Signal()
    go = Signal(str, str)

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._trouble = OwnTrouble(self.message.emit)
        self._waiting: set[str] = set()

    @property
    def waiting(self) -> frozenset[str]:
        """The posts of which something is being written: asked twice, it would be done twice."""
        return frozenset(self._waiting)

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
        even_closed: bool = False,
        said: str = "",
    ) -> None:
        """`said`: what Undo says of it. `even_closed`: the owner sees that the shop is closed."""
        if due_at <= self._shop.clock.now():
            # It passed while the owner chose: the form is told so.
            self.changed.emit()
            return
        # An answer is never moved for being late, and a post that had to go at once has time now.
        rule = LateRule.USUAL if post.answers_item is None else post.late_rule
        call = partial(
            self._shop.outbox.move,
            post.id,
            due_at=due_at,
            due_wall=wall,
            due_zone=zone,
            late_rule=rule,
            even_closed=even_closed,
        )
        self._run(post, call, partial(self._on_moved, post, said))

    def send_now(self, post: Post) -> None:
        """Due when the undo window is over: nothing is called within it."""
        due_at = self._shop.clock.now() + self._undo_seconds
        # An answer is never too late; a post that died within the seconds for Undo may be.
        rule = LateRule.ASK if post.answers_item is None else LateRule.SEND
        if post.state is State.NEEDS_YOU:
            call = partial(self._shop.outbox.enqueue, post.id, due_at=due_at, late_rule=rule)
            self._run(post, call, self._on_done)
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

    def open_in_x(self, post: Post) -> None:
        """X's own page with the words filled in and the pictures beside it."""
        self._lay_out(
            post, done=partial(self._on_laid_out, post), failed=partial(self._on_not_laid_out, post)
        )

    def show_pictures(self, post: Post) -> None:
        """Once more: the clipboard holds something else by now, the folder was closed."""
        show = partial(by_hand.show_pictures, post)
        self._lay_out(post, done=show, failed=self._on_failed)

    def look_on_x(self, post: Post) -> None:
        """The post's own page, or the shop's where it is not known which post it is."""
        handle = self._shop.accounts.get(post.account_id).handle
        ids = post.x_ids
        if ids:
            link = intents.open_post_link(handle, ids[0])
        else:
            link = intents.open_user_link(handle or "home")
        QDesktopServices.openUrl(QUrl(link))

    def look(self, post: Post) -> None:
        """On X; of a post in doubt it is asked afterwards whether it is there."""
        if post.state is State.NEEDS_YOU:
            self.answer_need(post)
        else:
            self.look_on_x(post)

    def was_posted(self, post: Post, link: str = "") -> None:
        """`link` is the post's own, where the owner gave it."""
        call = partial(self._shop.outbox.mark_posted_by_hand, post.id, link or None)
        self._run(post, call, self._on_done)

    def not_posted(self, post: Post) -> None:
        self._run(post, partial(self._shop.outbox.not_posted, post.id), self._on_done)

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
            self._note_opened(post, partial(self.look_on_x, post))
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

    @property
    def _undo_seconds(self) -> int:
        return self._shop.settings.get(UNDO_SECONDS)

    def _run(self, post: Post, call: Callable[[], T], done: Callable[[T], None]) -> None:
        self._begin(post, call, lane=Lane.SEND, done=done, failed=self._on_failed)

    def _lay_out(
        self,
        post: Post,
        *,
        done: Callable[[tuple[Path, ...]], None],
        failed: Callable[[AppError], None],
    ) -> None:
        place = self._shop.paths.data / by_hand.FOLDER
        now = self._shop.clock.now()
        call = partial(by_hand.lay_out_pictures, post, self._shop.pictures, place, now=now)
        self._begin(post, call, lane=Lane.WORK, done=done, failed=failed)

    def _begin(
        self,
        post: Post,
        call: Callable[[], T],
        *,
        lane: Lane,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        self._waiting.add(post.id)
        self.waiting_changed.emit()
        self._tasks.run(
            call,
            lane=lane,
            owner=self,
            done=partial(self._on_over, post.id, done),
            failed=partial(self._on_over, post.id, failed),
        )

    def _offer(self, sentence: str, undo: Callable[[], None]) -> None:
        self.changed.emit()
        self.undo_offered.emit(Undo(sentence, max(self._undo_seconds, 5), undo))

    def _on_over(self, post_id: str, tell: Callable[[T], None], outcome: T) -> None:
        self._waiting.discard(post_id)
        tell(outcome)
        self.waiting_changed.emit()

    def _on_draft(self, before: Post, post: Post) -> None:
        self.changed.emit()
        if post.state is State.DRAFT:
            self.go.emit("compose", post.id)

    def _on_moved(self, before: Post, said: str, post: Post) -> None:
        sentence = said or self.tr("Moved to another time")
        self._offer(sentence, partial(self._put_back, before))

    def _on_sent(self, before: Post, post: Post) -> None:
        self._offer(self.tr("Sending now"), partial(self._put_back, before))

    def _on_deleted(self, before: Post, post: Post) -> None:
        if post.state is State.DELETED:
            self._offer(self.tr("Post deleted"), partial(self._undelete, before))

    def _put_back(self, before: Post) -> None:
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

    def _undelete(self, before: Post) -> None:
        self._run(before, partial(self._shop.drafts.undelete, before.id), self._on_done)

    def _on_laid_out(self, post: Post, pictures: tuple[Path, ...]) -> None:
        sent = self._shop.sent_words.as_sent(post)
        self._note_opened(post, partial(by_hand.show_in_x, sent, pictures))

    def _on_not_laid_out(self, post: Post, error: AppError) -> None:
        """Where the disk took no copies the words go out all the same; a lost picture is told."""
        if isinstance(error, StorageTrouble):
            sent = self._shop.sent_words.as_sent(post)
            self._note_opened(post, partial(by_hand.show_in_x, sent, ()), error)
        else:
            self._on_failed(error)

    def _note_opened(
        self, post: Post, show: Callable[[], None], trouble: AppError | None = None
    ) -> None:
        """On disk before X's page is there: a question that was lost would have it posted twice.

        `trouble` is told once the page is open.
        """
        call = partial(self._shop.outbox.opened_on_x, post.id)
        self._run(post, call, partial(self._on_opened, show, trouble))

    def _on_opened(self, show: Callable[[], None], trouble: AppError | None, post: Post) -> None:
        """Answered or sent while this waited, its page would have the owner post it twice."""
        opened = post.state is State.NEEDS_YOU and post.opened_at is not None
        if opened:
            show()
        self._on_done(post)
        if opened and trouble is not None:
            self._on_failed(trouble)

    def _on_kept(self, _post: Post) -> None:
        self._trouble.over()

    def _on_done(self, post: Post) -> None:
        self._trouble.over()
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._trouble.tell(error)
