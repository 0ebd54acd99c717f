"""The hands on a board: choose, swap, crop, enlarge, take out, drop; by mouse, fingers and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.board_cells import Step, neighbour
from widgets.board_crop import ZOOM_STEP, bounded, focus_of, panned, room_to_move, zoomed
from widgets.board_keys import Act, Wish, wish_of
from widgets.board_paint import handle_boxes, has_room_for_handles
from widgets.board_view import BoardView
from widgets.board_zooming import by_fingers, by_wheel
from widgets.pasted import holds_pictures, pictures_in
from widgets.speech import announce

_NUDGE = 16
"""Pixels by which Alt and an arrow move a picture in its frame."""
_PAUSE_MS = 600
"""After so long without another notch or key, the next one begins another step."""
_MIDDLE = QPointF(0.5, 0.5)


class BoardCanvas(BoardView):
    """Says by signals what the owner did; nothing changes but by `set_board`."""

    swapped = Signal(int, int)
    removed = Signal(int)
    dropped = Signal(object)
    """What `pictures_in` found; empty when it was no picture."""
    dropped_on = Signal(int, object)
    """Pictures on a cell whose own one is to go: it is gone, or the board is full."""
    focus_moved = Signal(int, QPointF)
    """A picture was moved in its frame: its new focus, 0 to 1."""
    zoomed = Signal(int, float, QPointF)
    """A picture was made larger or smaller in its frame: its zoom and, with it, its focus."""
    crop_reset = Signal(int)
    """A picture is to be cropped as at first."""
    gesture_ended = Signal()
    """What comes next, moved or enlarged, is a step of its own."""
    caption_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    """A cell and the place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.gesture_ended)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys choose a picture, Ctrl and an arrow swaps it, Alt and an arrow moves "
                "it in its frame, plus and minus make it larger and smaller, zero crops it as at "
                "first, Enter writes its caption, Delete takes it out"
            )
        )

    def event(self, event: QEvent) -> bool:
        if pinched := by_fingers(event, self):
            factor, at = pinched
            event.accept()
            self._zoom_at(at, factor)
            return True
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._hand.dragging and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return
        wish = wish_of(event)
        if wish is None or not self._shown.cells:
            super().keyPressEvent(event)
        elif self._current < 0:
            self.choose(len(self._shown.cells) - 1 if wish.act is Act.LAST else 0)
        else:
            self._obey(wish)

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = by_wheel(event)
        if factor == 1.0 or not self._zoom_at(event.position(), factor):
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        crops = event.button() is Qt.MouseButton.MiddleButton
        if index < 0 or not (crops or event.button() is Qt.MouseButton.LeftButton):
            super().mousePressEvent(event)
            return
        frame = self.cell_rect(index)
        if self._hand.hovered == index and has_room_for_handles(frame):
            remove, crop = handle_boxes(frame, self.layoutDirection())
            if remove.contains(event.position()):
                self.removed.emit(index)
                return
            crops = crops or crop.contains(event.position())
        self.choose(index)
        crops = crops or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._hand.press(event.position(), crops=crops)
        self.setCursor(self._hand.cursor())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand, here = self._hand, event.position()
        if hand.cropping:
            way = here - hand.at
            hand.at = here
            self._move_picture(way)
            return
        before = (hand.doing, hand.hovered, hand.target)
        self._update_ghost()
        over = self._index_at(here)
        hand.move(here, over=over, held=self._current, may_drag=len(self._shown.cells) > 1)
        self._update_ghost()
        if before != (hand.doing, hand.hovered, hand.target):
            if hand.dragging and hand.ghost is None:
                self._take_up()
            self.setCursor(hand.cursor())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cropped = self._hand.cropping
        target = self._let_go()
        if target >= 0:
            self._swap(target)
        if cropped:
            self.gesture_ended.emit()

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
        if self._current < 0 and self._shown.cells:
            self.choose(0)
        super().focusInEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if holds_pictures(mime, beside_words=True) or mime.hasUrls():
            self._offered = True
            self.update()
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._replaced_at(event.position())
        if target != self._hand.target:
            self._hand.target = target
            self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_offer()

    def dropEvent(self, event: QDropEvent) -> None:
        self._end_offer()
        event.acceptProposedAction()
        offered = pictures_in(event.mimeData(), beside_words=True)
        index = self._replaced_at(event.position())
        if offered and index >= 0:
            self.dropped_on.emit(index, offered)
        else:
            self.dropped.emit(offered)

    def _told_at(self, point: QPointF) -> str:
        """What the handle under the mouse does; nothing elsewhere."""
        index = self._index_at(point)
        if index < 0 or not has_room_for_handles(self.cell_rect(index)):
            return ""
        remove, crop = handle_boxes(self.cell_rect(index), self.layoutDirection())
        if remove.contains(point):
            return self.tr("Take it out")
        if crop.contains(point) and room_to_move(self._shown.cells[index].part):
            return self.tr("Move the picture in its frame. Ctrl and the wheel make it larger.")
        return ""

    def _end_offer(self) -> None:
        self._offered = False
        self._hand.target = -1
        self.update()

    def _replaced_at(self, point: QPointF) -> int:
        """The cell whose picture goes for one dropped there, or -1: then it is added."""
        index = self._index_at(point)
        return index if index >= 0 and (self._shown.full or self._shown.cells[index].gone) else -1

    def _obey(self, wish: Wish) -> None:
        match wish.act:
            case Act.CHOOSE | Act.SWAP:
                self._step(wish)
            case Act.PAN:
                self._pan_by_key(wish.step)
            case Act.FIRST:
                self._choose_and_tell(0)
            case Act.LAST:
                self._choose_and_tell(len(self._shown.cells) - 1)
            case Act.LARGER:
                self._zoom_by_key(ZOOM_STEP)
            case Act.SMALLER:
                self._zoom_by_key(1 / ZOOM_STEP)
            case Act.RESET:
                self.crop_reset.emit(self._current)
                announce(self, self.tr("Cropped as at first"))
            case Act.REMOVE:
                self.removed.emit(self._current)
            case Act.CAPTION:
                self.caption_asked.emit(self._current)

    def _step(self, wish: Wish) -> None:
        rects = [cell.rect for cell in self._shown.cells]
        target = neighbour(rects, self._current, wish.step)
        if target is None:
            return
        if wish.act is Act.SWAP:
            self._swap(target)
            announce(self, self.accessibleName())
        else:
            self._choose_and_tell(target)

    def _choose_and_tell(self, index: int) -> None:
        self.choose(index)
        announce(self, self.accessibleName())

    def _swap(self, target: int) -> None:
        """The choice goes with the picture."""
        current = self._current
        self.swapped.emit(current, target)
        self.choose(target)

    def _pan_by_key(self, step: Step) -> None:
        self._pause.start()
        self._move_picture(QPointF(-step[0], -step[1]) * _NUDGE)

    def _move_picture(self, way: QPointF) -> None:
        cell = self._shown.cells[self._current]
        if cell.image is None:
            return
        part = panned(cell.part, self.cell_rect(self._current), way)
        if part != cell.part:
            self.focus_moved.emit(self._current, focus_of(part))

    def _zoom_by_key(self, factor: float) -> None:
        self._zoom(self._current, factor, _MIDDLE)
        if 0 <= self._current < len(self._shown.cells):
            percent = round(self._shown.cells[self._current].zoom * 100)
            sentence = self.tr("{percent}% of its smallest size")
            announce(self, sentence.format(percent=self.locale().toString(percent)))

    def _zoom_at(self, point: QPointF, factor: float) -> bool:
        """The picture under `point`; that point of it stays where it is."""
        index = self._index_at(point)
        if index < 0:
            return False
        if index != self._current:
            self.choose(index)
        frame = self.cell_rect(index)
        way = point - frame.topLeft()
        self._zoom(index, factor, QPointF(way.x() / frame.width(), way.y() / frame.height()))
        return True

    def _zoom(self, index: int, factor: float, held: QPointF) -> None:
        cell = self._shown.cells[index]
        to = bounded(cell.zoom * factor)
        self._pause.start()
        if cell.image is not None and to != cell.zoom:
            self.zoomed.emit(index, to, focus_of(zoomed(cell.part, cell.zoom, to, held)))
