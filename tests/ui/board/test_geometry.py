from dataclasses import replace

import pytest

from services.media.board_values import Arrangement, Board, Cell, Look, Shape
from ui.board.geometry import frames_of, ratio_of, rects_of

SIZES = ((1_200, 800), (800, 1_200), (1_000, 1_000))
BOARD = Board(
    id="b",
    account_id="a",
    name="",
    look=Look(shape=Shape.SQUARE, arrangement=Arrangement.HERO, corners=40),
    cells=(Cell("x"), Cell("y", zoom=2.0, focus=(0.0, 1.0)), Cell("z")),
)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_frames_stand_within_the_board_and_show_what_fills_them(arrangement):
    board = replace(BOARD, look=replace(BOARD.look, arrangement=arrangement))
    ratio, frames = frames_of(board, SIZES)
    assert len(frames) == 3
    for frame, (wide, tall) in zip(frames, SIZES, strict=True):
        assert 0 <= frame.rect.left() < frame.rect.right() <= 1.0001
        assert 0 <= frame.rect.top() < frame.rect.bottom() <= 1.0001
        shown = frame.part.width() * wide / (frame.part.height() * tall)
        place = frame.rect.width() * ratio / frame.rect.height()
        assert shown == pytest.approx(place, rel=0.01)
        assert frame.radius * 2 <= frame.rect.width() + 1e-6


def test_zoom_and_focus_are_kept():
    part = frames_of(BOARD, SIZES)[1][1].part
    assert part.left() == 0
    assert part.bottom() == pytest.approx(1)
    assert max(part.width(), part.height()) <= 0.5001


def test_a_board_without_pictures_has_a_shape_and_no_place():
    empty = replace(BOARD, cells=())
    assert ratio_of(empty, ()) == 1.0
    assert rects_of(empty, ()) == ()
