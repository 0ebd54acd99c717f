"""Which emoji this computer's fonts can draw: an older system lacks the newest."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextLayout

from services.text.emoji_book import Emoji

_USUAL = "😀"
_WIDER = 1.3
"""A sign that a font does not know as one is drawn as its parts, side by side."""


class Drawable:
    def __init__(self, font: QFont) -> None:
        self._font = font
        self._known: dict[str, bool] = {}
        self._width = self._measure(_USUAL)[1]

    def of(self, emoji: Iterable[Emoji]) -> list[Emoji]:
        return [one for one in emoji if self.can_draw(one.sign)]

    def can_draw(self, sign: str) -> bool:
        known = self._known.get(sign)
        if known is None:
            whole, width = self._measure(sign)
            known = self._known[sign] = whole and 0 < width <= self._width * _WIDER
        return known

    def _measure(self, sign: str) -> tuple[bool, float]:
        """Whether there is a glyph for each part, and how wide it is."""
        layout = QTextLayout(sign, self._font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        whole = all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
        return whole, line.naturalTextWidth()
