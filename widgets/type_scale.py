"""The sizes of type, taken from a widget's own font so that larger text grows them all."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

from widgets.measures import MEASURES

BASE = MEASURES.base
CAPTION = MEASURES.caption
SECTION = MEASURES.section
FIGURE = MEASURES.figure


def grown(font: QFont) -> float:
    """How much larger the text is than it is drawn to be: 2.0 at 200 %."""
    own = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    return max(own / BASE, 1.0)


def sized(font: QFont, size: int, *, strong: bool = False) -> QFont:
    """`font`, whose size stands for the base of 14, at `size` of the same scale.

    Never under 12 pixels, and with figures all of one width.
    """
    own = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    made = QFont(font)
    made.setPixelSize(max(CAPTION, round(own * size / BASE)))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
