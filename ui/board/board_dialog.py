"""Many pictures become one: the saved boards, the one that is open, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from services.errors import AppError, BadImage
from services.media.board_link import link_of
from services.media.board_values import Board, Cell
from services.media.captions import caption_from
from services.media.pictures import Picture
from services.shop import Shop
from ui.board.arrivals import Arrivals
from ui.board.away import Away
from ui.board.board_bar import BoardBar
from ui.board.board_pane import BoardPane
from ui.board.editor import Editor
from ui.board.images import Images
from ui.board.looks import Looks
from ui.board.making import Making
from ui.board.one_picture import OnePicture
from ui.board.project import Project
from ui.board.shelf import Shelf
from ui.board.shop_words import ShopWords
from ui.board.size_words import pixel_words, size_words
from ui.board.sources import Sources
from ui.board.telling import Telling
from ui.build import column, line, row
from ui.paint.text_painter import text_painter
from ui.tasks import Tasks
from ui.theme import MEASURES
from widgets.focus_ring import FocusRing
from widgets.isolates import held
from widgets.undo_bar import UndoBar

_LARGEST = QSize(1240, 780)
_LEAST = QSize(920, 600)
_AROUND = QSize(48, 48)
_UNDO_SECONDS = 8
_UNDO_ABOVE = MEASURES.docked_bar + MEASURES.s48 + MEASURES.s8
"""Over the docked bar and the row of buttons."""


class BoardDialog(QDialog):
    """To be shown with `open()`. What is made is saved as it is made."""

    used = Signal(object, str, str, str)
    """The finished `Picture`, its alt text, the link that goes into the post, the board's id."""

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
        self._undo: Callable[[], None] | None = None
        self._warned = False
        self._using: str | None = None
        self.setWindowTitle(self.tr("Board"))
        self.images = Images(shop.pictures, tasks, self, guess=shop.boards.guess)
        self.shelf = Shelf(shop, account_id, self)
        self.project = Project(shop.boards, self.shelf.first(board_id), self)
        self.sources = Sources(shop, tasks, self, account_id=account_id)
        self.others = OnePicture(shop, tasks, self)
        self.pane = BoardPane(shop, account_id, self.images)
        self._painter = text_painter(QLocale().name())
        self.editor = Editor(self.project, self.images, self.others, self._painter)
        self.list = self.pane.list
        self.bar = BoardBar()
        self.telling = Telling(self.project, self.images, self.sources, self.editor, self)
        self.banner = self.telling.banner
        self.use_button = self.bar.use_button
        self.making = Making(shop.boards, self._painter, tasks, self)
        self.shop_words = ShopWords(shop, account_id, self.editor, self.others)
        self.arrivals = Arrivals(self.sources, self.others, self.project, self.editor, self)
        self.away = Away(shop, tasks, self.project, self.editor, self)
        self.looks = Looks(shop.board_templates, self.project, self.images, self.editor)
        self._build()
        self.undo_bar = UndoBar(self, undo=self.tr("Undo"), above=_UNDO_ABOVE)
        self._ring = FocusRing(self)
        self._connect()
        self._connect_bar()
        self.project.begin_with(
            [Cell(each, caption_from(shop.pictures.get(each).name)) for each in pictures]
        )
        self.editor.show_board()
        self._on_changed()
        self.shelf.serve(self.project, self.pane)
        self.telling.look_for_gone()
        self._show_size()

    def done(self, result: int) -> None:
        """Closing saves. Where that fails the dialog stays once and says why."""
        self.project.close()
        if self.project.unsaved and not self._warned:
            self._warned = True
            return
        self.undo_bar.settle()
        super().done(result)
        self.sources.let_go()
        self.images.let_go()
        self.editor.stage.let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_room()

    def open_board(self, board_id: str) -> None:
        self.shelf.open(board_id)

    def start_new(self) -> None:
        self.shelf.begin()

    def _build(self) -> None:
        middle = row(self.pane, line(vertical=True), self.editor, gap=0)
        middle.setStretchFactor(self.editor, 1)
        whole = column(self.banner, middle, self.bar, gap=0)
        whole.setStretchFactor(middle, 1)
        self.setLayout(whole)
        self.setMinimumSize(_LEAST)
        parent = self.parentWidget()
        around = parent.window().size() if parent else _LARGEST + _AROUND
        self.resize((around - _AROUND).boundedTo(_LARGEST).expandedTo(_LEAST))

    def _share_room(self) -> None:
        """The board first; where large words leave too little, the saved boards give way."""
        panel = self.editor.panel
        pane = self.pane.width_for(narrow=self.width() < MEASURES.panes_above)
        side = panel.wanted_width()
        self.pane.setFixedWidth(pane)
        panel.setFixedWidth(side)
        crowded = pane + side + self.editor.stage.minimumSizeHint().width() > self.width()
        self.bar.offer_boards(on=crowded)
        boards = self.bar.boards_button.isChecked()
        self.pane.setVisible(boards or not crowded)
        panel.setVisible(not (boards and crowded))

    def _connect(self) -> None:
        self.project.changed.connect(self._on_changed)
        self.project.saved.connect(self._on_saved)
        self.arrivals.came.connect(self.telling.clear)
        self.arrivals.left_out.connect(self.telling.warn)
        self.arrivals.told.connect(self.telling.tell)
        self.away.post_asked.connect(self._on_use)
        self.sources.refused.connect(self.telling.warn)
        self.sources.told.connect(self.telling.tell)
        self.shelf.opened.connect(self._on_opened)
        self.shelf.begun.connect(self._on_begun)
        self.shelf.deleted.connect(self._offer_undo)
        self.editor.taken_out.connect(self._on_taken_out)
        self.editor.words_gone.connect(self._on_words_gone)
        self.looks.deleted.connect(self._offer_undo)
        self.looks.kept.connect(self.telling.tell)
        for each in (self.project, self.sources, self.others, self.shelf, self.looks):
            each.failed.connect(self.telling.fail)
        self.undo_bar.undone.connect(self._on_undone)

    def _connect_bar(self) -> None:
        self.making.turned.connect(self.bar.set_busy)
        self.making.made.connect(self._on_made)
        self.making.written.connect(self._on_written)
        self.making.failed.connect(self._on_make_failed)
        self.bar.boards_asked.connect(self._share_room)
        self.bar.undo_asked.connect(self.project.undo)
        self.bar.redo_asked.connect(self.project.redo)
        self.bar.save_asked.connect(self._on_save_picture)
        self.bar.duplicate_asked.connect(self.shelf.duplicate_open)
        self.bar.delete_asked.connect(self.shelf.delete_open)
        self.bar.close_asked.connect(self.reject)
        self.bar.use_asked.connect(self._on_use)
        keys = QKeySequence.StandardKey
        QShortcut(QKeySequence(keys.Undo), self, self.project.undo)
        QShortcut(QKeySequence(keys.Redo), self, self.project.redo)
        QShortcut(QKeySequence(keys.Paste), self, self.sources.paste)
        QShortcut(QKeySequence(keys.Save), self, self._on_save_picture)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_use)

    def _show_size(self) -> None:
        """What it will have; after it is made, what it has."""
        board = self.project.board
        if not board.is_whole:
            self.bar.show_size("")
            return
        pixels = pixel_words(*self._shop.boards.pixels(board, self._painter), self.locale())
        self.bar.show_size(self.tr("{size} pixels").format(size=pixels))

    def _offer_undo(self, sentence: str, undo: Callable[[], None]) -> None:
        self.undo_bar.offer(sentence, _UNDO_SECONDS)
        self._undo = undo

    def _on_changed(self) -> None:
        self.undo_bar.settle()
        board = self.project.board
        self.bar.show_steps(undo=self.project.can_undo, redo=self.project.can_redo)
        self.bar.show_whole(whole=board.is_whole)
        saved = not self.project.unsaved and bool(board.changed_at)
        self.bar.show_saved(saved=saved, empty=not board.cells or self.project.untouched)

    def _on_saved(self) -> None:
        self._warned = False
        self.bar.show_saved(saved=True, empty=False)
        self._show_size()

    def _on_opened(self) -> None:
        self.telling.clear()
        self.editor.stage.canvas.choose(-1)
        self.telling.look_for_gone()
        self._show_size()

    def _on_begun(self) -> None:
        self.editor.stage.name.setFocus()
        self.editor.stage.name.selectAll()

    def _on_taken_out(self) -> None:
        self._offer_undo(self.tr("The picture is taken out"), self.project.undo)

    def _on_words_gone(self) -> None:
        sentence = self.tr("The price and ribbon went with the picture before")
        self._offer_undo(sentence, self.project.undo)

    def _on_undone(self) -> None:
        if self._undo is not None:
            self._undo()
            self._undo = None

    def _on_use(self) -> None:
        if not self.project.board.is_whole:
            self.telling.tell(self.tr("A board needs 2 pictures at least. Add another one."))
        elif self.project.board.link.strip() and link_of(self.project.board.link) is None:
            self.editor.ask_for_link()
        elif not self.making.busy:
            self._using = self.editor.alt_text()
            self.project.keep()
            self.making.make(self.project.board)

    def _on_save_picture(self) -> None:
        if self.project.board.is_whole and not self.making.busy:
            self._using = None
            self.project.keep()
            self.making.ask_where(self.project.board)

    def _on_made(self, board: Board, picture: Picture) -> None:
        if board.id == self.project.board.id:
            self.project.note_made(picture.hash)
        size = (picture.width, picture.height, picture.bytes)
        self.bar.show_size(size_words(*size, self.locale()))
        if self._using is not None:
            in_picture = self._shop.boards.shows_code(board, self._painter)
            link = "" if in_picture else link_of(board.link) or ""
            self.used.emit(picture, self._using, link, board.id)
            self.accept()

    def _on_written(self, path: Path) -> None:
        sentence = self.tr("The picture is saved as {file}.").format(file=held(path.name))
        self.telling.tell(sentence)

    def _on_make_failed(self, error: AppError) -> None:
        self.telling.fail(error)
        if isinstance(error, BadImage):
            self.telling.look_for_gone()
