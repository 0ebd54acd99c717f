"""Draws what a board is made of: its ground, its pictures, and the words and marks on them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPixmap

from widgets.board_cells import CanvasCell, CanvasOverlay, place
from widgets.board_pixmaps import BoardPixmaps, in_pixels

_WHOLE = QRectF(0, 0, 1, 1)
_FINE = 1.75
"""Device pixels by pixel from which on single ones are hardly seen."""
_NEARLY = 2.5
"""Pixels by which an image may miss its place and is still drawn as it is, and so stays sharp."""


class BoardLayers:
    """For one painting of the board that stands at `board`; `ratio`: device pixels by pixel."""

    def __init__(
        self, painter: QPainter, board: QRectF, ratio: float, pixmaps: BoardPixmaps
    ) -> None:
        self._painter = painter
        self._board = board
        self._ratio = ratio
        self._pixmaps = pixmaps
        self._plain: QColor | None = None

    def place(self, rect: QRectF) -> QRectF:
        return place(rect, self._board, self._ratio)

    def size(self, frame: QRectF) -> QSize:
        """In device pixels."""
        return (frame.size() * self._ratio).toSize()

    def ground(self, background: QColor, image: QImage | None) -> None:
        self._plain = background if image is None else None
        self._painter.fillRect(self._board, background)
        if image is not None and not image.isNull():
            self._image(image, _WHOLE, self._board, 0.0)

    def cell(self, cell: CanvasCell, frame: QRectF, empty: QColor) -> None:
        """`frame` need not be the cell's own."""
        radius = cell.radius * self._board.width()
        if cell.image is None or cell.image.isNull():
            self._filled(frame, empty, radius)
        else:
            self._image(cell.image, cell.part, frame, radius)

    def held(self, pixmap: QPixmap, frame: QRectF, radius: float) -> None:
        """A picture in the hand, at any place."""
        self._plain = None
        self._textured(pixmap, QRectF(pixmap.rect()), frame, radius)

    def overlay(self, overlay: CanvasOverlay) -> None:
        frame = self.place(overlay.rect)
        clip = self._needed_clip(overlay, frame)
        plain = clip is None and not overlay.angle
        if not plain:
            self._painter.save()
        if clip is not None:
            self._clip(clip, overlay.clip_radius * self._board.width())
        if overlay.angle:
            self._painter.translate(frame.center())
            self._painter.rotate(overlay.angle)
            self._painter.translate(-frame.center())
        if overlay.ground is not None:
            self._filled(frame, overlay.ground, overlay.radius * self._board.width())
        if overlay.image is not None and not overlay.image.isNull():
            self._marked(overlay, overlay.image)
        if not plain:
            self._painter.restore()

    def _needed_clip(self, overlay: CanvasOverlay, frame: QRectF) -> QRectF | None:
        """None where all of it is inside anyway: a round clip takes long to work out."""
        if overlay.clip is None:
            return None
        clip = self.place(overlay.clip)
        radius = overlay.clip_radius * self._board.width()
        beside = clip.adjusted(radius, 0, -radius, 0)
        between = clip.adjusted(0, radius, 0, -radius)
        inside = beside.contains(frame) or between.contains(frame)
        return clip if overlay.angle or not inside else None

    def _marked(self, overlay: CanvasOverlay, image: QImage) -> None:
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        self._painter.setRenderHint(smooth, not overlay.crisp)
        frame = self.place(overlay.image_rect or overlay.rect)
        size = QRectF(image.rect()).size() / self._ratio
        off = max(abs(size.width() - frame.width()), abs(size.height() - frame.height()))
        if off * self._ratio <= _NEARLY and not overlay.crisp:
            frame.setSize(size)
        self._painter.drawImage(frame, image)
        self._painter.setRenderHint(smooth)

    def _image(self, image: QImage, part: QRectF, frame: QRectF, radius: float) -> None:
        ready = self._pixmaps.get(image, part, self.size(frame))
        if ready is not None:
            self._textured(ready, QRectF(ready.rect()), frame, radius)
            return
        rough = self._pixmaps.rough(image, part, self.size(frame))
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        # Fine pixels do not show it, and four times as many of them are to be drawn in time.
        self._painter.setRenderHint(smooth, self._ratio < _FINE)
        self._textured(rough, in_pixels(rough, part), frame, radius)
        self._painter.setRenderHint(smooth)

    def _textured(
        self, picture: QImage | QPixmap, part: QRectF, frame: QRectF, radius: float
    ) -> None:
        if part.isEmpty():
            return
        # Qt is much quicker with whole rectangles: on a plain ground the corners are painted
        # over again.
        over = self._plain is not None and self._painter.opacity() == 1.0
        clipped = radius >= 0.5 and not over
        if clipped:
            self._painter.save()
            self._clip(frame, radius)
        if isinstance(picture, QPixmap):
            self._painter.drawPixmap(frame, picture, part)
        else:
            self._painter.drawImage(frame, picture, part)
        if clipped:
            self._painter.restore()
        elif radius >= 0.5 and self._plain is not None:
            self._painter.fillPath(corners(frame, radius), self._plain)

    def _filled(self, frame: QRectF, colour: QColor, radius: float) -> None:
        if radius < 0.5:
            self._painter.fillRect(frame, colour)
        else:
            self._round(frame, QBrush(colour), radius)

    def _round(self, frame: QRectF, brush: QBrush, radius: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(brush)
        self._painter.drawRoundedRect(frame, radius, radius)

    def _clip(self, frame: QRectF, radius: float) -> None:
        keep = Qt.ClipOperation.IntersectClip
        if radius < 0.5:
            self._painter.setClipRect(frame, keep)
            return
        path = QPainterPath()
        path.addRoundedRect(frame, radius, radius)
        self._painter.setClipPath(path, keep)


def corners(frame: QRectF, radius: float) -> QPainterPath:
    """What a rectangle has more than a round one."""
    across = 2 * min(radius, frame.width() / 2, frame.height() / 2)
    path = QPainterPath()
    for corner, begins in (
        (frame.topRight(), 0),
        (frame.topLeft(), 90),
        (frame.bottomLeft(), 180),
        (frame.bottomRight(), 270),
    ):
        box = QRectF(0, 0, across, across)
        box.moveCenter(frame.center())
        box.moveLeft(frame.left() if begins in (90, 180) else frame.right() - across)
        box.moveTop(frame.top() if begins in (0, 90) else frame.bottom() - across)
        path.moveTo(corner)
        path.arcTo(box, begins, 90)
        path.closeSubpath()
    return path


def middle_of(frame: QRectF, size: float) -> QRectF:
    """A square in the middle."""
    half = QPointF(size / 2, size / 2)
    return QRectF(frame.center() - half, frame.center() + half)
