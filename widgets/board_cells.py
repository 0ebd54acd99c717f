"""What a board canvas shows, and where: each thing in parts (0 to 1) of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

Step = tuple[int, int]
"""A direction on the screen: x grows rightwards, y downwards."""


def _all_of_it() -> QRectF:
    return QRectF(0, 0, 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class CanvasCell:
    """`rect` in parts of the board, `radius` (of its corners) in parts of the board's width.

    `part` (0 to 1) of the picture is seen, in `rect`'s proportions; at `zoom` 1 it just covers the
    cell. No `image` while it is being read; `gone` when there is none to read. A `note` is what
    the owner should know of it: the cell then shows its number, as something to look at.
    """

    id: str
    rect: QRectF
    image: QImage | None = None
    caption: str = ""
    part: QRectF = field(default_factory=_all_of_it)
    zoom: float = 1.0
    radius: float = 0.0
    gone: bool = False
    note: str = ""

    def looks_like(self, other: CanvasCell) -> bool:
        """Without comparing pixels: those of one image never change."""
        return (
            self.rect == other.rect
            and self.part == other.part
            and _number(self.image) == _number(other.image)
            and (self.zoom, self.radius, self.gone) == (other.zoom, other.radius, other.gone)
            and bool(self.note) is bool(other.note)
        )


@dataclass(frozen=True, slots=True, eq=False)
class CanvasOverlay:
    """What stands above the pictures: a ground, and an image in the middle of it or where told.

    `image_rect` as `rect` in parts of the board; the whole is turned by `angle` degrees clockwise
    about the middle of `rect`, and nothing of it is seen outside `clip`. Radii are parts of the
    board's width. `crisp`: pixels stay squares when they are made larger.
    """

    rect: QRectF
    ground: QColor | None = None
    radius: float = 0.0
    image: QImage | None = None
    image_rect: QRectF | None = None
    angle: float = 0.0
    clip: QRectF | None = None
    clip_radius: float = 0.0
    crisp: bool = False

    def looks_like(self, other: CanvasOverlay) -> bool:
        return (
            self.rect == other.rect
            and _number(self.image) == _number(other.image)
            and self.ground == other.ground
            and self.image_rect == other.image_rect
            and self.clip == other.clip
            and (self.radius, self.angle, self.clip_radius)
            == (other.radius, other.angle, other.clip_radius)
        )

    def reach(self) -> QRectF:
        """All that it may cover."""
        if self.clip is not None:
            return self.clip
        return QRectF(0, 0, 1, 1) if self.angle else self.rect


@dataclass(frozen=True, slots=True, eq=False)
class CanvasBoard:
    """`ratio`: width by height. `ground` is laid over `background` and covers the whole board.

    `full`: it takes no more pictures, so one that is dropped takes another's place.
    """

    cells: tuple[CanvasCell, ...] = ()
    overlays: tuple[CanvasOverlay, ...] = ()
    ratio: float = 16 / 9
    background: QColor = field(default_factory=lambda: QColor("white"))
    ground: QImage | None = None
    full: bool = False

    def stands_like(self, other: CanvasBoard) -> bool:
        """Whether only single cells or overlays differ."""
        return (
            self.ratio == other.ratio
            and self.background == other.background
            and _number(self.ground) == _number(other.ground)
            and len(self.cells) == len(other.cells)
            and len(self.overlays) == len(other.overlays)
        )


def changed_parts(old: CanvasBoard, new: CanvasBoard) -> list[QRectF] | None:
    """What must be painted anew, in parts of the board; None for all of it."""
    if not old.stands_like(new):
        return None
    parts: list[QRectF] = []
    for before, now in zip(old.cells, new.cells, strict=True):
        if before is not now and not before.looks_like(now):
            parts += [before.rect, now.rect]
    for was, on in zip(old.overlays, new.overlays, strict=True):
        if was is not on and not was.looks_like(on):
            parts += [was.reach(), on.reach()]
    return parts


def fitted(room: QRectF, ratio: float) -> QRectF:
    """The largest board of that ratio in the middle of `room`, on whole pixels."""
    width = int(min(room.width(), room.height() * ratio))
    height = int(width / ratio)
    left = int(room.left() + (room.width() - width) / 2)
    top = int(room.top() + (room.height() - height) / 2)
    return QRectF(left, top, width, height)


def place(rect: QRectF, board: QRectF, ratio: float = 1.0) -> QRectF:
    """In whole pixels of `board`, of the screen at device pixel `ratio`; no two come to overlap."""
    left = board.left() + round(rect.left() * board.width() * ratio) / ratio
    top = board.top() + round(rect.top() * board.height() * ratio) / ratio
    right = board.left() + round(rect.right() * board.width() * ratio) / ratio
    bottom = board.top() + round(rect.bottom() * board.height() * ratio) / ratio
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


def _number(image: QImage | None) -> int:
    return 0 if image is None else int(image.cacheKey())
