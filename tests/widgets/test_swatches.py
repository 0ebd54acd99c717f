from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from widgets.swatches import Swatches

COLOURS = [("#0B6B63", "Teal"), ("#2B5FAB", "أزرق"), ("#8A5200", "茶色")]


@pytest.fixture
def swatches(qtbot: Any) -> Swatches:
    made = Swatches("Colour", COLOURS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_owner_chooses_by_a_click(swatches: Swatches, qtbot: Any) -> None:
    swatches.choose("#0b6b63")
    assert swatches.choice == "#0B6B63"
    with qtbot.waitSignal(swatches.chosen) as told:
        swatches.disc("#8A5200").click()
    assert (told.args, swatches.choice) == (["#8A5200"], "#8A5200")


def test_to_show_a_colour_is_no_choice(swatches: Swatches, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(swatches.chosen):
        swatches.choose("#2B5FAB")
        swatches.choose("#123456")
    assert swatches.choice == ""


def test_tab_stops_once_and_the_arrows_choose(swatches: Swatches, qtbot: Any) -> None:
    swatches.choose("#0B6B63")
    stops = [
        colour
        for colour, _called in COLOURS
        if swatches.disc(colour).focusPolicy() is Qt.FocusPolicy.StrongFocus
    ]
    assert stops == ["#0B6B63"]
    first = swatches.disc("#0B6B63")
    first.setFocus()
    with qtbot.waitSignal(swatches.chosen):
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert swatches.choice == "#2B5FAB"


def test_each_is_named(swatches: Swatches) -> None:
    assert [swatches.disc(colour).accessibleName() for colour, _called in COLOURS] == [
        called for _colour, called in COLOURS
    ]


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_is_painted_either_way(swatches: Swatches, side: Qt.LayoutDirection) -> None:
    swatches.setLayoutDirection(side)
    swatches.choose("#0B6B63")
    QApplication.processEvents()
    picture = swatches.grab().toImage()
    places = [swatches.disc(colour).geometry().center() for colour, _called in COLOURS]
    assert (places[0].x() < places[-1].x()) is (side is Qt.LayoutDirection.LeftToRight)
    colours = {picture.pixelColor(place.x() - 7, place.y()).name() for place in places}
    assert len(colours) == len(COLOURS)


def test_the_discs_grow_with_the_words(swatches: Swatches, themed: Any) -> None:
    usual = swatches.sizeHint()
    themed.apply("light", "en", text_percent=200)
    grown = swatches.sizeHint()
    themed.apply("light", "en", text_percent=100)
    assert grown.height() >= usual.height() * 1.5
