"""Words set in lines: broken, cut short with "…", each paragraph in its own direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from widgets.text_block import direction_of

_ELLIPSIS = "…"
_ENDLESS = 100_000.0
"""Wider than any board, and within what Qt's fixed-point numbers hold."""
_MOST_UNITS = 4_000
"""Of a paragraph that is set at all: more never fits, and would only take long."""


@dataclass(frozen=True, slots=True)
class Lines:
    """`box`: all that the words' ink and lines take, on whole pixels."""

    paragraphs: tuple[tuple[QTextLayout, float], ...]
    """Each with the place of its top."""
    box: QRectF
    count: int

    def draw(self, painter: QPainter) -> None:
        """With the corner of `box` at the painter's origin, in the colour of its pen."""
        for paragraph, top in self.paragraphs:
            paragraph.draw(painter, QPointF(-self.box.left(), top - self.box.top()))


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: `width` in pixels, `most` lines at most.

    `otherwise` is how a paragraph runs that has no letters to tell.
    """

    font: QFont
    width: float
    most: int
    centred: bool = False
    otherwise: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight


def set_in_line(text: str, font: QFont) -> Lines:
    """All in one line, wider than any board if need be."""
    return _whole([_Paragraph(text[:_MOST_UNITS], Setting(font, _ENDLESS, 1))])


def set_in_lines(text: str, setting: Setting) -> Lines:
    """No wider than asked: what stands over a letter's own width is reckoned in."""
    setting = replace(setting, otherwise=direction_of(text, setting.otherwise))
    lines = _set(text, setting)
    over = lines.box.width() - setting.width
    if over <= 0:
        return lines
    return _set(text, replace(setting, width=max(1.0, setting.width - over)))


def can_draw(sign: str, font: QFont) -> bool:
    """Whether some installed font has it. Glyph 0 is the box that stands for what is missing."""
    runs = _Paragraph(sign, Setting(font, _ENDLESS, 1)).layout.glyphRuns()
    return bool(runs) and not any(0 in run.glyphIndexes() for run in runs)


def _set(text: str, setting: Setting) -> Lines:
    """Paragraph by paragraph, until the lines are used up."""
    made: list[_Paragraph] = []
    left = setting.most
    words = text.split("\n")
    for place, each in enumerate(words):
        room = replace(setting, most=left)
        paragraph = _Paragraph(each[:_MOST_UNITS], room)
        left -= paragraph.lines
        if paragraph.is_cut or (not left and place + 1 < len(words)):
            made.append(_shortened(paragraph, each, room))
            break
        made.append(paragraph)
    return _whole(made)


class _Paragraph:
    """One, laid out: `end` is the UTF-16 place its lines reach."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.layout = QTextLayout(text, setting.font)
        direction = direction_of(text, setting.otherwise)
        option = QTextOption(_side(direction, centred=setting.centred))
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.height = 0.0
        self.lines = 0
        self.is_cut = False
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            if self.lines == setting.most:
                # Made to see whether there is more. Nothing of it is drawn.
                self.is_cut = True
                break
            line.setLineWidth(setting.width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
            self.lines += 1
        self.layout.endLayout()

    @property
    def end(self) -> int:
        last = self.layout.lineAt(self.lines - 1)
        return int(last.textStart() + last.textLength())


def _side(direction: Qt.LayoutDirection, *, centred: bool) -> Qt.AlignmentFlag:
    """A bare layout turns no alignment by itself."""
    if centred:
        return Qt.AlignmentFlag.AlignHCenter
    rightwards = direction is Qt.LayoutDirection.LeftToRight
    return Qt.AlignmentFlag.AlignLeft if rightwards else Qt.AlignmentFlag.AlignRight


def _shortened(paragraph: _Paragraph, text: str, setting: Setting) -> _Paragraph:
    """As much of its beginning as fits before "…", and never half a sign."""
    units = text.encode("utf-16-le", "replace")
    stops = _stops(text, paragraph.end)

    def cut(stop: int) -> _Paragraph:
        begun = units[: 2 * stop].decode("utf-16-le", "replace").rstrip()
        return _Paragraph(begun + _ELLIPSIS, setting)

    return _longest(stops, cut)


def _longest(stops: Sequence[int], cut: Callable[[int], _Paragraph]) -> _Paragraph:
    """By halving: what fits grows no longer by being cut shorter."""
    best = cut(stops[0])
    low, high = 1, len(stops)
    while low < high:
        middle = (low + high) // 2
        tried = cut(stops[middle])
        if tried.is_cut:
            high = middle
        else:
            best, low = tried, middle + 1
    return best


def _stops(text: str, end: int) -> list[int]:
    """Where a sign ends, in UTF-16, up to `end`: an emoji family is one sign."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    stops = [0]
    while 0 <= (stop := finder.toNextBoundary()) <= end:
        stops.append(stop)
    return stops


def _whole(made: Sequence[_Paragraph]) -> Lines:
    box = QRectF()
    placed: list[tuple[QTextLayout, float]] = []
    top = 0.0
    for paragraph in made:
        placed.append((paragraph.layout, top))
        for number in range(paragraph.lines):
            box |= paragraph.layout.lineAt(number).naturalTextRect().translated(0, top)
        box |= _ink(paragraph).translated(0, top)
        top += paragraph.height
    if not box.width():
        # A line of nothing is high all the same.
        return Lines((), QRectF(), 0)
    left, upper = floor(box.left()), floor(box.top())
    box = QRectF(left, upper, ceil(box.right()) - left, ceil(box.bottom()) - upper)
    return Lines(tuple(placed), box, sum(each.lines for each in made))


def _ink(paragraph: _Paragraph) -> QRectF:
    """Where the letters are black: some lean out of their line."""
    ink = QRectF()
    for run in paragraph.layout.glyphRuns():
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink |= font.boundingRect(glyph).translated(place)
    return ink
