"""The middle of the board dialog: its name, the board itself, and where pictures come from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.media.board_values import MIDDLE, MOST, Board
from ui.board.geometry import ratio_of, rects_of
from ui.board.images import Images
from ui.build import column, label, row, tool_button
from ui.icons import icon
from ui.theme import MEASURES
from widgets.board_canvas import BoardCanvas
from widgets.board_cells import CanvasCell
from widgets.empty_state import EmptyState
from widgets.flow_layout import FlowLayout
from widgets.pasted import pictures_in
from widgets.start_edit import StartEdit
from widgets.type_scale import SECTION, sized

_NAME_LIMIT = 80
_TOOLS_PAD = 9
_FOOT_GAPS = 2 * MEASURES.s24 + 2 * MEASURES.s16


class Stage(QWidget):
    name_typed = Signal(str)
    add_asked = Signal()
    capture_asked = Signal()
    dropped = Signal(object)
    """A tuple of paths and of pictures' bytes."""

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
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
        self.empty.pressed.connect(self.add_asked)
        self.canvas.dropped.connect(self.dropped)
        self.setAcceptDrops(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.canvas)
        self.add_button = tool_button(self.tr("Add pictures"), icon="image-plus")
        self.add_button.clicked.connect(self.add_asked)
        self.capture_button = tool_button(self.tr("Capture from the screen"), icon="crop")
        self.capture_button.clicked.connect(self.capture_asked)
        self._count = label(kind="quiet")
        ways = QWidget()
        flow = FlowLayout(ways, gap=MEASURES.s4)
        flow.addWidget(self.add_button)
        flow.addWidget(self.capture_button)
        pad = MEASURES.s24
        # The buttons' own padding: their icons stand under the board's edge.
        foot = row(ways, self._count, margins=(pad - _TOOLS_PAD, 0, pad, 0))
        foot.setStretchFactor(ways, 1)
        work = column(self.name, self._stack, gap=MEASURES.s12, margins=(pad, 0, pad, 0))
        whole = column(work, foot, gap=MEASURES.s12, margins=(0, MEASURES.s16, 0, MEASURES.s12))
        whole.setStretchFactor(work, 1)
        self.setLayout(whole)
        self._stack.setMinimumSize(320, 240)

    def show_board(self, board: Board) -> None:
        if self.name.text() != board.name:
            self.name.setText(board.name)
            self.name.setCursorPosition(0)
        self._stack.setCurrentWidget(self.canvas if board.cells else self.empty)
        sizes = [self._images.size(cell.picture) for cell in board.cells]
        self.canvas.set_board(
            [
                CanvasCell(
                    id=cell.picture,
                    rect=rect,
                    image=self._images.large(cell.picture),
                    caption=cell.caption,
                    focus=QPointF(*(cell.focus or MIDDLE)),
                )
                for cell, rect in zip(board.cells, rects_of(board, sizes), strict=True)
            ],
            ratio=ratio_of(board, sizes),
            background=QColor(board.look.background),
        )
        self._show_count(len(board.cells))

    def let_go(self) -> None:
        """Holds no picture any more."""
        self.canvas.set_board((), ratio=1.0, background=QColor())

    def resizeEvent(self, event: object) -> None:
        """The name is as large as a page's title at any size of text; hints give way first."""
        font = sized(self.font(), SECTION, strong=True)
        if self.name.font() != font:
            self.name.setFont(font)
        parts = (self.add_button, self.capture_button, self._count)
        needed = sum(part.sizeHint().width() for part in parts) + _FOOT_GAPS
        self._count.setVisible(needed <= self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if pictures_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if offered := pictures_in(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(offered)

    def _show_count(self, count: int) -> None:
        self.add_button.setVisible(count > 0)
        self.add_button.setEnabled(count < MOST)
        self.capture_button.setEnabled(count < MOST)
        if not count:
            words = ""
        elif count == 1:
            words = self.tr("One more makes a board")
        elif count == MOST:
            words = self.tr("%Ln pictures: it is full", "", MOST)
        else:
            words = self.tr("Drag to swap")
        self._count.setText(words)
