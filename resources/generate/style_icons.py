"""Draws the few pictures the style sheet names (ticks and arrows), one file for each theme.

    python resources/generate/style_icons.py

A style sheet cannot colour a picture, so the colours of ui/theme.py stand in the files.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "resources" / "icons" / "style"

# name: (path, tone, width of the line)
LINES = {
    "check": ("M5.5 12.5l4.5 4.5 8.5-9.5", "surface", 3.2),
    "minus": ("M6 12h12", "surface", 3.2),
    "tick": ("M5 12.5l5 5 9-10", "text", 2.2),
    "chevron-down": ("M6 9.5l6 6 6-6", "quiet", 2.2),
    "chevron-up": ("M6 15l6-6 6 6", "quiet", 2.2),
    "x": ("M7 7l10 10M17 7l-10 10", "quiet", 2),
    "chevron-right": ("M9.5 6l6 6-6 6", "quiet", 2.2),
    "chevron-left": ("M14.5 6l-6 6 6 6", "quiet", 2.2),
}


def drawings() -> dict[str, str]:
    """File name to text, for every picture in both themes."""
    sys.path.insert(0, str(ROOT))
    from ui.theme import DARK, LIGHT

    head = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    result = {}
    for theme, tones in (("light", LIGHT), ("dark", DARK)):
        for name, (path, tone, width) in LINES.items():
            colour = tones.named(tone).name()
            result[f"{name}-{theme}.svg"] = (
                f'{head}<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" '
                'stroke-linecap="round" stroke-linejoin="round"/></svg>\n'
            )
        dot = f'<circle cx="12" cy="12" r="5" fill="{tones.surface.name()}"/>'
        result[f"dot-{theme}.svg"] = f"{head}{dot}</svg>\n"
    return result


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in drawings().items():
        (FOLDER / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
