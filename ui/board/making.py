"""Draws the open board as one picture: for a post, or into a file where the owner wants it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services.errors import AppError
from services.media.board_values import Board
from services.media.boards import Boards
from services.media.outings import no_device
from services.media.pictures import Picture
from services.media.text_painter import TextPainter
from ui.tasks import Lane, Tasks

_FORBIDDEN = '/\\:*?"<>|'
"""In a file's name on one system or another."""


class Making(QObject):
    """One at a time; `busy` while it draws."""

    made = Signal(object, object)
    """The `Board` as it was drawn, and its `Picture`."""
    written = Signal(object)
    """The `Path` of the file that the picture now is in."""
    failed = Signal(object)
    """An AppError: nothing was changed, nor the file that was to be written."""
    turned = Signal(bool)
    """It began, or it is over."""

    def __init__(self, boards: Boards, painter: TextPainter, tasks: Tasks, over: QWidget) -> None:
        super().__init__(over)
        self._boards = boards
        self._painter = painter
        self._tasks = tasks
        self._over = over
        self._busy = False
        self.dialog: QFileDialog | None = None

    @property
    def busy(self) -> bool:
        return self._busy

    def make(self, board: Board) -> None:
        """A whole one; `made` says when it is drawn."""
        if self._busy:
            return
        self._begin()
        self._tasks.run(
            partial(self._boards.export, board, self._painter),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_made, board),
            failed=self._on_failed,
        )

    def ask_where(self, board: Board) -> None:
        """Asks for a file, and before another is replaced."""
        dialog = QFileDialog(self._over, self.tr("Save the picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pictures") + " (*.jpg *.png)")
        dialog.setDefaultSuffix("jpg")
        folder = QStandardPaths.StandardLocation.PicturesLocation
        dialog.setDirectory(QStandardPaths.writableLocation(folder))
        dialog.selectFile(f"{file_name(board.name) or 'board'}.jpg")
        dialog.fileSelected.connect(partial(self._on_file, board))
        self.dialog = dialog
        dialog.open()

    def write(self, board: Board, path: Path) -> None:
        if self._busy:
            return
        self._begin()
        self._tasks.run(
            partial(self._make_and_write, board, path),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_written, board, path),
            failed=self._on_failed,
        )

    def _make_and_write(self, board: Board, path: Path) -> Picture:
        picture = self._boards.export(board, self._painter)
        self._boards.write(picture, path)
        return picture

    def _on_file(self, board: Board, name: str) -> None:
        self.write(board, Path(name))

    def _begin(self) -> None:
        self._busy = True
        self.turned.emit(True)

    def _end(self) -> None:
        self._busy = False
        self.turned.emit(False)

    def _on_made(self, board: Board, picture: Picture) -> None:
        self._end()
        self.made.emit(board, picture)

    def _on_written(self, board: Board, path: Path, picture: Picture) -> None:
        self._end()
        self.made.emit(board, picture)
        self.written.emit(path)

    def _on_failed(self, error: AppError) -> None:
        self._end()
        self.failed.emit(error)


def file_name(name: str) -> str:
    """The board's name as far as a file may be called so on every system."""
    words = "".join(" " if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in name)
    return no_device(" ".join(words.split())[:80].strip(" ."))
