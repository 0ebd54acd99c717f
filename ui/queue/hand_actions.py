"""What the owner does with a post on X's own page, and tells of it here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from services.errors import AppError, StorageTrouble
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.settings import THREAD_BY_PART
from services.x_api import intents
from ui import links
from ui.queue import by_hand
from ui.queue.by_hand import LaidOut
from ui.queue.page_steps_form import BY_PART
from ui.queue.panel_look import FOLDER, WORDS
from ui.queue.post_writes import PostWrites
from ui.queue.send_words import is_doubtful
from ui.tasks import Lane


class HandActions(PostWrites):
    link_taken = Signal()
    """The link that was given is filed with another post, or another part of this one."""

    def open_in_x(self, post: Post) -> None:
        """X's own page with the words filled in and the pictures beside it."""
        self._lay_out(
            post, done=partial(self._on_laid_out, post), failed=partial(self._on_not_laid_out, post)
        )

    def copy(self, post: Post, what: str) -> None:
        """Once more: the clipboard holds something else by now, the folder was closed."""
        if what == WORDS:
            by_hand.copy_words(self._shop.sent_words.as_sent(post))
            return
        show = by_hand.show_folder if what == FOLDER else partial(by_hand.copy_pictures, post)
        self._lay_out(post, done=show, failed=self._on_failed)

    def choose_road(self, road: str) -> None:
        """How threads go out by hand, this one and the next."""
        self._shop.settings.remember(THREAD_BY_PART, road == BY_PART)
        self.changed.emit()

    def show_own_page(self, post: Post) -> None:
        handle = self._shop.accounts.get(post.account_id).handle
        links.open_page(intents.open_user_link(handle or "home"))

    def open_post(self, x_post_id: str) -> None:
        handle = self._shop.accounts.active().handle
        links.open_page(intents.open_post_link(handle, x_post_id))

    def look_on_x(self, post: Post) -> None:
        """The post's own page, or the shop's where it is not known which post it is."""
        if not post.x_ids:
            self.show_own_page(post)
            return
        handle = self._shop.accounts.get(post.account_id).handle
        links.open_page(intents.open_post_link(handle, post.x_ids[0]))

    def was_posted(self, post: Post, x_post_id: str = "") -> None:
        """All of it, or its next part; then the page of the one after that opens.

        `x_post_id` is of the link that the owner gave.
        """
        if self._is_taken(post, x_post_id) or not post.left:
            return
        if is_doubtful(post) and x_post_id:
            go_on_at = self._shop.clock.now() + self._undo_seconds
            there = self._shop.doubt_answers.it_is_there
            call = partial(there, post.id, x_post_id, go_on_at=go_on_at)
            self._run(post, call, self._on_done)
            return
        by_part = len(post.left) == 1 or self._shop.settings.get(THREAD_BY_PART)
        if len(post.parts) > 1 and (by_part or is_doubtful(post)):
            part = partial(self._shop.hand_parts.posted, post.id, x_post_id or None)
            done = self._on_found if is_doubtful(post) else partial(self._on_part, post)
            self._run(post, part, done)
            return
        link = intents.open_post_link(None, x_post_id) if x_post_id else None
        call = partial(self._shop.outbox.mark_posted_by_hand, post.id, link)
        self._run(post, call, partial(self._on_posted, post))

    def set_link(self, post: Post, x_post_id: str) -> None:
        """Of a post that is sent, or of the last part that is there of one half posted."""
        place = len(post.parts) - len(post.left) - 1 if post.left else 0
        if x_post_id == post.parts[place].x_post_id:
            return
        if not self._is_taken(post, x_post_id):
            call = partial(self._shop.hand_parts.set_link, post.id, x_post_id, place=place)
            self._run(post, call, self._on_done)

    def _is_taken(self, post: Post, x_post_id: str) -> bool:
        """The link stands with another part, of this post or another: that is said."""
        filed_with = self._shop.hand_parts.filed_with
        taken = bool(x_post_id) and filed_with(x_post_id, post.account_id) is not None
        if taken:
            self.link_taken.emit()
        return taken

    def not_posted(self, post: Post) -> None:
        self._run(post, partial(self._shop.outbox.not_posted, post.id), self._on_done)

    def _lay_out(
        self,
        post: Post,
        *,
        done: Callable[[LaidOut], None],
        failed: Callable[[AppError], None],
    ) -> None:
        place = self._shop.paths.data / by_hand.FOLDER
        now = self._shop.clock.now()
        call = partial(by_hand.lay_out, post, self._shop.pictures, place, now=now)
        self._begin(post, call, lane=Lane.WORK, done=done, failed=failed)

    def _on_laid_out(self, post: Post, laid: LaidOut, trouble: AppError | None = None) -> None:
        self._note_opened(post, partial(self._show_in_x, laid), trouble)

    def _show_in_x(self, laid: LaidOut, post: Post) -> None:
        handle = self._shop.accounts.get(post.account_id).handle or ""
        by_hand.show_in_x(self._shop.sent_words.as_sent(post), laid, handle=handle)

    def _on_not_laid_out(self, post: Post, error: AppError) -> None:
        """Where the disk took no copies the words go out all the same; a lost picture is told."""
        if isinstance(error, StorageTrouble):
            self._on_laid_out(post, LaidOut(), error)
        else:
            self._on_failed(error)

    def _note_opened(
        self, post: Post, show: Callable[[Post], None], trouble: AppError | None = None
    ) -> None:
        """On disk before X's page is there: a question that was lost would have it posted twice.

        `show` gets the post as it stands then; `trouble` is told once the page is open.
        """
        call = partial(self._shop.outbox.opened_on_x, post.id)
        self._run(post, call, partial(self._on_opened, show, trouble))

    def _on_opened(
        self, show: Callable[[Post], None], trouble: AppError | None, post: Post
    ) -> None:
        """Answered or sent while this waited, its page would have the owner post it twice."""
        opened = post.state is State.NEEDS_YOU and post.opened_at is not None
        if opened:
            show(post)
        self._on_done(post)
        if opened and trouble is not None:
            self._on_failed(trouble)

    def _on_found(self, post: Post) -> None:
        """One part was in doubt: the others go out after it, where its link is known."""
        if post.state is State.NEEDS_YOU and not by_hand.lost_its_thread(post):
            now, rule = self._shop.clock.now(), LateRule.SEND
            call = partial(self._shop.outbox.enqueue, post.id, due_at=now, late_rule=rule)
            self._run(post, call, self._on_done)
        else:
            self._on_done(post)

    def _on_part(self, before: Post, post: Post) -> None:
        """The page of the next part, as an answer to this one."""
        self._on_posted(before, post)
        if post.state is State.NEEDS_YOU and post.left:
            self.open_in_x(post)

    def _on_posted(self, before: Post, post: Post) -> None:
        """By the owner's word alone, which can be taken back."""
        self._on_done(post)
        if before.state is not State.NEEDS_YOU or len(post.left) == len(before.left):
            return
        sentence = self.tr("Filed as posted")
        if post.left:
            number = len(post.parts) - len(post.left)
            sentence = self.tr("Part {part} filed as posted").format(part=number)
        self._offer(sentence, partial(self._take_back, before))

    def _take_back(self, before: Post) -> None:
        call = partial(
            self._shop.take_back.posted,
            before,
            asked_at=self._shop.clock.now(),
            within=self._offered_for,
        )
        self._run(before, call, self._on_done)
