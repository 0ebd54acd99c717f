from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.icons import icon
from ui.theme import Theme
from widgets.menu_row import MenuRow
from widgets.removable_chip import RemovableChip


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_its_words_stand_where_the_reading_starts(
    themed: Theme, page: QWidget, way: Qt.LayoutDirection
) -> None:
    row = MenuRow("شاي", page)
    row.setLayoutDirection(way)
    row.resize(300, 32)
    drawn = row.grab().toImage()
    ground = drawn.pixelColor(150, 2)
    dark = [x for x in range(300) for y in range(32) if drawn.pixelColor(x, y) != ground]
    assert (max(dark) < 100) == (way is Qt.LayoutDirection.LeftToRight)


def test_says_what_is_chosen_and_whether_it_is_open(page: QWidget) -> None:
    row = MenuRow("Who can reply", page, opens=True)
    row.set_value("Everyone 🌿")
    assert row.accessibleName() == "Who can reply"
    assert row.accessibleDescription() == "Everyone 🌿, closed"
    row.set_open(True)
    assert row.accessibleDescription() == "Everyone 🌿, open"


def test_a_tick_is_drawn_only_when_on(themed: Theme, page: QWidget) -> None:
    row = MenuRow("Everyone", page, indented=True)
    row.setCheckable(True)
    row.resize(300, 32)
    off = row.grab().toImage()
    row.setChecked(True)
    assert row.grab().toImage() != off


def test_grows_with_the_words(themed: Theme, page: QWidget) -> None:
    row = MenuRow("Snippets…", page, icon=icon("text-quote"))
    before = row.sizeHint()
    themed.choose_text(200)
    assert row.sizeHint().height() > before.height()
    assert row.sizeHint().width() > before.width()
    themed.choose_text(100)


def test_a_chip_says_what_a_press_does(qtbot: QtBot, themed: Theme, page: QWidget) -> None:
    chip = RemovableChip("شراكة مدفوعة 🤝", QIcon(), page)
    chip.resize(chip.sizeHint())
    chip.show()
    assert chip.accessibleName() == "Take off: شراكة مدفوعة 🤝"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.grab().isNull()
