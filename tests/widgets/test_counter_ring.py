from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from widgets.counter_ring import CounterRing
from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized


@pytest.fixture
def ring(qtbot: QtBot, themed: object) -> CounterRing:
    made = CounterRing()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def holds(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(image.height())
    )


def test_says_how_much_is_left(ring: CounterRing) -> None:
    ring.set(268, 280)
    assert ring.left() == 12
    assert ring.accessibleName() == "12 characters left"
    ring.set(283, 280)
    assert ring.accessibleName() == "3 characters too many"


def test_speaks_at_twenty_ten_none_and_over(ring: CounterRing) -> None:
    spoken: list[str] = []
    ring.spoken.connect(spoken.append)
    for used in range(250, 286):
        ring.set(used, 280)
    assert spoken == [
        "20 characters left",
        "10 characters left",
        "0 characters left",
        "1 character too many",
    ]


def test_a_paste_over_the_limit_is_said_once(ring: CounterRing) -> None:
    spoken: list[str] = []
    ring.spoken.connect(spoken.append)
    ring.set(400, 280)
    ring.set(401, 280)
    ring.set(10, 280)
    assert spoken == ["120 characters too many"]


@pytest.mark.parametrize(("used", "tone"), [(100, "border"), (265, "amber"), (290, "red")])
def test_is_drawn_in_the_tone_of_what_is_left(ring: CounterRing, used: int, tone: str) -> None:
    ring.set(used, 280)
    assert holds(ring.grab().toImage(), tones_of(ring).named(tone))


def test_fills_the_other_way_round_when_reading_from_the_right(ring: CounterRing) -> None:
    ring.set(70, 280)
    left_to_right = ring.grab().toImage()
    ring.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = ring.grab().toImage()
    assert mirrored != left_to_right
    assert holds(left_to_right.copy(16, 0, 16, 16), tones_of(ring).border)
    assert not holds(mirrored.copy(17, 0, 15, 16), tones_of(ring).border)


def test_what_is_over_has_a_minus_sign(ring: CounterRing) -> None:
    ring.set(444, 280)
    for language, shown in (("en", "\u2212164"), ("ar_EG", "\u061c\u2212١٦٤"), ("es", "\u2212164")):
        ring.setLocale(QLocale(language))
        assert ring.number() == shown
    ring.setLocale(QLocale("fa"))
    assert ring.number().endswith("\u2212۱۶۴")


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_far_over_the_ring_stays_at_the_end_in_red(
    ring: CounterRing, way: Qt.LayoutDirection
) -> None:
    ring.setLayoutDirection(way)
    ring.set(424, 280)
    ring.resize(ring.sizeHint())
    image, red = ring.grab().toImage(), tones_of(ring).red
    side = ring.height()
    at_end = 0 if way is Qt.LayoutDirection.RightToLeft else image.width() - side
    at_start = side if way is Qt.LayoutDirection.RightToLeft else 0
    assert holds(image.copy(at_end, 0, side, side), red)
    assert holds(image.copy(at_start, 0, image.width() - side, side), red)


def test_a_number_far_over_is_not_cut_off(ring: CounterRing) -> None:
    small = ring.sizeHint()
    ring.set(100_000, 280)
    assert ring.number() == "\u221299,720"
    font = sized(ring.font(), CAPTION, strong=True)
    wide = QFontMetrics(font).horizontalAdvance(ring.number())
    assert ring.sizeHint().width() >= wide + small.width(), "the ring stands beside it"
    assert ring.sizeHint().height() == small.height()
    ring.set(10, 280)
    assert ring.sizeHint() == small
