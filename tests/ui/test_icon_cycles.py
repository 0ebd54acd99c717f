"""Icons whose engine is written in Python, left behind in a cycle for the collector."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from PySide6.QtGui import QIcon, QIconEngine
from PySide6.QtWidgets import QApplication

from ui.board.shape_icon import shape_icon
from ui.icons import icon

MAKERS = pytest.mark.parametrize("make", [lambda: icon("send"), lambda: shape_icon(0.5)])


class Ring:
    """Made after its icon, so that the collector clears it after the icon's engine."""

    def __init__(self, made: QIcon) -> None:
        self.made = made
        self.itself = self


@MAKERS
def test_the_collector_does_not_see_the_engine(
    qapp: QApplication, make: Callable[[], QIcon]
) -> None:
    assert not [each for each in gc.get_referents(make()) if isinstance(each, QIconEngine)]


@MAKERS
def test_an_icon_in_a_cycle_ends_once(qapp: QApplication, make: Callable[[], QIcon]) -> None:
    gc.collect()
    for _ in range(50):
        Ring(make())
    copy = QIcon(make())
    assert gc.collect() >= 50
    assert not copy.pixmap(18, 18).isNull()
