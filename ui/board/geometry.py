"""Where a board's pictures stand, in parts of its size, as the widgets want it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from services.media.board_crop import part_of
from services.media.board_layout import layout
from services.media.board_plan import Plan
from services.media.board_rect import Rect
from services.media.board_values import MIDDLE, REFERENCE, Board


@dataclass(frozen=True, slots=True)
class Frame:
    """`rect` 0 to 1 of the board, `part` 0 to 1 of the picture; `radius` in parts of the width."""

    rect: QRectF
    part: QRectF
    radius: float
    under: QRectF | None = None
    """Where its caption stands below it."""


def frames_of(
    board: Board, sizes: Sequence[tuple[int, int]], *, captioned: bool = False
) -> tuple[float, tuple[Frame, ...]]:
    """The board's ratio, width by height, and a frame a picture. `sizes`: of each picture.

    For small boards without their words. A crop that nobody chose is around the middle.
    `captioned`: as if each picture had a caption.
    """
    lines = 1 if captioned or any(cell.caption for cell in board.cells) else 0
    frames = layout(board.look, sizes or [(1, 1)], REFERENCE, lines=lines)
    ratio = frames.width / frames.height
    radius = board.look.corners / 1_000 * REFERENCE / frames.width
    return ratio, tuple(
        Frame(
            in_parts(rect, frames.width, frames.height),
            seen(part_of(size, rect, cell.focus or MIDDLE, cell.zoom)),
            min(radius, rect.w / 2 / frames.width, rect.h / 2 / frames.width),
            in_parts(frames.under[at], frames.width, frames.height) if frames.under else None,
        )
        for at, (cell, size, rect) in enumerate(zip(board.cells, sizes, frames.cells, strict=False))
    )


def ratio_of(board: Board, sizes: Sequence[tuple[int, int]]) -> float:
    """The board's width by its height."""
    return frames_of(board, sizes)[0]


def rects_of(board: Board, sizes: Sequence[tuple[int, int]]) -> tuple[QRectF, ...]:
    """Each 0 to 1 in both directions; none for a board without pictures. `sizes`: of each."""
    return tuple(frame.rect for frame in frames_of(board, sizes)[1]) if board.cells else ()


def of_plan(plan: Plan, rect: Rect) -> QRectF:
    return in_parts(rect, plan.width, plan.height)


def in_parts(rect: Rect, width: int, height: int) -> QRectF:
    return QRectF(rect.x / width, rect.y / height, rect.w / width, rect.h / height)


def seen(part: tuple[float, float, float, float]) -> QRectF:
    left, top, right, bottom = part
    return QRectF(left, top, right - left, bottom - top)
