"""What each post of the list is for: the owner's word, else a guess that is kept.

Thousands of guesses take half a second: they are made in the `work` lane once the list stands, and
a row that is seen before has its own at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from services.errors import AppError
from services.publishing.post_options import PostKind
from services.publishing.queue_rows import QueueRow
from ui.tasks import Lane, Tasks

_AFTER_MS = 700
"""The page stands, and its pictures are asked for."""
_AT_ONCE = 100
"""A call of the lane: pictures come between."""


class ListKinds(QObject):
    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: dict[tuple[str, bool], PostKind] = {}
        self._rows: tuple[QueueRow, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._go_on)

    def of(self, row: QueueRow) -> PostKind:
        if row.kind is not PostKind.GUESSED:
            return row.kind
        which = row.words, row.has_poll
        if which not in self._known:
            self._known[which] = _guess(*which)
        return self._known[which]

    def knows_all(self) -> bool:
        return not self._unknown()

    def set_rows(self, rows: Iterable[QueueRow]) -> None:
        self._rows = tuple(rows)
        if not self._later.isActive():
            self._later.start()

    def _unknown(self) -> list[tuple[str, bool]]:
        found = ((row.words, row.has_poll) for row in self._rows if row.kind is PostKind.GUESSED)
        return [which for which in found if which not in self._known]

    def _go_on(self) -> None:
        some = tuple(self._unknown()[:_AT_ONCE])
        if some:
            self._tasks.run(
                partial(_guess_all, some),
                lane=Lane.WORK,
                owner=self,
                done=self._on_guessed,
                failed=self._on_failed,
            )

    def _on_guessed(self, kinds: dict[tuple[str, bool], PostKind]) -> None:
        self._known |= kinds
        self._go_on()

    def _on_failed(self, _error: AppError) -> None:
        """A guess asks nothing that could fail."""


def _guess_all(some: tuple[tuple[str, bool], ...]) -> dict[tuple[str, bool], PostKind]:
    return {which: _guess(*which) for which in some}


def _guess(words: str, has_poll: bool) -> PostKind:
    # Its words in six languages take their time to be read, and are wanted with the first post.
    from services.publishing.kinds import kind_of

    return kind_of((words,), has_poll=has_poll)
