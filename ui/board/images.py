"""Pictures for the board dialog, read in the `work` lane and let go with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from services.errors import AppError, BadImage
from services.media.board_blur import for_screen
from services.media.pictures import PictureStore
from ui.compose.thumbs import LARGE, SMALL
from ui.tasks import Lane, Tasks

T = TypeVar("T")

Focus = tuple[float, float]
Guess = Callable[[str], Focus]
_Asked = tuple[str, str, float]
"""What for, whose picture, and at which size or ratio."""

_LARGER = 960
"""Sharp in a cell of half a board at twice the scale; `LARGE` is at the plain one."""
_FINE = 1_920
"""For a picture of which only a part is seen."""
_FINE_FROM = 1.5
_GUESSED_IN = 320
_MOST = 160
_MOST_FINE = 14


class Images(QObject):
    came = Signal()

    def __init__(
        self, store: PictureStore, tasks: Tasks, dialog: QWidget, *, guess: Guess | None = None
    ) -> None:
        """`guess` finds what matters in a picture; it is called in the `work` lane."""
        super().__init__(dialog)
        self._store = store
        self._tasks: Tasks | None = tasks
        self._guess = guess
        self._known: dict[_Asked, object] = {}
        self._asked: set[_Asked] = set()
        self._sizes: dict[str, tuple[int, int]] = {}
        self._gone: dict[str, bool] = {}
        self._canvas = LARGE if dialog.devicePixelRatioF() <= 1 else _LARGER

    def large(self, picture: str, *, zoom: float = 1.0) -> QImage | None:
        """None while it is being read, and for one that is gone."""
        fine = self._image(picture, _FINE) if zoom > _FINE_FROM else None
        return fine or self._image(picture, self._canvas)

    def small(self, picture: str) -> QImage | None:
        return self._image(picture, SMALL)

    def ground(self, picture: str, ratio: float) -> QImage | None:
        """The picture far out of focus, as a board of that ratio has it for its ground."""
        found = self._get(("ground", picture, round(ratio, 3)), partial(self._blur, picture, ratio))
        return found if isinstance(found, QImage) else None

    def focus(self, picture: str) -> Focus | None:
        """What matters in it, if nobody has said; None while that is looked for."""
        if self._guess is None:
            return None
        found = self._get(("focus", picture, 0.0), partial(self._guess, picture))
        return found if isinstance(found, tuple) else None

    def size(self, picture: str) -> tuple[int, int]:
        """Width and height of the kept picture; a square for one that is gone."""
        if picture not in self._sizes:
            try:
                kept = self._store.get(picture)
            except BadImage:
                return 1, 1
            self._sizes[picture] = kept.width, kept.height
        return self._sizes[picture]

    def name(self, picture: str) -> str:
        """What its file was called; "" where that is not known."""
        try:
            return self._store.get(picture).name
        except BadImage:
            return ""

    def gone(self, picture: str) -> bool:
        """Whether our copy is no longer on the disk: looked up once, until `forget_gone`."""
        if picture not in self._gone:
            try:
                self._gone[picture] = not self._store.path(picture).exists()
            except BadImage:
                self._gone[picture] = True
        return self._gone[picture]

    def forget_gone(self) -> None:
        self._gone.clear()
        self._asked &= self._known.keys()

    def let_go(self) -> None:
        """The dialog is closed. Python may find only much later that it can be thrown away."""
        self._tasks = None
        self._known.clear()

    def _image(self, picture: str, size: int) -> QImage | None:
        found = self._get(("image", picture, size), partial(self._read, picture, size))
        return found if isinstance(found, QImage) else None

    def _get(self, which: _Asked, call: Callable[[], object]) -> object:
        """None the first time, unless the lane runs in line: `came` tells when it is there."""
        if which not in self._asked and which not in self._known and self._tasks is not None:
            self._asked.add(which)
            self._tasks.run(
                call,
                lane=Lane.WORK,
                owner=self,
                done=partial(self._keep, which),
                failed=self._give_up,
            )
        return self._known.get(which)

    def _keep(self, which: _Asked, found: object) -> None:
        if self._tasks is None:
            return
        self._asked.discard(which)
        self._make_room(which)
        self._known[which] = found
        self.came.emit()

    def _make_room(self, which: _Asked) -> None:
        """Large ones are many megabytes: few of them are kept, and the oldest goes first."""
        alike = [each for each in self._known if each[2] == which[2]]
        if len(alike) >= (_MOST_FINE if which[2] == _FINE else _MOST):
            del self._known[alike[0]]

    def _give_up(self, _error: AppError) -> None:
        """It stays asked for, and so is not asked for again with each frame; `gone` tells why."""

    def _read(self, picture: str, size: int) -> QImage:
        image = QImage(str(self._store.thumbnail(picture, size)))
        if image.hasAlphaChannel():
            return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def _blur(self, picture: str, ratio: float) -> QImage:
        path = self._store.thumbnail(picture, _GUESSED_IN)
        wide, tall, rgb = for_screen(path, ratio)
        image = QImage(rgb, wide, tall, 3 * wide, QImage.Format.Format_RGB888)
        return image.convertToFormat(QImage.Format.Format_RGB32)
