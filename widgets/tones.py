"""The colours of the program, carried by the widget's own palette.

Widgets never know which theme is on: they ask `tones_of(self)` while painting. A style sheet
rewrites a widget's Window, Base, Button, Text and Highlight roles, so the tones travel in the
roles it leaves alone: the bevel and link roles of the active group and, for the second half,
the bevel roles of the disabled group. `_CARRIED` is that mapping, and the only one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

_Group = QPalette.ColorGroup
_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Tones:
    """`x` and `x_tint` belong together: the colour of words, and the ground they stand on."""

    window: QColor
    surface: QColor
    line: QColor
    border: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    on_accent: QColor
    tint: QColor
    amber: QColor
    amber_tint: QColor
    red: QColor
    red_tint: QColor
    green: QColor
    blue: QColor

    def named(self, name: str) -> QColor:
        colour: QColor = getattr(self, name)
        return colour

    @property
    def dark(self) -> bool:
        return self.window.lightness() < 128


_CARRIED: dict[str, tuple[QPalette.ColorGroup, QPalette.ColorRole]] = {
    "window": (_Group.Active, _Role.Midlight),
    "surface": (_Group.Active, _Role.Light),
    "line": (_Group.Active, _Role.Mid),
    "border": (_Group.Active, _Role.Dark),
    "text": (_Group.Active, _Role.Shadow),
    "on_accent": (_Group.Active, _Role.BrightText),
    "blue": (_Group.Active, _Role.Link),
    "green": (_Group.Active, _Role.LinkVisited),
    "quiet": (_Group.Disabled, _Role.Dark),
    "accent": (_Group.Active, _Role.Accent),
    "tint": (_Group.Disabled, _Role.Mid),
    "amber": (_Group.Disabled, _Role.Shadow),
    "amber_tint": (_Group.Disabled, _Role.Light),
    "red": (_Group.Disabled, _Role.BrightText),
    "red_tint": (_Group.Disabled, _Role.Midlight),
}


def tones_of(widget: QWidget) -> Tones:
    return tones_in(widget.palette())


def tones_in(palette: QPalette) -> Tones:
    return Tones(**{name: palette.color(*place) for name, place in _CARRIED.items()})


def to_palette(tones: Tones) -> QPalette:
    """A whole palette: the roles Qt paints with, and the ones `tones_of` reads."""
    palette = QPalette()
    grounds = {
        _Role.Window: tones.window,
        _Role.Base: tones.surface,
        _Role.AlternateBase: tones.window,
        _Role.Button: tones.surface,
        _Role.ToolTipBase: tones.text,
        _Role.ToolTipText: tones.surface,
        _Role.Highlight: mix(tones.surface, tones.accent, 0.3),
        _Role.HighlightedText: tones.text,
        _Role.PlaceholderText: tones.quiet,
    }
    for role, colour in grounds.items():
        palette.setColor(_Group.All, role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.All, role, tones.text)
        palette.setColor(_Group.Disabled, role, faded(tones.text))
    for field in fields(tones):
        group, role = _CARRIED[field.name]
        groups = (_Group.Active, _Group.Inactive) if group is _Group.Active else (group,)
        for each in groups:
            palette.setColor(each, role, tones.named(field.name))
    palette.setColor(_Group.Disabled, _Role.Accent, faded(tones.accent))
    return palette


def mix(ground: QColor, over: QColor, share: float) -> QColor:
    """`over` laid on `ground` at `share` of full strength: an opaque colour."""
    return QColor(
        round(ground.red() + (over.red() - ground.red()) * share),
        round(ground.green() + (over.green() - ground.green()) * share),
        round(ground.blue() + (over.blue() - ground.blue()) * share),
    )


def faded(colour: QColor) -> QColor:
    """What a colour becomes on a control that is switched off."""
    result = QColor(colour)
    result.setAlphaF(0.42)
    return result


_SEEN = 3.0
_STEPS = 20


def seen_on(colour: QColor, ground: QColor) -> QColor:
    """A colour the owner has, lightened or darkened until it can be seen on this ground.

    WCAG 2.2, 1.4.11: 3 to 1 for what is not words.
    """
    over = QColor("#FFFFFF" if _light(ground) < 0.18 else "#000000")
    for step in range(_STEPS):
        shown = mix(colour, over, step / _STEPS)
        if _contrast(shown, ground) >= _SEEN:
            return shown
    return over


def _light(colour: QColor) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)
