"""What the list does with one post's place and with many posts: each is one step for Undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.errors import AppError
from services.publishing.queue_moves import Changed
from services.settings import UNDO_SECONDS
from ui import when
from ui.compose.asks import slot_of
from ui.page import OwnTrouble, Undo
from ui.tasks import Lane, Tasks
from widgets.queue_view_values import Place

if TYPE_CHECKING:
    from services.shop import Shop

WEEK = 7
_LEAST_UNDO = 10


class ListActions(QObject):
    message = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()

    def __init__(self, shop: Shop, tasks: Tasks, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._shop = shop
        self._tasks = tasks
        self._trouble = OwnTrouble(self.message.emit)

    def place(self, account: Account, post_id: str, place: Place) -> None:
        moves, at = self._shop.queue_moves, slot_of(place.free)
        if at is not None:
            call = partial(moves.place_at, post_id, at, zone=account.zone)
        else:
            call = partial(moves.place, account.id, post_id, above=place.above, below=place.below)
        self._run(call, partial(self._on_placed, account))

    def move_on(self, account: Account, ids: tuple[str, ...]) -> None:
        call = partial(self._shop.queue_moves.move_on, ids, days=WEEK, zone=account.zone)
        self._run(call, self._on_moved_on)

    def to_drafts(self, ids: tuple[str, ...]) -> None:
        self._run(partial(self._shop.queue_moves.to_drafts, ids), self._on_drafts)

    def delete(self, ids: tuple[str, ...]) -> None:
        self._run(partial(self._shop.queue_moves.delete, ids), self._on_deleted)

    def _run(self, call: Callable[[], Changed], done: Callable[[Changed], None]) -> None:
        self._tasks.run(call, lane=Lane.SEND, owner=self, done=done, failed=self._trouble.tell)

    def _on_placed(self, account: Account, changed: Changed) -> None:
        if changed.due_at is None:
            self.changed.emit()
            return
        locale = self._over.locale()
        today = when.date_of(self._shop.clock.now(), account.zone)
        sentence = self.tr("Moved to {day}, {time}").format(
            day=when.weekday_day(locale, when.date_of(changed.due_at, account.zone), today=today),
            time=when.clock_time(locale, changed.due_at, account.zone),
        )
        if changed.count > 1:
            others = self.tr("%Ln others changed places", "", changed.count - 1)
            sentence = self.tr("{moved} · {others}").format(moved=sentence, others=others)
        self._offer(sentence, changed)

    def _on_moved_on(self, changed: Changed) -> None:
        self._offer(self.tr("%Ln posts moved on a week", "", changed.count), changed)

    def _on_drafts(self, changed: Changed) -> None:
        self._offer(self.tr("%Ln posts are drafts again", "", changed.count), changed)

    def _on_deleted(self, changed: Changed) -> None:
        self._offer(self.tr("%Ln posts deleted", "", changed.count), changed)

    def _offer(self, sentence: str, changed: Changed) -> None:
        self._trouble.over()
        self.changed.emit()
        if changed.count:
            seconds = max(self._shop.settings.get(UNDO_SECONDS), _LEAST_UNDO)
            self.undo_offered.emit(Undo(sentence, seconds, partial(self._undo, changed)))

    def _undo(self, changed: Changed) -> None:
        self._tasks.run(
            partial(self._shop.queue_moves.undo, changed),
            lane=Lane.SEND,
            owner=self,
            done=self._on_undone,
            failed=self._on_failed,
        )

    def _on_undone(self, _count: int) -> None:
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._trouble.tell(error)
        self.changed.emit()
