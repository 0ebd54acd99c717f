"""The board that is open: every change to it, undone and redone, and saved by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import AppError
from services.media.board_values import MOST, Board, Cell, Look
from services.media.boards import Boards

_SAVE_MS = 400
_ARRIVING = "arriving"
_SLIDING = frozenset({"gutter", "corners", "free_ratio"})


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

    def begin_with(self, cells: Sequence[Cell]) -> None:
        """A new board is shown with these; it is kept from the first change on, or by `keep`."""
        if cells:
            self._board = replace(self._board, cells=tuple(cells[:MOST]))
            self.changed.emit()

    @property
    def untouched(self) -> bool:
        """A new one on which nothing was done yet: it is in no list."""
        return not self._dirty and not self._board.changed_at

    def open(self, board: Board) -> None:
        """Another board; the one before is saved first."""
        self.close()
        self._board = board
        self._past.clear()
        self._future.clear()
        self._last_kind = ""
        self.changed.emit()

    def add(self, cell: Cell, *, more: bool = False) -> bool:
        """False where it is full. `more`: those that come until `end_step` are one step back."""
        return self._add((cell,), _ARRIVING if more else "") == 1

    def add_all(self, cells: Sequence[Cell]) -> int:
        """As one step back; how many of them had room."""
        return self._add(cells, "")

    def remove(self, index: int) -> None:
        cells = self._board.cells
        self._change("", cells=cells[:index] + cells[index + 1 :])

    def swap(self, first: int, second: int) -> None:
        cells = list(self._board.cells)
        cells[first], cells[second] = cells[second], cells[first]
        self._change("", cells=tuple(cells))

    def replace_picture(self, index: int, picture: str, *, credit: str = "", **words: str) -> None:
        """Another picture in the same place, cropped anew, under the same words but for `words`,
        fields of `Cell`.

        A credit that came with the old picture goes with it; one that was written stays.
        """
        old = self._board.cells[index]
        kept = credit or ("" if old.source else old.credit)
        anew = {"focus": None, "zoom": 1.0, "credit": kept, "source": "", **words}
        self._change_cell("", index, picture=picture, **anew)

    def set_cell(self, index: int, **parts: object) -> None:
        """Fields of `Cell`. The same fields of the same cell in a row are one step back."""
        self._change_cell(f"{' '.join(sorted(parts))} {index}", index, **parts)

    def set_look(self, **parts: object) -> None:
        """Fields of `Look`; what a slider moves is one step back."""
        slides = " ".join(sorted(parts)) if _SLIDING.issuperset(parts) else ""
        self.wear(replace(self._board.look, **parts), kind=slides)  # type: ignore[arg-type]  # of Look

    def wear(self, look: Look, *, kind: str = "") -> None:
        """Another look as a whole."""
        self._change(kind, look=look)

    def set_words(self, **parts: str) -> None:
        """`name`, `link`, `alt_text`: what is typed in one field is one step back."""
        self._change(" ".join(sorted(parts)), **parts)

    def end_step(self) -> None:
        """The slider was let go, the field was left: what comes next is a step of its own."""
        self._last_kind = ""

    def note_made(self, picture: str) -> None:
        """It was drawn, and the store knows already."""
        self._board = replace(self._board, made=picture)

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def undo(self) -> None:
        if self._past:
            self._future.append(self._board)
            self._last_kind = ""
            self._show(self._as_kept(self._past.pop()))

    def redo(self) -> None:
        if self._future:
            self._past.append(self._board)
            self._last_kind = ""
            self._show(self._as_kept(self._future.pop()))

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

    def keep(self) -> None:
        """Also a new one that is used as it came."""
        self._dirty = self._dirty or self.untouched
        self.save_now()

    def close(self) -> None:
        """Saves it; one from which all was taken out again is kept no longer."""
        self.save_now()
        if self._board.cells or not self._board.changed_at or self._dirty:
            return
        try:
            self._boards.delete(self._board.id)
        except AppError as error:
            self.failed.emit(error)

    def forget(self) -> None:
        """The board was deleted: nothing of it is saved any more."""
        self._timer.stop()
        self._dirty = False

    def _add(self, cells: Sequence[Cell], kind: str) -> int:
        taken = tuple(cells[: self.room])
        if taken:
            self._change(kind, cells=(*self._board.cells, *taken))
        return len(taken)

    def _change_cell(self, kind: str, index: int, **parts: object) -> None:
        cells = list(self._board.cells)
        cells[index] = replace(cells[index], **parts)  # type: ignore[arg-type]  # fields of Cell
        self._change(kind, cells=tuple(cells))

    def _change(self, kind: str, **parts: object) -> None:
        """Changes of one kind in a row (a slider that moves) are one step back."""
        made = replace(self._board, **parts)  # type: ignore[arg-type]  # fields of Board
        if made == self._board:
            return
        goes_on = bool(kind) and kind == self._last_kind
        if goes_on and self._past and self._as_kept(self._past[-1]) == made:
            # Back where it began: there is nothing to take back any more.
            self._past.pop()
            kind = ""
        elif not goes_on:
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

    def _as_kept(self, board: Board) -> Board:
        """What the store knows is not taken back."""
        return replace(board, changed_at=self._board.changed_at, made=self._board.made)
