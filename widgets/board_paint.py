"""Draws a board canvas: the sheet, its cells, and the marks of what is chosen or dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from widgets.board_cells import CanvasCell, CellPixmaps, place, room_to_move
from widgets.cropped import source_part
from widgets.measures import MEASURES
from widgets.tones import mix, tones_of

_HANDLE = 28
_HANDLE_AWAY = 8
_GHOST = 0.86
_GHOST_SIDE = 136
"""A dragged picture is a little smaller than itself, and never so large that it hides its aim."""
_TURNS = (0, 90, 180, 270)


def handle_boxes(frame: QRectF, direction: Qt.LayoutDirection) -> tuple[QRectF, QRectF]:
    """Where × and the crop handle stand: at the end and the start of the cell's top."""
    top = frame.top() + _HANDLE_AWAY
    right = QRectF(frame.right() - _HANDLE - _HANDLE_AWAY, top, _HANDLE, _HANDLE)
    left = QRectF(frame.left() + _HANDLE_AWAY, top, _HANDLE, _HANDLE)
    return (right, left) if direction is Qt.LayoutDirection.LeftToRight else (left, right)


class CanvasPaint:
    """Made anew for each painting, and over with `end`: it holds the canvas's painter."""

    def __init__(
        self, canvas: QWidget, board: QRectF, background: QColor, pixmaps: CellPixmaps
    ) -> None:
        self._tones = tones_of(canvas)
        self._direction = canvas.layoutDirection()
        self._ratio = canvas.devicePixelRatioF()
        self._board = board
        self._background = background
        self._pixmaps = pixmaps
        self._painter = QPainter(canvas)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def end(self) -> None:
        self._painter.end()

    def board(self) -> None:
        """The sheet, with a line around it so that white on white is seen."""
        self._painter.fillRect(self._board, self._background)
        self._painter.setPen(QPen(self._tones.line, 1))
        self._painter.drawRect(self._board.adjusted(-0.5, -0.5, 0.5, 0.5))

    def cell(self, cell: CanvasCell, *, strength: float = 1.0) -> None:
        frame = place(cell.rect, self._board)
        self._painter.setOpacity(strength)
        self._picture(cell, frame)
        self._painter.setOpacity(1.0)

    def chosen(self, cell: CanvasCell, *, focused: bool) -> None:
        """A ring inside the cell, with a light line by it so that it is seen on any picture."""
        frame = place(cell.rect, self._board)
        ring = self._tones.accent if focused else self._tones.quiet
        width = 3.0 if focused else 2.0
        self._frame(frame, self._tones.surface, width + 3.0)
        self._frame(frame, ring, width)

    def target(self, cell: CanvasCell) -> None:
        frame = place(cell.rect, self._board)
        veil = QColor(self._tones.accent)
        veil.setAlphaF(0.28)
        self._painter.fillRect(frame, veil)
        self._frame(frame, self._tones.accent, 4.0)

    def handles(self, cell: CanvasCell) -> None:
        frame = place(cell.rect, self._board)
        if frame.width() < 3 * _HANDLE or frame.height() < 2 * _HANDLE:
            return
        remove, crop = handle_boxes(frame, self._direction)
        self._disc(remove)
        arm = QPointF(4.5, 4.5)
        middle = remove.center()
        self._painter.drawLine(middle - arm, middle + arm)
        self._painter.drawLine(middle + QPointF(-4.5, 4.5), middle + QPointF(4.5, -4.5))
        room = room_to_move(cell, frame)
        if room.x() > 1 or room.y() > 1:
            self._disc(crop)
            self._four_arrows(crop.center())

    def ghost(self, cell: CanvasCell, at: QPointF, grabbed: QPointF) -> None:
        """The picture in the hand: a little smaller, held where it was taken."""
        frame = place(cell.rect, self._board)
        share = min(_GHOST, _GHOST_SIDE / max(frame.width(), frame.height(), 1.0))
        held = QRectF(0, 0, frame.width() * share, frame.height() * share)
        held.moveTopLeft(at - (grabbed - frame.topLeft()) * share)
        for spread, strength in ((6.0, 0.05), (3.0, 0.08), (1.0, 0.12)):
            shade = QColor(0, 0, 0)
            shade.setAlphaF(strength)
            grown = held.adjusted(-spread, -spread + 3, spread, spread + 3)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(shade)
            self._painter.drawRoundedRect(grown, MEASURES.radius, MEASURES.radius)
        path = QPainterPath()
        path.addRoundedRect(held, 6, 6)
        self._painter.save()
        self._painter.setClipPath(path)
        self._painter.setOpacity(0.94)
        self._picture(cell, held, anew=True)
        self._painter.restore()
        self._painter.setPen(QPen(self._tones.surface, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

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

    def _picture(self, cell: CanvasCell, frame: QRectF, *, anew: bool = False) -> None:
        if cell.image is None or cell.image.isNull():
            veil = mix(self._background, self._tones.quiet, 0.16)
            self._painter.fillRect(frame, veil)
            return
        pixmap = None if anew else self._pixmaps.get(cell, (frame.size() * self._ratio).toSize())
        if pixmap is not None:
            self._painter.drawPixmap(frame, pixmap, QRectF(pixmap.rect()))
        else:
            part = source_part(cell.image, frame, cell.focus)
            self._painter.drawImage(frame, cell.image, part)

    def _frame(self, frame: QRectF, colour: QColor, width: float) -> None:
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        self._painter.drawRect(frame.adjusted(half, half, -half, -half))

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
