"""A deleted post leaves its slot free: the owner closes the gap, or leaves it. Each has Undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.publishing.gaps import Step
from services.publishing.posts import Post
from services.settings import UNDO_SECONDS
from ui.page import OwnTrouble, Undo
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.shop import Shop

_LEAST_SECONDS = 5


class GapQuestion(QObject):
    """Writes run in the `send` lane, behind the deletion itself."""

    message = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._trouble = OwnTrouble(self.message.emit)

    def ask(self, gone: Post, undelete: Callable[[], None]) -> None:
        """`gone` as it stood before it was deleted; `undelete` brings it back."""
        self._run(partial(self._shop.gaps.steps, gone), partial(self._offer, gone, undelete))

    def _offer(self, gone: Post, undelete: Callable[[], None], steps: tuple[Step, ...]) -> None:
        """Where nobody would move up there is nothing to ask."""
        second = self.tr("Close the gap") if steps else ""
        choose = partial(self._close, gone, undelete) if steps else None
        sentence = self.tr("Post deleted")
        self.undo_offered.emit(Undo(sentence, self._seconds, undelete, second, choose))

    def _close(self, gone: Post, undelete: Callable[[], None]) -> None:
        self._run(partial(self._shop.gaps.close, gone), partial(self._on_closed, gone, undelete))

    def _on_closed(self, gone: Post, undelete: Callable[[], None], steps: tuple[Step, ...]) -> None:
        self._trouble.over()
        self.changed.emit()
        sentence = self.tr("%Ln posts moved up", "", len(steps))
        undo = partial(self._reopen, gone, undelete, steps)
        self.undo_offered.emit(Undo(sentence, self._seconds, undo))

    def _reopen(self, gone: Post, undelete: Callable[[], None], steps: tuple[Step, ...]) -> None:
        self._run(
            partial(self._shop.gaps.reopen, steps), partial(self._on_reopened, gone, undelete)
        )

    def _on_reopened(self, gone: Post, undelete: Callable[[], None], _done: None) -> None:
        """As it was before the gap was closed: the post can still be brought back."""
        self.changed.emit()
        self.ask(gone, undelete)

    @property
    def _seconds(self) -> int:
        return max(self._shop.settings.get(UNDO_SECONDS), _LEAST_SECONDS)

    def _run(self, call: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(call, lane=Lane.SEND, owner=self, done=done, failed=self._trouble.tell)
