"""Small pictures for the screen: made in the `work` lane, kept while they are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from services.errors import AppError
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.media.pictures import PictureStore

SMALL = 96
"""For rows of 40 and 48 pixels, at twice the scale."""
LARGE = 640
"""For the preview and the tiles of the post that is open."""
_MOST = 120


class Thumbs(QObject):
    came = Signal(str)
    """A picture's hash: `get` has it now."""

    def __init__(
        self, store: PictureStore, tasks: Tasks, parent: QObject, *, asleep: bool = False
    ) -> None:
        """`asleep`: until `wake` it only notes what is wanted, so that a window comes up faster."""
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._known: dict[tuple[str, int], QImage] = {}
        self._asked: set[tuple[str, int]] = set()
        self._signs: dict[str, str] = {}
        self._asleep: list[tuple[str, int]] | None = [] if asleep else None

    def wake(self) -> None:
        """Begins to read what was noted."""
        waiting, self._asleep = self._asleep or [], None
        for which in waiting:
            self._read(which)

    def get(self, picture: str, size: int) -> QImage | None:
        """None while it is being read (`came` tells), and for one that is gone."""
        which = (picture, size)
        if which in self._known:
            return self._known[which]
        if which not in self._asked:
            self._asked.add(which)
            if self._asleep is None:
                self._read(which)
            else:
                self._asleep.append(which)
        # A task that runs in line has brought it already.
        return self._known.get(which)

    def sign_of(self, picture: str) -> str:
        """How long a video runs, as `0:42`, or that a picture moves; empty for others."""
        known = self._signs.get(picture)
        if known is None:
            from ui.compose.picture_rules import sign_of

            known = self._signs[picture] = sign_of(self._store, picture)
        return known

    def forget_large(self) -> None:
        """Another post is open: its large pictures are no longer needed in memory."""
        for which in [each for each in self._known if each[1] == LARGE]:
            del self._known[which]
            self._asked.discard(which)

    def _read(self, which: tuple[str, int]) -> None:
        self._tasks.run(
            partial(_load, self._store, *which),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._keep, which),
            failed=partial(self._give_up, which),
        )

    def _keep(self, which: tuple[str, int], image: QImage) -> None:
        if len(self._known) >= _MOST:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._asked.discard(oldest)
        self._known[which] = image
        self.came.emit(which[0])

    def _give_up(self, which: tuple[str, int], error: AppError) -> None:
        self._asked.discard(which)


def _load(store: PictureStore, picture: str, size: int) -> QImage:
    kept = store.get(picture)
    if kept.is_video:
        from widgets.play_sign import poster

        return poster(kept.width, kept.height, size)
    return QImage(str(store.thumbnail(picture, size)))
