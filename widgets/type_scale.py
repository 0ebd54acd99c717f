"""The sizes of type, taken from a widget's own font so that larger text grows them all."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.measures import MEASURES

BASE = MEASURES.base
CAPTION = MEASURES.caption
SECTION = MEASURES.section
FIGURE = MEASURES.figure
_ICON = "icon_at_100"
_TELLING = 1.2
"""The pixel that Arabic and Persian words are larger leaves icons as they are."""
_ICON_SHARE = 0.6
"""Icons grow less than words, which need the room more."""


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


def icon_times(font: QFont) -> float:
    """How much larger icons stand beside words of this font."""
    return drawn_times(grown(font))


def drawn_times(times: float) -> float:
    """How much larger a small picture is drawn beside words `times` as large."""
    return 1 + (times - 1) * _ICON_SHARE if times >= _TELLING else 1.0


def sign_side() -> int:
    """Of a sign beside words, as large as the program's words are now."""
    return round(MEASURES.icon * icon_times(QGuiApplication.font()))


def fit_icon(button: QAbstractButton, size: QSize) -> None:
    """Gives a button's icon its size, which grows with the words of the program."""
    button.setProperty(_ICON, size)
    button.setIconSize(size * icon_times(QGuiApplication.font()))


def refit_icons(widgets: Iterable[QWidget]) -> None:
    """After the words of the program changed their size."""
    for widget in widgets:
        size = widget.property(_ICON)
        if isinstance(widget, QAbstractButton) and isinstance(size, QSize):
            fit_icon(widget, size)
