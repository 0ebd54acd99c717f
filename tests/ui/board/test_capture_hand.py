"""Whatever is pressed, drawn or typed: what is chosen lies within the screen and is never empty."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from ui.board.capture_hand import LEAST, CaptureHand, Chosen

SCREEN = QRect(0, 0, 1920, 1080)
near = st.integers(-300, 2400)
points = st.builds(QPoint, near, near)
rects = st.builds(QRect, near, near, st.integers(0, 2000), st.integers(0, 2000))
steps = st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)])
deeds = st.one_of(
    st.tuples(st.just("hover"), points),
    st.tuples(st.just("press"), points),
    st.tuples(st.just("draw"), points),
    st.tuples(st.just("release")),
    st.tuples(st.just("leave")),
    st.tuples(st.just("step"), steps, st.booleans()),
    st.tuples(st.just("grow"), steps, st.booleans()),
)


def do(hand, deed):
    name, *rest = deed
    if name in ("step", "grow"):
        (across, down), fine = rest
        return getattr(hand, name)(across, down, fine=fine)
    return getattr(hand, name)(*rest)


@given(st.lists(rects, max_size=5), st.none() | rects, st.lists(deeds, max_size=40))
def test_what_is_chosen_is_always_on_the_screen(windows, region, doings):
    hand = CaptureHand(SCREEN.size(), windows, region=region)
    for deed in doings:
        taken = do(hand, deed)
        for rect in filter(None, (hand.rect(), taken)):
            assert SCREEN.contains(rect)
            assert rect.isValid()
        if taken is not None:
            assert min(taken.width(), taken.height()) >= min(LEAST, 8)


def test_the_uppermost_window_under_the_pointer_is_meant():
    front, back = QRect(100, 100, 300, 300), QRect(0, 0, 1000, 800)
    hand = CaptureHand(SCREEN.size(), [front, back])
    hand.hover(QPoint(150, 150))
    assert hand.rect() == front
    hand.hover(QPoint(50, 50))
    assert (hand.rect(), hand.chosen) == (back, Chosen.WINDOW)
    hand.hover(QPoint(1500, 1000))
    assert (hand.rect(), hand.chosen) == (SCREEN, Chosen.SCREEN)


def test_a_window_half_off_the_screen_is_what_is_seen_of_it():
    hand = CaptureHand(SCREEN.size(), [QRect(-100, -50, 400, 300)])
    hand.hover(QPoint(10, 10))
    assert hand.rect() == QRect(0, 0, 300, 250)


def test_arrows_go_through_the_windows_as_they_are_read_and_round():
    windows = [QRect(800, 10, 100, 100), QRect(10, 500, 100, 100), QRect(10, 10, 100, 100)]
    hand = CaptureHand(SCREEN.size(), windows)
    seen = []
    for _ in range(4):
        hand.step(1, 0)
        seen.append(windows.index(hand.rect()))
    assert seen == [2, 0, 1, 2]
    hand.step(0, -1)
    assert windows.index(hand.rect()) == 1


def test_a_region_by_keys_begins_in_the_middle_and_moves_and_grows():
    hand = CaptureHand(QSize(900, 900))
    hand.grow(1, 0)
    assert (hand.rect().size(), hand.chosen) == (QSize(300, 300), Chosen.REGION)
    hand.grow(1, 0)
    hand.grow(0, 1, fine=True)
    assert hand.rect().size() == QSize(310, 301)
    before = hand.rect().topLeft()
    hand.step(-1, 0)
    assert hand.rect().topLeft() == before + QPoint(-10, 0)


def test_the_place_taken_before_is_taken_again_by_a_click_in_it():
    before = QRect(100, 200, 300, 400)
    hand = CaptureHand(SCREEN.size(), [QRect(0, 0, 1000, 800)], region=before)
    hand.hover(QPoint(900, 700))
    assert hand.rect() == before
    hand.press(QPoint(150, 250))
    assert hand.release() == before
    hand = CaptureHand(SCREEN.size(), [QRect(0, 0, 1000, 800)], region=before)
    hand.press(QPoint(900, 700))
    assert hand.release() == QRect(0, 0, 1000, 800)
