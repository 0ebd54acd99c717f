"""Draws a board canvas: the board, and the marks of what is chosen, dragged or offered."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.board_cells import CanvasBoard, CanvasCell
from widgets.board_crop import room_to_move
from widgets.board_layers import BoardLayers, middle_of
from widgets.board_pixmaps import BoardPixmaps
from widgets.measures import MEASURES
from widgets.tones import mix, tones_of
from widgets.type_scale import CAPTION, sized

_HANDLE = 28
_HANDLE_AWAY = 8
_BADGE = 24
_DOT = 12
_NUMBERED = 3
"""Cells, at most, that are noted by their numbers."""
_GHOST = 0.86
_GHOST_SIDE = 136
"""A dragged picture is a little smaller than itself, and never so large that it hides its aim."""
_GHOST_RADIUS = 6.0
_GONE = 28.0
_LIFTED = 0.35
_TURNS = (0, 90, 180, 270)


def handle_boxes(frame: QRectF, direction: Qt.LayoutDirection) -> tuple[QRectF, QRectF]:
    """Where × and the crop handle stand: side by side at the end of the cell's top."""
    top = frame.top() + _HANDLE_AWAY
    step = _HANDLE + _HANDLE_AWAY
    if direction is Qt.LayoutDirection.LeftToRight:
        first = frame.right() - step
        return QRectF(first, top, _HANDLE, _HANDLE), QRectF(first - step, top, _HANDLE, _HANDLE)
    first = frame.left() + _HANDLE_AWAY
    return QRectF(first, top, _HANDLE, _HANDLE), QRectF(first + step, top, _HANDLE, _HANDLE)


def ghost_frame(frame: QRectF, at: QPointF, grabbed: QPointF) -> QRectF:
    """Where the picture in the hand is: held where it was taken."""
    share = min(_GHOST, _GHOST_SIDE / max(frame.width(), frame.height(), 1.0))
    held = QRectF(0, 0, frame.width() * share, frame.height() * share)
    held.moveTopLeft(at - (grabbed - frame.topLeft()) * share)
    return held


def has_room_for_handles(frame: QRectF) -> bool:
    return frame.width() >= 3 * _HANDLE and frame.height() >= 2 * _HANDLE


