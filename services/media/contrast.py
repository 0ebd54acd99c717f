"""Words on grounds, as `#rrggbb`: which ink can be read on what (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of words to their ground."""
INK, PAPER, BLACK = "#1d1b18", "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """1 to 21. Alpha is not looked at."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(ground: str) -> str:
    """White or a near black, whichever reads better; pure black where neither would do."""
    best = max((PAPER, INK), key=lambda ink: contrast(ink, ground))
    return best if contrast(best, ground) >= READABLE else BLACK


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
