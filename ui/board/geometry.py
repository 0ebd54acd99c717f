"""A board's cells in parts of its size, as the widgets want them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from services.media.board_layout import layout
from services.media.board_values import REFERENCE, Board


def ratio_of(board: Board, sizes: Sequence[tuple[int, int]]) -> float:
    """The board's width by its height."""
    frames = layout(board.look, sizes or [(1, 1)], REFERENCE)
    return frames.width / frames.height


def rects_of(board: Board, sizes: Sequence[tuple[int, int]]) -> tuple[QRectF, ...]:
    """Each 0 to 1 in both directions; none for a board without pictures. `sizes`: of each."""
    if not board.cells:
        return ()
    frames = layout(board.look, sizes, REFERENCE)
    wide, tall = frames.width, frames.height
    return tuple(
        QRectF(rect.x / wide, rect.y / tall, rect.w / wide, rect.h / tall) for rect in frames.cells
    )
