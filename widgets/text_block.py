"""A few lines of somebody's words in a fixed space: each in its own direction, the last elided.

What people write comes in any script, so the direction is the text's own (its first strong
letter), not the window's.
"""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from widgets.isolates import isolated, turns

_ADDRESSES = r"^\W*((@|https?://)\S+\s*)+"
_UNITS = r"(\d) (k?g|mg|[cm]?l|[ckm]?m|oz|lb|pcs|%)(?!\w)"
_EAST_ASIAN = ("\u3040", "\u9fff")
"""The first sign and the last; as a pattern it would take 5 ms to compile."""
_RTL = ("R", "AL")
_STRONG = ("L", *_RTL)


def reads_rightwards(text: str) -> bool | None:
    """True for left-to-right, False for right-to-left by the first strong letter, else None."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG:
            return kind == "L"
    return None


def direction_of(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Handles and links at the start do not count, if there is anything else: they are Latin."""
    rightwards = reads_rightwards(re.sub(_ADDRESSES, "", text))
    if rightwards is None:
        rightwards = reads_rightwards(text)
    if rightwards is None:
        return otherwise
    return Qt.LayoutDirection.LeftToRight if rightwards else Qt.LayoutDirection.RightToLeft


def direction_of_ours(text: str, window: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """How words of the program run: as its window, but never against their own script.

    Unlike with other people's words a Latin name at the start turns no right-to-left sentence.
    """
    if window is Qt.LayoutDirection.RightToLeft and not turns(text) and reads_rightwards(text):
        return Qt.LayoutDirection.LeftToRight
    return window


def one_line(text: str) -> str:
    """Paragraphs joined: rows have no room for empty lines."""
    return " ".join(text.split())


def line_height(text: str, font: QFont) -> float:
    """Arabic stands higher and CJK needs air (look.md): 1.7 and 1.6 of the size, else 1.4."""
    size = float(font.pixelSize() if font.pixelSize() > 0 else QFontMetricsF(font).height() * 0.75)
    factor = 1.4
    if not text.isascii():
        first, last = _EAST_ASIAN
        if turns(text) and any(unicodedata.bidirectional(sign) == "AL" for sign in text):
            factor = 1.6
        elif any(first <= sign <= last for sign in text):
            factor = 1.5
    return max(round(size * factor), QFontMetricsF(font).height())


def fit_lines(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """The text as at most `most` lines of `width`; what does not fit ends in an ellipsis.

    A figure stays with its unit ("80 g"), and tags keep their sign in right-to-left lines.
    """
    text = isolated(re.sub(_UNITS, "\\1\u00a0\\2", one_line(text)))
    if not text or width <= 0 or most < 1:
        return ()
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    # Qt counts UTF-16 units and Python code points: the cuts are made on UTF-16.
    units = text.encode("utf-16-le")
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            length = len(units) // 2 - start
        lines.append(units[start * 2 : (start + length) * 2].decode("utf-16-le").strip())
    layout.endLayout()
    last = QFontMetricsF(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return (*lines[:-1], last)


def first_line(text: str, font: QFont, width: float) -> tuple[str, str]:
    """What stands in a first line of `width`, and the rest: for lines that differ in width."""
    text = one_line(text)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    if not line.isValid():
        return "", ""
    units, cut = text.encode("utf-16-le"), line.textLength() * 2
    return units[:cut].decode("utf-16-le").strip(), units[cut:].decode("utf-16-le").strip()


def draw_lines(
    painter: QPainter,
    area: QRectF,
    text: str,
    *,
    font: QFont,
    most: int,
    direction: Qt.LayoutDirection,
    ours: bool = False,
) -> float:
    """Draws from the top of `area` in the painter's pen; returns the height used.

    `direction` is the window's for our own words and `direction_of` the text for other people's.
    `ours` keeps a sentence that is not translated yet in its own order.
    """
    rightwards = direction is Qt.LayoutDirection.LeftToRight
    side = Qt.AlignmentFlag.AlignLeft if rightwards else Qt.AlignmentFlag.AlignRight
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(direction_of_ours(text, direction) if ours else direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    height = line_height(text, font)
    painter.setFont(font)
    top = area.top()
    for line in fit_lines(text, font, area.width(), most):
        painter.drawText(QRectF(area.left(), top, area.width(), height), line, option)
        top += height
    return top - area.top()
