"""Brings pictures and videos of a post from files, drops and the clipboard into the store."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.media.changes import Change
    from services.media.folders import Listed
    from services.media.web import Web
    from services.shop import Shop
    from ui.bringing import Bringing, Brought
    from widgets.pasted import Offered

_MOST = 12
"""Pictures taken of a folder: what a board holds."""
_TOLD_EVERY = 0.05


class Attacher(QObject):
    chosen = Signal(object)
    """Paths, not yet read."""
    came = Signal(object)
    """A `Brought`, kept."""
    failed = Signal(object)
    """An AppError: that picture was left out."""
    found_nothing = Signal(str)
    """A folder's name: no picture is in it."""
    left_unread = Signal(int)
    """Pictures of a folder for which not even a board has room."""
    copied = Signal(str, float)
    """A video's name, and how much of it is copied, from 0 to 1."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._bringing: Bringing | None = None
        self._done: dict[str, frozenset[Change]] = {}

    @property
    def waiting(self) -> int:
        """Pictures still being read."""
        return self._bringing.waiting if self._bringing else 0

    def done_to(self, picture: str) -> frozenset[Change]:
        """What was changed in it when it came, as far as that is known."""
        return self._done.get(picture, frozenset())

    def add(self, offered: tuple[Offered, ...]) -> None:
        self._made().add(offered)

    def choose(self, over: QWidget) -> None:
        """Asks for files in a dialog over this widget: `chosen` has them."""
        # Most posts' pictures are dropped or pasted.
        from ui.picture_files import picture_dialog

        dialog = picture_dialog(
            over, self.tr("Choose pictures or a video"), several=True, videos=True
        )
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _made(self) -> Bringing:
        if self._bringing is None:
            # The window starts without it.
            from ui.bringing import Bringing

            self._bringing = Bringing(
                self._shop.pictures,
                self._web,
                self._tasks,
                self,
                room=_most,
                keep=partial(_keep, self._shop, self._tell, self._done),
            )
            self._bringing.came.connect(self.came)
            self._bringing.failed.connect(self.failed)
            self._bringing.folder_read.connect(self._on_folder)
        return self._bringing

    def _web(self) -> Web:
        return self._shop.web

    def _tell(self, name: str, done: float) -> None:
        """In the lane."""
        self.copied.emit(name, done)

    def _on_folder(self, listed: Listed) -> None:
        if not listed.files:
            self.found_nothing.emit(listed.folder.name)
        elif listed.left_out:
            self.left_unread.emit(listed.left_out)

    def _on_files(self, names: list[str]) -> None:
        self.chosen.emit(tuple(Path(name) for name in names))


def _most() -> int:
    return _MOST


def _keep(
    shop: Shop,
    tell: Callable[[str, float], None],
    done: dict[str, frozenset[Change]],
    offered: Path | bytes,
    name: str,
) -> Brought:
    """In the lane. Raises BadImage, BadVideo, StorageTrouble."""
    from services.media import images
    from services.media.changes import Change, changes_of
    from services.media.video import is_video
    from ui.bringing import Brought

    if isinstance(offered, Path) and is_video(offered):
        told = 0.0

        def progress(come: int, of: int) -> None:
            nonlocal told
            if come / of >= told + _TOLD_EVERY:
                told = come / of
                tell(offered.name, told)

        kept = shop.videos.add_file(offered, progress=progress)
        done[kept.picture.hash] = frozenset((Change.CLEANED,) if kept.had_place else ())
        return Brought(kept.picture)
    path = offered if isinstance(offered, Path) else Path(name)
    data = images.read(offered) if isinstance(offered, Path) else offered
    picture = shop.pictures.add_bytes(data, name=path.name)
    done[picture.hash] = changes_of(data, path, picture)
    return Brought(picture)
