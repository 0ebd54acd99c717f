"""Many pictures become one: the saved boards, the one that is open, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from services.errors import AppError
from services.media.board_values import MOST, Board, Cell, Look
from services.media.boards import new_board
from services.media.captions import caption_from
from services.media.pictures import Picture
from services.shop import Shop
from ui.board.board_banner import BoardBanner
from ui.board.board_list import BoardList
from ui.board.board_row import BoardRow
from ui.board.editor import Editor
from ui.board.images import Images
from ui.board.project import Project
from ui.board.sources import Sources
from ui.build import button, column, frame, label, line, row, set_kind, tool_button
from ui.messages import Message, words
from ui.paint.text_painter import text_painter
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from ui.when import date_of, day_month
from widgets.busy_button import BusyButton
from widgets.focus_ring import FocusRing
from widgets.undo_bar import UndoBar

_LIST_WIDE = 248
_LIST_NARROW = 192
_LARGEST = QSize(1240, 780)
_LEAST = QSize(920, 600)
_AROUND = QSize(48, 48)
_UNDO_SECONDS = 8
_UNDO_ABOVE = MEASURES.docked_bar + MEASURES.s48 + MEASURES.s8
"""Over the docked bar and the row of buttons."""


class BoardDialog(QDialog):
    """To be shown with `open()`. What is made is saved as it is made."""

    used = Signal(object, str, str, str)
    """The finished `Picture`, its alt text, the link that goes with it, the board's id."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        account_id: str,
        parent: QWidget | None = None,
        pictures: Sequence[str] = (),
        *,
        board_id: str | None = None,
    ) -> None:
        """`pictures`: hashes a new board begins with. `board_id`: a saved one to open."""
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account_id = account_id
        self._undo: Callable[[], None] | None = None
        self._left_out = 0
        self._warned = False
        self.setWindowTitle(self.tr("Board"))
        self.images = Images(shop.pictures, tasks, self)
        self.project = Project(shop.boards, self._first(board_id), self)
        self.sources = Sources(shop, tasks, self, account_id=account_id)
        self.banner = BoardBanner()
        self.list = BoardList(self.images.small)
        self._start = frame("pane")
        self.new_button = tool_button(self.tr("New"), icon="plus")
        self.new_button.setAccessibleName(self.tr("New board"))
        self.editor = Editor(self.project, self.images)
        self.editor.panel.offer_colours(shop.profiles.get(account_id).colours)
        self.saved_label = label(kind="quiet")
        self.close_button = button(self.tr("Close"))
        self.use_button = BusyButton(self.tr("Use this board"))
        self._build()
        self.undo_bar = UndoBar(self, undo=self.tr("Undo"), above=_UNDO_ABOVE)
        self._ring = FocusRing(self)
        self._connect()
        for picture in pictures:
            self._on_came(shop.pictures.get(picture))
        self.editor.show_board()
        self._on_changed()
        self._show_list()

    def done(self, result: int) -> None:
        """Closing saves. Where that fails the dialog stays once and says why."""
        self.project.save_now()
        if self.project.unsaved and not self._warned:
            self._warned = True
            return
        self.undo_bar.settle()
        super().done(result)
        self.images.let_go()
        self.editor.stage.let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the board gets what the list can spare."""
        super().resizeEvent(event)
        narrow = self.width() < MEASURES.panes_above
        self._start.setFixedWidth(_LIST_NARROW if narrow else _LIST_WIDE)

    def open_board(self, board_id: str) -> None:
        if board_id != self.project.board.id:
            self.project.open(self._shop.boards.get(board_id))
            self.editor.stage.canvas.choose(-1)

    def start_new(self) -> None:
        self.project.open(self._blank())
        self.list.show_current("")
        self.editor.stage.name.setFocus()
        self.editor.stage.name.selectAll()

    def _build(self) -> None:
        set_kind(self.use_button, "primary")
        self.use_button.setAutoDefault(False)
        pad, side = MEASURES.s16, MEASURES.page_margin
        start = self._start
        start.setFixedWidth(_LIST_WIDE)
        head = row(
            label(self.tr("Boards"), kind="strong"),
            None,
            self.new_button,
            margins=(pad, 0, MEASURES.s8, 0),
        )
        start.setLayout(
            column(head, self.list, gap=MEASURES.s8, margins=(0, MEASURES.s16, 0, MEASURES.s8))
        )
        bar = frame("bar")
        bar.setFixedHeight(MEASURES.docked_bar)
        bar.setLayout(
            row(
                self.saved_label,
                None,
                self.close_button,
                self.use_button,
                margins=(side, 0, side, 0),
            )
        )
        middle = row(start, line(vertical=True), self.editor, gap=0)
        middle.setStretchFactor(self.editor, 1)
        whole = column(self.banner, middle, bar, gap=0)
        whole.setStretchFactor(middle, 1)
        self.setLayout(whole)
        self.setMinimumSize(_LEAST)
        parent = self.parentWidget()
        around = parent.window().size() if parent else _LARGEST + _AROUND
        self.resize((around - _AROUND).boundedTo(_LARGEST).expandedTo(_LEAST))

    def _connect(self) -> None:
        stage = self.editor.stage
        self.project.changed.connect(self._on_changed)
        self.project.saved.connect(self._on_saved)
        self.project.failed.connect(self._on_failed)
        self.images.came.connect(self.list.viewport().update)
        self.sources.came.connect(self._on_came)
        self.sources.failed.connect(self._on_failed)
        self.sources.refused.connect(self._on_refused)
        self.sources.told.connect(self._on_refused)
        self.sources.settled.connect(self._on_settled)
        self.banner.pressed.connect(self._on_banner)
        self.list.chosen.connect(self.open_board)
        self.list.delete_asked.connect(self._on_delete)
        self.new_button.clicked.connect(self.start_new)
        self.editor.taken_out.connect(self._on_taken_out)
        stage.add_asked.connect(self.sources.ask_files)
        stage.capture_asked.connect(self.sources.ask_screen)
        stage.dropped.connect(self.sources.offer)
        self.close_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self._on_use)
        self.undo_bar.undone.connect(self._on_undone)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.project.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, self.project.redo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.sources.paste)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_use)

    def _first(self, board_id: str | None) -> Board:
        return self._shop.boards.get(board_id) if board_id else self._blank()

    def _blank(self) -> Board:
        today = date_of(self._shop.clock.now(), self._shop.accounts.active().zone)
        return new_board(
            self._account_id,
            name=self.tr("Board, {day}").format(day=day_month(QLocale(), today)),
            look=Look(right_to_left=self.isRightToLeft()),
        )

    def _show_list(self) -> None:
        boards = self._shop.boards.all(self._account_id)
        self.list.set_rows([self._row(board) for board in boards])
        self.list.show_current(self.project.board.id)

    def _row(self, board: Board) -> BoardRow:
        count = self.tr("%Ln pictures", "", len(board.cells))
        changed = date_of(board.changed_at, self._shop.accounts.active().zone)
        name = board.name.strip() or self.tr("Board")
        return BoardRow(board, name, f"{count} · {day_month(QLocale(), changed)}")

    def _offer_undo(self, sentence: str, undo: Callable[[], None]) -> None:
        self.undo_bar.offer(sentence, _UNDO_SECONDS)
        self._undo = undo

    def _on_changed(self) -> None:
        self.undo_bar.settle()
        board = self.project.board
        self.use_button.setEnabled(board.is_whole)
        if self.project.unsaved or not board.changed_at:
            self.saved_label.setText(self.tr("Saving") if board.cells else "")
        else:
            self.saved_label.setText(self.tr("Saved"))

    def _on_saved(self) -> None:
        self._warned = False
        self.saved_label.setText(self.tr("Saved"))
        self._show_list()

    def _on_came(self, came: Picture | Cell) -> None:
        cell = came if isinstance(came, Cell) else Cell(came.hash, caption_from(came.name))
        if self.project.add(cell):
            self.banner.clear()
        else:
            self._left_out += 1

    def _on_settled(self) -> None:
        if self._left_out:
            sentence = self.tr("A board holds {most} pictures. %Ln left out.", "", self._left_out)
            self.banner.show_message(sentence.format(most=self.locale().toString(MOST)))
            self._left_out = 0

    def _on_failed(self, error: AppError) -> None:
        self.banner.tell(words(error))

    def _on_refused(self, sentence: str) -> None:
        self.banner.tell(Message(sentence))

    def _on_banner(self) -> None:
        """Whatever went wrong is tried again: saving, else choosing a picture."""
        self.banner.clear()
        if self.project.unsaved:
            self.project.save_now()
        else:
            self.sources.ask_files()

    def _on_taken_out(self) -> None:
        self._offer_undo(self.tr("The picture is taken out"), self.project.undo)

    def _on_delete(self, board_id: str) -> None:
        board = self._shop.boards.get(board_id)
        if board_id == self.project.board.id:
            self.project.save_now()
            board = self.project.board
            self.project.forget()
            self.project.open(self._blank())
        self._shop.boards.delete(board_id)
        self._show_list()
        sentence = self.tr("“{name}” is deleted").format(name=board.name)
        self._offer_undo(sentence, partial(self._bring_back, board))

    def _bring_back(self, board: Board) -> None:
        self._shop.boards.save(board)
        self.open_board(board.id)
        self._show_list()

    def _on_undone(self) -> None:
        if self._undo is not None:
            self._undo()
            self._undo = None

    def _on_use(self) -> None:
        if not self.project.board.is_whole or self.use_button.busy:
            return
        self.project.save_now()
        board = self.project.board
        self.use_button.set_busy(True, self.tr("Making one picture"))
        self._tasks.run(
            partial(self._shop.boards.export, board, text_painter(QLocale().name())),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_exported, board, self.editor.alt_text()),
            failed=self._on_export_failed,
        )

    def _on_exported(self, board: Board, alt_text: str, picture: Picture) -> None:
        self.use_button.set_busy(False)
        self.used.emit(picture, alt_text, board.link, board.id)
        self.accept()

    def _on_export_failed(self, error: AppError) -> None:
        self.use_button.set_busy(False)
        self._on_failed(error)
