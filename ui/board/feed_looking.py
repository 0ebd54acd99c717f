"""One look at a feed at a time, in the `fetch` lane; what an earlier one brings is dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from services.errors import AppError
from services.media.feed_look import Look, look
from services.media.web import Web
from ui.tasks import Lane, Tasks


class FeedLooking(QObject):
    found = Signal(object)
    """A `Look`."""
    failed = Signal(object)
    """An AppError."""

    def __init__(self, web: Web, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._web = web
        self._tasks = tasks
        self._round = 0

    def start(self, pasted: str) -> None:
        self.stop()
        round_ = self._round
        self._tasks.run(
            partial(look, self._web, pasted, watch=partial(self._goes_on, round_)),
            lane=Lane.FETCH,
            owner=self,
            done=partial(self._on_found, round_),
            failed=partial(self._on_failed, round_),
        )

    def stop(self) -> None:
        self._round += 1

    def _goes_on(self, round_: int, _come: int, _whole: int) -> bool:
        """Asked in the lane's thread."""
        return round_ == self._round

    def _on_found(self, round_: int, found: Look) -> None:
        if round_ == self._round:
            self.found.emit(found)

    def _on_failed(self, round_: int, error: AppError) -> None:
        if round_ == self._round:
            self.failed.emit(error)
