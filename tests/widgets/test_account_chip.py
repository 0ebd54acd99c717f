from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.theme import DARK, LIGHT
from widgets.account_chip import AccountChip
from widgets.tones import Tones, seen_on, to_palette

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


@pytest.mark.parametrize("colour", ["#0B6B63", "#5a2a0a", "#1B1B4B", "#F2B24A"])
@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_the_edge_is_seen_on_either_ground(qtbot: QtBot, colour: str, tones: Tones) -> None:
    chip = AccountChip()
    qtbot.addWidget(chip)
    chip.setPalette(to_palette(tones))
    chip.set("x", "@tea", colour=QColor(colour), spoken="x")
    chip.resize(chip.sizeHint())
    drawn = seen_on(QColor(colour), tones.surface)
    assert contrast(drawn, tones.surface) >= 3
    assert chip.grab().toImage().pixelColor(1, chip.height() // 2) == drawn
    if contrast(QColor(colour), tones.surface) >= 3:
        assert drawn == QColor(colour)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, with the simple power of 2.2 for its curve."""
    lights = [
        0.2126 * c.redF() ** 2.2 + 0.7152 * c.greenF() ** 2.2 + 0.0722 * c.blueF() ** 2.2
        for c in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05) + 0.05
