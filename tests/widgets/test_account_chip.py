from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from widgets.account_chip import AccountChip

EDGE = QColor("#c2571a")


@pytest.mark.parametrize("label", ["@tea", "فروشگاه چای", "Leaf 🌿", "@" + "w" * 60])
def test_it_shows_and_says_whose_it_is(qtbot: QtBot, label: str) -> None:
    chip = AccountChip()
    qtbot.addWidget(chip)
    chip.set("Leaf & Kiln", label, colour=EDGE, spoken="Leaf & Kiln, sample shop")
    chip.resize(chip.sizeHint())
    assert chip.accessibleName() == "Leaf & Kiln, sample shop"
    assert chip.text() == label
    assert chip.sizeHint().width() <= 200
    drawn = chip.grab().toImage()
    assert drawn.pixelColor(1, chip.height() // 2) == EDGE
    assert drawn.pixelColor(20, 2) != EDGE


def test_the_edge_stands_at_the_reading_start(qtbot: QtBot) -> None:
    chip = AccountChip()
    qtbot.addWidget(chip)
    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chip.set("x", "@tea", colour=EDGE, spoken="x")
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(chip.width() - 2, chip.height() // 2) == EDGE


def test_click_and_key(qtbot: QtBot) -> None:
    chip = AccountChip()
    qtbot.addWidget(chip)
    chip.set("x", "@tea", colour=EDGE, spoken="x")
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
