"""What a board canvas shows, and its reckoning: which cell lies where, drawn once a size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from widgets.cropped import source_part

Step = tuple[int, int]
"""A direction on the screen: x grows rightwards, y downwards."""


@dataclass(frozen=True, slots=True)
class CanvasCell:
    """`rect` in parts (0 to 1) of the board; no `image` while it is being read.

    `focus` (0 to 1) is the point of the picture that stays in the middle of its crop.
    """

    id: str
    rect: QRectF
    image: QImage | None = None
    caption: str = ""
    focus: QPointF = field(default_factory=lambda: QPointF(0.5, 0.5))


def fitted(room: QRectF, ratio: float) -> QRectF:
    """The largest board of that ratio in the middle of `room`, on whole pixels."""
    width = int(min(room.width(), room.height() * ratio))
    height = int(width / ratio)
    left = int(room.left() + (room.width() - width) / 2)
    top = int(room.top() + (room.height() - height) / 2)
    return QRectF(left, top, width, height)


def place(rect: QRectF, board: QRectF) -> QRectF:
    """The cell in whole pixels of `board`; neighbours never come to overlap."""
    left = board.left() + round(rect.left() * board.width())
    top = board.top() + round(rect.top() * board.height())
    right = board.left() + round(rect.right() * board.width())
    bottom = board.top() + round(rect.bottom() * board.height())
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def neighbour(rects: Sequence[QRectF], current: int, step: Step) -> int | None:
    """The nearest cell in a direction: first those straight ahead, then those aside."""
    here = rects[current].center()
    found: tuple[float, int] | None = None
    for index, rect in enumerate(rects):
        way = rect.center() - here
        along = way.x() * step[0] + way.y() * step[1]
        aside = abs(way.x() * step[1]) + abs(way.y() * step[0])
        if along > 1e-6 and (found is None or along + 2 * aside < found[0]):
            found = along + 2 * aside, index
    return found[1] if found else None


def room_to_move(cell: CanvasCell, frame: QRectF) -> QPointF:
    """How many pixels of the screen the picture sticks out of its frame, each way together."""
    if cell.image is None or cell.image.isNull() or not frame.width() or not frame.height():
        return QPointF()
    scale = max(frame.width() / cell.image.width(), frame.height() / cell.image.height())
    return QPointF(
        max(0.0, cell.image.width() * scale - frame.width()),
        max(0.0, cell.image.height() * scale - frame.height()),
    )


def moved_focus(cell: CanvasCell, frame: QRectF, way: QPointF) -> QPointF:
    """The focus after the picture was pulled by `way` pixels: it follows the hand."""
    if cell.image is None or cell.image.isNull():
        return cell.focus
    part = source_part(cell.image, frame, cell.focus)
    size = cell.image.size()
    scale = part.width() / frame.width()
    centre = part.center() - way * scale
    half = QPointF(part.width() / 2, part.height() / 2)
    return QPointF(
        _between(centre.x(), half.x(), size.width() - half.x()) / size.width(),
        _between(centre.y(), half.y(), size.height() - half.y()) / size.height(),
    )


class CellPixmaps:
    """Each cell scaled smoothly once; while sizes change, callers draw from the image instead."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int, int, float, float], QPixmap] = {}

    def get(self, cell: CanvasCell, size: QSize) -> QPixmap | None:
        """None while it is not made. `size` in device pixels."""
        return self._made.get(_key(cell, size))

    def make(self, wanted: Sequence[tuple[CanvasCell, QSize]]) -> None:
        """Makes those that are missing and forgets all others."""
        made = {}
        for cell, size in wanted:
            key = _key(cell, size)
            made[key] = self._made.get(key) or _scaled(cell, size)
        self._made = made


def _key(cell: CanvasCell, size: QSize) -> tuple[int, int, int, float, float]:
    number = cell.image.cacheKey() if cell.image is not None else 0
    return number, size.width(), size.height(), cell.focus.x(), cell.focus.y()


def _scaled(cell: CanvasCell, size: QSize) -> QPixmap:
    if cell.image is None or cell.image.isNull() or size.isEmpty():
        return QPixmap()
    frame = QRectF(0, 0, size.width(), size.height())
    part = source_part(cell.image, frame, cell.focus).toRect()
    return QPixmap.fromImage(
        cell.image.copy(part).scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )


def _between(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
