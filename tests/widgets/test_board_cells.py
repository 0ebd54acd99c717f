import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from widgets.board_cells import (
    CanvasBoard,
    CanvasCell,
    CanvasOverlay,
    changed_parts,
    fitted,
    neighbour,
    place,
)

LEFT, RIGHT = QRectF(0, 0, 0.495, 1), QRectF(0.505, 0, 0.495, 1)
PARTS = st.floats(0, 0.45)


@given(
    PARTS, PARTS, PARTS, st.integers(3, 2_000), st.integers(3, 2_000), st.sampled_from((1, 1.5, 2))
)
def test_cells_in_pixels_stay_inside_and_apart(left, top, size, wide, tall, ratio):
    board = QRectF(left * 100 // 1, 7, wide, tall)
    size = min(size, (1 - left) / 2)
    first = place(QRectF(left, top, size, size), board, ratio)
    second = place(QRectF(left + size, top, size, size), board, ratio)
    # Where the board itself ends between two device pixels a cell ends on the next.
    edge = 0.5 / ratio + 1e-6
    grown = board.adjusted(-1e-6, -1e-6, edge, edge)
    for frame in (first, second):
        assert frame.isEmpty() or grown.contains(frame)
        assert abs(frame.width() * ratio - round(frame.width() * ratio)) < 1e-6
    assert first.right() == pytest.approx(second.left())


def test_neighbours_are_the_nearest():
    hero = [QRectF(0, 0, 0.66, 1), QRectF(0.67, 0, 0.33, 0.49), QRectF(0.67, 0.51, 0.33, 0.49)]
    assert neighbour(hero, 0, (1, 0)) in (1, 2)
    assert neighbour(hero, 1, (-1, 0)) == 0
    assert neighbour(hero, 1, (0, 1)) == 2
    assert neighbour(hero, 0, (-1, 0)) is None


@given(st.floats(0.2, 5), st.integers(10, 900), st.integers(10, 900))
def test_a_board_fits_its_room(ratio, wide, tall):
    board = fitted(QRectF(0, 0, wide, tall), ratio)
    assert QRectF(0, 0, wide, tall).contains(board) or board.isEmpty()


def image():
    made = QImage(4, 4, QImage.Format.Format_RGB32)
    made.fill(QColor("red"))
    return made


def test_what_changed_is_known_by_place():
    shared, note = image(), QRectF(0.1, 0.1, 0.2, 0.1)
    cells = (CanvasCell("a", LEFT, shared), CanvasCell("b", RIGHT, shared))
    board = CanvasBoard(cells, (CanvasOverlay(note),))
    assert changed_parts(board, CanvasBoard(cells, (CanvasOverlay(note),))) == []
    moved = (cells[0], CanvasCell("b", RIGHT, shared, part=QRectF(0, 0, 0.5, 0.5)))
    assert changed_parts(board, CanvasBoard(moved, board.overlays)) == [RIGHT, RIGHT]
    written = CanvasBoard(cells, (CanvasOverlay(note, image=image()),))
    assert changed_parts(board, written) == [note, note]


def test_another_board_is_painted_whole():
    board = CanvasBoard((CanvasCell("a", LEFT),))
    for other in (
        CanvasBoard(()),
        CanvasBoard(board.cells, ratio=1.0),
        CanvasBoard(board.cells, background=QColor("black")),
        CanvasBoard(board.cells, ground=image()),
        CanvasBoard(board.cells, (CanvasOverlay(LEFT),)),
    ):
        assert changed_parts(board, other) is None


def test_a_turned_overlay_may_reach_anywhere_but_beyond_its_clip():
    assert CanvasOverlay(LEFT).reach() == LEFT
    assert CanvasOverlay(LEFT, angle=-30).reach() == QRectF(0, 0, 1, 1)
    assert CanvasOverlay(LEFT, angle=-30, clip=RIGHT).reach() == RIGHT
