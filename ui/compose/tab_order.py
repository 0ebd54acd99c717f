"""The order in which the Tab key goes through Compose, laid anew whenever it is asked for.

Parts, options and pictures come, go and change places: Qt keeps the order they were made in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lay_tab_order(places: Iterable[QWidget]) -> None:
    """Whatever Tab stops at in these places, one place after the other; all in one window."""
    stops = dict.fromkeys(stop for place in places for stop in _stops(place))
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(place: QWidget) -> Iterator[QWidget]:
    window = place.window()
    for each in (place, *place.findChildren(QWidget)):
        by_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and each.focusProxy() is None and each.window() is window:
            yield each
