"""The first line of a post as on X: name, handle and time; the name gives way where it is long."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from widgets.preview_parts import PreviewValue
from widgets.tones import Tones
from widgets.type_scale import BASE, sized

_BETWEEN = 5
"""Between the parts of the line."""
_NAME_SHARE = 0.4
"""So much of the line a long name keeps beside a long handle."""
_CUT = "…"


def head_height(font: QFont) -> float:
    return QFontMetricsF(sized(font, BASE, strong=True)).height()


def head_words(value: PreviewValue, font: QFont, width: float) -> tuple[str, str, str, str]:
    """Name, handle, dot and time; of a long line the name gives way, then the handle."""
    strong = QFontMetricsF(sized(font, BASE, strong=True))
    plain = QFontMetricsF(sized(font, BASE))
    # A left-to-right mark on either side keeps the @ before the name in right-to-left lines.
    handle = f"\u200e@{value.handle}\u200e" if value.handle else ""
    when = value.when
    dot = "·" if when and (handle or value.name) else ""
    for part in (dot, when):
        width -= plain.horizontalAdvance(part) + _BETWEEN if part else 0.0
    beside = plain.horizontalAdvance(handle) + _BETWEEN if handle else 0.0
    most = max(width - beside, width * _NAME_SHARE)
    end = Qt.TextElideMode.ElideRight
    name = strong.elidedText(value.name, end, most)
    room = width - (strong.horizontalAdvance(name) + _BETWEEN if name else 0.0)
    return name, plain.elidedText(handle, end, max(room, 0.0)), dot, when


def whole_head(value: PreviewValue, font: QFont, width: float) -> str:
    """Name and handle where the line had to cut them, for those who point at it; else nothing."""
    name, handle, _dot, _when = head_words(value, font, width)
    if name == value.name and _CUT not in handle:
        return ""
    own = f"@{value.handle}" if value.handle else ""
    return " · ".join(part for part in (value.name, own) if part)


def draw_head(
    painter: QPainter,
    area: QRectF,
    value: PreviewValue,
    *,
    font: QFont,
    tones: Tones,
    mirrored: bool,
) -> None:
    """Each part by itself: an override in a name turns nothing that stands beside it."""
    strong, plain = sized(font, BASE, strong=True), sized(font, BASE)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for number, part in enumerate(head_words(value, font, area.width())):
        painter.setFont(plain if number else strong)
        painter.setPen(tones.quiet if number else tones.text)
        painter.drawText(area, flags, part)
        used = QFontMetricsF(painter.font()).horizontalAdvance(part) + _BETWEEN if part else 0.0
        area = area.adjusted(*((0, 0, -used, 0) if mirrored else (used, 0, 0, 0)))
