"""What the style sheet is written with: the tones and what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QColor

from widgets.measures import MEASURES
from widgets.tones import Tones, faded, mix
from widgets.type_scale import drawn_times


class Look(NamedTuple):
    """The tones and what follows from them, as style sheet words."""

    t: Tones
    images: str
    px: Callable[[int], int]
    """A size of text at the owner's text scale."""
    mirrored: bool = False

    def high(self, size: int) -> int:
        """A control's height, which larger text pushes apart."""
        return max(size, round(self.px(MEASURES.base) * 1.4) + 2)

    def drawn(self, size: int) -> int:
        """An arrow's or a tick's size, which grows with the words beside it."""
        return round(size * drawn_times(self.px(MEASURES.base) / MEASURES.base))

    def box(self, size: int) -> str:
        """A square of that size, grown as above."""
        return f"width: {self.drawn(size)}px; height: {self.drawn(size)}px;"

    def hover(self, ground: str = "surface") -> str:
        return css(mix(self.t.named(ground), self.t.text, 0.05))

    def pressed(self, ground: str = "surface") -> str:
        return css(mix(self.t.named(ground), self.t.text, 0.1))

    def c(self, name: str) -> str:
        return css(self.t.named(name))

    def off(self, name: str = "text") -> str:
        return css(faded(self.t.named(name)))

    def image(self, name: str) -> str:
        return f'url("{self.images}/{name}-{"dark" if self.t.dark else "light"}.svg")'


def css(colour: QColor) -> str:
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alphaF():.2f})"
