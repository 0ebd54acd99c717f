from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from widgets.text_block import (
    direction_of,
    draw_lines,
    fit_lines,
    line_height,
    one_line,
    reads_rightwards,
)

LTR = Qt.LayoutDirection.LeftToRight
RTL = Qt.LayoutDirection.RightToLeft


def font() -> QFont:
    made = QFont("Noto Sans")
    made.setPixelSize(14)
    return made


@pytest.mark.parametrize(
    ("text", "rightwards"),
    [
        ("Tea for two", True),
        ("شاي أخضر", False),
        ("چای سبز", False),
        ("お茶", True),
        ("12 🍵 شاي", False),
        ("🍵 12", None),
        ("", None),
    ],
)
def test_direction_is_that_of_the_first_strong_letter(text: str, rightwards: bool | None) -> None:
    assert reads_rightwards(text) is rightwards


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("@tea شكراً", RTL),
        ("@tea @leaf https://x.com/a چای خوب", RTL),
        ("@tea thank you", LTR),
        ("@tea", LTR),
        ("🍵", RTL),
    ],
)
def test_handles_and_links_at_the_start_do_not_decide(
    text: str, direction: Qt.LayoutDirection
) -> None:
    assert direction_of(text, RTL) is direction


def test_lines_fit_and_the_last_is_elided(qapp: object) -> None:
    text = "A long story about celadon cups that would never fit into two short lines of a card"
    lines = fit_lines(text, font(), 150, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert text.startswith(lines[0])
    assert all(QFontMetricsF(font()).horizontalAdvance(line) <= 151 for line in lines)


def test_a_short_text_is_left_alone(qapp: object) -> None:
    assert fit_lines("Two\n\nlines", font(), 400, 2) == ("Two lines",)
    assert fit_lines("", font(), 400, 2) == ()
    assert fit_lines("x", font(), 0, 2) == ()


def test_emoji_and_cjk_are_never_cut_in_half(qapp: object) -> None:
    text = "新しい👩‍🎨急須が入荷しました👨‍👩‍👧‍👦手作りの一点物です🍵。" * 3
    lines = fit_lines(text, font(), 120, 3)
    assert len(lines) == 3
    assert "".join(lines[:2]) == text[: len("".join(lines[:2]))]
    assert "�" not in "".join(lines)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.sampled_from("ab cdé شاي茶葉👩‍🎨🍵\n "), max_size=80),
    width=st.integers(20, 300),
    most=st.integers(1, 3),
)
def test_never_more_lines_than_asked_nor_other_words(text: str, width: int, most: int) -> None:
    lines = fit_lines(text, font(), width, most)
    assert len(lines) <= most
    whole = one_line(text).replace(" ", "")
    kept = "".join(lines).replace(" ", "").rstrip("…")
    if lines and not lines[-1].endswith("…"):
        assert kept == whole
    else:
        assert len(lines) <= most


def test_arabic_and_cjk_get_more_room(qapp: object) -> None:
    latin = line_height("tea", font())
    assert line_height("茶", font()) >= latin
    assert line_height("شاي", font()) > latin


def ink(text: str, direction: Qt.LayoutDirection) -> tuple[int, int]:
    """First and last column with ink."""
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.black)
    draw_lines(painter, QRectF(0, 0, 300, 60), text, font=font(), most=2, direction=direction)
    painter.end()
    white = image.pixel(299, 59)
    columns = [x for x in range(300) if any(image.pixel(x, y) != white for y in range(60))]
    return columns[0], columns[-1]


def test_words_stand_at_the_side_they_are_read_from(qapp: object) -> None:
    first, last = ink("tea", LTR)
    assert first < 10
    assert last < 150
    first, last = ink("شاي", RTL)
    assert first > 150
    assert last > 285
