"""The middle of the board dialog: its name, the board itself, and where pictures come from."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QToolButton, QWidget

from services.media.board_plan import Code, Plan
from services.media.board_values import MOST, Board
from ui.board.board_notes import BoardNotes, notes_on
from ui.board.images import Images
from ui.board.preview import Preview
from ui.build import column, label, row, tool_button
from ui.icons import icon
from ui.paint.text_painter import QtTextPainter, text_painter
from ui.theme import MEASURES
from widgets.board_canvas import BoardCanvas
from widgets.empty_state import EmptyState
from widgets.flow_layout import FlowLayout
from widgets.pasted import holds_pictures, pictures_in
from widgets.start_edit import StartEdit
from widgets.type_scale import SECTION, sized

_NAME_LIMIT = 80
_TOOLS_PAD = 9
_NAMED = 5
"""Signs that are shown of those that no font has."""
_FOOT_GAPS = 2 * MEASURES.s24 + 2 * MEASURES.s16


class Stage(QWidget):
    name_typed = Signal(str)
    add_asked = Signal()
    capture_asked = Signal()
    dropped = Signal(object)
    """What `pictures_in` found; empty when it was no picture."""

    def __init__(
        self,
        images: Images,
        painter: QtTextPainter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`painter` draws the words of boards; one of its own when there is none."""
        super().__init__(parent)
        self._preview = Preview(images, painter or text_painter(QLocale().name()))
        self._images = images
        self._board: Board | None = None
        self.notes = BoardNotes()
        self.shows_code = False
        self.name = StartEdit()
        self.name.setProperty("kind", "bare")
        self.name.setMaxLength(_NAME_LIMIT)
        self.name.setPlaceholderText(self.tr("Name of the board"))
        self.name.setAccessibleName(self.tr("Name of the board"))
        self.name.textEdited.connect(self.name_typed)
        if self.isRightToLeft():
            self.name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.canvas = BoardCanvas()
        self.empty = EmptyState(
            icon("layout-grid"),
            self.tr("Drop 2 to 12 pictures here. They become one, in full quality."),
            self.tr("Add pictures"),
        )
        self.empty.pressed.connect(self._on_empty)
        self.canvas.dropped.connect(self.dropped)
        self.canvas.room_changed.connect(self._on_room_changed)
        self.setAcceptDrops(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.canvas)
        self.add_button = tool_button(self.tr("Add pictures"), icon="image-plus")
        self.add_button.clicked.connect(self.add_asked)
        self.capture_button = tool_button(self.tr("Capture from the screen"), icon="crop")
        self.capture_button.clicked.connect(self.capture_asked)
        self._count = label(kind="quiet")
        self.note = label(tone="amber", wrap=True)
        self.note.hide()
        # The board keeps its size when the line comes.
        kept = self.note.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(kept)
        ways = QWidget()
        flow = FlowLayout(ways, gap=MEASURES.s4)
        flow.addWidget(self.add_button)
        flow.addWidget(self.capture_button)
        pad = MEASURES.s24
        # The buttons' own padding: their icons stand under the board's edge.
        foot = row(ways, self._count, margins=(pad - _TOOLS_PAD, 0, pad, 0))
        foot.setStretchFactor(ways, 1)
        work = column(self.name, self._stack, gap=MEASURES.s12, margins=(pad, 0, pad, 0))
        told = row(self.note, margins=(pad, 0, pad, 0))
        whole = column(
            work, told, foot, gap=MEASURES.s12, margins=(0, MEASURES.s16, 0, MEASURES.s12)
        )
        whole.setStretchFactor(work, 1)
        self.setLayout(whole)
        self._stack.setMinimumSize(320, 240)

    def show_board(self, board: Board) -> None:
        self._board = board
        if self.name.text() != board.name:
            self.name.setText(board.name)
            self.name.setCursorPosition(0)
        self._stack.setCurrentWidget(self.canvas if board.cells else self.empty)
        self._show_pictures(board)
        self._show_count(board)

    def offer_ways(self, ways: QMenu) -> None:
        """Where pictures come from, behind the one button that adds them."""
        self.add_button.setMenu(ways)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.capture_button.hide()
        if self._board is not None:
            self._show_count(self._board)

    def let_go(self) -> None:
        """Holds no picture any more."""
        self._board = None
        self.canvas.set_board((), ratio=1.0, background=QColor())

    def resizeEvent(self, event: object) -> None:
        """The name is as large as a page's title at any size of text; hints give way first."""
        font = sized(self.font(), SECTION, strong=True)
        if self.name.font() != font:
            self.name.setFont(font)
        buttons = [part for part in (self.add_button, self.capture_button) if not part.isHidden()]
        needed = sum(part.sizeHint().width() for part in (*buttons, self._count)) + _FOOT_GAPS
        self._count.setVisible(needed <= self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if holds_pictures(mime, beside_words=True) or mime.hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(pictures_in(event.mimeData(), beside_words=True))

    def _show_pictures(self, board: Board) -> None:
        if not board.cells:
            self._show_notes(BoardNotes())
            self.canvas.set_board((), ratio=16 / 9, background=QColor(board.look.background))
            return
        planned = self._preview.plan_of(board)
        self._show_notes(self._noted(board, planned))
        self.shows_code = any(isinstance(item, Code) for item in planned.items)
        room = self.canvas.room_for(planned.width / planned.height)
        scale = room.width() * self.canvas.devicePixelRatioF() / planned.width
        seen = self._preview.seen(board, planned, scale=scale)
        self.canvas.set_board(
            [
                replace(cell, note=note) if (note := self.notes.of_cell(at)) else cell
                for at, cell in enumerate(seen.cells)
            ],
            ratio=seen.ratio,
            background=seen.background,
            overlays=seen.overlays,
            ground=seen.ground,
            full=len(board.cells) >= MOST,
        )

    def _noted(self, board: Board, planned: Plan) -> BoardNotes:
        pictures = [cell.picture for cell in board.cells]
        gone = {at for at, picture in enumerate(pictures) if self._images.gone(picture)}
        return notes_on(planned, [self._images.size(each) for each in pictures], gone=gone)

    def _show_notes(self, notes: BoardNotes) -> None:
        if notes == self.notes:
            return
        self.notes = notes
        self.note.setText(notes.sentences(self.locale()))
        self.note.setVisible(bool(self.note.text()))

    def _on_empty(self) -> None:
        """An empty board has the one button in its middle, with the same ways behind it."""
        ways = self.add_button.menu()
        button = self.empty.findChild(QPushButton)
        if ways is None or button is None:
            self.add_asked.emit()
        else:
            ways.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_room_changed(self) -> None:
        if self._board is not None:
            self._show_pictures(self._board)

    def _show_count(self, board: Board) -> None:
        count = len(board.cells)
        self.add_button.setVisible(count > 0)
        self.add_button.setEnabled(count < MOST)
        self.capture_button.setEnabled(count < MOST)
        if missing := self._preview.missing(board):
            words = self.tr("No font on this computer can draw {signs}")
            words = words.format(signs=f"\u2068{' '.join(missing[:_NAMED])}\u2069")
        elif not count:
            words = ""
        elif count == 1:
            words = self.tr("One more makes a board")
        elif count == MOST:
            words = self.tr("%Ln pictures: it is full", "", MOST)
        else:
            words = self.tr("Drag to swap")
        self._count.setText(words)
