from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from widgets.counter_ring import CounterRing
from widgets.tones import tones_of


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
