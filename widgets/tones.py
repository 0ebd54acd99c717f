"""The colours of the program, carried by the widget's own palette.

Widgets never know which theme is on: they ask `tones_of(self)` while painting. A style sheet
rewrites a widget's Window, Base, Button, Text and Highlight roles, so the tones travel in the
roles it leaves alone: the bevel and link roles of the active group and, for the second half,
the bevel roles of the disabled group. `Tones` has that mapping, and the only one.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

_Group = QPalette.ColorGroup
_Role = QPalette.ColorRole


class _Tone:
    """One colour of a palette, read when it is asked for."""

    def __init__(self, group: QPalette.ColorGroup, role: QPalette.ColorRole) -> None:
        self.place = (group, role)

    def __get__(self, tones: Tones, _owner: type[Tones]) -> QColor:
        return tones.palette.color(*self.place)


class Tones:
    """`x` and `x_tint` belong together: the colour of words, and the ground they stand on."""

    window = _Tone(_Group.Active, _Role.Midlight)
    surface = _Tone(_Group.Active, _Role.Light)
    line = _Tone(_Group.Active, _Role.Mid)
    border = _Tone(_Group.Active, _Role.Dark)
    text = _Tone(_Group.Active, _Role.Shadow)
    quiet = _Tone(_Group.Disabled, _Role.Dark)
    accent = _Tone(_Group.Active, _Role.Accent)
    on_accent = _Tone(_Group.Active, _Role.BrightText)
    tint = _Tone(_Group.Disabled, _Role.Mid)
    amber = _Tone(_Group.Disabled, _Role.Shadow)
    amber_tint = _Tone(_Group.Disabled, _Role.Light)
    red = _Tone(_Group.Disabled, _Role.BrightText)
    red_tint = _Tone(_Group.Disabled, _Role.Midlight)
    green = _Tone(_Group.Active, _Role.LinkVisited)
    blue = _Tone(_Group.Active, _Role.Link)

    __slots__ = ("palette",)

    def __init__(self, palette: QPalette) -> None:
        self.palette = palette

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tones):
            return NotImplemented
        return all(self.named(name) == other.named(name) for name in NAMES)

    def __hash__(self) -> int:
        return hash(tuple(self.named(name).rgba() for name in NAMES))

    def named(self, name: str) -> QColor:
        colour: QColor = getattr(self, name)
        return colour

    @property
    def dark(self) -> bool:
        return self.window.lightness() < 128


_CARRIED = {name: tone.place for name, tone in vars(Tones).items() if isinstance(tone, _Tone)}
NAMES = tuple(_CARRIED)


def tones_of(widget: QWidget) -> Tones:
    return Tones(widget.palette())


def tones_from(**colours: QColor) -> Tones:
    """Tones of their own, all `NAMES` given."""
    palette = QPalette()
    for name, place in _CARRIED.items():
        palette.setColor(*place, colours[name])
    return Tones(palette)


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
    for name, (group, role) in _CARRIED.items():
        groups = (_Group.Active, _Group.Inactive) if group is _Group.Active else (group,)
        for each in groups:
            palette.setColor(each, role, tones.named(name))
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
