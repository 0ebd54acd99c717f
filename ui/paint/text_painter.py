"""Qt as the painter of words in pictures: every script, both directions, emoji in colour.

Words are laid out once at the size of the reference board and painted by a scale, so that lines
break alike on the screen and in the finished picture. Safe in every thread: each has what it laid
out for itself, for Qt's letters belong to the thread that loaded them.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Any, TypeVar

from PySide6.QtGui import QColor, QFont, QImage, QPainter

from services.media.text_painter import Align, Painted, TextSpec
from ui.paint.text_lines import Lines, Setting, can_draw, set_in_line, set_in_lines
from ui.theme import load_vazirmatn, ui_font

K = TypeVar("K")
V = TypeVar("V")

_Which = tuple[str | int | bool, ...]
_KEPT = 160
"""Pictures of words: more than a board of 12 has."""
_LAID_OUT = 800
"""Words laid out: a crowded board tries all of its own at some sizes and widths."""
_PLAIN = (32, False)
_WITHOUT_SHAPE = ("Cc", "Cf", "Cs", "Z", "M")
"""Kinds of signs that are nothing to see by themselves."""


def text_painter(language: str) -> QtTextPainter:
    """With the program's own letters. `language` decides which Chinese characters are drawn."""
    load_vazirmatn()
    return QtTextPainter(ui_font(language, 16))


class QtTextPainter:
    """A `TextPainter`."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._mine = threading.local()

    def measure(self, spec: TextSpec) -> tuple[int, int]:
        box = self._lines(spec)[1].box
        return int(box.width()), int(box.height())

    def paint(self, spec: TextSpec, *, scale: float) -> Painted:
        drawn = _drawn(self._lines(spec)[1], spec.colour, scale)
        if drawn.isNull():
            return Painted(0, 0, b"")
        straight = drawn.convertToFormat(QImage.Format.Format_RGBA8888)
        return Painted(straight.width(), straight.height(), bytes(straight.constBits()))

    def image(self, spec: TextSpec, *, scale: float) -> QImage:
        """For the screen: the same picture of the words, and kept."""
        which, lines = self._lines(spec)
        images: dict[tuple[_Which, str, float], QImage] = self._kept("images")
        make = partial(_drawn, lines, spec.colour, scale)
        return _remembered(images, (which, spec.colour, scale), make)

    def missing(self, text: str) -> str:
        """Each character, once, that no installed font can draw."""
        known: dict[str, bool] = self._kept("known")
        shaped = (
            sign
            for sign in dict.fromkeys(text)
            if not unicodedata.category(sign).startswith(_WITHOUT_SHAPE)
        )
        return "".join(
            sign
            for sign in shaped
            if not _remembered(known, sign, partial(can_draw, sign, self._letters(_PLAIN)))
        )

    def _lines(self, spec: TextSpec) -> tuple[_Which, Lines]:
        """What fits in one line is the same at every width: found once while cells grow."""
        known: dict[_Which, Lines] = self._kept("lines")
        text = _plain(spec.text)
        which: _Which = (text, spec.size, spec.bold)
        font = self._letters((spec.size, spec.bold))
        if "\n" not in text:
            make = partial(set_in_line, text, font)
            lines = _remembered(known, which, make, most=_LAID_OUT)
            if lines.box.width() <= spec.width:
                return which, lines
        centred = spec.align is Align.CENTRE
        setting = Setting(font, spec.width, max(1, spec.most_lines), centred)
        which = (*which, spec.width, spec.most_lines, centred)
        make = partial(set_in_lines, text, setting)
        return which, _remembered(known, which, make, most=_LAID_OUT)

    def _letters(self, which: tuple[int, bool]) -> QFont:
        fonts: dict[tuple[int, bool], QFont] = self._kept("fonts")
        return _remembered(fonts, which, partial(_letters, self._font, *which))

    def _kept(self, name: str) -> dict[Any, Any]:
        """This thread's own."""
        kept: dict[Any, Any] = self._mine.__dict__.setdefault(name, {})
        return kept


def _letters(font: QFont, size: int, bold: bool) -> QFont:
    """Unhinted: hinting moves letters to whole pixels, at each scale to others."""
    letters = QFont(font)
    letters.setPixelSize(max(1, size))
    letters.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return letters


def _plain(text: str) -> str:
    """Every way to begin a line as "\\n"; nothing empty around the words."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _drawn(lines: Lines, colour: str, scale: float) -> QImage:
    wide, tall = ceil(lines.box.width() * scale), ceil(lines.box.height() * scale)
    image = QImage(wide, tall, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        return image
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QColor(colour))
    painter.scale(scale, scale)
    lines.draw(painter)
    painter.end()
    return image


def _remembered(kept: dict[K, V], key: K, make: Callable[[], V], *, most: int = _KEPT) -> V:
    """The one used longest ago goes first."""
    value = kept.pop(key, None)
    if value is None:
        value = make()
        if len(kept) >= most:
            del kept[next(iter(kept))]
    kept[key] = value
    return value
