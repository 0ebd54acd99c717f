"""What the owner can do in the inbox. Marks are made at once; answers by the `send` lane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication

from services.errors import AppError, NextStep
from services.inbox.feeds import Checked
from services.inbox.items import Item, Marks
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.settings import UNDO_SECONDS
from services.x_api import intents
from ui import links, when
from ui.inbox.item_values import called
from ui.messages import Message, Tone, words, words_for_reason
from ui.page import Undo
from ui.queue.send_words import is_doubtful
from ui.tasks import Lane, Tasks
from widgets.isolates import held

if TYPE_CHECKING:
    from services.shop import Shop

_MARK_UNDO_SECONDS = 6


class ItemActions(QObject):
    message = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()
    answered = Signal(object)
    """The Item whose answer is in the queue: it stands no longer on disk as begun."""
    refused = Signal(object)
    """The Item whose answer did not get into the queue: the words are the owner's again."""
    taken_back = Signal(str, str)
    """Item and words: the answer is no longer in the queue, the words are the owner's again."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks

    def answer(self, item: Item, text: str) -> None:
        """In the queue until the undo window is over: nothing is called within it."""
        seconds = self._shop.settings.get(UNDO_SECONDS)
        self._tasks.run(
            partial(self._enqueue, item, text, seconds),
            lane=Lane.SEND,
            owner=self,
            done=partial(self._on_enqueued, item, seconds),
            failed=partial(self._on_refused, item),
        )

    def answer_by_hand(self, item: Item, text: str) -> None:
        """Kept like any answer, and opened on X's own page: there it is asked what became of it."""
        self._tasks.run(
            partial(self._enqueue_by_hand, item, text),
            lane=Lane.SEND,
            owner=self,
            done=partial(self._on_by_hand, item),
            failed=partial(self._on_refused, item),
        )

    def mark_done(self, item: Item) -> None:
        self._mark(partial(self._shop.inbox.mark_done, item.id), self.tr("Done"))

    def reopen(self, item: Item) -> None:
        self._mark(partial(self._shop.inbox.reopen, item.id), self.tr("Back in To answer"))

    def snooze(self, item: Item, *, until: int, zone: str, locale: QLocale) -> None:
        today = when.date_of(self._shop.clock.now(), zone)
        said = self.tr("Snoozed until {day}, {time}").format(
            day=when.named_day(locale, when.date_of(until, zone), today),
            time=when.clock_time(locale, until, zone),
        )
        self._mark(partial(self._shop.inbox.snooze, item.id, until=until), said)

    def mark_read(self, item: Item) -> bool:
        """True when there was something to mark."""
        try:
            return bool(self._shop.inbox.mark_read(item.id))
        except AppError as error:
            self._on_failed(error)
            return False

    def open_mentions(self) -> None:
        """Where an account kept by hand reads what customers say."""
        links.open_page(intents.MENTIONS_PAGE)

    def check(self, account_id: str) -> None:
        """Asks X for what is new."""
        self._tasks.run(
            partial(self._shop.feeds.check, account_id),
            lane=Lane.FETCH,
            owner=self,
            done=self._on_checked,
            failed=self._on_failed,
        )

    def press(self, post: Post, item_id: str) -> None:
        """The button under an answer that needs the owner; once X was opened: it is there."""
        step = words_for_reason(post.reason or "", post.reason_detail or "").action
        if post.opened_at is not None:
            self._move(partial(self._shop.outbox.mark_posted_by_hand, post.id))
        elif step is NextStep.OPEN_ON_X and post.reply_to_x_id is not None:
            self._note_opened(post, self._answer_page(post.reply_to_x_id, post.text))
        elif step is NextStep.LOOK_ON_X and post.reply_to_x_id is not None:
            self._note_opened(post, intents.open_post_link(None, post.reply_to_x_id))
        elif step is NextStep.EDIT:
            self._take_back(post.id, item_id)
        else:
            self._send(post)

    def press_other(self, post_id: str) -> None:
        """It is not on X: sent again where that was in doubt, else it waits for the owner."""
        post = self._shop.outbox.get(post_id)
        if is_doubtful(post):
            self._send(post)
        else:
            self._move(partial(self._shop.outbox.not_posted, post.id))

    def _answer_page(self, x_id: str, text: str) -> str:
        """Without words that are too long for a link: they are on the clipboard, and it is said."""
        page = intents.answer_link(x_id, text)
        if not intents.is_too_long(page):
            return page
        QGuiApplication.clipboard().setText(text)
        said = self.tr("The words are too long for X's page to open with. Paste them there.")
        self.message.emit(Message(said, tone=Tone.CALM))
        return intents.answer_link(x_id)

    def _send(self, post: Post) -> None:
        now = self._shop.clock.now()
        self._move(partial(self._shop.outbox.enqueue, post.id, due_at=now, late_rule=LateRule.SEND))

    def _note_opened(self, post: Post, page: str) -> None:
        """On disk before X's page is there: a question that was lost would have it sent twice."""
        self._move(partial(self._shop.outbox.opened_on_x, post.id), page)

    def _move(self, call: Callable[[], Post], page: str = "") -> None:
        self._tasks.run(
            call,
            lane=Lane.SEND,
            owner=self,
            done=partial(self._on_moved, page),
            failed=self._on_failed,
        )

    def _enqueue(self, item: Item, text: str, seconds: int) -> Post:
        due_at = self._shop.clock.now() + seconds
        return self._shop.outbox.enqueue_answer(item.account_id, item.id, text, due_at)

    def _enqueue_by_hand(self, item: Item, text: str) -> Post:
        """On disk before X's page is there, and never sent: its page is open from here on."""
        now = self._shop.clock.now()
        with self._shop.database.transaction(durable=True):
            post = self._shop.outbox.enqueue_answer(item.account_id, item.id, text, now)
            return self._shop.outbox.opened_on_x(post.id)

    def _on_by_hand(self, item: Item, post: Post) -> None:
        links.open_page(self._answer_page(item.x_id, post.text))
        self.answered.emit(item)
        self.changed.emit()

    def _on_refused(self, item: Item, error: AppError) -> None:
        self.refused.emit(item)
        self._on_failed(error)

    def _on_enqueued(self, item: Item, seconds: int, post: Post) -> None:
        self.answered.emit(item)
        self.changed.emit()
        if seconds:
            undo = partial(self._take_back, post.id, item.id)
            said = self.tr("Your answer to {name} goes out").format(name=held(called(item)))
            self.undo_offered.emit(Undo(said, seconds, undo))

    def _take_back(self, post_id: str, item_id: str) -> None:
        self._tasks.run(
            partial(self._shop.outbox.delete, post_id),
            lane=Lane.SEND,
            owner=self,
            done=partial(self._on_taken_back, item_id),
            failed=self._on_failed,
        )

    def _on_taken_back(self, item_id: str, post: Post) -> None:
        self.changed.emit()
        if post.state is State.DELETED:
            self.taken_back.emit(item_id, post.text)

    def _on_checked(self, checked: Checked) -> None:
        if checked.new:
            self.changed.emit()

    def _on_moved(self, page: str, post: Post) -> None:
        """X's page opens for an answer that waits; of one that is sent it would be twice."""
        if page and post.state is State.NEEDS_YOU and post.opened_at is not None:
            links.open_page(page)
        self.changed.emit()

    def _mark(self, call: Callable[[], tuple[Marks, ...]], sentence: str) -> None:
        try:
            before = call()
        except AppError as error:
            self._on_failed(error)
            return
        if before:
            self.changed.emit()
            undo = Undo(sentence, _MARK_UNDO_SECONDS, partial(self._restore, before))
            self.undo_offered.emit(undo)

    def _restore(self, before: tuple[Marks, ...]) -> None:
        try:
            self._shop.inbox.restore(before)
        except AppError as error:
            self._on_failed(error)
            return
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self.message.emit(words(error))
