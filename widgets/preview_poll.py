"""A poll as people meet it on X: each answer a button in outline, below them votes and time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextOption

from widgets.isolates import isolated
from widgets.preview_parts import PreviewPoll
from widgets.text_block import direction_of, draw_lines, line_height
from widgets.tones import Tones
from widgets.type_scale import BASE, CAPTION, sized

_HIGH = 32
_GAP = 6
_PAD = 12
_EMPTY = "…"


def poll_height(poll: PreviewPoll, font: QFont) -> float:
    rows = len(poll.options)
    return rows * (_row(font) + _GAP) + line_height(poll.footer, sized(font, CAPTION))


def draw_poll(
    painter: QPainter, area: QRectF, poll: PreviewPoll, *, font: QFont, tones: Tones, mirrored: bool
) -> None:
    window = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    strong = sized(font, BASE, strong=True)
    high = _row(font)
    top = area.top()
    for words in poll.options:
        box = QRectF(area.left(), top, area.width(), high).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(tones.blue, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setFont(strong)
        painter.setPen(tones.blue)
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        option = QTextOption(Qt.AlignmentFlag.AlignCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of(words, window))
        cut = QFontMetricsF(strong).elidedText(
            isolated(words) or _EMPTY, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, cut, option)
        top += high + _GAP
    painter.setPen(tones.quiet)
    draw_lines(
        painter,
        QRectF(area.left(), top, area.width(), area.bottom() - top),
        poll.footer,
        font=sized(font, CAPTION),
        most=1,
        direction=window,
        ours=True,
    )


def _row(font: QFont) -> float:
    return max(float(_HIGH), QFontMetricsF(sized(font, BASE, strong=True)).height() + 10)
