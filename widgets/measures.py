"""The one table of sizes. All are pixels at scale 1 unless said."""

from __future__ import annotations

from typing import Final


class Measures:
    s4: Final = 4
    s8: Final = 8
    s12: Final = 12
    s16: Final = 16
    s24: Final = 24
    s32: Final = 32
    s48: Final = 48

    page_margin: Final = 24
    card_padding: Final = 16
    gap: Final = 16

    control: Final = 32
    primary: Final = 36
    row_button: Final = 28
    radius: Final = 8
    card_radius: Final = 12
    icon: Final = 18
    focus: Final = 2
    """Both the width of the focus ring and its distance."""
    motion_ms: Final = 140

    caption: Final = 12
    base: Final = 14
    post: Final = 17
    post_line: Final = 26
    section: Final = 20
    figure: Final = 30

    window_width: Final = 1280
    window_height: Final = 800
    least_width: Final = 960
    least_height: Final = 640
    panes_above: Final = 1100
    """Below this width side panes become drawers."""
    top_bar: Final = 52
    strip: Final = 32
    docked_bar: Final = 64
    edge: Final = 3
    """An account's colour is an edge this wide, never a fill."""


MEASURES = Measures()
