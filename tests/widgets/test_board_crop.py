import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from widgets.board_crop import MOST_ZOOM, bounded, focus_of, panned, room_to_move, zoomed

FRAME = QRectF(0, 0, 100, 150)
UNIT = st.floats(0, 1)
SMALL = QRectF(0, 0, 1, 1).adjusted(-1e-9, -1e-9, 1e-9, 1e-9)


@st.composite
def crops(draw):
    """A part of a picture, its zoom and what it was at zoom 1."""
    wide, tall = draw(st.sampled_from(((1.0, 0.4), (0.3, 1.0), (1.0, 1.0))))
    zoom = draw(st.floats(1, MOST_ZOOM))
    part = QRectF(0, 0, wide / zoom, tall / zoom)
    part.moveLeft(draw(UNIT) * (1 - part.width()))
    part.moveTop(draw(UNIT) * (1 - part.height()))
    return part, zoom


@given(crops(), st.floats(-500, 500), st.floats(-500, 500))
def test_a_picture_never_leaves_its_frame(crop, x, y):
    moved = panned(crop[0], FRAME, QPointF(x, y))
    assert SMALL.contains(moved)
    assert moved.size().width() == pytest.approx(crop[0].width())
    assert 0 <= focus_of(moved).x() <= 1


@given(crops(), st.floats(0.1, 20), UNIT, UNIT)
def test_enlarging_stays_within_the_picture(crop, to, x, y):
    part, zoom = crop
    larger = zoomed(part, zoom, to, QPointF(x, y))
    assert SMALL.contains(larger)
    assert larger.width() * bounded(to) == pytest.approx(part.width() * zoom, rel=1e-6)


@given(crops(), UNIT, UNIT)
def test_the_held_point_stays_when_it_is_enlarged(crop, x, y):
    part, zoom = crop
    larger = zoomed(part, zoom, min(zoom * 1.3, MOST_ZOOM), QPointF(x, y))
    assert larger.left() + x * larger.width() == pytest.approx(part.left() + x * part.width())
    assert larger.top() + y * larger.height() == pytest.approx(part.top() + y * part.height())


def test_it_follows_the_hand():
    moved = panned(QRectF(0.25, 0, 0.5, 1), FRAME, QPointF(-20, 0))
    assert moved.left() == pytest.approx(0.35)
    assert panned(moved, FRAME, QPointF(20, 0)).left() == pytest.approx(0.25)
    assert panned(moved, QRectF(), QPointF(20, 0)) == moved


def test_zoom_has_bounds_and_finds_back_to_one():
    assert bounded(0.3) == 1.0
    assert bounded(1.0001) == 1.0
    assert bounded(99) == MOST_ZOOM
    assert not room_to_move(QRectF(0, 0, 1, 1))
    assert room_to_move(QRectF(0, 0, 1, 0.9))
