"""One bar of four parts: colour, word and number, from the reading side."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from widgets.mix_bar import MixBar, MixPart

TONES = ("amber", "accent", "blue", "border")


def parts(
    *counts: int, words: tuple[str, ...] = ("Sell", "Help", "People", "Ask")
) -> tuple[MixPart, ...]:
    return tuple(map(MixPart, words, counts, TONES))


@pytest.fixture
def bar(qtbot: QtBot, themed: Any) -> MixBar:
    made = MixBar()
    qtbot.addWidget(made)
    made.resize(288, 60)
    return made


def test_parts_share_the_bar_by_their_numbers(bar: MixBar) -> None:
    bar.set(parts(10, 5, 0, 5))
    shares = bar.shares()
    assert [part.word for part, _ in shares] == ["Sell", "Help", "Ask"]
    widths = [box.width() for _, box in shares]
    assert widths[0] == pytest.approx(2 * widths[1])
    assert shares[0][1].left() == 0
    assert shares[-1][1].right() == pytest.approx(288)


def test_right_to_left_begins_at_the_right(bar: MixBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.set(parts(10, 5, 0, 5))
    shares = bar.shares()
    assert shares[0][1].right() == pytest.approx(288)
    assert shares[-1][1].left() == pytest.approx(0)


def test_it_is_said_in_words_and_numbers_of_the_language(bar: MixBar) -> None:
    bar.set(parts(12, 3, 0, 5))
    assert bar.accessibleName() == "Sell 12, Help 3, People 0, Ask 5"
    bar.setLocale(QLocale("fa"))
    bar.set(parts(12, 3, 0, 5, words=("فروش", "کمک", "مردم", "پرسش")))
    assert bar.accessibleName() == "فروش ۱۲, کمک ۳, مردم ۰, پرسش ۵"


def test_words_take_more_lines_where_there_is_less_room(bar: MixBar) -> None:
    bar.set(parts(10, 5, 3, 2))
    assert bar.heightForWidth(400) < bar.heightForWidth(160) < bar.heightForWidth(60)


def test_nothing_to_show_is_an_empty_bar(bar: MixBar) -> None:
    assert bar.shares() == []
    bar.set(parts(0, 0, 0, 0))
    assert bar.shares() == []
    assert not bar.grab().isNull()


def test_colours_are_those_of_the_palette(bar: MixBar) -> None:
    from widgets.tones import tones_of

    bar.set(parts(10, 10, 0, 0))
    image = bar.grab().toImage()
    tones = tones_of(bar)
    assert image.pixelColor(60, 5) == tones.amber
    assert image.pixelColor(230, 5) == tones.accent


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.integers(0, 25), min_size=4, max_size=4), st.booleans())
def test_parts_never_overlap_nor_leave_the_bar(
    bar: MixBar, counts: list[int], mirrored: bool
) -> None:
    way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    bar.setLayoutDirection(way)
    bar.set(parts(*counts))
    boxes = sorted((box for _, box in bar.shares()), key=lambda box: box.left())
    for one, other in pairwise(boxes):
        assert one.right() < other.left()
    for box in boxes:
        assert -0.01 <= box.left() < box.right() <= bar.width() + 0.01
