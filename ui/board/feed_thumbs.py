"""Small pictures of a feed, fetched as they come into view, two at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from services.errors import AppError
from services.media.feed_thumbs import fetch_thumb, shrink
from services.media.feeds import FeedPicture
from services.media.web import Watch, Web
from ui.tasks import Lane, Tasks

_AT_ONCE = 2
_MOST_WAITING = 40
"""What was scrolled by long ago is asked for again when it comes back."""


class FeedThumbs(QObject):
    came = Signal()

    def __init__(self, web: Web, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._web = web
        self._tasks = tasks
        self._pictures: tuple[FeedPicture, ...] = ()
        self._known: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._waiting: deque[int] = deque()
        self._running = 0
        self._round = 0

    def show(self, pictures: Sequence[FeedPicture]) -> None:
        self.let_go()
        self._pictures = tuple(pictures)

    def let_go(self) -> None:
        """Nothing of before is wanted any more."""
        self._round += 1
        self._pictures = ()
        self._known.clear()
        self._asked.clear()
        self._waiting.clear()
        self._running = 0

    def get(self, row: int) -> QImage | None:
        """None while it is on its way, and for one that cannot be had."""
        if row not in self._asked and row < len(self._pictures):
            self._asked.add(row)
            self._waiting.append(row)
            if len(self._waiting) > _MOST_WAITING:
                self._asked.discard(self._waiting.popleft())
            self._next()
        return self._known.get(row)

    def _next(self) -> None:
        while self._waiting and self._running < _AT_ONCE:
            # The one that was wanted last is the one that is looked at.
            row = self._waiting.pop()
            self._running += 1
            self._tasks.run(
                partial(fetch_thumb, self._web, self._pictures[row], self._watch(self._round)),
                lane=Lane.FETCH,
                owner=self,
                done=partial(self._on_fetched, self._round, row),
                failed=partial(self._on_failed, self._round),
            )

    def _watch(self, round_: int) -> Watch:
        return partial(self._goes_on, round_)

    def _goes_on(self, round_: int, _come: int, _whole: int) -> bool:
        return round_ == self._round

    def _on_fetched(self, round_: int, row: int, data: bytes) -> None:
        if round_ != self._round:
            return
        self._tasks.run(
            partial(_image, data),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_came, round_, row),
            failed=partial(self._on_failed, round_),
        )

    def _on_came(self, round_: int, row: int, image: QImage) -> None:
        if round_ == self._round:
            self._known[row] = image
            self._running -= 1
            self.came.emit()
            self._next()

    def _on_failed(self, round_: int, _error: AppError) -> None:
        """Its tile stays without a picture; it may be chosen all the same."""
        if round_ == self._round:
            self._running -= 1
            self._next()


def _image(data: bytes) -> QImage:
    return QImage.fromData(shrink(data))
