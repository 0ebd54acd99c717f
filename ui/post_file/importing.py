"""Opens the dialog for posts from a file, tells what came of it, and takes the whole back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from services.settings import UNDO_SECONDS
from ui.page import OwnTrouble, Undo
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.post_file.imports import Brought, TakenBack
    from services.shop import Shop

_LEAST_UNDO = 20


class Importing(QObject):
    message = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()
    brought = Signal(str)
    """The id of the import: its posts are in the queue."""

    def __init__(self, shop: Shop, tasks: Tasks, over: QWidget) -> None:
        super().__init__(over)
        self._shop = shop
        self._tasks = tasks
        self._over = over
        self._trouble = OwnTrouble(self.message.emit)

    def open(self, account: Account) -> None:
        from ui.post_file.import_dialog import ImportDialog

        dialog = ImportDialog(self._shop, self._tasks, account, self._over.window())
        dialog.brought.connect(self._on_brought)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_back(self, import_id: str) -> None:
        self._tasks.run(
            partial(self._shop.imports.take_back, import_id),
            lane=Lane.WORK,
            owner=self,
            done=self._on_taken_back,
            failed=self._on_failed,
        )

    def _on_brought(self, brought: Brought, _file: str) -> None:
        self._trouble.over()
        self.brought.emit(brought.id)
        self.changed.emit()
        sentence = self.tr("%Ln posts brought in", "", brought.posts)
        if brought.bad_pictures:
            left = self.tr("%Ln left out: no usable picture", "", len(brought.bad_pictures))
            sentence = self.tr("{brought} · {left}").format(brought=sentence, left=left)
        if brought.passed:
            left = self.tr("%Ln left out: their time went by", "", len(brought.passed))
            sentence = self.tr("{brought} · {left}").format(brought=sentence, left=left)
        seconds = max(self._shop.settings.get(UNDO_SECONDS), _LEAST_UNDO)
        undo = partial(self.take_back, brought.id)
        self.undo_offered.emit(Undo(sentence, seconds, undo))

    def _on_taken_back(self, back: TakenBack) -> None:
        self._trouble.over()
        self.changed.emit()
        sentence = self.tr("%Ln posts taken back", "", back.changed.count)
        if back.sent:
            sent = self.tr("%Ln were sent already", "", back.sent)
            sentence = self.tr("{back} · {sent}").format(back=sentence, sent=sent)
        seconds = max(self._shop.settings.get(UNDO_SECONDS), _LEAST_UNDO)
        self.undo_offered.emit(Undo(sentence, seconds, partial(self._again, back)))

    def _again(self, back: TakenBack) -> None:
        self._tasks.run(
            partial(self._shop.queue_moves.undo, back.changed),
            lane=Lane.WORK,
            owner=self,
            done=self._on_again,
            failed=self._on_failed,
        )

    def _on_again(self, _count: int) -> None:
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._trouble.tell(error)
        self.changed.emit()
