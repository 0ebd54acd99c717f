from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from widgets.board_pixmaps import BoardPixmaps

WHOLE, SIZE = QRectF(0, 0, 1, 1), QSize(40, 30)


def picture(colour, size=(400, 300)):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def made(kept, wanted):
    turns = 0
    while kept.make_one(wanted):
        turns += 1
    return turns


def test_one_is_made_in_a_turn_and_only_once(qapp):
    kept = BoardPixmaps()
    red, blue = picture("red", (40, 30)), picture("blue", (40, 30))
    wanted = [(red, WHOLE, SIZE), (blue, WHOLE, SIZE)]
    assert kept.get(red, WHOLE, SIZE) is None
    assert kept.make_one(wanted)
    first = kept.get(red, WHOLE, SIZE)
    assert first is not None
    assert kept.get(blue, WHOLE, SIZE) is None
    assert made(kept, wanted) == 1
    assert kept.get(red, WHOLE, SIZE).cacheKey() == first.cacheKey()
    assert kept.get(blue, WHOLE, SIZE).size() == SIZE


def test_what_is_not_wanted_any_more_is_forgotten(qapp):
    kept = BoardPixmaps()
    red = picture("red")
    made(kept, [(red, WHOLE, SIZE)])
    made(kept, [])
    assert kept.get(red, WHOLE, SIZE) is None
    assert kept.rough(red, WHOLE, SIZE) is red


def test_while_things_move_a_smaller_picture_is_drawn(qapp):
    kept = BoardPixmaps()
    red = picture("red")
    assert kept.rough(red, WHOLE, SIZE).size() == red.size()
    made(kept, [(red, WHOLE, SIZE)])
    assert kept.rough(red, WHOLE, SIZE).size() == QSize(50, 37)
    # Of what is enlarged more is left.
    assert kept.rough(red, QRectF(0, 0, 0.1, 0.1), SIZE).size() == red.size()


def test_nothing_is_made_of_nothing(qapp):
    kept = BoardPixmaps()
    assert made(kept, [(QImage(), WHOLE, SIZE), (picture("red"), WHOLE, QSize())]) == 0
