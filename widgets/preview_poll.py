"""A poll as people meet it on X: each answer a button in outline, below them votes and time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextOption

from widgets.preview_parts import PreviewPoll
from widgets.text_block import direction_of, draw_lines, fit_lines, line_height
from widgets.tones import Tones
from widgets.type_scale import BASE, CAPTION, sized

_HIGH = 32
_GAP = 6
_PAD = 12
_ROUND = 16
_EMPTY = "…"
_OPTION_LINES = _FOOTER_LINES = 2
"""The preview is narrower than X: what has one line there may need two here."""


def poll_height(poll: PreviewPoll, font: QFont, width: float) -> float:
    rows = sum(_row(words, font, width) + _GAP for words in poll.options)
    small = sized(font, CAPTION)
    lines = fit_lines(poll.footer, small, width, _FOOTER_LINES)
    return rows + line_height(poll.footer, small) * max(len(lines), 1)


def draw_poll(
    painter: QPainter, area: QRectF, poll: PreviewPoll, *, font: QFont, tones: Tones, mirrored: bool
) -> None:
    window = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    top = area.top()
    for words in poll.options:
        high = _row(words, font, area.width())
        box = QRectF(area.left(), top, area.width(), high)
        _draw_option(painter, box, words, font=font, tones=tones, window=window)
        top += high + _GAP
    painter.setPen(tones.quiet)
    draw_lines(
        painter,
        QRectF(area.left(), top, area.width(), area.bottom() - top),
        poll.footer,
        font=sized(font, CAPTION),
        most=_FOOTER_LINES,
        direction=window,
        ours=True,
    )


def _draw_option(
    painter: QPainter,
    box: QRectF,
    words: str,
    *,
    font: QFont,
    tones: Tones,
    window: Qt.LayoutDirection,
) -> None:
    box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(tones.blue, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    painter.setFont(_strong(font))
    option = QTextOption(Qt.AlignmentFlag.AlignCenter)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction_of(words, window))
    lines = _lines(words, font, box.width())
    step = line_height(words, painter.font())
    top = box.center().y() - step * len(lines) / 2
    for line in lines:
        painter.drawText(QRectF(box.left(), top, box.width(), step), line, option)
        top += step


def _lines(words: str, font: QFont, width: float) -> tuple[str, ...]:
    return fit_lines(words, _strong(font), width - 2 * _PAD, _OPTION_LINES) or (_EMPTY,)


def _row(words: str, font: QFont, width: float) -> float:
    step = line_height(words, _strong(font))
    return max(float(_HIGH), len(_lines(words, font, width)) * step + 8)


def _strong(font: QFont) -> QFont:
    return sized(font, BASE, strong=True)
