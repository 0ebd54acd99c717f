"""The words of a post broken into lines: each paragraph in its own direction, links coloured."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from widgets.isolates import CLOSE, OPEN, turns
from widgets.text_block import direction_of, line_height
from widgets.utf16 import Ruler

_ARABIC = 1.7
"""Of the size of the letters (look.md)."""


class PostWords:
    """Laid out once for a width; draws at a point as often as it is asked."""

    def __init__(
        self,
        text: str,
        *,
        spans: Sequence[tuple[int, int]],
        font: QFont,
        width: float,
        colour: QColor,
        otherwise: Qt.LayoutDirection,
    ) -> None:
        """`spans` are code points, drawn in `colour`; `otherwise` is for text without letters."""
        self.height = 0.0
        self._paragraphs: list[tuple[QTextLayout, float]] = []
        begin = 0
        for paragraph in text.split("\n"):
            end = begin + len(paragraph)
            inside = [(max(s, begin) - begin, min(e, end) - begin) for s, e in spans]
            direction = direction_of(paragraph, otherwise)
            tall, exact = _line(paragraph, font)
            if turns(paragraph):
                paragraph, inside = _isolate(paragraph, inside)
            layout = QTextLayout(paragraph, font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            option.setTextDirection(direction)
            # A bare layout, unlike a document, does not turn its alignment round.
            if direction is Qt.LayoutDirection.RightToLeft:
                option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            layout.setTextOption(option)
            layout.setFormats(_formats(paragraph, inside, colour))
            self._paragraphs.append((layout, self.height))
            self.height += _break_lines(layout, width, tall, exact=exact)
            begin = end + 1

    def draw(self, painter: QPainter, at: QPointF) -> None:
        for layout, offset in self._paragraphs:
            layout.draw(painter, QPointF(at.x(), at.y() + offset))


def _isolate(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The text with its spans in marks, so that the # stays before its word; and the new spans."""
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    at = length = 0
    for start, end in sorted(spans):
        if end <= start:
            continue
        piece = text[at:start] + OPEN + text[start:end] + CLOSE
        pieces.append(piece)
        moved.append((length + start - at + 1, length + end - at + 1))
        length += len(piece)
        at = end
    return "".join([*pieces, text[at:]]), moved


def _formats(
    text: str, spans: Sequence[tuple[int, int]], colour: QColor
) -> list[QTextLayout.FormatRange]:
    form = QTextCharFormat()
    form.setForeground(colour)
    answer = []
    ruler = Ruler(text)
    for start, end in spans:
        if end <= start:
            continue
        begin, stop = ruler.to_units(start), ruler.to_units(end)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = begin, stop - begin, form
        answer.append(found)
    return answer


def _line(paragraph: str, font: QFont) -> tuple[float, bool]:
    """Height of a line, and whether it is that exactly.

    The font that Arabic falls back to asks for twice the size of its letters, for signs above
    and below that hardly any word has.
    """
    if turns(paragraph) and font.pixelSize() > 0:
        return float(round(font.pixelSize() * _ARABIC)), True
    return line_height(paragraph, font), False


def _break_lines(layout: QTextLayout, width: float, tall: float, *, exact: bool) -> float:
    """Gives the layout its lines of `width`, each at least `tall`; returns the height of all."""
    height = 0.0
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        own = line.height()
        high = tall if exact else max(tall, own)
        line.setPosition(QPointF(0, height + (high - own) / 2))
        height += high
    layout.endLayout()
    return max(height, tall)
