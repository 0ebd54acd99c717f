"""Which of the saved boards is open: opened, begun, duplicated, deleted and brought back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from services.media.board_values import Board, Look
from services.media.boards import new_board
from services.shop import Shop
from ui.board.board_pane import BoardPane
from ui.board.project import Project
from ui.when import date_of, day_month


class Shelf(QObject):
    opened = Signal()
    """Another board is open."""
    begun = Signal()
    """A new one, which waits for its name and pictures."""
    deleted = Signal(str, object)
    """A sentence, and the call that brings the board back."""
    failed = Signal(object)
    """An AppError: nothing was changed."""

    def __init__(self, shop: Shop, account_id: str, over: QWidget) -> None:
        super().__init__(over)
        self._shop = shop
        self._account_id = account_id
        self._over = over
        self._project: Project | None = None
        self._pane: BoardPane | None = None

    def serve(self, project: Project, pane: BoardPane) -> None:
        self._project = project
        self._pane = pane
        pane.chosen.connect(self.open)
        pane.new_asked.connect(self.begin)
        pane.duplicate_asked.connect(self.duplicate)
        pane.delete_asked.connect(self.delete)
        project.saved.connect(self.show)
        self.show()

    def first(self, board_id: str | None) -> Board:
        return self._shop.boards.get(board_id) if board_id else self.blank()

    def blank(self) -> Board:
        """It begins with the look of the board that was changed last."""
        today = date_of(self._shop.clock.now(), self._shop.accounts.active().zone)
        last = self._shop.boards.last_look(self._account_id)
        return new_board(
            self._account_id,
            name=self._free(self.tr("Board, {day}").format(day=day_month(QLocale(), today))),
            look=last or Look(right_to_left=self._over.isRightToLeft()),
        )

    def _free(self, name: str) -> str:
        """The second board of a day is told from the first."""
        taken = {board.name for board in self._shop.boards.all(self._account_id)}
        number, free = 2, name
        while free in taken:
            free = f"{name} ({self._over.locale().toString(number)})"
            number += 1
        return free

    @property
    def project(self) -> Project:
        if self._project is None:
            raise RuntimeError("the shelf serves nothing yet")
        return self._project

    def show(self) -> None:
        if self._pane is not None:
            self._pane.show_boards(self.project.board.id)

    def open(self, board_id: str) -> None:
        if board_id != self.project.board.id:
            self.project.open(self._shop.boards.get(board_id))
            self.show()
            self.opened.emit()

    def begin(self) -> None:
        self.project.open(self.blank())
        self.show()
        self.opened.emit()
        self.begun.emit()

    def duplicate(self, board_id: str) -> None:
        """The open one as it is now."""
        self.project.keep()
        name = self._shop.boards.get(board_id).name
        try:
            like = self._shop.boards.duplicate(board_id, name=self._free(name))
        except AppError as error:
            self.failed.emit(error)
            return
        self.open(like.id)

    def duplicate_open(self) -> None:
        self.project.keep()
        if not self.project.unsaved:
            self.duplicate(self.project.board.id)

    def delete_open(self) -> None:
        self.project.keep()
        if not self.project.unsaved:
            self.delete(self.project.board.id)

    def delete(self, board_id: str) -> None:
        board = self._shop.boards.get(board_id)
        if board_id == self.project.board.id:
            self.project.save_now()
            board = self.project.board
            self.project.forget()
            self.project.open(self.blank())
            self.opened.emit()
        try:
            self._shop.boards.delete(board_id)
        except AppError as error:
            self.failed.emit(error)
            return
        self.show()
        sentence = self.tr("“{name}” is deleted").format(
            name=board.name.strip() or self.tr("Board")
        )
        self.deleted.emit(sentence, partial(self._bring_back, board))

    def _bring_back(self, board: Board) -> None:
        try:
            self._shop.boards.save(board)
        except AppError as error:
            self.failed.emit(error)
            return
        self.open(board.id)
        self.show()
