"""The saved boards at the start of the dialog: open one, begin one, duplicate, delete."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QWidget

from services.media.board_values import Board
from services.shop import Shop
from ui.board.board_list import BoardList
from ui.board.board_row import BoardRow
from ui.board.images import Images
from ui.build import column, label, row, set_kind, tool_button
from ui.theme import MEASURES
from ui.when import date_of, day_month

WIDE, NARROW = 248, 216


class BoardPane(QFrame):
    chosen = Signal(str)
    new_asked = Signal()
    duplicate_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(
        self, shop: Shop, account_id: str, images: Images, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account_id = account_id
        set_kind(self, "pane")
        self.list = BoardList(images.small)
        images.came.connect(self.list.viewport().update)
        self.list.chosen.connect(self.chosen)
        self.list.duplicate_asked.connect(self.duplicate_asked)
        self.list.delete_asked.connect(self.delete_asked)
        self.new_button = tool_button(self.tr("New"), icon="plus")
        self.new_button.setAccessibleName(self.tr("New board"))
        self.new_button.clicked.connect(self.new_asked)
        self._head = row(
            label(self.tr("Boards"), kind="strong"),
            None,
            self.new_button,
            margins=(MEASURES.s16, 0, MEASURES.s8, 0),
        )
        self._none = label(self.tr("Boards you make are kept here."), kind="quiet", wrap=True)
        none = row(self._none, margins=(MEASURES.s16, 0, MEASURES.s16, 0))
        self.setLayout(
            column(
                self._head,
                none,
                self.list,
                gap=MEASURES.s8,
                margins=(0, MEASURES.s16, 0, MEASURES.s8),
            )
        )

    def show_boards(self, current: str) -> None:
        boards = self._shop.boards.all(self._account_id)
        self._none.setVisible(not boards)
        self.list.set_rows([self._row(board) for board in boards])
        self.list.show_current(current)

    def width_for(self, *, narrow: bool) -> int:
        """In a small window the board gets what the list can spare; its title is never cut."""
        return max(NARROW if narrow else WIDE, self._head.sizeHint().width())

    def _row(self, board: Board) -> BoardRow:
        count = self.tr("%Ln pictures", "", len(board.cells))
        changed = date_of(board.changed_at, self._shop.accounts.active().zone)
        name = board.name.strip() or self.tr("Board")
        return BoardRow(board, name, f"{count} · {day_month(QLocale(), changed)}")
