"""A small count in a pill; nothing at all when there is nothing to count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from widgets.tones import Tones, mix
from widgets.type_scale import CAPTION, sized

HEIGHT = 18
_MOST = 99


def pill_text(widget: QWidget, count: int) -> str:
    if count <= 0:
        return ""
    locale = widget.locale()
    return locale.toString(count) if count <= _MOST else f"{locale.toString(_MOST)}+"


def pill_font(widget: QWidget) -> QFont:
    return sized(widget.font(), CAPTION, strong=True)


def pill_size(widget: QWidget, text: str) -> QSize:
    if not text:
        return QSize(0, 0)
    metrics = QFontMetrics(pill_font(widget))
    high = max(HEIGHT, metrics.ascent() + 4)
    return QSize(max(high + 2, metrics.horizontalAdvance(text) + 12), high)


def paint_pill(painter: QPainter, box: QRectF, text: str, font: QFont, tones: Tones) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(tones.surface, tones.text, 0.12))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font)
    painter.setPen(tones.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
