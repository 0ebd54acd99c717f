"""The lines of a post: as far apart as their script needs, whatever font it comes from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from widgets.post_words import PostWords


def height(text: str, font: QFont) -> float:
    made = PostWords(
        text,
        spans=(),
        font=font,
        width=400,
        colour=QColor("teal"),
        otherwise=Qt.LayoutDirection.LeftToRight,
    )
    return made.height


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("سلام کاوه، خوبی؟ 🌿", 29),
        ("شكراً جزيلاً على هذا الحلّ", 29),
        ("二煎目の話です", 26),
        ("Hello there", 24),
        ("🌿", 24),
    ],
)
def test_a_line_is_as_high_as_its_script_needs(
    qapp: QApplication, themed: object, text: str, line: int
) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(17)
    assert height(text, font) == line
    assert height("\n".join([text] * 3), font) == 3 * line
