"""The board that is open: every change to it, undone and redone, and saved by itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import AppError
from services.media.board_values import MOST, Board, Cell, Shape
from services.media.boards import Boards

_SAVE_MS = 400


class Project(QObject):
    changed = Signal()
    """The board is another one, or looks different."""
    saved = Signal()
    failed = Signal(object)
    """An AppError of saving; what is on the screen is still there."""

    def __init__(self, boards: Boards, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._boards = boards
        self._board = board
        self._past: list[Board] = []
        self._future: list[Board] = []
        self._last_kind = ""
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self.save_now)

    @property
    def board(self) -> Board:
        return self._board

    @property
    def room(self) -> int:
        """How many more pictures it takes."""
        return MOST - len(self._board.cells)

    @property
    def unsaved(self) -> bool:
        return self._dirty

    def open(self, board: Board) -> None:
        """Another board; the one before is saved first."""
        self.save_now()
        self._board = board
        self._past.clear()
        self._future.clear()
        self._last_kind = ""
        self.changed.emit()

    def add(self, cell: Cell) -> bool:
        """False where it is full."""
        if not self.room:
            return False
        self._change("", cells=(*self._board.cells, cell))
        return True

    def remove(self, index: int) -> None:
        cells = self._board.cells
        self._change("", cells=cells[:index] + cells[index + 1 :])

    def swap(self, first: int, second: int) -> None:
        cells = list(self._board.cells)
        cells[first], cells[second] = cells[second], cells[first]
        self._change("", cells=tuple(cells))

    def set_cell(
        self,
        index: int,
        *,
        caption: str | None = None,
        focus: tuple[float, float] | None = None,
    ) -> None:
        cells = list(self._board.cells)
        cell = cells[index]
        cells[index] = replace(
            cell,
            caption=cell.caption if caption is None else caption,
            focus=cell.focus if focus is None else focus,
        )
        kind = "caption" if focus is None else "focus"
        self._change(f"{kind} {index}", cells=tuple(cells))

    def set_shape(self, shape: Shape) -> None:
        self._change_look("", shape=shape)

    def set_gutter(self, gutter: int) -> None:
        self._change_look("gutter", gutter=gutter)

    def set_background(self, background: str) -> None:
        self._change_look("", background=background)

    def set_words(
        self, *, name: str | None = None, link: str | None = None, alt_text: str | None = None
    ) -> None:
        """Words have their own undo, in their fields."""
        board = self._board
        self._show(
            replace(
                board,
                name=board.name if name is None else name,
                link=board.link if link is None else link,
                alt_text=board.alt_text if alt_text is None else alt_text,
            )
        )

    def undo(self) -> None:
        if self._past:
            self._future.append(self._board)
            self._show(self._with_words(self._past.pop()))

    def redo(self) -> None:
        if self._future:
            self._past.append(self._board)
            self._show(self._with_words(self._future.pop()))

    def save_now(self) -> None:
        """Puts what is still in the hand on disk. A board that never had a picture is not kept."""
        self._timer.stop()
        if not self._dirty or not (self._board.cells or self._board.changed_at):
            self._dirty = False
            return
        try:
            self._board = self._boards.save(self._board)
        except AppError as error:
            self._timer.start()
            self.failed.emit(error)
            return
        self._dirty = False
        self.saved.emit()

    def forget(self) -> None:
        """The board was deleted: nothing of it is saved any more."""
        self._timer.stop()
        self._dirty = False

    def _change_look(self, kind: str, **parts: object) -> None:
        look = replace(self._board.look, **parts)  # type: ignore[arg-type]  # fields of Look
        self._change(kind, look=look)

    def _change(self, kind: str, **parts: object) -> None:
        """Changes of one kind in a row (a slider that moves) are one step back."""
        made = replace(self._board, **parts)  # type: ignore[arg-type]  # fields of Board, above
        if made == self._board:
            return
        if not kind or kind != self._last_kind:
            self._past.append(self._board)
        self._future.clear()
        self._last_kind = kind
        self._show(made)

    def _show(self, board: Board) -> None:
        if board == self._board:
            return
        self._board = board
        self._dirty = True
        self._timer.start()
        self.changed.emit()

    def _with_words(self, board: Board) -> Board:
        self._last_kind = ""
        now = self._board
        return replace(
            board,
            name=now.name,
            link=now.link,
            alt_text=now.alt_text,
            changed_at=now.changed_at,
        )
