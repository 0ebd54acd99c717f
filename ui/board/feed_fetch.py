"""Fetches the chosen pictures of a feed at full size, one after the other, with what went wrong."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from services.errors import AppError, BadImage
from services.media.download_trouble import DownloadStopped
from services.media.feeds import FeedPicture
from services.media.pictures import Picture, PictureStore
from services.media.web import Got, Limits, Web
from ui.tasks import Lane, Tasks

_LIMITS = Limits(40_000_000, 120)


class FeedFetch(QObject):
    progressed = Signal(int, int)
    """So much of so much, in thousandths of a picture."""
    ended = Signal()
    """All were tried: see `kept` and `failed`."""
    _heard = Signal(int, int)

    def __init__(self, web: Web, store: PictureStore, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._web = web
        self._store = store
        self._tasks = tasks
        self._rest: deque[tuple[int, FeedPicture]] = deque()
        self._whole = 0
        self._done = 0
        self._round = 0
        self.kept: dict[int, Picture] = {}
        """What came, by the row; also of earlier rounds."""
        self.failed: dict[int, AppError] = {}
        self._heard.connect(self._on_heard)

    @property
    def runs(self) -> bool:
        return self._whole > 0

    def start(self, wanted: Mapping[int, FeedPicture]) -> None:
        """By row. What an earlier round brought is not fetched again."""
        self.failed = {}
        self._whole = len(wanted)
        self._rest = deque((row, one) for row, one in wanted.items() if row not in self.kept)
        self._done = self._whole - len(self._rest)
        self._round += 1
        self._tell(0)
        self._next()

    def stop(self) -> None:
        """What came stays known; nothing is told any more."""
        self._round += 1
        self._whole = 0
        self._rest.clear()

    def forget(self) -> None:
        """Another feed is shown."""
        self.stop()
        self.kept = {}
        self.failed = {}

    def _next(self) -> None:
        if not self._rest:
            self._whole = 0
            self.ended.emit()
            return
        row, picture = self._rest.popleft()
        self._fetch(row, picture, 0)

    def _fetch(self, row: int, picture: FeedPicture, size: int) -> None:
        watch = partial(self._watch, self._round)
        self._tasks.run(
            partial(self._web.get, picture.full[size], limits=_LIMITS, watch=watch),
            lane=Lane.FETCH,
            owner=self,
            done=partial(self._on_got, self._round, row, picture, size),
            failed=partial(self._on_failed, self._round, row, picture, size),
        )

    def _watch(self, round_: int, come: int, whole: int) -> bool:
        """In the lane's thread."""
        if round_ == self._round and whole:
            # The dialog may be gone since the line before.
            with suppress(RuntimeError):
                self._heard.emit(round_, 1_000 * min(come, whole) // whole)
        return round_ == self._round

    def _on_heard(self, round_: int, part: int) -> None:
        if round_ == self._round and self.runs:
            self._tell(part)

    def _on_got(self, round_: int, row: int, picture: FeedPicture, size: int, got: Got) -> None:
        if round_ != self._round:
            return
        self._tasks.run(
            partial(self._store.add_bytes, got.data, name=_name(picture)),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_kept, round_, row),
            failed=partial(self._on_failed, round_, row, picture, size),
        )

    def _on_kept(self, round_: int, row: int, kept: Picture) -> None:
        self.kept[row] = kept
        if round_ == self._round:
            self._after_one()

    def _on_failed(
        self, round_: int, row: int, picture: FeedPicture, size: int, error: AppError
    ) -> None:
        """A size that is refused may be had smaller; a site that cannot be reached not."""
        if round_ != self._round:
            return
        refused = isinstance(error, BadImage) or (
            isinstance(error, DownloadStopped) and not error.may_pass
        )
        if refused and size + 1 < len(picture.full):
            self._fetch(row, picture, size + 1)
            return
        self.failed[row] = error
        self._after_one()

    def _after_one(self) -> None:
        self._done += 1
        self._tell(0)
        self._next()

    def _tell(self, part: int) -> None:
        self.progressed.emit(1_000 * self._done + part, 1_000 * self._whole)


def _name(picture: FeedPicture) -> str:
    """By which the owner knows it when something is said of it."""
    return picture.title or picture.full[-1].rpartition("/")[2]
