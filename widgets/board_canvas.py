"""A board as it will look, and the hands on it: swap, crop, take out, drop.

Passive: it shows the cells it is given and says by signals what the owner did. The board is the
picture that is exported, so it never mirrors by itself: a board that runs from right to left is
given with its cells in those places.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.board_cells import (
    CanvasCell,
    CellPixmaps,
    Step,
    fitted,
    moved_focus,
    neighbour,
    place,
)
from widgets.board_hand import Doing, Hand
from widgets.board_paint import CanvasPaint, handle_boxes
from widgets.pasted import pictures_in
from widgets.speech import announce

_ARROWS: dict[int, Step] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NUDGE = 16
"""Pixels by which Alt and an arrow move a picture in its frame."""
_SETTLE_MS = 90


class BoardCanvas(QWidget):
    swapped = Signal(int, int)
    removed = Signal(int)
    dropped = Signal(object)
    """A tuple of paths and of pictures' bytes."""
    focus_moved = Signal(int, QPointF)
    """A picture was moved in its frame: its new focus, 0 to 1."""
    chosen = Signal(int)
    """The cell that keys and fields speak about; -1 when there is none."""
    caption_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    """A cell and the place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[CanvasCell, ...] = ()
        self._ratio = 16 / 9
        self._background = QColor("white")
        self._current = -1
        self._hand = Hand()
        self._offered = False
        self._pixmaps = CellPixmaps()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys choose a picture, Ctrl and an arrow swaps it, Alt and an arrow moves "
                "it in its frame, Enter writes its caption, Delete takes it out"
            )
        )
        self._name_it()

    def set_board(self, cells: Sequence[CanvasCell], *, ratio: float, background: QColor) -> None:
        """`ratio`: width by height of the board."""
        self._cells = tuple(cells)
        self._ratio = ratio
        self._background = background
        if self._hand.doing is not Doing.CROPPING:
            self._let_go()
        self._hand.hovered = min(self._hand.hovered, len(cells) - 1)
        current = min(self._current, len(cells) - 1)
        if current != self._current:
            self.choose(current)
        self._name_it()
        self._settle.start()
        self.update()

    @property
    def current(self) -> int:
        return self._current

    def choose(self, index: int) -> None:
        self._current = index
        self._name_it()
        self.chosen.emit(index)
        self.update()

    def board_rect(self) -> QRectF:
        """Where the board stands: as large as fits, in the middle."""
        return fitted(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._ratio)

    def cell_rect(self, index: int) -> QRectF:
        return place(self._cells[index].rect, self.board_rect())

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(event.key())
        if self._hand.dragging and event.key() == Qt.Key.Key_Escape:
            self._let_go()
        elif not self._cells:
            super().keyPressEvent(event)
        elif step:
            self._step(step, event.modifiers())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if event.key() == Qt.Key.Key_Home else len(self._cells) - 1)
        elif self._current >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._current)
        elif self._current >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.caption_asked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or index < 0:
            super().mousePressEvent(event)
            return
        remove, crop = handle_boxes(self.cell_rect(index), self.layoutDirection())
        if self._hand.hovered == index and remove.contains(event.position()):
            self.removed.emit(index)
            return
        self.choose(index)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._hand.press(event.position(), crops=alt or crop.contains(event.position()))
        self.setCursor(self._hand.cursor())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._hand.doing is Doing.CROPPING:
            way = here - self._hand.at
            self._hand.at = here
            self._move_picture(way)
            return
        over = self._index_at(here)
        self._hand.move(here, over=over, held=self._current, may_drag=len(self._cells) > 1)
        self.setCursor(self._hand.cursor())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (target := self._let_go()) >= 0:
            self._swap(target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.caption_asked.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self._current if by_key else self._index_at(QPointF(event.pos()))
        if index < 0:
            return
        self.choose(index)
        middle = self.mapToGlobal(self.cell_rect(index).center().toPoint())
        self.menu_asked.emit(index, middle if by_key else event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._hand.hovered = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current < 0 and self._cells:
            self.choose(0)
        super().focusInEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if pictures_in(event.mimeData()):
            self._offered = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._offered = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._offered = False
        self.update()
        if offered := pictures_in(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint = CanvasPaint(self, self.board_rect(), self._background, self._pixmaps)
        paint.board()
        hand = self._hand
        for index, cell in enumerate(self._cells):
            lifted = hand.dragging and index == self._current
            paint.cell(cell, strength=0.35 if lifted else 1.0)
        if hand.dragging:
            if hand.target >= 0:
                paint.target(self._cells[hand.target])
            paint.ghost(self._cells[self._current], hand.at, hand.pressed_at)
        else:
            if 0 <= self._current < len(self._cells):
                paint.chosen(self._cells[self._current], focused=self.hasFocus())
            if 0 <= hand.hovered < len(self._cells):
                paint.handles(self._cells[hand.hovered])
        if self._offered or not self._cells:
            paint.invitation(strong=self._offered)
        paint.end()

    def _step(self, step: Step, modifiers: Qt.KeyboardModifier) -> None:
        if self._current < 0:
            self.choose(0)
            return
        if modifiers & Qt.KeyboardModifier.AltModifier:
            self._move_picture(QPointF(-step[0], -step[1]) * _NUDGE)
            return
        target = neighbour([cell.rect for cell in self._cells], self._current, step)
        if target is None:
            return
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._swap(target)
        else:
            self.choose(target)
            announce(self, self.accessibleName())

    def _swap(self, target: int) -> None:
        """The choice goes with the picture."""
        current = self._current
        self.swapped.emit(current, target)
        self.choose(target)

    def _move_picture(self, way: QPointF) -> None:
        cell = self._cells[self._current]
        focus = moved_focus(cell, self.cell_rect(self._current), way)
        if focus != cell.focus:
            self.focus_moved.emit(self._current, focus)

    def _index_at(self, point: QPointF) -> int:
        inside = (n for n in range(len(self._cells)) if self.cell_rect(n).contains(point))
        return next(inside, -1)

    def _let_go(self) -> int:
        target = self._hand.let_go()
        self.setCursor(self._hand.cursor())
        self.update()
        return target

    def _on_settled(self) -> None:
        """Sizes stand still: scale every picture smoothly, once."""
        ratio = self.devicePixelRatioF()
        self._pixmaps.make(
            [
                (cell, (self.cell_rect(index).size() * ratio).toSize())
                for index, cell in enumerate(self._cells)
            ]
        )
        self.update()

    def _name_it(self) -> None:
        if not 0 <= self._current < len(self._cells):
            self.setAccessibleName(self.tr("Board of %Ln pictures", "", len(self._cells)))
            return
        caption = self._cells[self._current].caption or self.tr("no caption")
        self.setAccessibleName(
            self.tr("Board, picture {place} of {count}: {caption}").format(
                place=self._current + 1, count=len(self._cells), caption=caption
            )
        )