class CanvasPaint:
    """Made anew for each painting, and over with `end`: it holds the canvas's painter."""

    def __init__(
        self, canvas: QWidget, board: QRectF, shown: CanvasBoard, pixmaps: BoardPixmaps
    ) -> None:
        self._tones = tones_of(canvas)
        self._font = sized(canvas.font(), CAPTION, strong=True)
        self._number = canvas.locale().toString
        self._direction = canvas.layoutDirection()
        self._board = board
        self._shown = shown
        self._painter = QPainter(canvas)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._layers = BoardLayers(self._painter, board, canvas.devicePixelRatioF(), pixmaps)

    def end(self) -> None:
        self._painter.end()

    def board(self, part: QRectF, *, lifted: int = -1) -> None:
        """The board, with a line around it so that white on white is seen.

        Only what meets `part` (of the widget) is drawn; the `lifted` cell is pale with
        all that stands on it.
        """
        self._around(part)
        self._layers.ground(self._shown.background, self._shown.ground)
        for index, cell in enumerate(self._shown.cells):
            frame = self._layers.place(cell.rect)
            if frame.intersects(part):
                self._painter.setOpacity(_LIFTED if index == lifted else 1.0)
                self._cell(cell, frame)
        left = self._shown.cells[lifted].rect if lifted >= 0 else QRectF()
        for overlay in self._shown.overlays:
            if self._layers.place(overlay.reach()).intersects(part):
                on_it = left.contains((overlay.clip or overlay.rect).center())
                self._painter.setOpacity(_LIFTED if on_it else 1.0)
                self._layers.overlay(overlay)
        self._painter.setOpacity(1.0)
        self._notes(part)
        self._painter.setPen(QPen(self._tones.line, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(self._board.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _notes(self, part: QRectF) -> None:
        """The numbers by which a sentence beside the board calls these cells; a dot on each
        where there are too many for it to call."""
        noted = [index for index, cell in enumerate(self._shown.cells) if cell.note]
        for index in noted:
            frame = self._layers.place(self._shown.cells[index].rect)
            if not frame.intersects(part):
                continue
            if len(noted) > _NUMBERED:
                self._disc_at_start(frame, _DOT, self._tones.amber)
            else:
                self._badge(frame, self._number(index + 1), self._tones.amber)

    def _around(self, part: QRectF) -> None:
        """The page beside or above the board."""
        board, page = self._board.adjusted(1, 1, -1, -1), self._tones.window
        if board.contains(part):
            return
        for strip in (
            QRectF(part.topLeft(), QPointF(part.right(), board.top())),
            QRectF(QPointF(part.left(), board.bottom()), part.bottomRight()),
            QRectF(part.topLeft(), QPointF(board.left(), part.bottom())),
            QRectF(QPointF(board.right(), part.top()), part.bottomRight()),
        ):
            if strip.isValid():
                self._painter.fillRect(strip, page)

    def chosen(self, index: int, *, focused: bool) -> None:
        """A ring inside the cell, with a light line by it so that it is seen on any picture; and
        its number, by which fields and sentences call it."""
        frame = self._layers.place(self._shown.cells[index].rect)
        ring = self._tones.accent if focused else self._tones.quiet
        width = 3.0 if focused else 2.0
        radius = self._radius(index)
        self._frame(frame, self._tones.surface, width + 3.0, radius)
        self._frame(frame, ring, width, radius)
        if has_room_for_handles(frame):
            self._badge(frame, self._number(index + 1), ring)

    def target(self, index: int) -> None:
        frame = self._layers.place(self._shown.cells[index].rect)
        veil = QColor(self._tones.accent)
        veil.setAlphaF(0.28)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(veil)
        self._painter.drawRoundedRect(frame, self._radius(index), self._radius(index))
        self._frame(frame, self._tones.accent, 4.0, self._radius(index))

    def handles(self, index: int) -> None:
        cell = self._shown.cells[index]
        frame = self._layers.place(cell.rect)
        if not has_room_for_handles(frame):
            return
        remove, crop = handle_boxes(frame, self._direction)
        self._disc(remove)
        arm = QPointF(4.5, 4.5)
        middle = remove.center()
        self._painter.drawLine(middle - arm, middle + arm)
        self._painter.drawLine(middle + QPointF(-4.5, 4.5), middle + QPointF(4.5, -4.5))
        if cell.image is not None and room_to_move(cell.part):
            self._disc(crop)
            self._four_arrows(crop.center())

    def ghost(self, pixmap: QPixmap, held: QRectF) -> None:
        """The picture in the hand, with its shadow."""
        for spread, strength in ((6.0, 0.05), (3.0, 0.08), (1.0, 0.12)):
            shade = QColor(0, 0, 0)
            shade.setAlphaF(strength)
            grown = held.adjusted(-spread, -spread + 3, spread, spread + 3)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(shade)
            self._painter.drawRoundedRect(grown, MEASURES.radius, MEASURES.radius)
        self._layers.held(pixmap, held, _GHOST_RADIUS)
        self._painter.setPen(QPen(self._tones.surface, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(held, _GHOST_RADIUS, _GHOST_RADIUS)

    def invitation(self, *, strong: bool) -> None:
        """A dashed line where pictures can be dropped."""
        colour = self._tones.accent if strong else self._tones.border
        if strong:
            veil = QColor(self._tones.accent)
            veil.setAlphaF(0.1)
            self._painter.fillRect(self._board, veil)
        self._painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self._board.adjusted(2, 2, -2, -2)
        self._painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)

    def _cell(self, cell: CanvasCell, frame: QRectF) -> None:
        self._layers.cell(cell, frame, mix(self._shown.background, self._tones.quiet, 0.16))
        if cell.gone:
            self._gone(frame)

    def _gone(self, frame: QRectF) -> None:
        """A picture's outline, struck through."""
        box = middle_of(frame, min(_GONE, frame.width() / 2, frame.height() / 2))
        self._painter.setPen(
            QPen(self._tones.quiet, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 4, 4)
        self._painter.drawLine(box.topLeft() - QPointF(4, 4), box.bottomRight() + QPointF(4, 4))

    def _badge(self, frame: QRectF, number: str, colour: QColor) -> None:
        """In the middle of the starting side, where nothing of the board itself stands."""
        box = self._disc_at_start(frame, _BADGE, colour)
        self._painter.setPen(self._tones.on_accent)
        self._painter.setFont(self._font)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _disc_at_start(self, frame: QRectF, side: float, colour: QColor) -> QRectF:
        away = min(_HANDLE_AWAY + 2.0, max(0.0, (frame.width() - side) / 2))
        box = QRectF(frame.left() + away, frame.center().y() - side / 2, side, side)
        if self._direction is Qt.LayoutDirection.RightToLeft:
            box.moveRight(frame.right() - away)
        self._painter.setPen(QPen(self._tones.surface, 2))
        self._painter.setBrush(colour)
        self._painter.drawEllipse(box)
        return box

    def _radius(self, index: int) -> float:
        return self._shown.cells[index].radius * self._board.width()

    def _frame(self, frame: QRectF, colour: QColor, width: float, radius: float) -> None:
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        within = max(0.0, radius - half)
        self._painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), within, within)

    def _disc(self, box: QRectF) -> None:
        ground = QColor(self._tones.surface)
        ground.setAlphaF(0.94)
        self._painter.setPen(QPen(self._tones.line, 1))
        self._painter.setBrush(ground)
        self._painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        self._painter.setPen(
            QPen(self._tones.text, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )

    def _four_arrows(self, middle: QPointF) -> None:
        for turn in _TURNS:
            self._painter.save()
            self._painter.translate(middle)
            self._painter.rotate(turn)
            self._painter.drawLine(QPointF(0, 0), QPointF(0, -7.5))
            self._painter.drawLine(QPointF(-2.5, -5), QPointF(0, -7.5))
            self._painter.drawLine(QPointF(2.5, -5), QPointF(0, -7.5))
            self._painter.restore()
