from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from widgets.cropped import source_part
from widgets.picture_frames import picture_frames
from widgets.preview_card import PreviewCard, PreviewValue

AREA = QRectF(10, 20, 202, 114)


def image(wide: int, tall: int) -> QImage:
    made = QImage(wide, tall, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.blue)
    return made


@pytest.fixture
def card(qtbot: QtBot, themed: object) -> PreviewCard:
    made = PreviewCard()
    qtbot.addWidget(made)
    made.resize(296, 400)
    return made


VALUE = PreviewValue("Leaf & Kiln", "tea", "now", "New bowls 🍵 #tea", spans=((12, 16),))


def test_grows_with_words_and_pictures(card: PreviewCard) -> None:
    card.show_post(VALUE)
    words = card.heightForWidth(296)
    card.show_post(replace(VALUE, text=VALUE.text + "\nSecond line"))
    more = card.heightForWidth(296)
    card.show_post(replace(VALUE, images=(image(1600, 900),)))
    assert words < more < card.heightForWidth(296)
    card.show_post(VALUE)
    assert card.heightForWidth(296) == words


def test_one_picture_keeps_its_shape_within_what_x_shows(card: PreviewCard) -> None:
    heights = []
    for shape in ((1600, 400), (1600, 900), (1000, 1000), (900, 1200), (300, 3000)):
        card.show_post(replace(VALUE, images=(image(*shape),)))
        heights.append(card.heightForWidth(296))
    widest, wide, square, tall, tallest = heights
    assert widest == wide < square < tall == tallest


def test_several_pictures_fill_sixteen_to_nine() -> None:
    for count in (2, 3, 4):
        frames = picture_frames(count, AREA)
        assert len(frames) == count
        assert frames[0].topLeft() == AREA.topLeft()
        assert max(frame.right() for frame in frames) == AREA.right()
        assert max(frame.bottom() for frame in frames) == AREA.bottom()
        for n, one in enumerate(frames):
            assert not any(one.intersects(other) for other in frames[n + 1 :])
    three = picture_frames(3, AREA)
    assert three[0].height() == AREA.height()
    assert three[1].height() == three[2].height() == (AREA.height() - 2) / 2


def test_the_first_picture_stands_where_the_reading_starts() -> None:
    for count in (2, 3, 4):
        assert picture_frames(count, AREA, mirrored=True)[0].right() == AREA.right()


def test_a_crop_keeps_to_the_middle_or_to_what_matters() -> None:
    wide = image(400, 100)
    frame = QRectF(0, 0, 50, 50)
    assert source_part(wide, frame) == QRectF(150, 0, 100, 100)
    from PySide6.QtCore import QPointF

    assert source_part(wide, frame, QPointF(0, 0.5)) == QRectF(0, 0, 100, 100)


def test_draws_arabic_from_the_right(card: PreviewCard) -> None:
    card.show_post(replace(VALUE, text="شاي", spans=()))
    drawn = card.grab().toImage()
    words = [
        (x, y)
        for x in range(80, 280)
        for y in range(44, 70)
        if drawn.pixelColor(x, y).lightness() < 100
    ]
    assert min(x for x, _ in words) > 200


def test_says_whose_post_and_what(card: PreviewCard) -> None:
    card.show_post(VALUE)
    assert card.accessibleName() == "Preview: Leaf & Kiln, New bowls 🍵 #tea"


def test_without_words_it_shows_the_hint(card: PreviewCard) -> None:
    card.show_post(replace(VALUE, text="", spans=()))
    bare = card.grab().toImage()
    card.set_hint("Your words appear here.")
    assert card.grab().toImage() != bare
