"""A board's cells in parts of its size, as the widgets want them."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from services.media.boards import Board

_FINE = 8_000
"""Laid out this wide, so that rounding is lost in the widget's own pixels."""


def rects_of(board: Board) -> tuple[QRectF, ...]:
    """Each 0 to 1 in both directions; none for a board without pictures."""
    if not board.cells:
        return ()
    tall = board.shape.height(_FINE)
    return tuple(
        QRectF(rect.x / _FINE, rect.y / tall, rect.w / _FINE, rect.h / tall)
        for rect in board.look.cells(len(board.cells), _FINE)
    )
