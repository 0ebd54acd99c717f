"""Writes about one post of the queue, in the `send` lane: each once, and in their order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from services.errors import AppError
from services.publishing.posts import Post
from services.settings import UNDO_SECONDS
from ui.page import OwnTrouble, Undo
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.shop import Shop

T = TypeVar("T")

_LEAST_UNDO = 5


class PostWrites(QObject):
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

    @property
    def _undo_seconds(self) -> int:
        return self._shop.settings.get(UNDO_SECONDS)

    @property
    def _offered_for(self) -> int:
        """Seconds: what is done at once can be taken back all the same."""
        return max(self._undo_seconds, _LEAST_UNDO)

    def _offer(self, sentence: str, undo: Callable[[], None]) -> None:
        self.changed.emit()
        self.undo_offered.emit(Undo(sentence, self._offered_for, undo))

    def _run(self, post: Post, call: Callable[[], T], done: Callable[[T], None]) -> None:
        self._begin(post, call, lane=Lane.SEND, done=done, failed=self._on_failed)

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

    def _on_over(self, post_id: str, tell: Callable[[T], None], outcome: T) -> None:
        self._waiting.discard(post_id)
        tell(outcome)
        self.waiting_changed.emit()

    def _on_done(self, post: Post) -> None:
        self._trouble.over()
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._trouble.tell(error)
