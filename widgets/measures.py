"""The one table of sizes. All are pixels at scale 1 unless said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    s4: int = 4
    s8: int = 8
    s12: int = 12
    s16: int = 16
    s24: int = 24
    s32: int = 32
    s48: int = 48

    page_margin: int = 24
    card_padding: int = 16
    gap: int = 16

    control: int = 32
    primary: int = 36
    row_button: int = 28
    radius: int = 8
    card_radius: int = 12
    icon: int = 18
    focus: int = 2
    """Both the width of the focus ring and its distance."""
    motion_ms: int = 140

    caption: int = 12
    base: int = 14
    post: int = 17
    post_line: int = 26
    section: int = 20
    figure: int = 30

    window_width: int = 1280
    window_height: int = 800
    least_width: int = 960
    least_height: int = 640
    panes_above: int = 1100
    """Below this width side panes become drawers."""
    top_bar: int = 52
    strip: int = 32
    docked_bar: int = 64
    edge: int = 3
    """An account's colour is an edge this wide, never a fill."""


MEASURES = Measures()
