"""A board as it will look, sharp when nothing moves and quick when something does.

Passive: it shows what it is given. The board is the picture that is exported, so it never mirrors
by itself: a board that runs from right to left is given with its cells in those places.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.board_cells import (
    CanvasBoard,
    CanvasCell,
    CanvasOverlay,
    changed_parts,
    fitted,
    place,
)
from widgets.board_hand import Hand
from widgets.board_paint import CanvasPaint, ghost_frame
from widgets.board_pixmaps import BoardPixmaps, Wanted, scaled

_SETTLE_MS = 90
_AROUND_GHOST = 12
_MANY = 12
"""Parts that are painted anew by themselves; of more the whole is quicker."""
_WHOLE = QRectF(0, 0, 1, 1)


class BoardView(QWidget):
    chosen = Signal(int)
    """The cell that keys and fields speak about; -1 when there is none."""
    room_changed = Signal()
    """The board came to stand at another size, or on another screen: marks may be made anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = CanvasBoard()
        self._current = -1
        self._hand = Hand()
        self._offered = False
        self._pixmaps = BoardPixmaps()
        self._told_room = QSize()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settled)
        # What stands behind it need not be painted for each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name_it()

    def set_board(
        self,
        cells: Sequence[CanvasCell],
        *,
        ratio: float,
        background: QColor,
        overlays: Sequence[CanvasOverlay] = (),
        ground: QImage | None = None,
        full: bool = False,
    ) -> None:
        """As `CanvasBoard`. What stayed the same is not painted again."""
        before = self._shown
        self._shown = CanvasBoard(tuple(cells), tuple(overlays), ratio, background, ground, full)
        if [cell.id for cell in before.cells] != [cell.id for cell in cells]:
            self._let_go()
        self._hand.hovered = min(self._hand.hovered, len(cells) - 1)
        current = min(self._current, len(cells) - 1)
        if current != self._current:
            self.choose(current)
        self._name_it()
        self._settle.start(_SETTLE_MS)
        parts = changed_parts(before, self._shown)
        if parts is None or len(parts) > _MANY:
            self.update()
            return
        for part in parts:
            self._update(self._place(part))

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
        return self.room_for(self._shown.ratio)

    def room_for(self, ratio: float) -> QRectF:
        """Where a board of that ratio, width by height, would stand."""
        return fitted(QRectF(self.rect()).adjusted(1, 1, -1, -1), ratio)

    def cell_rect(self, index: int) -> QRectF:
        return self._place(self._shown.cells[index].rect)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._settle.start(_SETTLE_MS)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start(_SETTLE_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        hand, cells = self._hand, self._shown.cells
        paint = CanvasPaint(self, self.board_rect(), self._shown, self._pixmaps)
        paint.board(QRectF(event.rect()), lifted=self._current if hand.dragging else -1)
        if 0 <= hand.target < len(cells):
            paint.target(hand.target)
        if hand.dragging:
            if hand.ghost is not None:
                paint.ghost(hand.ghost, self._ghost_frame())
        else:
            if 0 <= self._current < len(cells):
                paint.chosen(self._current, focused=self.hasFocus())
            if 0 <= hand.hovered < len(cells) and not self._offered:
                paint.handles(hand.hovered)
        if self._offered or not cells:
            paint.invitation(strong=self._offered and hand.target < 0)
        paint.end()

    def _place(self, part: QRectF) -> QRectF:
        return place(part, self.board_rect(), self.devicePixelRatioF())

    def _update(self, area: QRectF) -> None:
        """With a pixel more: edges are soft."""
        self.update(area.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _index_at(self, point: QPointF) -> int:
        inside = (n for n in range(len(self._shown.cells)) if self.cell_rect(n).contains(point))
        return next(inside, -1)

    def _take_up(self) -> None:
        """The chosen picture goes into the hand: made small once, however far it is carried."""
        cell = self._shown.cells[self._current]
        size = (self._ghost_frame().size() * self.devicePixelRatioF()).toSize()
        if cell.image is not None and not cell.image.isNull():
            self._hand.ghost = scaled(cell.image, cell.part, size)

    def _ghost_frame(self) -> QRectF:
        return ghost_frame(self.cell_rect(self._current), self._hand.at, self._hand.pressed_at)

    def _update_ghost(self) -> None:
        if self._hand.dragging:
            away = _AROUND_GHOST
            self._update(self._ghost_frame().adjusted(-away, -away, away, away))

    def _let_go(self) -> int:
        target = self._hand.let_go()
        self.setCursor(self._hand.cursor())
        self.update()
        return target

    def _on_settled(self) -> None:
        """Nothing moved for a while: pictures are scaled smoothly, one in each turn."""
        ratio = self.devicePixelRatioF()
        room = (self.board_rect().size() * ratio).toSize()
        if room != self._told_room:
            self._told_room = room
            self.room_changed.emit()
        wanted: list[Wanted] = [
            (cell.image, cell.part, (self.cell_rect(index).size() * ratio).toSize())
            for index, cell in enumerate(self._shown.cells)
            if cell.image is not None
        ]
        if self._shown.ground is not None:
            wanted.append((self._shown.ground, _WHOLE, room))
        if self._pixmaps.make_one(wanted):
            self._settle.start(0)
        else:
            self.update()

    def _name_it(self) -> None:
        self.setAccessibleName(self._called())

    def _called(self) -> str:
        if not 0 <= self._current < len(self._shown.cells):
            return self.tr("Board of %Ln pictures", "", len(self._shown.cells))
        cell = self._shown.cells[self._current]
        caption = cell.caption or self.tr("no caption")
        if cell.gone:
            caption = self.tr("this picture is gone")
        elif cell.note:
            caption = f"{caption}. {cell.note}"
        return self.tr("Board, picture {place} of {count}: {caption}").format(
            place=self.locale().toString(self._current + 1),
            count=self.locale().toString(len(self._shown.cells)),
            caption=caption,
        )
